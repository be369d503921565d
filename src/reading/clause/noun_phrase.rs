//! Where the noun phrase before a verb starts and ends.

use crate::language::Classes;
use crate::models::value;
use crate::reading::clause::words::{
    closes_bracket, in_relative_clause, is_any_verb, is_verb, starts_with_digit,
};
use crate::reading::clause::LONGEST_SUBJECT;
use crate::reading::paragraph::Paragraph;
use crate::tokenizer::Range;
use crate::words::Shape;

/// Marks that part phrases.
pub(crate) const MARKS: Classes =
    Classes::COMMA.or(Classes::SEMICOLON).or(Classes::COLON).or(Classes::DASH).or(Classes::STOP);

const NOT_IN_SUBJECT_START: Classes = Classes::CONJUNCTION.or(Classes::SUBORDINATOR).or(Classes::ADVERB);

/// Where the noun phrase starts that ends before `end`.
pub(crate) fn noun_phrase_start(paragraph: &Paragraph<'_, '_>, sentence: &Range, end: usize) -> usize {
    let low = sentence.start.max(end.saturating_sub(LONGEST_SUBJECT));
    let mut start = end;
    while start > low {
        let at = start - 1;
        if closes_bracket(paragraph, at) {
            start = bracket_start(paragraph, sentence, at).unwrap_or(at);
            continue;
        }
        if is_barrier(paragraph, low, at, end) {
            break;
        }
        start = at;
    }
    skip_adverbials(paragraph, start, end)
}

/// Whether the unit ends a clause or phrase before the noun phrase that is being walked back over.
fn is_barrier(paragraph: &Paragraph<'_, '_>, low: usize, at: usize, end: usize) -> bool {
    if paragraph.is_quote(at) {
        // A quoted word within the phrase ("the “gang” leader said") stands between two words of it.
        return paragraph.leads_on(at) || at + 1 >= end || at == low;
    }
    let classes = paragraph.classes(at);
    if classes.any(MARKS) {
        let is_within = is_within_place(paragraph, low, at, end)
            || is_within_list(paragraph, low, at, end)
            || is_before_form(paragraph, at);
        return !is_within;
    }
    if classes.any(Classes::THAT) && at > low && is_any_verb(paragraph, at - 1) {
        return true;
    }
    if classes.any(Classes::SUBORDINATOR) && !classes.any(Classes::PREPOSITION) || is_when(paragraph, low, at)
    {
        return true;
    }
    if paragraph.symbol(at) == value!("as") || classes.any(Classes::CONJUNCTION) {
        return joins_clauses(paragraph, low, at);
    }
    // "court records show": what stands right before a verb is a noun.
    let is_noun = at + 1 == end && paragraph.is(at, Classes::THIRD) && !paragraph.is(at, Classes::AUXILIARY);
    is_verb(paragraph, at)
        && !is_noun
        && !in_relative_clause(paragraph, low, at)
        && !is_participle_after_noun(paragraph, at)
}

/// "After", "since": whether a word of these classes brings in clauses as well as noun phrases.
fn brings_in_both(classes: Classes) -> bool {
    classes.any(Classes::SUBORDINATOR) && classes.any(Classes::PREPOSITION)
}

/// Whether a clause of time begins here: "two days | after the minister said".
fn is_when(paragraph: &Paragraph<'_, '_>, low: usize, at: usize) -> bool {
    brings_in_both(paragraph.classes(at))
        && at > low
        && !paragraph.is(at - 1, MARKS)
        && paragraph.symbol(at) != value!("as")
}

/// Whether a comma stands before or behind the state of a town: "the Spokane, Wash., company".
fn is_within_place(paragraph: &Paragraph<'_, '_>, low: usize, comma: usize, end: usize) -> bool {
    let is_state = |at: usize| {
        at > low + 1
            && at + 2 < end
            && paragraph.is(at, Classes::PLACE)
            && paragraph.is_comma(at - 1)
            && paragraph.is_comma(at + 1)
            && paragraph.is_capitalised(at - 2)
            && !paragraph.is_capitalised(at + 2)
            && paragraph.is_word(at + 2)
    };
    paragraph.is_comma(comma) && (is_state(comma + 1) || comma > low && is_state(comma - 1))
}

/// Whether a comma stands before the legal form of a company or what is added to a name: "Corvane, Inc.", "Li, Jr.".
fn is_before_form(paragraph: &Paragraph<'_, '_>, comma: usize) -> bool {
    let added = Classes::SUFFIX.or(Classes::ORGANISATION);
    let is_form = paragraph.is(comma + 1, added)
        && (paragraph.has(comma + 1, Shape::POINTED) || paragraph.is(comma + 1, Classes::SUFFIX));
    paragraph.is_comma(comma) && is_form && paragraph.is_capitalised(comma + 1)
}

/// Whether a comma stands between the first of several names that begin a sentence: "Germany, France and Britain".
fn is_within_list(paragraph: &Paragraph<'_, '_>, low: usize, comma: usize, end: usize) -> bool {
    let is_name = |at: usize| paragraph.is_capitalised(at) && !paragraph.is(at, Classes::CALENDAR);
    let names =
        |units: Range| !units.is_empty() && units.into_iter().all(|at| is_name(at) || paragraph.is_comma(at));
    let joint = (comma + 1..end).find(|&at| paragraph.is(at, Classes::CONJUNCTION));
    paragraph.is_comma(comma)
        && joint.is_some_and(|joint| names(comma + 1..joint) && names(joint + 1..end))
        && names(low..comma)
}

/// Whether a conjunction joins two clauses: there is a verb or a comma before it.
fn joins_clauses(paragraph: &Paragraph<'_, '_>, low: usize, at: usize) -> bool {
    at == low
        || paragraph.is_comma(at - 1)
        || paragraph.is_quote(at - 1)
        || (low..at)
            .rev()
            .take(12)
            .take_while(|&unit| !paragraph.is_comma(unit) && !paragraph.is_quote(unit))
            .any(|unit| is_verb(paragraph, unit))
}

/// "a statement released by": a past form right after a noun with "by" or "to" behind it.
fn is_participle_after_noun(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    paragraph.is(at, Classes::PARTICIPLE)
        && paragraph.is(at + 1, Classes::PREPOSITION)
        && (!paragraph.is_capitalised(at.saturating_sub(1)) || paragraph.symbol(at + 1) == value!("by"))
}

/// Passes over what stands before the subject in its clause: "But", "On Monday", "In Iowa".
fn skip_adverbials(paragraph: &Paragraph<'_, '_>, mut start: usize, end: usize) -> usize {
    while start < end {
        let classes = paragraph.classes(start);
        let noun = Classes::DETERMINER.or(Classes::QUANTIFIER).or(Classes::PRONOUN);
        let opens_clause = classes.any(NOT_IN_SUBJECT_START) && !classes.any(noun.or(Classes::PREPOSITION));
        let conjoins = brings_in_both(classes);
        if is_time(paragraph, start) && start + 2 < end {
            start += 2;
        } else if opens_clause || (classes.any(Classes::CALENDAR) || conjoins) && start + 1 < end {
            start += 1;
        } else if classes.any(Classes::PREPOSITION) {
            match after_preposition(paragraph, start, end) {
                Some(next) => start = next,
                None => return start,
            }
        } else {
            break;
        }
    }
    start
}

/// "Last night the minister said": whether these two words before a noun phrase tell when.
fn is_time(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    let phrase = Classes::DETERMINER.or(Classes::PRONOUN).or(Classes::POSSESSIVE);
    [value!("last"), value!("this"), value!("next")].contains(&paragraph.symbol(at))
        && !paragraph.is_capitalised(at + 1)
        && (paragraph.is(at + 2, phrase) || paragraph.is_capitalised(at + 2))
}

/// The start of a second noun phrase behind the one that a preposition governs: "In Iowa | the senator".
fn after_preposition(paragraph: &Paragraph<'_, '_>, start: usize, end: usize) -> Option<usize> {
    let determiner = (start + 2..end).rev().find(|&at| {
        paragraph.is(at, Classes::DETERMINER.or(Classes::PRONOUN))
            && !paragraph.is(at - 1, Classes::PREPOSITION)
    });
    determiner.or_else(|| {
        let name = (start + 1..end).rev().take_while(|&at| paragraph.is_capitalised(at)).last()?;
        (name > start + 1).then_some(name)
    })
}

/// Drops commas, brackets and stray adverbs from the ends of a source; the comma that closes a
/// parenthesis stays.
pub(crate) fn trim(paragraph: &Paragraph<'_, '_>, mut range: Range) -> Range {
    while range.start < range.end && !paragraph.is_word(range.start) && !paragraph.is_quote(range.start) {
        range.start += 1;
    }
    if range.end > range.start
        && paragraph.is_comma(range.end - 1)
        && !range.clone().rev().skip(1).any(|at| paragraph.is_comma(at))
    {
        range.end -= 1;
    }
    range
}

/// Where the bracket opens that closes at this unit.
pub(crate) fn bracket_start(paragraph: &Paragraph<'_, '_>, sentence: &Range, close: usize) -> Option<usize> {
    (sentence.start..close).rev().take(LONGEST_SUBJECT).find(|&at| paragraph.is(at, Classes::OPENING_BRACKET))
}

/// Where the parenthesis starts that this comma ends: at the comma that opens it.
pub(crate) fn parenthetical_start(
    paragraph: &Paragraph<'_, '_>,
    sentence: &Range,
    comma: usize,
) -> Option<usize> {
    let low = sentence.start.max(comma.saturating_sub(LONGEST_SUBJECT));
    let mut best = None;
    for at in (low..comma).rev() {
        if paragraph.is_quote(at) && best.is_some() {
            break;
        }
        if paragraph.is(at, Classes::SEMICOLON.or(Classes::COLON).or(Classes::DASH)) {
            break;
        }
        if !paragraph.is_comma(at) || at == sentence.start {
            continue;
        }
        let opener = at + 1;
        // "The driver, 34, was drunk, said Ann Moss": what is said ends with this comma, and no apposition.
        if paragraph.is(opener, Classes::AUXILIARY) {
            break;
        }
        let classes = paragraph.classes(opener);
        let opens = classes.any(
            Classes::RELATIVE
                .or(Classes::DETERMINER)
                .or(Classes::ROLE)
                .or(Classes::PREPOSITION)
                .or(Classes::GERUND)
                .or(Classes::PARTICIPLE)
                .or(Classes::SUBORDINATOR)
                .or(Classes::ADVERB)
                .or(Classes::POSSESSIVE),
        ) || paragraph.is_word(opener);
        if opens && ends_noun_phrase(paragraph, at - 1) {
            best = Some(at);
            // "Smith, a Republican from Ohio, who met Lee, said": go on while the phrase before is itself set off.
            if !is_inside_list(paragraph, sentence, at) {
                break;
            }
        }
    }
    best
}

/// Whether the words right before this comma are themselves set off by one from what they belong to.
fn is_inside_list(paragraph: &Paragraph<'_, '_>, sentence: &Range, comma: usize) -> bool {
    let low = sentence.start.max(comma.saturating_sub(20));
    let opener = (low..comma)
        .rev()
        .find(|&at| paragraph.is_comma(at) || paragraph.is_quote(at) || at == sentence.start);
    opener.is_some_and(|at| {
        at > sentence.start
            && paragraph.is_comma(at)
            && adds_to_name(paragraph, at + 1..comma)
            && may_be_added_to(paragraph, at - 1)
            && !tells_where(paragraph, sentence, at)
    })
}

/// Whether words between two commas say more of a name: ", 46,", ", a doctor,", ", based in Lima,".
fn adds_to_name(paragraph: &Paragraph<'_, '_>, words: Range) -> bool {
    let opener = Classes::DETERMINER
        .or(Classes::ROLE)
        .or(Classes::POSSESSIVE)
        .or(Classes::PLACE)
        .or(Classes::PREPOSITION);
    let may_be_participle =
        is_verb(paragraph, words.start) && paragraph.is(words.start + 1, Classes::PREPOSITION);
    let opens =
        may_be_participle || starts_with_digit(paragraph, words.start) || paragraph.is(words.start, opener);
    opens && !words.skip(usize::from(may_be_participle)).any(|unit| is_verb(paragraph, unit))
}

/// Whether a name, an age, a role or a bracket ends at this unit.
fn may_be_added_to(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    paragraph.is_capitalised(at)
        || starts_with_digit(paragraph, at)
        || closes_bracket(paragraph, at)
        || paragraph.is(at, Classes::ROLE)
}

/// "In Boston, Mayor Ann Wu, a doctor, said": whether what stands before a comma tells where it was said.
fn tells_where(paragraph: &Paragraph<'_, '_>, sentence: &Range, comma: usize) -> bool {
    let first = sentence.start;
    paragraph.is(first, Classes::PREPOSITION)
        && comma > first + 1
        && (first + 1..comma).all(|unit| paragraph.is_capitalised(unit))
}

fn ends_noun_phrase(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    let stops = Classes::PREPOSITION
        .or(Classes::CONJUNCTION)
        .or(Classes::DETERMINER)
        .or(Classes::SUBORDINATOR)
        .or(Classes::AUXILIARY);
    paragraph.is_word(at) && !paragraph.is(at, stops) || paragraph.is(at, Classes::CLOSING_BRACKET)
}
