//! Words inside the names of organisations: "Food and Drug Administration".

use crate::language::Classes;
use crate::speakers::finding::{is_lowercase, may_be_surname, LONGEST_RUN, NOT_AT_START, TITLE_WORD};
use crate::text::index::{TokenIdx, TokenRange};
use crate::words::Words;

/// The noun that heads the name of an organisation is less than this many tokens after "and".
const REACH_OF_CONJUNCTION: usize = 5;

/// Whether a common word at the start of a sentence begins the name of an organisation: "United Airlines",
/// "Federal Aviation Administration".
pub(super) fn begins_organisation(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    let other = Classes::ADVERB.or(Classes::AUXILIARY);
    let person = Classes::GIVEN.or(TITLE_WORD);
    let is_verb = words.is(at, Classes::ANY_VERB) && !words.is(at, Classes::PARTICIPLE);
    !words.is(at, other)
        && !is_verb
        && !words.is(at + 1, person)
        && (at + 1)
            .to(at + LONGEST_RUN)
            .iter()
            .take_while(|&next| may_be_surname(words, next))
            .any(|next| words.is(next, Classes::ORGANISATION))
}

/// Whether a word joins two parts of the name of an organisation: "Johnson & Johnson", "Food and Drug
/// Administration", "Institute on Aging".
pub(super) fn joins_parts(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    words.is(at, Classes::AMPERSAND) || joins_common_words(words, at)
}

/// Whether "and", "for" or "on" is between common words that are part of the name of an organisation.
fn joins_common_words(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    let common = NOT_AT_START.or(Classes::ORGANISATION).or(Classes::DOCUMENT);
    let is_common = |at: TokenIdx| words.is(at, common) && !words.is(at, Classes::GIVEN.or(Classes::PLACE));
    let is_head = |at: TokenIdx| words.is(at, Classes::ORGANISATION);
    let precedes_head = || {
        let next = (at + 1).to(at + REACH_OF_CONJUNCTION).iter();
        next.take_while(|&next| words.is_capitalised(next)).any(is_head)
    };
    is_common(at + 1)
        && (is_lowercase(words, at, Classes::ADDITIVE) && is_common(at - 1) && precedes_head()
            || is_head(at - 1) && is_lowercase(words, at, Classes::NAME_PREPOSITION))
}

/// Whether a noun for an organisation ends a name or is before "of": "Bank of England".
pub(super) fn has_head(words: &Words<'_, '_>, name: TokenRange) -> bool {
    name.iter().any(|at| {
        let is_last = at + 1 == name.end;
        words.is(at, Classes::ORGANISATION) && (is_last || is_lowercase(words, at + 1, Classes::GENITIVE))
    })
}
