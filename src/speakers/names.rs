//! Names in running text, with the titles that stand before them.

use super::Gender;
use crate::lexicon::Classes;
use crate::lexicon::Tagged;
use crate::tokenizer::{Range, TokenKind};

/// A name where it stands.
#[derive(Clone, Debug)]
pub(crate) struct NameMention {
    /// The tokens of the name, without titles: never empty.
    pub name: Range,
    /// The tokens of titles, roles and demonyms right before it; empty where there are none.
    pub title: Range,
    /// The tokens of a role that is given behind the name: ", the finance minister,".
    pub apposition: Range,
    pub kind: NameKind,
    pub gender: Option<Gender>,
    /// Whether it is a name only if the text gives somebody that surname elsewhere.
    pub is_doubtful: bool,
}

/// What the words of a name say that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameKind {
    Person,
    Organisation,
    Place,
    Unknown,
}

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

/// Every name of the text, in order. Linear in its length.
pub(crate) fn names(text: &Tagged<'_>) -> Vec<NameMention> {
    let mut found = Vec::new();
    for paragraph in 0..text.document.paragraph_count() {
        let tokens = text.document.paragraph(paragraph);
        if is_headline(text, tokens.clone()) {
            names_in_headline(text, tokens, &mut found);
        } else {
            names_in_prose(text, tokens, &mut found);
        }
    }
    found
}

/// Words that no sentence of prose writes with a capital in its midst.
const ORDINARY: Classes = NOT_AT_START.or(Classes::PRONOUN).or(Classes::SUBORDINATOR).or(Classes::POSSESSIVE);

/// The longest line that is looked at as a headline, in tokens.
const LONGEST_HEADLINE: usize = 40;

/// Whether Every Word of a Paragraph Starts Like a Name: most of the ordinary ones do.
pub(crate) fn is_headline(text: &Tagged<'_>, tokens: Range) -> bool {
    if tokens.len() > LONGEST_HEADLINE {
        return false;
    }
    let (mut words, mut capitalised) = (0, 0);
    for at in (tokens.start + 1..tokens.end).filter(|&at| text.is(at, ORDINARY) && !text.begins_sentence(at))
    {
        words += 1;
        capitalised += usize::from(text.is_capitalised(at));
    }
    capitalised * 2 > words
}

/// What a word may be besides a surname.
const KNOWN_NAME: Classes = Classes::GIVEN.or(Classes::MALE).or(Classes::FEMALE);

/// Where all words are capitalised, only a first name with a surname behind it is sure to be a name.
fn names_in_headline(text: &Tagged<'_>, tokens: Range, found: &mut Vec<NameMention>) {
    let mut at = tokens.start;
    while at < tokens.end {
        let surname = at + 1;
        let unknown = surname < tokens.end
            && text.is_capitalised(surname)
            && text.is_word(surname)
            && text.classes(surname).and(KNOWN_NAME.not()) == Classes::NONE;
        if text.is_capitalised(at) && text.is(at, Classes::GIVEN) && unknown {
            found.push(mention(text, at..at, at..surname + 1, NameKind::Person));
            at += 2;
            continue;
        }
        let titled = at > tokens.start
            && text.is(at - 1, BEFORE_NAME)
            && text.is_capitalised(at - 1)
            && text.classes(at) == Classes::NONE;
        if titled && text.is_capitalised(at) && text.is_word(at) {
            found.push(mention(text, at - 1..at, at..at + 1, NameKind::Person));
        } else if may_be_surname(text, at) {
            found.push(doubtful(at));
        }
        at += 1;
    }
}

fn names_in_prose(text: &Tagged<'_>, tokens: Range, found: &mut Vec<NameMention>) {
    let mut at = tokens.start;
    while at < tokens.end {
        if !begins_name(text, at) {
            if may_be_surname(text, at) {
                found.push(doubtful(at));
            }
            at += 1;
            continue;
        }
        let end = run_end(text, at);
        found.extend(read_run(text, at..end));
        at = end;
    }
}

fn begins_name(text: &Tagged<'_>, at: usize) -> bool {
    if !text.is_capitalised(at) || !text.is_word(at) {
        return false;
    }
    let classes = text.classes(at);
    let name_word = Classes::GIVEN.or(Classes::TITLE);
    // A party and a state: "(D-Vt.)".
    if text.text_of(at).contains('-') && text.text_of(at).ends_with('.') {
        return false;
    }
    if classes.any(NEVER_NAME) && !(classes.any(name_word) && text.is_capitalised(at + 1)) {
        return false;
    }
    !(text.begins_sentence(at) && classes.any(NOT_AT_START) && !classes.any(name_word))
}

/// Whether a capitalised word that reads like another word may be somebody's surname nevertheless.
fn may_be_surname(text: &Tagged<'_>, at: usize) -> bool {
    text.is_capitalised(at) && text.is_word(at) && !text.is(at, NEVER_NAME.or(Classes::AUXILIARY))
}

fn doubtful(at: usize) -> NameMention {
    NameMention {
        name: at..at + 1,
        title: at..at,
        apposition: at..at,
        kind: NameKind::Unknown,
        gender: None,
        is_doubtful: true,
    }
}

fn run_end(text: &Tagged<'_>, start: usize) -> usize {
    let mut end = start + 1;
    while end < text.len() && end - start < LONGEST_RUN {
        let joined = text.is(end, Classes::SUFFIX) || text.kind(end - 1) == Some(TokenKind::Mark);
        if !text.document.tokens[end].has_space_before() && !joined || text.document.begins_paragraph(end) {
            break;
        }
        if text.is_capitalised(end) && text.is_word(end) && !text.is(end, NEVER_NAME.or(Classes::AUXILIARY)) {
            end += 1;
            continue;
        }
        match joint(text, end) {
            0 => break,
            length => end += length,
        }
    }
    end
}

/// How many tokens from `at` join two parts of one name: "von der", "of the"; none where they do not.
fn joint(text: &Tagged<'_>, at: usize) -> usize {
    let capital = |at: usize| text.is_capitalised(at) && text.is_word(at) && !text.is(at, NEVER_NAME);
    if text.is(at, Classes::SUFFIX) {
        return 1;
    }
    let is_mark = |at: usize| text.kind(at) == Some(TokenKind::Mark);
    // A nickname: Robert “Bob” Li.
    if is_mark(at) && capital(at + 1) && is_mark(at + 2) && capital(at + 3) {
        return 3;
    }
    if text.is(at, Classes::PARTICLE) {
        let length = 1 + usize::from(text.is(at + 1, Classes::PARTICLE));
        return if capital(at + length) { length } else { 0 };
    }
    let heads = Classes::ORGANISATION.or(Classes::ROLE).or(Classes::TITLE);
    if text.document.is(at, "of") && text.is(at - 1, heads) {
        let length = 1 + usize::from(text.document.is(at + 1, "the"));
        return if capital(at + length) { length } else { 0 };
    }
    0
}

/// Takes a run of capitalised words apart into title and name.
fn read_run(text: &Tagged<'_>, run: Range) -> Option<NameMention> {
    let split = title_end(text, &run);
    if split == run.end {
        return Some(doubtful(run.end - 1));
    }
    let last = run.end - 1;
    let heads_body = (split..run.end)
        .any(|at| text.is(at, Classes::ORGANISATION) && (at == last || text.document.is(at + 1, "of")));
    let starts_given = text.is(split, Classes::GIVEN) && split < last;
    if heads_body && !starts_given || text.is(last, Classes::ORGANISATION) {
        return Some(mention(text, run.start..run.start, run, NameKind::Organisation));
    }
    if (split..run.end).all(|at| text.is(at, Classes::DEMONYM) && !text.is(at, Classes::GIVEN)) {
        return Some(doubtful(run.end - 1));
    }
    if (split..run.end).all(|at| text.text_of(at).len() == 2 && text.text_of(at).ends_with('.')) {
        return None;
    }
    if text.is(last, Classes::DEMONYM) && !text.is(last, Classes::GIVEN) && !starts_given {
        return None;
    }
    let titled = split > run.start && text.is(split - 1, BEFORE_NAME);
    let name = split..run.end;
    let kind = if titled || starts_given {
        NameKind::Person
    } else if name.clone().all(|at| text.is(at, Classes::PLACE.or(Classes::DEMONYM).or(Classes::COMMON))) {
        NameKind::Place
    } else if name.len() == 1 && text.document.is_all_capitals(last) {
        NameKind::Organisation
    } else if name.len() == 1 && text.is(last, Classes::GIVEN) {
        NameKind::Person
    } else {
        NameKind::Unknown
    };
    Some(mention(text, run.start..split, name, kind))
}

/// Where the titles at the start of a run end and the name begins.
fn title_end(text: &Tagged<'_>, run: &Range) -> usize {
    let mut split = run.start;
    let last = run.end - 1;
    for at in run.clone().filter(|&at| text.is(at, BEFORE_NAME)) {
        let given = text.is(at, Classes::GIVEN)
            && (at == run.start && run.len() == 2 || at > run.start && text.is(at + 1, Classes::GIVEN));
        // A surname that is a role as well: "Steve King", "Mr. King".
        let surname = at == last
            && run.len() > 1
            && (text.is(at - 1, Classes::GIVEN) || text.text_of(at - 1).ends_with('.'));
        if !given && !surname {
            split = after_role(text, at, run.end);
        }
    }
    while split < run.end.saturating_sub(1)
        && text.is(split, Classes::DEMONYM)
        && !text.is(split, Classes::GIVEN)
    {
        split += 1;
    }
    split
}

/// The token after a role and what belongs to it: "Secretary of State", "Speaker of the House".
fn after_role(text: &Tagged<'_>, role: usize, end: usize) -> usize {
    let mut at = role + 1;
    if at < end && text.document.is(at, "of") {
        at += 1 + usize::from(text.document.is(at + 1, "the"));
        let given = (at..end).find(|&at| text.is(at, Classes::GIVEN) && at + 1 < end);
        return given.unwrap_or((at + 1).min(end)).min(end);
    }
    at
}

fn mention(text: &Tagged<'_>, title: Range, name: Range, kind: NameKind) -> NameMention {
    let title = if title.is_empty() { lowercase_title(text, name.start) } else { title };
    let by_title = title.clone().find_map(|at| Gender::of(text.classes(at)));
    // "Clinton" alone is a surname, whatever it is as a first name.
    let given = name.len() > 1 && text.is(name.start, Classes::GIVEN);
    let by_name = given.then(|| Gender::of(text.classes(name.start))).flatten();
    let apposition = apposition(text, name.end);
    let is_who = text.document.is(name.end, ",") && text.document.is(name.end + 1, "who");
    let is_person =
        is_who || !apposition.is_empty() || !title.is_empty() && text.is(title.end - 1, Classes::ROLE);
    let kind = if kind == NameKind::Unknown && is_person { NameKind::Person } else { kind };
    NameMention { apposition, name, title, kind, gender: by_title.or(by_name), is_doubtful: false }
}

/// The role in small letters right before a name: "campaign manager", "resident".
fn lowercase_title(text: &Tagged<'_>, name: usize) -> Range {
    let mut start = name;
    let Some(before) = name.checked_sub(1) else { return name..name };
    if !text.is(before, BEFORE_NAME) || text.is_capitalised(before) {
        return name..name;
    }
    let stops = NEVER_NAME.or(Classes::AUXILIARY).or(Classes::ADVERB);
    while start > 0 && name - start < 6 {
        let at = start - 1;
        let verb = text.is(at, Classes::ANY_VERB) && !text.is(at, BEFORE_NAME);
        if text.kind(at) != Some(TokenKind::Word)
            || text.is(at, stops)
            || verb
            || text.document.begins_paragraph(start)
        {
            break;
        }
        start = at;
    }
    start..name
}

/// The longest role behind a name, in tokens.
const LONGEST_APPOSITION: usize = 10;

/// ", the finance minister of Peru,": a role between two commas behind a name, without its determiner.
fn apposition(text: &Tagged<'_>, after: usize) -> Range {
    let none = after..after;
    if !text.document.is(after, ",") || !text.is(after + 1, Classes::DETERMINER) {
        return none;
    }
    let start = after + 2;
    let limit = (start + LONGEST_APPOSITION).min(text.len());
    let Some(end) = (start..limit).find(|&at| !text.is_word(at)) else { return none };
    let head =
        (start..end).find(|&at| text.is(at, Classes::PREPOSITION.or(Classes::RELATIVE))).unwrap_or(end);
    let is_role = head > start && text.is(head - 1, BEFORE_NAME) && !text.is(head - 1, Classes::PLURAL);
    if is_role {
        start..end
    } else {
        none
    }
}
