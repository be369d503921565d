//! Sources before the cue: its subject, or that of the clause around it.

use crate::language::Classes;
use crate::models::value;
use crate::reading::clause::behind::agent;
use crate::reading::clause::noun_phrase::{bracket_start, noun_phrase_start, parenthetical_start, trim};
use crate::reading::clause::words::{closes_bracket, in_relative_clause, is_verb};
use crate::reading::clause::LONGEST_SUBJECT;
use crate::reading::paragraph::Paragraph;
use crate::reading::verbs::{Cue, Form};
use crate::tokenizer::Range;

/// The source of a cue that stands before it, in units.
pub(crate) fn subject(paragraph: &Paragraph<'_, '_>, sentence: &Range, cue: &Cue) -> Option<Range> {
    cue.subject.get_or_init(|| find_subject(paragraph, sentence, cue)).clone()
}

fn find_subject(paragraph: &Paragraph<'_, '_>, sentence: &Range, cue: &Cue) -> Option<Range> {
    match cue.form {
        Form::Finite if is_inverted(paragraph, sentence, cue.head, &cue.group) => None,
        Form::Finite => finite_subject(paragraph, sentence, cue.group.start),
        Form::Participle => participle_subject(paragraph, sentence, cue.group.start),
        Form::Infinitive => main_subject(paragraph, sentence, cue.group.start),
        Form::Passive => agent(paragraph, sentence, cue.head),
    }
}

/// "The bus was full, said Ann Moss": whether the subject of a cue behind a comma can but stand behind it, since
/// nothing else does.
pub(crate) fn is_inverted(
    paragraph: &Paragraph<'_, '_>,
    sentence: &Range,
    verb: usize,
    group: &Range,
) -> bool {
    let (start, next) = (group.start, group.end);
    let is_tag = start == verb
        && start > sentence.start
        && paragraph.is_comma(start - 1)
        && paragraph.lemma(verb) == value!("say");
    let names_somebody = paragraph.is(next, Classes::ROLE.or(Classes::TITLE).or(Classes::PLURAL))
        || paragraph.is_capitalised(next) && !paragraph.is(next, Classes::CALENDAR);
    let is_of_clause = |at: usize| {
        paragraph.is_quote(at) || is_verb(paragraph, at) && !in_relative_clause(paragraph, next, at)
    };
    is_tag && next < sentence.end && names_somebody && !(next..sentence.end).any(is_of_clause)
}

/// The subject of a clause without a cue: that of its first finite verb.
pub(crate) fn first_subject(paragraph: &Paragraph<'_, '_>, clause: &Range) -> Option<Range> {
    main_subject(paragraph, clause, clause.end)
}

/// The subject of the finite verb group that starts at this unit.
fn finite_subject(paragraph: &Paragraph<'_, '_>, sentence: &Range, verb: usize) -> Option<Range> {
    let before = verb.checked_sub(1).filter(|at| *at >= sentence.start)?;
    let classes = paragraph.classes(before);
    if classes.any(Classes::RELATIVE.or(Classes::PRONOUN)) {
        return Some(before..verb);
    }
    if classes.any(Classes::CONJUNCTION)
        || paragraph.is_comma(before) && opens_coordinate(paragraph, sentence, before)
    {
        return main_subject(paragraph, sentence, before);
    }
    // "Ann Wu yesterday said", but "USA Today said".
    let between = [value!("today"), value!("yesterday"), value!("tonight"), value!("twice")];
    if before > sentence.start
        && between.contains(&paragraph.symbol(before))
        && !paragraph.is_capitalised(before)
    {
        return finite_subject(paragraph, sentence, before);
    }
    let end = verb;
    let mut body_end = end;
    if paragraph.is_comma(before) {
        body_end = parenthetical_start(paragraph, sentence, before)?;
    } else if paragraph.is_quote(before) && paragraph.leads_on(before) {
        body_end = (sentence.start..before).rev().take(6).find(|&at| paragraph.is_comma(at))?;
    } else if paragraph.is(before, Classes::DASH) {
        body_end = (sentence.start..before)
            .rev()
            .take(LONGEST_SUBJECT)
            .find(|&at| paragraph.is(at, Classes::DASH))?;
    } else if closes_bracket(paragraph, before) {
        body_end = bracket_start(paragraph, sentence, before)?;
    }
    if body_end <= sentence.start {
        return None;
    }
    let start = noun_phrase_start(paragraph, sentence, body_end);
    if start < body_end && paragraph.is(start, Classes::RELATIVE) && !paragraph.is(start, Classes::DETERMINER)
    {
        return Some(start..start + 1);
    }
    (start < body_end).then(|| trim(paragraph, start..end)).filter(|range| !range.is_empty())
}

/// Whether a comma before a verb ends a clause of the same subject ("won, said") rather than a
/// parenthesis ("Smith, a doctor, said").
fn opens_coordinate(paragraph: &Paragraph<'_, '_>, sentence: &Range, comma: usize) -> bool {
    comma > sentence.start && paragraph.is(comma - 1, Classes::CONJUNCTION)
}

/// The subject of the clause around a participle, an infinitive or the second of two verbs: that of its
/// first finite verb.
fn main_subject(paragraph: &Paragraph<'_, '_>, sentence: &Range, mut before: usize) -> Option<Range> {
    loop {
        let start = clause_start(paragraph, sentence, before);
        let clause = start..sentence.end;
        let of_verb = |at: usize| {
            let is_main = is_verb(paragraph, at) && !in_relative_clause(paragraph, start, at);
            is_main.then(|| direct_subject(paragraph, &clause, group_start(paragraph, start, at))).flatten()
        };
        let found = (start..before).find_map(of_verb);
        if found.is_some() || start <= sentence.start {
            return found;
        }
        before = start - 1;
    }
}

/// The subject of a finite verb that is not itself one of several.
fn direct_subject(paragraph: &Paragraph<'_, '_>, sentence: &Range, verb: usize) -> Option<Range> {
    let before = verb.checked_sub(1).filter(|at| *at >= sentence.start)?;
    let one_of_several = paragraph.is(before, Classes::CONJUNCTION)
        || paragraph.is_comma(before) && opens_coordinate(paragraph, sentence, before);
    if one_of_several {
        return None;
    }
    finite_subject(paragraph, sentence, verb).filter(|range| is_nominal(paragraph, range))
}

/// Whether a range can be a subject at all: it holds a name, a pronoun or a noun phrase's beginning.
fn is_nominal(paragraph: &Paragraph<'_, '_>, range: &Range) -> bool {
    let nominal = Classes::PRONOUN
        .or(Classes::DETERMINER)
        .or(Classes::QUANTIFIER)
        .or(Classes::PLURAL)
        .or(Classes::ROLE)
        .or(Classes::RELATIVE);
    range.clone().any(|at| paragraph.is_capitalised(at) || paragraph.is(at, nominal))
}

fn group_start(paragraph: &Paragraph<'_, '_>, low: usize, verb: usize) -> usize {
    let mut start = verb;
    while start > low
        && paragraph.is(start - 1, Classes::ADVERB.or(Classes::AUXILIARY))
        && !paragraph.is_capitalised(start - 1)
        && !paragraph.is(start - 1, Classes::CONJUNCTION)
    {
        start -= 1;
    }
    start
}

/// Where the innermost clause around a unit starts: after a semicolon, a dash, ", while", ", with".
fn clause_start(paragraph: &Paragraph<'_, '_>, sentence: &Range, before: usize) -> usize {
    let low = sentence.start.max(before.saturating_sub(LONGEST_SUBJECT));
    for at in (low..before).rev() {
        if paragraph.is(at, Classes::SEMICOLON) {
            return at + 1;
        }
        let opens = paragraph.is(at, Classes::CLAUSE_OPENER) && !paragraph.is_capitalised(at);
        if opens && at > low && paragraph.is_comma(at - 1) && has_own_subject(paragraph, at + 1, before) {
            return at + 1;
        }
    }
    low
}

/// Whether what follows a conjunction starts with a noun phrase of its own, with a verb behind it.
fn has_own_subject(paragraph: &Paragraph<'_, '_>, at: usize, end: usize) -> bool {
    let nominal = Classes::PRONOUN.or(Classes::DETERMINER);
    (paragraph.is_capitalised(at) || paragraph.is(at, nominal))
        && (at + 1..end.max(at + 1))
            .take(15)
            .any(|unit| is_verb(paragraph, unit) || paragraph.is(unit, Classes::GERUND))
}

/// "with Guterres saying", "a statement saying"; else the subject of the clause around.
fn participle_subject(paragraph: &Paragraph<'_, '_>, sentence: &Range, verb: usize) -> Option<Range> {
    let before = verb.checked_sub(1).filter(|at| *at >= sentence.start)?;
    if paragraph.is_word(before)
        && !paragraph.is(
            before,
            Classes::CONJUNCTION.or(Classes::PREPOSITION).or(Classes::SUBORDINATOR).or(Classes::ADVERB),
        )
    {
        let with = (sentence.start..before).rev().take(15).find(|&at| paragraph.symbol(at) == value!("with"));
        if let Some(with) = with {
            return Some(with + 1..verb);
        }
        if paragraph.is_capitalised(before) {
            return finite_subject(paragraph, sentence, verb);
        }
        if paragraph.is(before, Classes::DOCUMENT) {
            let start =
                (sentence.start..=before).rev().take(6).find(|&at| paragraph.is(at, Classes::DETERMINER));
            if let Some(start) = start {
                return Some(start..verb);
            }
        }
    }
    speaking_subject(paragraph, sentence, verb).or_else(|| main_subject(paragraph, sentence, verb))
}

/// The subject of the nearest verb of speech before: "…, Nefzi said, adding".
fn speaking_subject(paragraph: &Paragraph<'_, '_>, sentence: &Range, before: usize) -> Option<Range> {
    let low = sentence.start.max(before.saturating_sub(LONGEST_SUBJECT));
    let verb = (low..before).rev().find(|&at| {
        paragraph.is(at, Classes::SPEECH) && is_verb(paragraph, at) && !in_relative_clause(paragraph, low, at)
    })?;
    let start = group_start(paragraph, low, verb);
    direct_subject(paragraph, sentence, start).filter(|source| source.start >= low)
}
