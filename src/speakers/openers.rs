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
    let mut known: ByWord<()> = ByWord::default();
    let mut inside: ByWord<()> = ByWord::default();
    let mut unquoted: ByWord<()> = ByWord::default();
    for name in names.iter() {
        let begins = document.begins_sentence(name.titled_start());
        if !name.is_doubtful && !begins {
            known.insert(sequence(name.words().of(words)), ());
            inside.insert(words[name.words().start.get()].key, ());
        } else if name.len() == 1 && !name.is_doubtful {
            known.insert(sequence(name.words().of(words)), ());
        }
        if !opens_quotation(document, name) {
            unquoted.insert(words[name.words().start.get()].key, ());
        }
    }
    let mut suspects: ByWord<Suspect> = ByWord::default();
    for name in names.iter() {
        if let Some((opener, rest)) = opener(document, name, words) {
            let is_known = known.contains_key(&rest);
            if (is_known || is_full(name, words)) && !inside.contains_key(&opener) {
                let is_opener = is_known && !unquoted.contains_key(&opener);
                let first = first_byte(document, name.start());
                suspects.entry(opener).or_insert(Suspect { first, rest, is_opener }).meet(rest, is_known);
            }
        }
    }
    if suspects.is_empty() {
        return;
    }
    find_small(document, &mut suspects);
    for name in names {
        if let Some((opener, rest)) = opener(document, name, words) {
            let is_opener = suspects.get(&opener).is_some_and(|suspect| suspect.is_opener);
            if is_opener && (known.contains_key(&rest) || is_full(name, words)) {
                name.drop_first();
            }
        }
    }
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

/// The first word of a name that begins its sentence and is no given name, and the name without it.
fn opener(document: &Document<'_>, name: &Name, words: &[NameWord]) -> Option<(WordKey, WordKey)> {
    let [first, rest @ ..] = name.words().of(words) else { return None };
    let may_be = !rest.is_empty()
        && !first.is_given()
        && !first.is_initial()
        && name.title().is_empty()
        && name.kind != NameKind::Organisation
        && document.begins_sentence(name.start());
    may_be.then(|| (first.key, sequence(rest)))
}

/// Whether a given name and more follow the first word of a name: "Welder Ann Wu".
fn is_full(name: &Name, words: &[NameWord]) -> bool {
    matches!(name.words().of(words), [_, given, _, ..] if given.is_given())
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
    // no letter of ASCII may stand for any.
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
