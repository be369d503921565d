//! Which words before a colon name a speaker: "Ann Brown", "THE COURT", "Audience member"; not "Note".
//!
//! Imports word classes, typed indices and documents.

use crate::language::Classes;
use crate::text::index::{TokenIdx, TokenRange};
use crate::tokenizer::{Document, Shape, TokenKind};

/// The maximum length of a name in a label, in tokens.
pub(super) const LONGEST_NAME: usize = 6;

/// The maximum length of a label before a full stop and a dash, in tokens.
const LONGEST_BEFORE_DASH: usize = 20;

/// The maximum length of initials in a label, in letters.
const INITIALS: usize = 3;

/// The length of a day or a month that is cut short: "Tue".
const SHORT_DAY: usize = 3;

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

/// A label without a remark in brackets: "WU (through translator)", "WU [laughs]".
pub(super) fn without_remark(document: &Document<'_>, label: TokenRange) -> TokenRange {
    let bracket = label.iter().find(|&at| document.is(at, Classes::OPENING_BRACKET));
    label.start.to(bracket.unwrap_or(label.end))
}

/// A label without the number of the question before it: "Q12 Ann Wu", "3. Mr Holt".
pub(super) fn without_number(document: &Document<'_>, label: TokenRange) -> TokenRange {
    let has_number = label.len() > 1 && is_number_of_question(document, label.start);
    let is_of_list = document.kind(label.start) == Some(TokenKind::Number)
        && document.is(label.start + 1, Classes::FULL_STOP)
        && document.is(label.start + 2, Classes::HONORIFIC);
    let length = if is_of_list { 2 } else { usize::from(has_number) };
    (label.start + length).to(label.end)
}

/// Whether a token is the number of a question: "Q12".
pub(crate) fn is_number_of_question(document: &Document<'_>, at: TokenIdx) -> bool {
    match document.text_of(at).as_bytes() {
        [letter, digits @ ..] => {
            document.language.labels_turn(*letter)
                && !digits.is_empty()
                && digits.iter().all(u8::is_ascii_digit)
        }
        [] => false,
    }
}

/// A name without the full stop that ends it.
pub(super) fn without_stop(document: &Document<'_>, name: TokenRange) -> TokenRange {
    match name.last() {
        Some(last) if document.is(last, Classes::FULL_STOP) => name.start.to(last),
        _ => name,
    }
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

/// Whether words that are no name may mean a speaker: "DISPATCH", a newspaper that asks, "Me".
pub(super) fn may_be_anybody(document: &Document<'_>, label: TokenRange) -> bool {
    let never = Classes::NOTICE.or(Classes::PLACE).or(Classes::CALENDAR).or(NEVER_FIRST);
    let asks = Classes::ORGANISATION.or(Classes::OBJECT);
    let may_be = |at: TokenIdx| {
        let is_me = document.is(at, Classes::OBJECT) && document.is(at, Classes::FIRST_PERSON);
        // "IS" and "HE" may be initials.
        let are_initials = document.is(at, Classes::AUXILIARY.or(Classes::PRONOUN))
            && label.len() == 1
            && (2..=INITIALS).contains(&document.text_of(at).len());
        let is_written = document.is_all_capitals(at) || document.is_capitalised(at) && document.is(at, asks);
        is_written && (is_me || are_initials || !document.is(at, never))
    };
    (1..=LONGEST_NAME / 2).contains(&label.len()) && label.iter().all(may_be)
}

/// Whether a line begins with a word for what is no speech: "Note:", "Editor's note:", "Photo credit:".
pub(super) fn is_notice(document: &Document<'_>, label: TokenRange) -> bool {
    label.iter().any(|at| document.is(at, Classes::NOTICE)) && document.is_capitalised(label.start)
}

/// Whether a label gives a role, and the line nothing but the names of those who have it: "Interviewer: Ann Wu", "Hosts: Ann
/// Wu and Bo Kim".
pub(super) fn names_holder(document: &Document<'_>, label: TokenRange, line: TokenRange) -> bool {
    let is_role = !label.is_empty()
        && label.iter().all(|at| document.is(at, Classes::ROLE) && !document.is(at, Classes::GIVEN));
    let are_many = document.is(label.start, Classes::PLURAL);
    let joins = |at: TokenIdx| are_many && document.is(at, Classes::ADDITIVE.or(Classes::COMMA));
    let is_part = |at: TokenIdx| document.is_word(at) && document.is_capitalised(at) || joins(at);
    let longest = if are_many { 2 * LONGEST_NAME } else { LONGEST_NAME / 2 };
    is_role
        && (1..=longest).contains(&line.len())
        && line.iter().all(is_part)
        && line.iter().any(|at| document.is(at, Classes::GIVEN))
}

/// Whether a name of several words may be that of a newspaper or another organisation that asks: "Harbour Magazine".
pub(super) fn may_publish(document: &Document<'_>, name: TokenRange) -> bool {
    let asks = Classes::ORGANISATION.or(Classes::DOCUMENT);
    name.len() > 1
        && !document.is(name.start, Classes::NOTICE.or(NEVER_FIRST))
        && name.last().is_some_and(|last| document.is(last, asks))
}

/// The name in brackets after an office: "Ann Wu" of "The Minister of State (Ann Wu)", "Ms. Wu" of "Guest (Ms. Wu)".
pub(super) fn name_in_bracket(document: &Document<'_>, label: TokenRange) -> Option<TokenRange> {
    let bracket = label.iter().find(|&at| document.is(at, Classes::OPENING_BRACKET))?;
    let close = label.last().filter(|&at| document.is(at, Classes::CLOSING_BRACKET))?;
    let office = label.start.to(bracket);
    let name = (bracket + 1).to(close);
    let is_polite = document.is(name.start, Classes::HONORIFIC);
    let is_office =
        (document.is(label.start, Classes::DETERMINER) || is_polite) && is_personal(document, office);
    let is_name = name.len() > 1 && is_written_like_name(document, name) && is_personal(document, name);
    (is_office && is_name).then_some(name)
}

/// Who asks, in a line above questions: "Ms. Wu" of "BY MS. WU", "EXAMINATION BY MS. WU".
pub(super) fn examiner(document: &Document<'_>, label: TokenRange) -> Option<TokenRange> {
    let by = label.iter().find(|&at| document.is(at, Classes::AGENT))?;
    let name = (by + 1).to(label.end);
    let asks = document.is(name.start, Classes::TITLE)
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

/// Whether the words after the name in a label report speech: "ANN WU, having been sworn, testified as follows:".
pub(super) fn reports_speech(document: &Document<'_>, label: TokenRange, name_end: TokenIdx) -> bool {
    let spoke = |at: TokenIdx| document.is(at, Classes::SPEECH) && document.is(at, Classes::PAST);
    let after_name = name_end.to(label.end.max(name_end));
    after_name.iter().any(|at| spoke(at) && at + 1 < label.end && document.is_word(at + 1))
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

/// Whether an answer, from its letter on, is a name and nothing else: "A. Ann Wu."
pub(crate) fn answers_by_name(document: &Document<'_>, answer: TokenRange) -> bool {
    let letter = document.text_of(answer.start).trim_end_matches('.').as_bytes();
    let is_letter = matches!(letter, [letter] if document.language.labels_answer(*letter));
    let has_colon = document.is(answer.start + 1, Classes::COLON);
    let name = (answer.start + 1 + usize::from(has_colon)).to(answer.end);
    // "A. Wu." is a name with an initial.
    let least = if has_colon { 2 } else { 3 };
    let is_part = |at: TokenIdx| document.is_capitalised(at) || document.is(at, Classes::STOP);
    is_letter
        && (least..=LONGEST_NAME).contains(&name.len())
        && name.last().is_some_and(|last| document.is(last, Classes::STOP))
        && name.iter().all(is_part)
}

/// Whether a line is a date or a time alone, with no more than small words: "March 4, 2015 at 8:02 am".
pub(super) fn is_date_of_log(document: &Document<'_>, line: TokenRange) -> bool {
    let small = Classes::CALENDAR.or(Classes::PREPOSITION).or(Classes::COMMA).or(Classes::TIME_ADVERB);
    let is_number = |at: TokenIdx| document.kind(at) == Some(TokenKind::Number);
    let is_part = |at: TokenIdx| {
        let text = document.text_of(at);
        is_number(at)
            || document.is(at, small)
            || document.is_capitalised(at) && text.len() == SHORT_DAY
            || document.is(at, Classes::QUANTIFIER)
            || text.ends_with(['m', 'M', '.'])
    };
    line.len() <= 2 * LONGEST_NAME && line.iter().any(is_number) && line.iter().all(is_part)
}

/// The letters of Roman numerals up to 89, as acts and scenes have them.
const NUMERALS: &str = "IVXL";

/// A label before a full stop, the token after the stop, and whether it is clear: that of a member in the record of a
/// parliament ("Mr. HOLT of Ohio.", "Dr. Holt.", "The Chairman."), or of a character of a play ("RUNE.").
pub(super) fn before_stop(
    document: &Document<'_>,
    paragraph: TokenRange,
) -> Option<(TokenRange, TokenIdx, bool)> {
    let titles = Classes::TITLE.or(Classes::DETERMINER).or(Classes::ROLE);
    let is_member = document.is(paragraph.start, titles) && document.is_capitalised(paragraph.start);
    let name = paragraph.start + usize::from(is_member);
    let is_loud = document.is_all_capitals(name) && document.text_of(name).len() > 2;
    if !(is_loud || is_member && document.is_capitalised(name)) {
        return None;
    }
    let mut words = (name + 1).to(paragraph.end.min(name + LONGEST_NAME)).iter();
    let stop = words.find(|&at| !document.is_word(at))?;
    let label = paragraph.start.to(stop);
    // The speech follows on the same line or, in a play, on the next one.
    let follows = match stop + 1 < paragraph.end {
        true => document.token(stop + 1).is_some_and(|token| token.has_space_before()),
        false => is_loud,
    };
    let is_shown = match (is_loud, is_member) {
        (true, true) => true,
        (true, false) => label.iter().all(|at| document.is_all_capitals(at)) && is_named(document, label),
        (false, _) => is_member_in_small(document, label),
    };
    // "SCENE II."
    let is_number = |last: TokenIdx| document.text_of(last).chars().all(|c| NUMERALS.contains(c));
    let speaks =
        document.is(stop, Classes::FULL_STOP) && follows && is_shown && !label.last().is_some_and(is_number);
    speaks.then_some((label, stop + 1, is_loud && is_member))
}

/// A label before a full stop and a dash, and the token after them: "Ann Wu, on behalf of the Greens. – Madam President".
pub(super) fn before_dash(document: &Document<'_>, paragraph: TokenRange) -> Option<(TokenRange, TokenIdx)> {
    let near = paragraph.start.to(paragraph.end.min(paragraph.start + LONGEST_BEFORE_DASH));
    let length = near.iter().take_while(|&at| document.is_capitalised(at)).count();
    let name = near.start.to(near.start + length);
    let ends = Classes::COMMA.or(Classes::OPENING_BRACKET).or(Classes::FULL_STOP);
    if name.is_empty() || !document.is(name.end, ends) {
        return None;
    }
    let stop = near.iter().find(|&at| document.is(at, Classes::FULL_STOP))?;
    let dash = stop + 1;
    let is_spaced = |at: TokenIdx| document.token(at).is_some_and(|token| token.has_space_before());
    let speaks = document.is(dash, Classes::DASH)
        && is_spaced(dash)
        && is_spaced(dash + 1)
        && dash + 1 < paragraph.end
        && is_written_like_name(document, name)
        && is_named(document, name);
    speaks.then_some((paragraph.start.to(stop), dash + 1))
}

/// Whether a label is a title and a name or an article and an office, in small letters: "Dr. Holt", "The Chairman".
fn is_member_in_small(document: &Document<'_>, label: TokenRange) -> bool {
    let office = Classes::ROLE.or(Classes::TITLE);
    let is_office = document.is(label.start, Classes::DETERMINER)
        && label.last().is_some_and(|last| document.is(last, office));
    let is_titled = document.is(label.start, office) && !document.is(label.start, Classes::GIVEN);
    label.len() > 1
        && (is_office || is_titled)
        && is_written_like_name(document, label)
        && label.iter().all(|at| document.is_capitalised(at))
}
