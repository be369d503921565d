//! Names in headlines, where most words are capitalised.

use crate::language::Classes;
use crate::speakers::finding::{doubtful_name, full_name, is_capitalised_word, may_be_surname, TITLE_WORD};
use crate::speakers::name::{Name, NameKind};
use crate::text::index::TokenIdx;
use crate::text::lists;
use crate::words::Words;

/// Classes that a word may have and still be a surname.
const KNOWN_NAME: Classes = Classes::GIVEN.or(Classes::MALE).or(Classes::FEMALE);

/// Finds given names with a surname, and titles with an unknown word. Everything else is doubtful.
pub(super) fn find_names(words: &Words<'_, '_>, found: &mut Vec<Name>) {
    let tokens = words.tokens();
    let mut at = tokens.start;
    while at < tokens.end {
        if words.is_capitalised(at) && words.is(at, Classes::GIVEN) && is_surname(words, at + 1) {
            lists::push(found, full_name(words, at.to(at), at.to(at + 2), NameKind::Person));
            at += 2;
            continue;
        }
        let is_titled = words.is(at - 1, TITLE_WORD)
            && words.is_capitalised(at - 1)
            && words.classes(at) == Classes::NONE;
        if is_titled && is_capitalised_word(words, at) {
            lists::push(found, full_name(words, (at - 1).only(), at.only(), NameKind::Person));
        } else if may_be_surname(words, at) {
            lists::push(found, doubtful_name(words, at));
        }
        at += 1;
    }
}

/// Whether a capitalised word is nothing but a name.
fn is_surname(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    is_capitalised_word(words, at) && words.classes(at).and(KNOWN_NAME.not()) == Classes::NONE
}
