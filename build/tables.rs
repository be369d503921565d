//! The tables of a lexicon.

use crate::build::classes::Classes;
use crate::build::code::{class_set, Code};
use crate::build::hash::hash;
use crate::build::lexicon::Lexicon;
use crate::build::numbers::Words;
use crate::build::tags::TagLines;

/// Places for words, as many as a hash of 16 bits distinguishes.
const SLOTS: usize = 1 << 16;

/// Places for class sets, as many as `src/language/lexicon.rs` has.
const CLASS_SETS: usize = 1 << 10;

/// Words of at most so many letters of ASCII are compared in one step.
const MAX_LETTERS: usize = 16;

/// The entries by word number: no word has the number zero, and entries of compounds follow those of words.
struct Entries {
    sets: Vec<Classes>,
    set_of: Vec<usize>,
    values: Vec<u16>,
    lemmas: Vec<u16>,
    compounds: Vec<u16>,
}

impl Entries {
    fn push(&mut self, classes: Classes, value: u16, lemma: u16) {
        let set = self.sets.iter().position(|known| *known == classes).unwrap_or(self.sets.len());
        if set == self.sets.len() {
            self.sets.push(classes);
        }
        self.set_of.push(set);
        self.values.push(value);
        self.lemmas.push(lemma);
    }
}

/// Writes the tables of a lexicon and `LEXICON`, which holds them.
pub(crate) fn write(lexicon: &Lexicon<'_>, words: &Words<'_>, tags: &TagLines, code: &mut Code) {
    let mut entries = entries(lexicon, words);
    assert!(entries.sets.len() <= CLASS_SETS, "more class sets than places for them");
    entries.sets.resize(CLASS_SETS, Classes::NONE);
    code.array("SLOTS", "u16", slots(words));
    code.array(
        "SHORT",
        "[u64; 2]",
        [[0; 2]]
            .into_iter()
            .chain(words.list.iter().map(|word| letters(word)))
            .map(|[first, second]| format!("[{first},{second}]")),
    );
    let mut long: Vec<(&str, usize)> = (1..).zip(&words.list).map(|(number, word)| (*word, number)).collect();
    long.retain(|(word, _)| !is_short(word));
    long.sort_unstable();
    code.array("LONG", "(&str, u16)", long.iter().map(|entry| format!("{entry:?}")));
    let mark = |mark: u8| words.number(&char::from(mark).to_string());
    code.array(
        "MARKS",
        "u16",
        (0..128u8).map(|byte| mark(byte).filter(|_| byte.is_ascii_punctuation()).unwrap_or(0)),
    );
    code.array("SETS", "u16", &entries.set_of);
    code.array("CLASSES", "Classes", entries.sets.iter().map(|set| class_set(*set)));
    code.array("TAGS", "Value", entries.sets.iter().map(|set| format!("Value({})", tags.of(*set))));
    code.array("VALUES", "u16", &entries.values);
    code.array("LEMMAS", "u16", &entries.lemmas);
    code.array("COMPOUNDS", "u16", &entries.compounds);
    code.item(
        "static LEXICON: Lexicon = Lexicon { slots: &SLOTS, short: &SHORT, long: &LONG, marks: &MARKS, sets: &SETS, \
         classes: &CLASSES, tags: &TAGS, values: &VALUES, lemmas: &LEMMAS, compounds: &COMPOUNDS };",
    );
}

fn entries(lexicon: &Lexicon<'_>, words: &Words<'_>) -> Entries {
    let (sets, compounds) = (vec![Classes::NONE], vec![0; words.list.len() + 1]);
    let mut entries = Entries { sets, set_of: vec![0], values: vec![0], lemmas: vec![0], compounds };
    for (word, value) in words.list.iter().zip(&words.values) {
        let known = &lexicon.words[*word];
        let lemma = known.lemma.and_then(|lemma| words.number(lemma)).unwrap_or(0);
        entries.push(known.classes, *value, lemma);
    }
    for at in 0..words.list.len() {
        let of_last_part = lexicon.words[words.list[at]].classes.and(lexicon.of_compounds);
        if of_last_part != Classes::NONE {
            entries.compounds[at + 1] = entries.set_of.len() as u16;
            entries.push(of_last_part, words.values[at], 0);
        }
    }
    entries
}

/// The number of the word at each place, zero where there is none: a word is at its hash or soon after.
fn slots(words: &Words<'_>) -> Vec<u16> {
    let mut slots = vec![0; SLOTS];
    for (number, word) in (1..).zip(&words.list).filter(|(_, word)| is_short(word)) {
        let mut at = hash(word.as_bytes()) as usize % SLOTS;
        while slots[at] != 0 {
            at = (at + 1) % SLOTS;
        }
        slots[at] = number;
    }
    slots
}

fn is_short(word: &str) -> bool {
    word.is_ascii() && word.len() <= MAX_LETTERS
}

/// The letters of a short word as two numbers, the first letter lowest; zeros for any other word.
fn letters(word: &str) -> [u64; 2] {
    let mut letters = [0; MAX_LETTERS];
    if is_short(word) {
        letters[..word.len()].copy_from_slice(word.as_bytes());
    }
    let both = u128::from_le_bytes(letters);
    [both as u64, (both >> 64) as u64]
}
