//! Titles before names and roles after them.

use crate::language::{Classes, Ending};
use crate::speakers::finding::{is_lowercase, NEVER_NAME, TITLE_WORD};
use crate::speakers::name::BEFORE_APPOSITION;
use crate::speakers::Gender;
use crate::text::index::{TokenIdx, TokenRange};
use crate::words::{Shape, Words};

/// The maximum length of a role in small letters before a name, in tokens.
const LONGEST_TITLE: usize = 6;

/// The maximum length of what a title governs before a name, in tokens.
const LONGEST_COMPLEMENT: usize = 4;

/// The maximum length of a role after a name, in tokens.
const LONGEST_APPOSITION: usize = 10;

/// The end of the titles at the start of a run of capitalised words, where the name begins.
pub(super) fn title_end(words: &Words<'_, '_>, run: TokenRange) -> TokenIdx {
    let is_office = run.len() > 1 && ends_office(words, run.start);
    let first = run.start + usize::from(is_office || begins_with_unlisted_role(words, run));
    let mut split = first;
    let last = run.end - 1;
    for at in run.iter().filter(|&at| words.is(at, TITLE_WORD) || is_member(words, run, at)) {
        // "Bishop Lee", but "Marine Le Roux".
        let is_full = run.end == first + 2 || run.end == first + 3 && words.is(first + 1, Classes::PARTICLE);
        let is_given = words.is(at, Classes::GIVEN)
            && (at == first && is_full || at > run.start && words.is(at + 1, Classes::GIVEN));
        // A surname that is a role as well: "Steve King", "Mr. King".
        let is_surname = at == last
            && run.len() > 1
            && (words.is(at - 1, Classes::GIVEN) || words.document.text_of(at - 1).ends_with('.'));
        // "Ann Wu MP": the letters after a name are no title before one.
        let is_honour = at == last && run.len() > 2 && words.is(at, Classes::HONOUR);
        if !is_given && !is_surname && !is_honour && !is_inside_name(words, split.to(at), run.end) {
            split = after_role(words, at, run.end);
        }
    }
    while split < last && words.is(split, Classes::DEMONYM) && !words.is(split, Classes::GIVEN) {
        split += 1;
    }
    split
}

/// Whether a title or role ends or continues a name that a given name began: "Adan Haji Sheikh", but "Texas Governor
/// Ann Wu".
fn is_inside_name(words: &Words<'_, '_>, before: TokenRange, end: TokenIdx) -> bool {
    let is_given =
        |at: TokenIdx| words.is(at, Classes::GIVEN) && !words.is(at, TITLE_WORD.or(Classes::PLACE));
    let after = (before.end + 1).to(end);
    let title = Classes::HONORIFIC.or(Classes::ABBREVIATED_TITLE);
    let gender = Classes::MALE.or(Classes::FEMALE);
    let is_office = words.is(before.end, Classes::ROLE) && !words.is(before.end, gender);
    !before.is_empty()
        && is_given(before.start)
        && !after.iter().any(|at| words.is(at, Classes::GIVEN))
        && words.is(before.end, Classes::TITLE)
        && !is_office
        && !words.is(before.end, title)
        && !words.has(before.end, Shape::POINTED)
}

/// Whether a word inside a run of capitals says to what party or people the full name after it belongs: "Senate Finance
/// Democrat Ann Wu".
fn is_member(words: &Words<'_, '_>, run: TokenRange, at: TokenIdx) -> bool {
    at > run.start
        && at + 2 < run.end
        && words.is(at, Classes::DEMONYM)
        && !words.is(at, Classes::GIVEN)
        && words.is(at + 1, Classes::GIVEN)
}

/// Whether a role that no list has opens a sentence and a run of capitalised words: "Anatomist Ruth Adeyemi".
fn begins_with_unlisted_role(words: &Words<'_, '_>, run: TokenRange) -> bool {
    let role = run.start;
    // "Grandmother-of-six", but "Jean-Paul".
    let is_compound = || {
        let mut parts = words.document.text_of(role).split('-').skip(1).peekable();
        parts.peek().is_some() && parts.all(|part| part.starts_with(char::is_lowercase))
    };
    run.len() > 2
        && words.has(role, Shape::BEGINS)
        && words.is(role + 1, Classes::GIVEN)
        && (words.classes(role) == Classes::NONE && words.document.ends_like(role, Ending::Role)
            || is_compound() && !words.is(role, Classes::GIVEN))
}

/// The token after a role and its complement: "Secretary of State", "Speaker of the House".
fn after_role(words: &Words<'_, '_>, role: TokenIdx, end: TokenIdx) -> TokenIdx {
    let mut at = role + 1;
    if at < end && is_lowercase(words, at, Classes::GENITIVE) {
        at += 1 + usize::from(is_lowercase(words, at + 1, Classes::DEFINITE_ARTICLE));
        let given = at.to(end).iter().find(|&at| words.is(at, Classes::GIVEN) && at + 1 < end);
        return given.unwrap_or(at + 1).min(end);
    }
    at
}

/// Whether a capitalised common word ends an office in small letters: "State" in "secretary of State Ann Wu".
pub(super) fn ends_office(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    let name = Classes::GIVEN.or(Classes::PLACE).or(Classes::ORGANISATION).or(TITLE_WORD);
    words.is(at, Classes::COMMON)
        && !words.is(at, name)
        && is_lowercase(words, at - 1, Classes::GENITIVE)
        && is_lowercase(words, at - 2, Classes::TITLE)
        && !words.is(at - 2, Classes::PLURAL)
}

/// The role in small letters directly before a name: "campaign manager", "resident".
pub(super) fn lowercase_title(words: &Words<'_, '_>, name: TokenIdx) -> TokenRange {
    let mut start = name;
    let before = name - 1;
    if !words.is(before, TITLE_WORD) || words.is_capitalised(before) {
        return office(words, name).unwrap_or(name).to(name);
    }
    let stops = NEVER_NAME.or(Classes::AUXILIARY).or(Classes::ADVERB);
    while name - start < LONGEST_TITLE {
        let Some(at) = start.before() else { break };
        let is_verb = words.is(at, Classes::ANY_VERB) && !words.is(at, TITLE_WORD);
        if !words.is_word(at) || words.is(at, stops) || is_verb {
            break;
        }
        start = at;
    }
    first_of_two_roles(words, start).unwrap_or(start).to(name)
}

/// Where the first of two roles of one person starts, if the second starts here: "actor and comedian Ann Wu". With an
/// article before it the first role may be another person's.
fn first_of_two_roles(words: &Words<'_, '_>, second: TokenIdx) -> Option<TokenIdx> {
    let first = second - 2;
    let other = Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::CLITIC).or(TITLE_WORD);
    let is_role = words.is(first, TITLE_WORD)
        && !words.is(first, Classes::PLURAL)
        && (!words.is_capitalised(first) || words.has(first, Shape::BEGINS));
    let is_alone = words.has(first, Shape::BEGINS) || !words.is(first - 1, other);
    (is_lowercase(words, second - 1, Classes::ADDITIVE) && is_role && is_alone).then_some(first)
}

/// Where a title with a complement in small letters starts before a full name: "head of communications", "chair of the
/// bench".
fn office(words: &Words<'_, '_>, name: TokenIdx) -> Option<TokenIdx> {
    let is_full = words.is(name, Classes::GIVEN) && words.is_capitalised(name + 1);
    if !is_full || !is_small_word(words, name - 1) {
        return None;
    }
    let goes_on = |at: TokenIdx| is_small_word(words, at) || is_lowercase(words, at, Classes::ADDITIVE);
    let joint = (1..=LONGEST_COMPLEMENT).map(|back| name - back).find(|&at| !goes_on(at))?;
    let article = usize::from(is_lowercase(words, joint, Classes::DEFINITE_ARTICLE));
    let joint = joint - article;
    let role = joint - 1;
    let is_office = is_lowercase(words, joint, Classes::GENITIVE.or(Classes::NAME_PREPOSITION))
        && words.is(role, Classes::TITLE.or(Classes::OFFICE))
        && !words.is(role, Classes::PLURAL.or(Classes::MALE).or(Classes::FEMALE));
    (is_office && joint + article + 1 < name).then_some(role)
}

/// Whether a word in small letters may be a noun that says what somebody heads.
fn is_small_word(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    let never =
        NEVER_NAME.or(Classes::AUXILIARY).or(Classes::ADVERB).or(Classes::PARTICIPLE).or(Classes::GERUND);
    words.is_word(at) && !words.is_capitalised(at) && !words.is(at, never)
}

/// Whether a role or a noun for a relative precedes a name, with a comma between: "The mayor, Peter Saxena",
/// "her mother, Ruth".
pub(super) fn follows_role(words: &Words<'_, '_>, name: TokenIdx) -> bool {
    let role = name - 2;
    words.is(name - 1, Classes::COMMA)
        && words.is(role, Classes::ROLE.or(Classes::MALE).or(Classes::FEMALE))
        && !words.is(role, Classes::PLURAL)
}

/// The length of a role between two commas after a name, comma and determiner left out: "finance minister of
/// Peru" of ", the finance minister of Peru,". Zero if there is none.
pub(super) fn apposition_len(words: &Words<'_, '_>, after: TokenIdx) -> usize {
    if !words.is(after, Classes::COMMA) || !words.is(after + 1, Classes::DETERMINER) {
        return 0;
    }
    let start = after + BEFORE_APPOSITION;
    let mut longest = start.to(start + LONGEST_APPOSITION).iter();
    let Some(end) = longest.find(|&at| !words.is_word(at)) else { return 0 };
    let role = start.to(end);
    let complement = Classes::PREPOSITION.or(Classes::RELATIVE);
    let after_head = role.iter().find(|&at| words.is(at, complement)).unwrap_or(end);
    let head = after_head - 1;
    let is_role = after_head > start && words.is(head, TITLE_WORD) && !words.is(head, Classes::PLURAL);
    if is_role {
        role.len()
    } else {
        0
    }
}

/// The gender of the noun in a role of this length between commas after a name: "a mother of two".
pub(super) fn apposition_gender(words: &Words<'_, '_>, after: TokenIdx, len: usize) -> Option<Gender> {
    let start = after + BEFORE_APPOSITION;
    let complement = Classes::PREPOSITION.or(Classes::RELATIVE);
    let head = start.to(start + len).iter().take_while(|&at| !words.is(at, complement)).last()?;
    Gender::of(words.classes(head))
}
