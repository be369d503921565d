//! Words inside the names of organisations: "Food and Drug Administration".

use crate::language::Classes;
use crate::speakers::finding::{
    is_lowercase, may_be_surname, LONGEST_RUN, NEVER_NAME, NOT_AT_START, TITLE_WORD,
};
use crate::text::index::{TokenIdx, TokenRange};
use crate::words::Words;

/// Words that begin the name of a person or a place.
const OTHER_NAME: Classes = Classes::GIVEN.or(Classes::PLACE);

/// The noun that heads the name of an organisation is less than this many tokens after "and".
const REACH_OF_CONJUNCTION: usize = 5;

/// Whether a common word at the start of a sentence begins the name of an organisation: "United Airlines",
/// "Federal Aviation Administration".
pub(super) fn begins_organisation(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    let other = Classes::ADVERB.or(Classes::AUXILIARY);
    let person = Classes::GIVEN.or(TITLE_WORD);
    let is_verb = words.is(at, Classes::ANY_VERB) && !words.is(at, Classes::PARTICIPLE);
    let mut rest = (at + 1).to(at + LONGEST_RUN).iter().take_while(|&next| may_be_surname(words, next));
    !words.is(at, other)
        && !is_verb
        && !words.is(at + 1, person)
        && (rest.any(|next| words.is(next, Classes::ORGANISATION)) || is_whole_name(words, at))
}

/// Whether two common words with capitals are all that is before a cue: "Judicial Watch said".
fn is_whole_name(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    let other = Classes::DEMONYM.or(Classes::PLACE).or(TITLE_WORD).or(Classes::GIVEN).or(NEVER_NAME);
    words.is(at, Classes::COMMON)
        && words.is_capitalised(at + 1)
        && words.is(at + 1, Classes::COMMON)
        && !words.is(at + 1, other.or(Classes::PLURAL))
        && is_lowercase(words, at + 2, Classes::SPEECH)
}

/// Whether a word joins two parts of the name of an organisation: "Johnson & Johnson", "Food and Drug
/// Administration", "Institute on Aging", "Alliance to Save Lakes".
pub(super) fn joins_parts(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    words.is(at, Classes::AMPERSAND) || joins_common_words(words, at) || begins_aim(words, at)
}

/// Whether "to" after a noun for an organisation begins its purpose, or a possessive continues that.
fn begins_aim(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    let begins = |at: TokenIdx| {
        is_lowercase(words, at, Classes::TO)
            && words.is(at - 1, Classes::ORGANISATION)
            && words.is_capitalised(at - 1)
            && words.is(at + 1, Classes::ANY_VERB)
    };
    // "Alliance to Save Our Lakes"
    begins(at) || words.is(at, Classes::POSSESSIVE) && words.is_capitalised(at) && begins(at - 2)
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
    let is_additive = || is_lowercase(words, at, Classes::ADDITIVE) && is_common(at - 1) && precedes_head();
    let is_purpose = || {
        // "on" may begin an adverbial.
        let is_purpose = || !words.is(at, Classes::CONTINUING) && !words.is(at + 1, OTHER_NAME);
        is_head(at - 1)
            && is_lowercase(words, at, Classes::NAME_PREPOSITION)
            && (is_purpose() || begins_purpose(words, at + 1))
    };
    is_common(at + 1) && is_additive() || is_purpose()
}

/// Whether capitalised words say what an organisation is for: "Responsive Farming", "Justice"; not "Ann Wu".
fn begins_purpose(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    let noun = NOT_AT_START.or(Classes::ORGANISATION).or(Classes::DOCUMENT).or(TITLE_WORD);
    let mut purpose = at.to(at + REACH_OF_CONJUNCTION).iter().take_while(|&word| may_be_surname(words, word));
    !words.is(at, OTHER_NAME) && purpose.any(|word| words.is(word, noun) && !words.is(word, OTHER_NAME))
}

/// Whether a run of capitalised words names an organisation and what it is for: "Center for Justice".
pub(super) fn has_purpose(words: &Words<'_, '_>, run: TokenRange) -> bool {
    run.iter().skip(1).any(|at| {
        is_lowercase(words, at, Classes::NAME_PREPOSITION)
            && !words.is(at, Classes::GENITIVE)
            && words.is(at - 1, Classes::ORGANISATION)
            && !at.to(run.end).iter().any(|word| words.is(word, Classes::GIVEN))
    })
}

/// Whether a noun for an organisation is before the one word that says whose it is: "Team Holt", "Hotel Holt", not
/// "Fleet Street".
pub(super) fn begins_with_head(words: &Words<'_, '_>, name: TokenRange) -> bool {
    let other = OTHER_NAME.or(TITLE_WORD).or(Classes::PLURAL).or(Classes::DEMONYM);
    name.len() == 2
        && words.is(name.start, Classes::ORGANISATION)
        && !words.is(name.start, other)
        && !words.is(name.start + 1, Classes::COMMON)
        // "Bloomberg L.P."
        && !name.iter().any(|at| words.document.is_all_capitals(at))
}

/// Whether a noun for an organisation ends a name or is before "of": "Bank of England".
pub(super) fn has_head(words: &Words<'_, '_>, name: TokenRange) -> bool {
    name.iter().any(|at| {
        let is_last = at + 1 == name.end;
        words.is(at, Classes::ORGANISATION) && (is_last || is_lowercase(words, at + 1, Classes::GENITIVE))
    })
}
