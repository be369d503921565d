//! Finds the names of a paragraph, with the titles before them and the roles after them.
//!
//! Prose and headlines are read differently: in prose a capital shows a name, in a headline most words have one.
//! May import `text`, `language`, `words` and the names of `speakers`.

mod headline;
mod organisations;
mod prose;
mod role;
mod titles;

use crate::language::Classes;
use crate::speakers::name::{Name, NameKind};
use crate::speakers::Gender;
use crate::text::index::{TokenIdx, TokenRange};
use crate::words::Words;

/// Words that may begin a title before a name: "Republican", "Texas", "former".
const TITLE_WORD: Classes = Classes::TITLE.or(Classes::ROLE);

/// Words that are never a name, capitalised or not.
const NEVER_NAME: Classes = Classes::PRONOUN
    .or(Classes::OBJECT)
    .or(Classes::DETERMINER)
    .or(Classes::PREPOSITION)
    .or(Classes::CONJUNCTION)
    .or(Classes::SUBORDINATOR)
    .or(Classes::RELATIVE)
    .or(Classes::CLITIC)
    .or(Classes::CALENDAR)
    .or(Classes::QUANTIFIER)
    .or(Classes::ADDRESS);

/// Words that are no name where any word has a capital: "United", "Will", "Said".
const NOT_AT_START: Classes =
    Classes::COMMON.or(Classes::ADVERB).or(Classes::AUXILIARY).or(Classes::ANY_VERB);

/// The maximum length of a run of capitalised words that is read as one name, in tokens.
const LONGEST_RUN: usize = 12;

/// Adds the names of a paragraph, in order. Linear in its length.
pub(crate) fn find_names(words: &Words<'_, '_>, found: &mut Vec<Name>) {
    if is_loud_note(words) {
        return;
    }
    if words.is_headline {
        headline::find_names(words, found);
    } else {
        prose::find_names(words, found);
    }
}

/// Whether a paragraph is a note in brackets and capitals: "(BEGIN VIDEO CLIP)".
fn is_loud_note(words: &Words<'_, '_>) -> bool {
    let tokens = words.tokens();
    let ends = || tokens.last().is_some_and(|last| words.is(last, Classes::CLOSING_BRACKET));
    let is_loud = |at: TokenIdx| !words.is_word(at) || words.document.is_all_capitals(at);
    words.is(tokens.start, Classes::OPENING_BRACKET) && ends() && tokens.iter().all(is_loud)
}

/// A name with all that its context shows: its title, gender, apposition and kind.
fn full_name(words: &Words<'_, '_>, title: TokenRange, tokens: TokenRange, kind: NameKind) -> Name {
    let title = if title.is_empty() { titles::lowercase_title(words, tokens.start) } else { title };
    let by_title = title.iter().find_map(|at| Gender::of(words.classes(at)));
    // "Clinton" alone is a surname, whatever it is as a given name.
    let is_given = tokens.len() > 1 && words.is(tokens.start, Classes::GIVEN);
    let by_name = is_given.then(|| Gender::of(words.classes(tokens.start))).flatten();
    let apposition_len = titles::apposition_len(words, tokens.end);
    let is_person = precedes_personal_relative(words, tokens)
        || apposition_len > 0
        || titles::follows_role(words, tokens.start)
        || title.last().is_some_and(|last| words.is(last, Classes::ROLE));
    let end = Classes::COMMA.or(Classes::STOP);
    let by_role = || match titles::follows_role(words, tokens.start) && words.is(tokens.end, end) {
        true => Gender::of(words.classes(tokens.start - 2)),
        false => titles::apposition_gender(words, tokens.end, apposition_len),
    };
    let kind = match kind {
        NameKind::Unknown if is_person => NameKind::Person,
        NameKind::Unknown if is_affiliation(words, tokens) => NameKind::Place,
        kind => kind,
    };
    let mut name = plain_name(words, title, tokens, kind);
    name.gender = by_title.or(by_name).or_else(by_role);
    name.add_apposition(apposition_len);
    name
}

/// Whether a name in brackets says where the bearer of the name before it belongs: "Ann Wu (Lib Dem)".
fn is_affiliation(words: &Words<'_, '_>, name: TokenRange) -> bool {
    words.is(name.start - 1, Classes::OPENING_BRACKET)
        && words.is(name.end, Classes::CLOSING_BRACKET)
        && is_capitalised_word(words, name.start - 2)
}

/// Whether ", who" follows a name that does not show where a person is from: "Kim of Seoul, who".
fn precedes_personal_relative(words: &Words<'_, '_>, name: TokenRange) -> bool {
    words.is(name.end, Classes::COMMA)
        && is_lowercase(words, name.end + 1, Classes::PERSON_RELATIVE)
        && !is_lowercase(words, name.start - 1, Classes::LOCATIVE)
}

/// A name without what its context shows, apart from its grammatical role.
fn plain_name(words: &Words<'_, '_>, title: TokenRange, tokens: TokenRange, kind: NameKind) -> Name {
    let role = role::grammatical_role(words, title.start.min(tokens.start), tokens.end);
    Name::new(title, tokens, kind, role)
}

/// A capitalised word that counts as a name only if it is a surname elsewhere in the text.
fn doubtful_name(words: &Words<'_, '_>, at: TokenIdx) -> Name {
    let mut name = plain_name(words, at.to(at), at.only(), NameKind::Unknown);
    name.is_doubtful = true;
    name
}

/// Whether a capitalised word may be a surname although the lexicon knows it as another word.
fn may_be_surname(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    is_capitalised_word(words, at) && !words.is(at, NEVER_NAME.or(Classes::AUXILIARY))
}

fn is_capitalised_word(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    words.is_capitalised(at) && words.is_word(at)
}

/// Whether a token is of one of these classes and written without a capital.
fn is_lowercase(words: &Words<'_, '_>, at: TokenIdx, of: Classes) -> bool {
    words.is(at, of) && !words.is_capitalised(at)
}
