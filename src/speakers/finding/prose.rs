//! Names in prose: runs of capitalised words, split into title and name.

use crate::language::{Classes, Ending};
use crate::layout;
use crate::speakers::finding::organisations;
use crate::speakers::finding::titles::{self, title_end};
use crate::speakers::finding::{
    doubtful_name, full_name, is_capitalised_word, is_lowercase, may_be_surname, LONGEST_RUN, NEVER_NAME,
    NOT_AT_START, TITLE_WORD,
};
use crate::speakers::name::{Name, NameKind};
use crate::text::index::{TokenIdx, TokenRange};
use crate::text::lists;
use crate::tokenizer::TokenKind;
use crate::words::{Shape, Words};

pub(super) fn find_names(words: &Words<'_, '_>, found: &mut Vec<Name>) {
    let tokens = words.tokens();
    let mut at = tokens.start;
    while at < tokens.end {
        let rest = words.slice(at.to(tokens.end));
        let Some(capital) = rest.iter().position(|unit| unit.view.has(Shape::CAPITAL)) else { return };
        at += capital;
        if !begins_name(words, at) {
            if may_be_surname(words, at) {
                lists::push(found, doubtful_name(words, at));
            }
            at += 1;
            continue;
        }
        let end = run_end(words, at);
        if let Some(name) = read_run(words, at.to(end)) {
            lists::push(found, name);
        }
        at = end;
    }
}

fn begins_name(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    if !is_capitalised_word(words, at) {
        return false;
    }
    let classes = words.classes(at);
    let name_word = Classes::GIVEN.or(Classes::TITLE);
    // A party and a state: "(D-Vt.)".
    if words.has(at, Shape::POINTED) && words.document.text_of(at).contains('-') {
        return false;
    }
    // The letter of "A. Ann Wu." is a label, and the number of "Q12 Ann Wu:" is no name.
    let is_label = || {
        layout::answers_by_name(words.document, words.tokens())
            || layout::is_number_of_question(words.document, at)
    };
    if at == words.tokens().start && is_label() || is_kind_of_note(words, at) {
        return false;
    }
    if is_calendar_given(words, at) {
        return true;
    }
    if is_listing(words, at) {
        return false;
    }
    if is_origin(words, at) || is_unlisted_gerund(words, at) || is_unlisted_adverb(words, at) {
        return false;
    }
    // "the group Two Rivers".
    let is_number = classes.any(Classes::QUANTIFIER) && !words.has(at, Shape::BEGINS);
    if is_number && is_capitalised_word(words, at + 1) && may_be_surname(words, at + 1) {
        return true;
    }
    if classes.any(NEVER_NAME) && !(classes.any(name_word) && words.is_capitalised(at + 1)) {
        return false;
    }
    // "South Africa".
    if classes.any(Classes::DIRECTION) && words.is(at + 1, Classes::PLACE) && words.is_capitalised(at + 1) {
        return true;
    }
    let is_common = words.has(at, Shape::BEGINS) && classes.any(NOT_AT_START) && !classes.any(name_word);
    !is_common || organisations::begins_organisation(words, at)
}

/// Whether a word says what kind of note a paragraph in brackets is: "[Illustration: The harbour]", "[Footnote 1: …]".
fn is_kind_of_note(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    let is_numbered = words.document.kind(at + 1) == Some(TokenKind::Number);
    let colon = at + 1 + usize::from(is_numbered);
    at == words.tokens().start + 1
        && words.is(at - 1, Classes::OPENING_BRACKET)
        && words.is(colon, Classes::COLON)
}

/// Whether a word is part of where the shares of a company are traded: "(LSE: ORR)".
fn is_listing(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    let exchange = if words.is(at - 1, Classes::COLON) { at - 2 } else { at };
    words.is(exchange - 1, Classes::OPENING_BRACKET)
        && words.is(exchange + 1, Classes::COLON)
        && words.is(exchange + 3, Classes::CLOSING_BRACKET)
        && words.document.is_all_capitals(exchange + 2)
}

/// Whether a word says where the name after it is from: "Lisbon-based Holt Report".
fn is_origin(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    is_capitalised_word(words, at + 1) && words.document.ends_like(at, Ending::Origin)
}

/// Whether a gerund that no list has opens a sentence before a full name: "Entrusting Ann Wu with money".
fn is_unlisted_gerund(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    words.has(at, Shape::BEGINS)
        && words.classes(at) == Classes::NONE
        && words.document.ends_like(at, Ending::Gerund)
        && words.is(at + 1, Classes::GIVEN)
        && is_capitalised_word(words, at + 2)
}

/// Whether an adverb that no list has opens a sentence before a name: "Suddenly Marta Holt stopped".
fn is_unlisted_adverb(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    words.has(at, Shape::BEGINS)
        && words.document.is_unlisted_adverb(at)
        && is_capitalised_word(words, at + 1)
}

/// The end of a run of capitalised words that may be one name.
fn run_end(words: &Words<'_, '_>, start: TokenIdx) -> TokenIdx {
    let mut end = start + 1;
    while end < words.tokens().end && end - start < LONGEST_RUN {
        let is_attached =
            words.is(end, Classes::SUFFIX) || words.has(end, Shape::MARK) || words.has(end - 1, Shape::MARK);
        if !words.has(end, Shape::SPACED) && !is_attached {
            break;
        }
        if may_be_surname(words, end) && !opens_sentence(words, end) || is_calendar_surname(words, end) {
            end += 1;
            continue;
        }
        match joint_len(words, end) {
            0 => break,
            len => end += len,
        }
    }
    end
}

/// Whether a month or a day is a surname, which a form of address shows: "Mr. March".
fn is_calendar_surname(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    let address = words.classes(at - 1);
    let is_address = address.any(Classes::TITLE) && address.any(Classes::MALE.or(Classes::FEMALE));
    is_address && is_capitalised_word(words, at) && words.is(at, Classes::CALENDAR)
}

/// Whether a month or a day is the given name of somebody who speaks: "said Friday Osei,", "April Osei said",
/// "neighbour June Osei".
fn is_calendar_given(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    let end = Classes::COMMA.or(Classes::STOP);
    let follows_cue = || words.is(at - 1, Classes::SPEECH) && words.is(at + 2, end.or(Classes::PREPOSITION));
    let follows_role = || words.is(at - 1, TITLE_WORD) && !words.is(at - 1, Classes::PLURAL);
    let is_subject = || words.has(at + 2, Shape::FINITE) || words.is(at + 2, Classes::COMMA);
    let opens = || words.has(at, Shape::BEGINS) && is_subject();
    // "her mother, June,"
    let is_apposed = || follows_role_for_relative(words, at) && words.is(at + 1, end);
    if words.is(at, Classes::CALENDAR) && is_apposed() {
        return words.is_capitalised(at);
    }
    words.is(at, Classes::CALENDAR)
        && !words.is(at, Classes::TIME_ADVERB)
        && is_capitalised_word(words, at + 1)
        && words.classes(at + 1) == Classes::NONE
        && (follows_cue() || follows_role() || opens())
}

/// Whether a noun of one gender and a comma precede a word: "her mother, June".
fn follows_role_for_relative(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    titles::follows_role(words, at) && words.is(at - 2, Classes::MALE.or(Classes::FEMALE))
}

/// Whether a word after an abbreviation is no name but begins a sentence: "O.K. There".
fn opens_sentence(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    let title = Classes::TITLE.or(Classes::SUFFIX);
    words.has(at - 1, Shape::POINTED)
        && !words.is(at - 1, title)
        && words.is(at, NOT_AT_START)
        && !words.is(at, Classes::GIVEN.or(Classes::TITLE).or(Classes::ORGANISATION))
        && !is_initial(words, at - 1)
}

/// The number of tokens from `at` that join two parts of one name: "von der", "of the". Zero if they do not.
fn joint_len(words: &Words<'_, '_>, at: TokenIdx) -> usize {
    let capital = |at: TokenIdx| is_capitalised_word(words, at) && !words.is(at, NEVER_NAME);
    if words.is(at, Classes::SUFFIX) {
        return 1;
    }
    if capital(at + 1) && organisations::joins_parts(words, at) {
        return 1;
    }
    let is_mark = |at: TokenIdx| words.has(at, Shape::MARK);
    // "National Farmers' Union".
    if is_mark(at)
        && !words.has(at, Shape::SPACED)
        && capital(at + 1)
        && words.is(at + 1, Classes::ORGANISATION)
    {
        return 1;
    }
    // A nickname: Robert “Bob” Li.
    if is_mark(at) && capital(at + 1) && is_mark(at + 2) && capital(at + 3) {
        return 3;
    }
    if words.is(at, Classes::PARTICLE) {
        let len = 1 + usize::from(words.is(at + 1, Classes::PARTICLE));
        return if capital(at + len) { len } else { 0 };
    }
    let heads = Classes::ORGANISATION.or(Classes::ROLE).or(Classes::TITLE);
    if words.is(at - 1, heads) && is_lowercase(words, at, Classes::GENITIVE) {
        let len = 1 + usize::from(is_lowercase(words, at + 1, Classes::DEFINITE_ARTICLE));
        return if capital(at + len) { len } else { 0 };
    }
    0
}

/// Splits a run of capitalised words into title and name.
fn read_run(words: &Words<'_, '_>, run: TokenRange) -> Option<Name> {
    if organisations::has_purpose(words, run) {
        return Some(full_name(words, run.start.to(run.start), run, NameKind::Organisation));
    }
    if titles::ends_office(words, run.start) && run.len() == 1 {
        return None;
    }
    let split = title_end(words, run);
    let last = run.end - 1;
    let is_demonym = |at: TokenIdx| words.is(at, Classes::DEMONYM) && !words.is(at, Classes::GIVEN);
    if split == run.end {
        return Some(doubtful_name(words, last));
    }
    let starts_given = words.is(split, Classes::GIVEN) && split < last;
    let has_head = organisations::has_head(words, split.to(run.end));
    // "Clinton Global Initiative": common words after a given name.
    let is_common = |at: TokenIdx| words.is(at, Classes::COMMON) && !words.is(at, Classes::GIVEN);
    let is_named_after = starts_given && last - split > 1 && (split + 1).to(run.end).iter().all(is_common);
    if has_head && !starts_given || words.is(last, Classes::ORGANISATION) || is_named_after {
        return Some(full_name(words, run.start.to(run.start), run, NameKind::Organisation));
    }
    let name = without_event(words, without_honours(words, split.to(run.end)));
    if organisations::begins_with_head(words, name) {
        return Some(full_name(words, run.start.to(split), name, NameKind::Organisation));
    }
    if name.iter().all(is_demonym) {
        return Some(doubtful_name(words, last));
    }
    // "Kent County Republican", but "Ann Holt French".
    let is_place = |at: TokenIdx| words.is(at, Classes::ORGANISATION.or(Classes::PLACE).or(Classes::COMMON));
    let is_member = name.len() > 2 && is_place(last - 1);
    if name.iter().all(|at| is_initial(words, at)) || is_demonym(last) && (!starts_given || is_member) {
        return None;
    }
    let is_titled = split > run.start && words.is(split - 1, TITLE_WORD);
    let kind = kind(words, name, is_titled || starts_given);
    Some(full_name(words, run.start.to(split), name, kind))
}

/// A full name without the letters of an honour or an office after it: "Ann Wu CBE", "Ann Wu MP".
fn without_honours(words: &Words<'_, '_>, name: TokenRange) -> TokenRange {
    let Some(last) = name.last() else { return name };
    let is_full = name.len() > 2 && words.is(name.start, Classes::GIVEN);
    match is_full && words.is(last, Classes::HONOUR) {
        true => name.start.to(last),
        false => name,
    }
}

/// A full name without the common words after it that say what bears it: "Ann Wu Election Day".
fn without_event(words: &Words<'_, '_>, name: TokenRange) -> TokenRange {
    let end = name.start + 2;
    let other = Classes::GIVEN.or(Classes::PARTICLE).or(Classes::SUFFIX);
    let is_common = |at: TokenIdx| words.is(at, Classes::COMMON) && !words.is(at, other);
    let is_full =
        name.len() > 3 && words.is(name.start, Classes::GIVEN) && is_capitalised_word(words, end - 1);
    match is_full && is_common(end) && !is_common(end - 1) {
        true => name.start.to(end),
        false => name,
    }
}

/// A letter and a full stop: "J.".
fn is_initial(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    words.has(at, Shape::POINTED) && words.document.text_of(at).len() == 2
}

fn kind(words: &Words<'_, '_>, name: TokenRange, is_person: bool) -> NameKind {
    let place = Classes::PLACE.or(Classes::DEMONYM).or(Classes::COMMON);
    let is_one_word = name.len() == 1;
    if is_person {
        NameKind::Person
    } else if name.iter().all(|at| words.is(at, place)) {
        NameKind::Place
    } else if is_one_word && words.document.is_all_capitals(name.start) {
        NameKind::Organisation
    } else if is_one_word && words.is(name.start, Classes::GIVEN) {
        NameKind::Person
    } else {
        NameKind::Unknown
    }
}
