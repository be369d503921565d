//! Words that open a sentence and are no part of the name after them: "Dear" in "Dear Emma", "Then" in "Then Emma".
//!
//! A capital at the start of a sentence does not show a name. Such a word is dropped if the rest is a name elsewhere
//! in the text or begins with a given name, and the text also writes the word in small letters, puts it before other
//! names, or has it only where a quotation opens: “Marry Emma and be happy”. May import `text`, `language`, `tokenizer`
//! and the other files of `speakers`.

use crate::speakers::keys::{ByWord, NameWord, WordKey};
use crate::speakers::name::{Name, NameKind};
use crate::text::index::TokenIdx;
use crate::tokenizer::{Document, TokenKind};

/// Drops such words from the names of a text. Linear in its length.
pub(super) fn drop_openers(document: &Document<'_>, names: &mut [Name], words: &[NameWord]) {
    let openers: Vec<Opener> =
        (0..names.len()).filter_map(|name| Opener::of(document, names, name, words)).collect();
    if openers.is_empty() {
        return;
    }
    let (known, uses) = uses(document, names, words, &openers);
    let is_known = |opener: &Opener| known.get(&opener.rest).is_some_and(|is_known| *is_known);
    let mut suspects: ByWord<Suspect> = ByWord::default();
    for opener in openers.iter().filter(|opener| is_known(opener) || opener.is_full) {
        let Use { is_inside, is_unquoted } = uses.get(&opener.word).copied().unwrap_or_default();
        if !is_inside {
            let (is_known, rest) = (is_known(opener), opener.rest);
            let first = first_byte(document, names[opener.name].start());
            let suspect = Suspect { first, rest, is_opener: is_known && !is_unquoted };
            suspects.entry(opener.word).or_insert(suspect).meet(rest, is_known);
        }
    }
    if suspects.is_empty() {
        return;
    }
    find_small(document, &mut suspects);
    for opener in &openers {
        let is_opener = suspects.get(&opener.word).is_some_and(|suspect| suspect.is_opener);
        if is_opener && (is_known(opener) || opener.is_full) {
            names[opener.name].drop_first();
        }
    }
}

/// The first word of a name that begins its sentence and is no given name.
struct Opener {
    /// The number of the name.
    name: usize,
    word: WordKey,
    /// The name without it.
    rest: WordKey,
    /// Whether the rest is a given name and more: "Welder Ann Wu".
    is_full: bool,
}

impl Opener {
    fn of(document: &Document<'_>, names: &[Name], number: usize, words: &[NameWord]) -> Option<Opener> {
        let name = &names[number];
        let [first, rest @ ..] = name.words().of(words) else { return None };
        let may_be = !rest.is_empty()
            && !first.is_given()
            && !first.is_initial()
            && name.title().is_empty()
            && name.kind != NameKind::Organisation
            && document.begins_sentence(name.start());
        let is_full = matches!(rest, [given, _, ..] if given.is_given());
        may_be.then(|| Opener { name: number, word: first.key, rest: sequence(rest), is_full })
    }
}

/// Where else the text has the opening word of a name as the first word of a name.
#[derive(Clone, Copy, Default)]
struct Use {
    /// Within a sentence.
    is_inside: bool,
    /// Other than where a quotation opens.
    is_unquoted: bool,
}

/// Which names without their openers are names elsewhere, and how the text uses the openers.
fn uses(
    document: &Document<'_>,
    names: &[Name],
    words: &[NameWord],
    openers: &[Opener],
) -> (ByWord<bool>, ByWord<Use>) {
    let mut known: ByWord<bool> = openers.iter().map(|opener| (opener.rest, false)).collect();
    let mut uses: ByWord<Use> = openers.iter().map(|opener| (opener.word, Use::default())).collect();
    for name in names {
        let begins = document.begins_sentence(name.titled_start());
        if !name.is_doubtful && (!begins || name.len() == 1) {
            if let Some(is_known) = known.get_mut(&sequence(name.words().of(words))) {
                *is_known = true;
            }
        }
        if let Some(of_word) = uses.get_mut(&words[name.words().start.get()].key) {
            of_word.is_inside |= !name.is_doubtful && !begins;
            of_word.is_unquoted |= !opens_quotation(document, name);
        }
    }
    (known, uses)
}

/// A word that opens a sentence before a name.
struct Suspect {
    /// The first byte of the word.
    first: u8,
    /// The name after its first use.
    rest: WordKey,
    is_opener: bool,
}

impl Suspect {
    /// Records another use: a word before different names belongs to none of them.
    fn meet(&mut self, rest: WordKey, is_known: bool) {
        self.is_opener |= is_known && self.rest != rest;
    }
}

/// Whether a name directly follows an opening quotation mark.
fn opens_quotation(document: &Document<'_>, name: &Name) -> bool {
    let start = name.titled_start();
    let before = start.before().and_then(|before| document.token(before));
    let is_attached = document.token(start).is_some_and(|first| !first.has_space_before());
    is_attached && before.is_some_and(|before| before.is_a(TokenKind::Mark))
}

/// The first byte of a token, in small letters.
fn first_byte(document: &Document<'_>, at: TokenIdx) -> u8 {
    let start = document.token(at).map(|token| token.start());
    let byte = start.and_then(|start| document.text.as_bytes().get(start));
    byte.map_or(0, u8::to_ascii_lowercase)
}

/// Finds the suspects that the text also writes in small letters.
fn find_small(document: &Document<'_>, suspects: &mut ByWord<Suspect>) {
    let sought: Vec<u8> = suspects.values().filter(|it| !it.is_opener).map(|it| it.first).collect();
    if sought.is_empty() {
        return;
    }
    // Most words have another first letter than all suspects, which shows sooner than their hash does. What begins with
    // no letter of ASCII may be any of them.
    let is_any = !sought.iter().all(u8::is_ascii_lowercase);
    let mut may_be = [true; 256];
    for letter in (b'a'..=b'z').filter(|letter| !is_any && !sought.contains(letter)) {
        may_be[usize::from(letter)] = false;
    }
    for at in TokenIdx::START.to(document.end()) {
        let may_be = may_be[usize::from(first_byte(document, at))];
        if may_be && document.is_word(at) && !document.is_capitalised(at) {
            if let Some(suspect) = suspects.get_mut(&WordKey::at(document, at)) {
                suspect.is_opener = true;
            }
        }
    }
}

/// The key of a sequence of words.
pub(super) fn sequence(words: &[NameWord]) -> WordKey {
    WordKey::of_sequence(words.iter().map(|word| word.key))
}
