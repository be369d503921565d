//! Names in running text, with the titles that stand before them.

use crate::language::Classes;
use crate::speakers::mention::{NameKind, NameMention, Place, BEFORE_APPOSITION};
use crate::speakers::Gender;
use crate::text::lists;
use crate::tokenizer::Range;
use crate::words::{Shape, Words};

/// Words that may begin a title before a name: "Republican", "Texas", "former".
const BEFORE_NAME: Classes = Classes::TITLE.or(Classes::ROLE);

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
    .or(Classes::QUANTIFIER);

/// Words that are no name where a capital is owed to the place.
const NOT_AT_START: Classes =
    Classes::COMMON.or(Classes::ADVERB).or(Classes::AUXILIARY).or(Classes::ANY_VERB);

/// The longest run of capitalised words that is looked at as one name.
const LONGEST_RUN: usize = 12;

/// Adds the names of a paragraph, in order. Linear in its length.
pub(crate) fn read_names(words: &Words<'_, '_>, found: &mut Vec<NameMention>) {
    if words.is_headline {
        names_in_headline(words, found);
    } else {
        names_in_prose(words, found);
    }
}

/// What a word may be besides a surname.
const KNOWN_NAME: Classes = Classes::GIVEN.or(Classes::MALE).or(Classes::FEMALE);

/// Where all words are capitalised, only a first name with a surname behind it is sure to be a name.
fn names_in_headline(words: &Words<'_, '_>, found: &mut Vec<NameMention>) {
    let tokens = words.tokens();
    let mut at = tokens.start;
    while at < tokens.end {
        let surname = at + 1;
        let unknown = is_capitalised_word(words, surname)
            && words.classes(surname).and(KNOWN_NAME.not()) == Classes::NONE;
        if words.is_capitalised(at) && words.is(at, Classes::GIVEN) && unknown {
            lists::push(found, mention(words, at..at, at..surname + 1, NameKind::Person));
            at += 2;
            continue;
        }
        let titled = words.is(at.wrapping_sub(1), BEFORE_NAME)
            && words.is_capitalised(at - 1)
            && words.classes(at) == Classes::NONE;
        if titled && is_capitalised_word(words, at) {
            lists::push(found, mention(words, at - 1..at, at..at + 1, NameKind::Person));
        } else if may_be_surname(words, at) {
            lists::push(found, doubtful(words, at));
        }
        at += 1;
    }
}

fn names_in_prose(words: &Words<'_, '_>, found: &mut Vec<NameMention>) {
    let tokens = words.tokens();
    let mut at = tokens.start;
    while at < tokens.end {
        let capital = words.slice(at..tokens.end).iter().position(|view| view.has(Shape::CAPITAL));
        let Some(capital) = capital else { return };
        at += capital;
        if !begins_name(words, at) {
            if may_be_surname(words, at) {
                lists::push(found, doubtful(words, at));
            }
            at += 1;
            continue;
        }
        let end = run_end(words, at);
        if let Some(name) = read_run(words, at..end) {
            lists::push(found, name);
        }
        at = end;
    }
}

fn is_capitalised_word(words: &Words<'_, '_>, at: usize) -> bool {
    words.is_capitalised(at) && words.is_word(at)
}

fn begins_name(words: &Words<'_, '_>, at: usize) -> bool {
    if !is_capitalised_word(words, at) {
        return false;
    }
    let classes = words.classes(at);
    let name_word = Classes::GIVEN.or(Classes::TITLE);
    // A party and a state: "(D-Vt.)".
    if words.has(at, Shape::POINTED) && words.text.text_of(at).contains('-') {
        return false;
    }
    if classes.any(NEVER_NAME) && !(classes.any(name_word) && words.is_capitalised(at + 1)) {
        return false;
    }
    let begins = words.has(at, Shape::BEGINS) && classes.any(NOT_AT_START) && !classes.any(name_word);
    !begins || begins_body(words, at)
}

/// "United Airlines", "Federal Aviation Administration": whether a word that is a common one begins the name of a
/// body where a sentence begins.
fn begins_body(words: &Words<'_, '_>, at: usize) -> bool {
    let other = Classes::ADVERB.or(Classes::AUXILIARY);
    let person = Classes::GIVEN.or(BEFORE_NAME);
    let is_verb = words.is(at, Classes::ANY_VERB) && !words.is(at, Classes::PARTICIPLE);
    !words.is(at, other)
        && !is_verb
        && !words.is(at + 1, person)
        && (at + 1..at + LONGEST_RUN)
            .take_while(|&next| may_be_surname(words, next))
            .any(|next| words.is(next, Classes::ORGANISATION))
}

/// Whether a capitalised word that reads like another word may be somebody's surname nevertheless.
fn may_be_surname(words: &Words<'_, '_>, at: usize) -> bool {
    is_capitalised_word(words, at) && !words.is(at, NEVER_NAME.or(Classes::AUXILIARY))
}

fn doubtful(words: &Words<'_, '_>, at: usize) -> NameMention {
    let mut name = bare(words, at..at, at..at + 1, NameKind::Unknown);
    name.is_doubtful = true;
    name
}

fn run_end(words: &Words<'_, '_>, start: usize) -> usize {
    let mut end = start + 1;
    while end < words.tokens().end && end - start < LONGEST_RUN {
        let joined =
            words.is(end, Classes::SUFFIX) || words.has(end, Shape::MARK) || words.has(end - 1, Shape::MARK);
        if !words.has(end, Shape::SPACED) && !joined {
            break;
        }
        if may_be_surname(words, end) {
            end += 1;
            continue;
        }
        match joint(words, end) {
            0 => break,
            length => end += length,
        }
    }
    end
}

/// How many tokens from `at` join two parts of one name: "von der", "of the"; none where they do not.
fn joint(words: &Words<'_, '_>, at: usize) -> usize {
    let capital = |at: usize| is_capitalised_word(words, at) && !words.is(at, NEVER_NAME);
    if words.is(at, Classes::SUFFIX) {
        return 1;
    }
    // "Johnson & Johnson", "Food and Drug Administration", "Institute on Aging".
    if capital(at + 1) && (words.reads(at, "&") || joins_body(words, at)) {
        return 1;
    }
    let is_mark = |at: usize| words.has(at, Shape::MARK);
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
        let length = 1 + usize::from(words.is(at + 1, Classes::PARTICLE));
        return if capital(at + length) { length } else { 0 };
    }
    let heads = Classes::ORGANISATION.or(Classes::ROLE).or(Classes::TITLE);
    if words.is(at - 1, heads) && words.reads(at, "of") {
        let length = 1 + usize::from(words.reads(at + 1, "the"));
        return if capital(at + length) { length } else { 0 };
    }
    0
}

/// Whether "and", "for" or "on" stands within the name of a body: between words that are common ones otherwise.
fn joins_body(words: &Words<'_, '_>, at: usize) -> bool {
    let common = NOT_AT_START.or(Classes::ORGANISATION).or(Classes::DOCUMENT);
    let is_common = |at: usize| words.is(at, common) && !words.is(at, Classes::GIVEN.or(Classes::PLACE));
    let heads = |at: usize| words.is(at, Classes::ORGANISATION);
    let ends_body = || (at + 1..at + 5).take_while(|&next| words.is_capitalised(next)).any(heads);
    is_common(at + 1)
        && (words.reads(at, "and") && is_common(at - 1) && ends_body()
            || heads(at - 1) && (words.reads(at, "for") || words.reads(at, "on")))
}

/// Takes a run of capitalised words apart into title and name.
fn read_run(words: &Words<'_, '_>, run: Range) -> Option<NameMention> {
    let split = title_end(words, &run);
    if split == run.end {
        return Some(doubtful(words, run.end - 1));
    }
    let last = run.end - 1;
    let heads_body = (split..run.end)
        .any(|at| words.is(at, Classes::ORGANISATION) && (at == last || words.reads(at + 1, "of")));
    let starts_given = words.is(split, Classes::GIVEN) && split < last;
    if heads_body && !starts_given || words.is(last, Classes::ORGANISATION) {
        return Some(mention(words, run.start..run.start, run, NameKind::Organisation));
    }
    if (split..run.end).all(|at| words.is(at, Classes::DEMONYM) && !words.is(at, Classes::GIVEN)) {
        return Some(doubtful(words, run.end - 1));
    }
    if (split..run.end).all(|at| words.text.text_of(at).len() == 2 && words.text.text_of(at).ends_with('.')) {
        return None;
    }
    if words.is(last, Classes::DEMONYM) && !words.is(last, Classes::GIVEN) && !starts_given {
        return None;
    }
    let titled = split > run.start && words.is(split - 1, BEFORE_NAME);
    let name = split..run.end;
    let kind = if titled || starts_given {
        NameKind::Person
    } else if name.clone().all(|at| words.is(at, Classes::PLACE.or(Classes::DEMONYM).or(Classes::COMMON))) {
        NameKind::Place
    } else if name.len() == 1 && words.text.document.is_all_capitals(last) {
        NameKind::Organisation
    } else if name.len() == 1 && words.is(last, Classes::GIVEN) {
        NameKind::Person
    } else {
        NameKind::Unknown
    };
    Some(mention(words, run.start..split, name, kind))
}

/// Where the titles at the start of a run end and the name begins.
fn title_end(words: &Words<'_, '_>, run: &Range) -> usize {
    let mut split = run.start;
    let last = run.end - 1;
    for at in run.clone().filter(|&at| words.is(at, BEFORE_NAME)) {
        let given = words.is(at, Classes::GIVEN)
            && (at == run.start && run.len() == 2 || at > run.start && words.is(at + 1, Classes::GIVEN));
        // A surname that is a role as well: "Steve King", "Mr. King".
        let surname = at == last
            && run.len() > 1
            && (words.is(at - 1, Classes::GIVEN) || words.text.text_of(at - 1).ends_with('.'));
        if !given && !surname {
            split = after_role(words, at, run.end);
        }
    }
    while split < run.end.saturating_sub(1)
        && words.is(split, Classes::DEMONYM)
        && !words.is(split, Classes::GIVEN)
    {
        split += 1;
    }
    split
}

/// The token after a role and what belongs to it: "Secretary of State", "Speaker of the House".
fn after_role(words: &Words<'_, '_>, role: usize, end: usize) -> usize {
    let mut at = role + 1;
    if at < end && words.reads(at, "of") {
        at += 1 + usize::from(words.reads(at + 1, "the"));
        let given = (at..end).find(|&at| words.is(at, Classes::GIVEN) && at + 1 < end);
        return given.unwrap_or((at + 1).min(end)).min(end);
    }
    at
}

fn mention(words: &Words<'_, '_>, title: Range, name: Range, kind: NameKind) -> NameMention {
    let title = if title.is_empty() { lowercase_title(words, name.start) } else { title };
    let by_title = title.clone().find_map(|at| Gender::of(words.classes(at)));
    // "Clinton" alone is a surname, whatever it is as a first name.
    let given = name.len() > 1 && words.is(name.start, Classes::GIVEN);
    let by_name = given.then(|| Gender::of(words.classes(name.start))).flatten();
    let apposition = apposition_len(words, name.end);
    let is_who = words.is(name.end, Classes::COMMA)
        && words.reads(name.end + 1, "who")
        && !["of", "in", "from", "at"].iter().any(|place| words.reads(name.start.wrapping_sub(1), place));
    let is_person = is_who
        || apposition > 0
        || behind_role(words, name.start)
        || !title.is_empty() && words.is(title.end - 1, Classes::ROLE);
    let kind = if kind == NameKind::Unknown && is_person { NameKind::Person } else { kind };
    let gender = by_title.or(by_name);
    let mut name = bare(words, title, name, kind);
    name.gender = gender;
    name.add_apposition(apposition);
    name
}

/// Whether a name stands behind a comma and a role or one of a family: "The mayor, Peter Saxena", "her mother, Ruth".
fn behind_role(words: &Words<'_, '_>, name: usize) -> bool {
    let role = name.wrapping_sub(2);
    words.is(name.wrapping_sub(1), Classes::COMMA)
        && words.is(role, Classes::ROLE.or(Classes::MALE).or(Classes::FEMALE))
        && !words.is(role, Classes::PLURAL)
}

/// A name of which only its own words and their place tell something.
fn bare(words: &Words<'_, '_>, title: Range, name: Range, kind: NameKind) -> NameMention {
    let place = place(words, title.start.min(name.start), name.end);
    NameMention::new(title, name, kind, place)
}

/// The part of a name, from its titles on, in its clause.
fn place(words: &Words<'_, '_>, start: usize, end: usize) -> Place {
    let before = words.classes(start.wrapping_sub(1));
    let before_verb = || {
        words.has(end, Shape::FINITE)
            || words.is(end, Classes::COMMA)
                && (words.is(end + 1, Classes::RELATIVE)
                    || before.any(Classes::COMMA) && words.has(end + 1, Shape::FINITE))
    };
    // "Lee said Smith would go": it is not Smith who goes on speaking.
    let is_told_of = before.any(Classes::THAT.or(Classes::SPEECH)) && words.has(end, Shape::FINITE);
    if words.is(end, Classes::CLITIC) {
        Place::Possessor
    } else if is_told_of {
        Place::Other
    } else if words.has(start, Shape::BEGINS)
        || before.any(Classes::SPEECH)
        || words.is(end, Classes::GERUND)
        || !before.any(Classes::PREPOSITION) && before_verb()
    {
        Place::Subject
    } else {
        Place::Other
    }
}

/// The longest role in small letters before a name, in tokens.
const LONGEST_TITLE: usize = 6;

/// The role in small letters right before a name: "campaign manager", "resident".
fn lowercase_title(words: &Words<'_, '_>, name: usize) -> Range {
    let mut start = name;
    let Some(before) = name.checked_sub(1) else { return name..name };
    if !words.is(before, BEFORE_NAME) || words.is_capitalised(before) {
        return name..name;
    }
    let stops = NEVER_NAME.or(Classes::AUXILIARY).or(Classes::ADVERB);
    while start > 0 && name - start < LONGEST_TITLE {
        let at = start - 1;
        let verb = words.is(at, Classes::ANY_VERB) && !words.is(at, BEFORE_NAME);
        if !words.is_word(at) || words.is(at, stops) || verb {
            break;
        }
        start = at;
    }
    start..name
}

/// The longest role behind a name, in tokens.
const LONGEST_APPOSITION: usize = 10;

/// How many tokens ", the finance minister of Peru," has without its determiner: a role between two commas
/// behind a name. None where no role stands there.
fn apposition_len(words: &Words<'_, '_>, after: usize) -> usize {
    if !words.is(after, Classes::COMMA) || !words.is(after + 1, Classes::DETERMINER) {
        return 0;
    }
    let start = after + BEFORE_APPOSITION;
    let Some(end) = (start..start + LONGEST_APPOSITION).find(|&at| !words.is_word(at)) else { return 0 };
    let head =
        (start..end).find(|&at| words.is(at, Classes::PREPOSITION.or(Classes::RELATIVE))).unwrap_or(end);
    let is_role = head > start && words.is(head - 1, BEFORE_NAME) && !words.is(head - 1, Classes::PLURAL);
    if is_role {
        end - start
    } else {
        0
    }
}
