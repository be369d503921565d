//! Which words before a colon name a speaker: "Ann Brown", "THE COURT", "Audience member"; not "Note".
//!
//! Imports word classes, typed indices and documents.

use crate::language::Classes;
use crate::text::index::{TokenIdx, TokenRange};
use crate::tokenizer::{Document, Shape, TokenKind};

/// The maximum length of a name in a label, in tokens.
pub(super) const LONGEST_NAME: usize = 6;

/// The maximum length of initials in a label, in letters.
const INITIALS: usize = 3;

/// Words that show a person.
const PERSONAL: Classes = Classes::ROLE.or(Classes::TITLE).or(Classes::GIVEN);

/// Words that begin no name.
const NEVER_FIRST: Classes = Classes::CONJUNCTION
    .or(Classes::PREPOSITION)
    .or(Classes::SUBORDINATOR)
    .or(Classes::PRONOUN)
    .or(Classes::ADVERB)
    .or(Classes::AUXILIARY);

/// Words that end no name by themselves: "Note", "WASHINGTON", "Monday".
const ORDINARY: Classes = NEVER_FIRST
    .or(Classes::COMMON)
    .or(Classes::ANY_VERB)
    .or(Classes::SPEECH_NOUN)
    .or(Classes::DOCUMENT)
    .or(Classes::NOTICE)
    .or(Classes::ORGANISATION)
    .or(Classes::PLACE)
    .or(Classes::CALENDAR)
    .or(Classes::DETERMINER)
    .or(Classes::QUANTIFIER);

/// Parts of a name that need no capital.
const INNER: Classes =
    Classes::PARTICLE.or(Classes::ADDITIVE).or(Classes::AMPERSAND).or(Classes::HYPHEN).or(Classes::SUFFIX);

/// A label without what follows a comma or a bracket: "Nora Holt" of "Nora Holt, harbour master".
pub(super) fn bare(document: &Document<'_>, label: TokenRange) -> TokenRange {
    let ends = Classes::COMMA.or(Classes::OPENING_BRACKET);
    let end = label.iter().find(|at| document.is(*at, ends)).unwrap_or(label.end);
    label.start.to(end)
}

/// Whether these words are written like the name or the role of a speaker: capitals, but for small words and for what
/// a person is: "Audience member".
pub(super) fn is_written_like_name(document: &Document<'_>, name: TokenRange) -> bool {
    let small = Classes::GENITIVE.or(Classes::NAME_PREPOSITION);
    let is_office = document.is(name.start, Classes::DETERMINER.or(Classes::ROLE).or(Classes::TITLE));
    let is_part = |at: TokenIdx| {
        let view = document.view(at);
        view.has(Shape::CAPITAL)
            || view.is(INNER)
            || at > name.start
                && (view.has(Shape::NUMBER) || view.is(Classes::ROLE) || is_office && view.is(small))
    };
    !name.is_empty()
        && name.len() <= LONGEST_NAME
        && document.is_capitalised(name.start)
        && name.iter().all(is_part)
}

/// Whether words written like a name are a name or a role, and no heading: "Ann Brown", "The President"; not "Note".
pub(super) fn is_named(document: &Document<'_>, name: TokenRange) -> bool {
    let first = document.classes(name.start);
    if first.any(Classes::NOTICE) && !first.any(PERSONAL) {
        return false;
    }
    let last = name.iter().rev().find(|at| document.is_capitalised(*at)).unwrap_or(name.start);
    let may_begin = !first.any(NEVER_FIRST) || first.any(PERSONAL);
    let is_person = name.iter().any(|at| document.is(at, PERSONAL));
    // "THE COURT", "THE WITNESS".
    let is_office = first.any(Classes::DETERMINER) && name.iter().all(|at| document.is_all_capitals(at));
    is_office || may_begin && (is_person || !document.is(last, ORDINARY))
}

/// Whether a name or a role of a person is among these words.
pub(super) fn is_personal(document: &Document<'_>, name: TokenRange) -> bool {
    name.iter().any(|at| document.is(at, PERSONAL))
}

/// Whether words may be whoever speaks, though they are no name: "DISPATCH", a newspaper that asks, "Me".
pub(super) fn may_be_anybody(document: &Document<'_>, label: TokenRange) -> bool {
    let never = Classes::NOTICE.or(Classes::PLACE).or(Classes::CALENDAR).or(NEVER_FIRST);
    let asks = Classes::ORGANISATION.or(Classes::OBJECT);
    let may_be = |at: TokenIdx| {
        let is_me = document.is(at, Classes::OBJECT) && document.is(at, Classes::FIRST_PERSON);
        let is_written = document.is_all_capitals(at) || document.is_capitalised(at) && document.is(at, asks);
        is_written && (is_me || !document.is(at, never))
    };
    (1..=LONGEST_NAME / 2).contains(&label.len()) && label.iter().all(may_be)
}

/// Whether a line begins with a word for what is no speech: "Note:", "Editor's note:", "Photo credit:".
pub(super) fn is_notice(document: &Document<'_>, label: TokenRange) -> bool {
    label.iter().any(|at| document.is(at, Classes::NOTICE)) && document.is_capitalised(label.start)
}

/// Whether a label gives a role, and the line nothing but the name of who has it: "Interviewer: Ann Wu".
pub(super) fn names_holder(document: &Document<'_>, label: TokenRange, line: TokenRange) -> bool {
    let is_role = !label.is_empty()
        && label.iter().all(|at| document.is(at, Classes::ROLE) && !document.is(at, Classes::GIVEN));
    is_role
        && (1..=LONGEST_NAME / 2).contains(&line.len())
        && line.iter().all(|at| document.is_word(at) && document.is_capitalised(at))
        && line.iter().any(|at| document.is(at, Classes::GIVEN))
}

/// Whether a name of several words may be that of a newspaper or another body that asks: "Harbour Magazine".
pub(super) fn may_publish(document: &Document<'_>, name: TokenRange) -> bool {
    let asks = Classes::ORGANISATION.or(Classes::DOCUMENT);
    name.len() > 1
        && !document.is(name.start, Classes::NOTICE.or(NEVER_FIRST))
        && name.last().is_some_and(|last| document.is(last, asks))
}

/// The name in brackets after an office: "Ann Wu" of "The Minister of State (Ann Wu)".
pub(super) fn name_in_bracket(document: &Document<'_>, label: TokenRange) -> Option<TokenRange> {
    let bracket = label.iter().find(|&at| document.is(at, Classes::OPENING_BRACKET))?;
    let close = label.last().filter(|&at| document.is(at, Classes::CLOSING_BRACKET))?;
    let office = label.start.to(bracket);
    let is_office = document.is(label.start, Classes::DETERMINER) && is_personal(document, office);
    let name = (bracket + 1).to(close);
    let is_name = name.len() > 1 && is_written_like_name(document, name) && is_personal(document, name);
    (is_office && is_name).then_some(name)
}

/// Who asks, in a line above questions: "Ms. Wu" of "BY MS. WU".
pub(super) fn examiner(document: &Document<'_>, label: TokenRange) -> Option<TokenRange> {
    let name = (label.start + 1).to(label.end);
    let asks = document.is(label.start, Classes::AGENT)
        && document.is(name.start, Classes::TITLE)
        && label.iter().all(|at| document.is_all_capitals(at) || !document.is_word(at));
    (asks && name.len() > 1).then_some(name)
}

/// Whether words after a name say what somebody does: "Head Nurse".
pub(super) fn is_role(document: &Document<'_>, words: TokenRange) -> bool {
    let ends = |at: &TokenIdx| document.is(*at, Classes::STOP);
    words.iter().any(|at| document.is(at, Classes::ROLE.or(Classes::OFFICE)))
        && words.iter().all(|at| !document.is(at, Classes::ANY_VERB) || document.is_capitalised(at))
        && !words.last().is_some_and(|last| ends(&last))
}

/// Whether a label is the name of an account: "u/saltroad", "@saltroad", "salt_road".
pub(super) fn is_handle(label: &str) -> bool {
    let has_sign = label.starts_with('@') || label.trim_start_matches('/').starts_with("u/");
    label.len() > 2 && !label.contains(' ') && (has_sign || label.contains('_'))
}

/// Whether a label is written in capitals: "KING", "MS. WU", "THE COURT", "JM" but not "UN".
pub(super) fn is_in_capitals(document: &Document<'_>, name: TokenRange) -> bool {
    let last = name.iter().take_while(|&at| document.is_word(at)).last();
    let is_name = |last: TokenIdx| {
        document.text_of(last).len() > INITIALS || !document.is(last, ORDINARY) || is_office(document, name)
    };
    last.is_some_and(|last| document.is_all_capitals(last) && is_name(last))
}

fn is_office(document: &Document<'_>, name: TokenRange) -> bool {
    name.len() > 1 && document.is(name.start, Classes::TITLE.or(Classes::DETERMINER))
}

/// Whether a label gives an age after the name: "Rosa Holt, 34, nurse".
pub(super) fn has_age(document: &Document<'_>, label: TokenRange) -> bool {
    let comma = label.iter().find(|&at| document.is(at, Classes::COMMA));
    comma.is_some_and(|comma| {
        let after = comma + 2;
        let ends = document.is(after, Classes::COMMA.or(Classes::COLON)) || document.begins_paragraph(after);
        document.kind(comma + 1) == Some(TokenKind::Number) && ends
    })
}

/// Whether the words after a time are a sender and no part of a sentence: a name, a nickname, the number of a telephone.
pub(super) fn is_sender(document: &Document<'_>, sender: TokenRange) -> bool {
    let is_part = |at: TokenIdx| {
        let view = document.view(at);
        !document.is_word(at) || view.has(Shape::CAPITAL) || view.is(INNER) || sender.len() == 1
    };
    !sender.is_empty() && sender.len() <= LONGEST_NAME && sender.iter().all(is_part)
}

/// Whether a word is written as no word of a sentence is: "oldSpoke", "OldSpoke", "salt_road", "kit77".
pub(super) fn is_nickname(name: &str) -> bool {
    let mut small = false;
    let inner_capital =
        name.chars().any(|c| std::mem::replace(&mut small, c.is_lowercase()) && c.is_uppercase());
    name.starts_with(char::is_lowercase)
        || inner_capital
        || name.contains('_')
        || name.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether these words are a date: "12 Jan", "Monday, 3 May".
pub(super) fn is_date(document: &Document<'_>, words: TokenRange) -> bool {
    let is_number = |at: TokenIdx| document.kind(at) == Some(TokenKind::Number);
    let is_month = |at: TokenIdx| {
        document.is(at, Classes::CALENDAR)
            || document.is_capitalised(at) && document.language.is_abbreviation(document.text_of(at))
    };
    let is_part = |at: TokenIdx| is_number(at) || is_month(at) || document.is(at, Classes::COMMA);
    words.iter().all(is_part) && words.iter().any(is_number) && words.iter().any(is_month)
}

/// A label before a full stop, the token after the stop, and whether it is clear: that of a member in the record of a
/// parliament ("Mr. HOLT of Ohio."), or of a character of a play ("RUNE.").
pub(super) fn before_stop(
    document: &Document<'_>,
    paragraph: TokenRange,
) -> Option<(TokenRange, TokenIdx, bool)> {
    let is_member = document.is(paragraph.start, Classes::TITLE.or(Classes::DETERMINER));
    let name = paragraph.start + usize::from(is_member);
    let is_name = document.is_all_capitals(name) && document.text_of(name).len() > 2;
    if !is_name {
        return None;
    }
    let mut words = (name + 1).to(paragraph.end.min(name + LONGEST_NAME)).iter();
    let stop = words.find(|&at| !document.is_word(at))?;
    let label = paragraph.start.to(stop);
    let follows = document.token(stop + 1).is_some_and(|token| token.has_space_before());
    let is_character = || label.iter().all(|at| document.is_all_capitals(at)) && is_named(document, label);
    let speaks = document.is(stop, Classes::FULL_STOP) && follows && (is_member || is_character());
    speaks.then_some((label, stop + 1, is_member))
}
