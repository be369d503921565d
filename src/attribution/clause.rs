//! Clauses without a parser: where the subject of a verb stands.

use super::cues::{self, Cue, Form};
use super::paragraph::Paragraph;
use crate::lexicon::Classes;
use crate::speakers::is_finite_verb;
use crate::tokenizer::Range;

/// The most units that a subject is looked for in.
const LONGEST_SUBJECT: usize = 60;

const NOT_IN_SUBJECT_START: Classes = Classes::CONJUNCTION.or(Classes::SUBORDINATOR).or(Classes::ADVERB);

/// The source of a cue that stands before it, in units.
pub(super) fn subject(paragraph: &Paragraph<'_, '_>, sentence: &Range, cue: &Cue) -> Option<Range> {
    match cue.form {
        Form::Finite => finite_subject(paragraph, sentence, cue.group.start),
        Form::Participle => participle_subject(paragraph, sentence, cue.group.start),
        Form::Infinitive => main_subject(paragraph, sentence, cue.group.start),
        Form::Passive => agent(paragraph, sentence, cue.head),
    }
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
    let end = verb;
    let mut body_end = end;
    if paragraph.is_comma(before) {
        body_end = parenthetical_start(paragraph, sentence, before)?;
    } else if paragraph.is_quote(before) && paragraph.leads_on(before) {
        body_end = (sentence.start..before).rev().take(6).find(|&at| paragraph.is_comma(at))?;
    } else if is_dash(paragraph.word(before)) {
        body_end =
            (sentence.start..before).rev().take(LONGEST_SUBJECT).find(|&at| is_dash(paragraph.word(at)))?;
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

fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–" | "-" | "--")
}

fn closes_bracket(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    matches!(paragraph.word(at), ")" | "]")
}

/// Where the bracket opens that closes at this unit.
fn bracket_start(paragraph: &Paragraph<'_, '_>, sentence: &Range, close: usize) -> Option<usize> {
    (sentence.start..close).rev().take(LONGEST_SUBJECT).find(|&at| matches!(paragraph.word(at), "(" | "["))
}

/// Whether a comma before a verb ends a clause of the same subject ("won, said") rather than a
/// parenthesis ("Smith, a doctor, said").
fn opens_coordinate(paragraph: &Paragraph<'_, '_>, sentence: &Range, comma: usize) -> bool {
    comma > sentence.start && paragraph.is(comma - 1, Classes::CONJUNCTION)
}

/// Where the parenthesis starts that this comma ends: at the comma that opens it.
fn parenthetical_start(paragraph: &Paragraph<'_, '_>, sentence: &Range, comma: usize) -> Option<usize> {
    let low = sentence.start.max(comma.saturating_sub(LONGEST_SUBJECT));
    let mut best = None;
    for at in (low..comma).rev() {
        if paragraph.is_quote(at) && best.is_some() {
            break;
        }
        if matches!(paragraph.word(at), ";" | ":" | "—" | "–") {
            break;
        }
        if !paragraph.is_comma(at) || at == sentence.start {
            continue;
        }
        let opener = at + 1;
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
        paragraph.is_comma(at)
            && !((at + 1)..comma).any(|unit| is_verb(paragraph, unit))
            && (starts_with_digit(paragraph, at + 1)
                || paragraph.is(
                    at + 1,
                    Classes::DETERMINER
                        .or(Classes::ROLE)
                        .or(Classes::POSSESSIVE)
                        .or(Classes::PLACE)
                        .or(Classes::PREPOSITION),
                ))
            && at > sentence.start
            && paragraph.is_capitalised(at - 1)
    })
}

/// An age: "Hill, 43, said".
fn starts_with_digit(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    paragraph.word(at).starts_with(|c: char| c.is_ascii_digit())
}

fn ends_noun_phrase(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    let stops = Classes::PREPOSITION
        .or(Classes::CONJUNCTION)
        .or(Classes::DETERMINER)
        .or(Classes::SUBORDINATOR)
        .or(Classes::AUXILIARY);
    paragraph.is_word(at) && !paragraph.is(at, stops) || paragraph.word(at) == ")"
}

fn is_verb(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    paragraph.token(at).is_some_and(|token| is_finite_verb(paragraph.text, token))
}

/// Where the noun phrase starts that ends before `end`.
fn noun_phrase_start(paragraph: &Paragraph<'_, '_>, sentence: &Range, end: usize) -> usize {
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
    let word = paragraph.word(at);
    let classes = paragraph.classes(at);
    if matches!(word, "," | ";" | ":" | "—" | "–" | "--" | "..." | "…" | "." | "!" | "?") {
        return true;
    }
    if classes.any(Classes::THAT) && at > low && is_any_verb(paragraph, at - 1) {
        return true;
    }
    if classes.any(Classes::SUBORDINATOR) && !classes.any(Classes::PREPOSITION) {
        return true;
    }
    if word.eq_ignore_ascii_case("as") || classes.any(Classes::CONJUNCTION) {
        return joins_clauses(paragraph, low, at);
    }
    is_verb(paragraph, at)
        && !in_relative_clause(paragraph, low, at)
        && !is_participle_after_noun(paragraph, at)
}

fn is_any_verb(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    paragraph.is(at, Classes::SPEECH.or(Classes::STANCE).or(Classes::VERB))
}

/// Whether a conjunction joins two clauses: there is a verb or a comma before it.
fn joins_clauses(paragraph: &Paragraph<'_, '_>, low: usize, at: usize) -> bool {
    at == low
        || paragraph.is_comma(at - 1)
        || (low..at).rev().take(12).any(|unit| is_verb(paragraph, unit) || paragraph.is_quote(unit))
}

/// "the man who shot him", "people that live here": whether a relative pronoun opens the clause of the
/// verb at this unit.
fn in_relative_clause(paragraph: &Paragraph<'_, '_>, low: usize, at: usize) -> bool {
    (low..at)
        .rev()
        .take(8)
        .take_while(|&unit| !paragraph.is_comma(unit))
        .any(|unit| paragraph.is(unit, Classes::RELATIVE) && unit > low && !is_any_verb(paragraph, unit - 1))
}

/// "a statement released by": a past form right after a noun with "by" or "to" behind it.
fn is_participle_after_noun(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    paragraph.is(at, Classes::PARTICIPLE)
        && paragraph.is(at + 1, Classes::PREPOSITION)
        && !paragraph.is_capitalised(at.saturating_sub(1))
}

/// Passes over what stands before the subject in its clause: "But", "On Monday", "In Iowa".
fn skip_adverbials(paragraph: &Paragraph<'_, '_>, mut start: usize, end: usize) -> usize {
    while start < end {
        let classes = paragraph.classes(start);
        let noun = Classes::DETERMINER.or(Classes::QUANTIFIER).or(Classes::PRONOUN);
        let opens_clause = classes.any(NOT_IN_SUBJECT_START) && !classes.any(noun.or(Classes::PREPOSITION));
        if opens_clause || classes.any(Classes::CALENDAR) && start + 1 < end {
            start += 1;
        } else if classes.any(Classes::SUBORDINATOR) && classes.any(Classes::PREPOSITION) && start + 1 < end {
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
fn trim(paragraph: &Paragraph<'_, '_>, mut range: Range) -> Range {
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

/// The subject of the clause around a participle, an infinitive or the second of two verbs: that of its
/// first finite verb.
fn main_subject(paragraph: &Paragraph<'_, '_>, sentence: &Range, before: usize) -> Option<Range> {
    let start = clause_start(paragraph, sentence, before);
    let mut at = start;
    while at < before {
        if is_verb(paragraph, at) && !in_relative_clause(paragraph, start, at) {
            let verb = group_start(paragraph, start, at);
            if let Some(found) = direct_subject(paragraph, &(start..sentence.end), verb) {
                return Some(found);
            }
        }
        at += 1;
    }
    if start > sentence.start {
        return main_subject(paragraph, sentence, start - 1);
    }
    None
}

/// The subject of a finite verb that is not itself one of several.
fn direct_subject(paragraph: &Paragraph<'_, '_>, sentence: &Range, verb: usize) -> Option<Range> {
    let before = verb.checked_sub(1).filter(|at| *at >= sentence.start)?;
    if paragraph.is(before, Classes::CONJUNCTION) {
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
        if matches!(paragraph.word(at), ";") {
            return at + 1;
        }
        let opens = matches!(paragraph.word(at), "while" | "with" | "as" | "but" | "and" | "whereas");
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
        let with = (sentence.start..before).rev().take(15).find(|&at| paragraph.word(at) == "with");
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

/// Who did it, in the passive: "described by Smith as".
fn agent(paragraph: &Paragraph<'_, '_>, sentence: &Range, verb: usize) -> Option<Range> {
    let by = verb + 1;
    if by >= sentence.end || paragraph.word(by) != "by" {
        return None;
    }
    let end = phrase_end(paragraph, sentence, by + 1);
    (end > by + 1).then_some(by + 1..end)
}

/// The source behind a cue: "said Hugh Hill, a doctor who met Lee,". Ends with the clause or with the
/// next quotation.
pub(super) fn inverted_subject(
    paragraph: &Paragraph<'_, '_>,
    sentence: &Range,
    from: usize,
) -> Option<Range> {
    if from >= sentence.end || !starts_noun_phrase(paragraph, from) {
        return None;
    }
    if paragraph.is(from, Classes::PRONOUN) {
        return Some(from..from + 1);
    }
    let end = phrase_end(paragraph, sentence, from);
    let end = appositions_end(paragraph, sentence, end);
    let range = trim(paragraph, from..end);
    (!range.is_empty()).then_some(range)
}

fn starts_noun_phrase(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    let nominal = Classes::DETERMINER
        .or(Classes::PRONOUN)
        .or(Classes::QUANTIFIER)
        .or(Classes::ROLE)
        .or(Classes::PLURAL)
        .or(Classes::POSSESSIVE)
        .or(Classes::TITLE);
    let not = Classes::CALENDAR.or(Classes::CONJUNCTION).or(Classes::SUBORDINATOR).or(Classes::ADVERB);
    let classes = paragraph.classes(at);
    (paragraph.is_capitalised(at)
        || classes.any(nominal)
        || paragraph.is_word(at) && !classes.any(Classes::PREPOSITION.or(Classes::OBJECT)))
        && (!classes.any(not) || classes.any(nominal))
        && !classes.any(Classes::THAT)
}

/// Where the noun phrase that starts here ends, its prepositional parts included.
fn phrase_end(paragraph: &Paragraph<'_, '_>, sentence: &Range, from: usize) -> usize {
    let mut at = from;
    while at < sentence.end && !paragraph.is_quote(at) {
        let classes = paragraph.classes(at);
        let word = paragraph.word(at);
        if matches!(word, "," | ";" | ":" | "." | "—" | "–" | "--" | "!" | "?" | "…" | "...") {
            break;
        }
        let time = classes.any(Classes::CALENDAR)
            || matches!(
                word,
                "during"
                    | "after"
                    | "before"
                    | "as"
                    | "when"
                    | "while"
                    | "in"
                    | "on"
                    | "at"
                    | "about"
                    | "who"
                    | "whose"
                    | "that"
                    | "because"
                    | "if"
                    | "with"
            ) && at > from;
        let keeps = matches!(word, "who" | "whose");
        if time
            && !keeps
            && !(matches!(word, "in" | "at" | "with" | "on") && is_part_of_name(paragraph, sentence, at))
        {
            break;
        }
        if classes.any(Classes::OBJECT) && !classes.any(Classes::POSSESSIVE) && at > from {
            break;
        }
        if classes.any(Classes::TO) && at > from && paragraph.is_capitalised(at - 1) {
            break;
        }
        at += 1;
    }
    at
}

/// Whether a preposition goes on with a title rather than with when and where it was said.
fn is_part_of_name(paragraph: &Paragraph<'_, '_>, sentence: &Range, at: usize) -> bool {
    let noun_before =
        paragraph.is(at - 1, Classes::ROLE.or(Classes::PLURAL)) && !paragraph.is_capitalised(at - 1);
    noun_before && at + 1 < sentence.end && !paragraph.is(at + 1, Classes::CALENDAR)
}

/// Takes in the appositions and relative clauses that follow a source: ", a doctor", ", who met Lee".
fn appositions_end(paragraph: &Paragraph<'_, '_>, sentence: &Range, mut end: usize) -> usize {
    while end < sentence.end && paragraph.is_comma(end) {
        let opener = end + 1;
        let classes = paragraph.classes(opener);
        let identifies = classes
            .any(Classes::DETERMINER.or(Classes::RELATIVE).or(Classes::ROLE).or(Classes::POSSESSIVE))
            || starts_with_digit(paragraph, opener)
            || paragraph.is(
                opener,
                Classes::ORGANISATION.or(Classes::PLACE).or(Classes::DEMONYM).or(Classes::SUFFIX),
            )
            || paragraph.word(opener) == "former"
            || paragraph.is_capitalised(opener) && !paragraph.is_capitalised(end - 1);
        if !identifies || opener >= sentence.end {
            break;
        }
        let mut at = opener;
        while at < sentence.end
            && !paragraph.is_quote(at)
            && !matches!(paragraph.word(at), "," | ";" | "." | ":" | "—" | "–")
        {
            at += 1;
        }
        let is_clause =
            (opener..at).any(|unit| is_verb(paragraph, unit) && !in_relative_clause(paragraph, end, unit));
        if is_clause || paragraph.is_quote(at) && !paragraph.is(opener, Classes::RELATIVE) {
            break;
        }
        end = at;
        if at + 1 < sentence.end && paragraph.is_comma(at) && paragraph.is_quote(at + 1) {
            end = at + 1;
            break;
        }
    }
    end
}

/// Whether "she asked" follows: a subject and a cue of speech, with nothing said behind it where
/// `bare` asks for that.
pub(super) fn tag_follows(paragraph: &Paragraph<'_, '_>, from: usize, bare: bool) -> bool {
    let all = from..paragraph.units.len();
    let Some(verb) = (from..paragraph.units.len().min(from + 8)).find(|&at| is_verb(paragraph, at)) else {
        return false;
    };
    if verb == from || !cues::is_speech(paragraph, verb) || cues::cue_at(paragraph, &all, verb).is_none() {
        return false;
    }
    let plain = (from..verb)
        .all(|at| paragraph.is_word(at) && !paragraph.is(at, Classes::PREPOSITION.or(Classes::SUBORDINATOR)));
    let ends = verb + 1 >= paragraph.units.len() || paragraph.word(verb + 1) == ".";
    plain && (ends || !bare)
}

/// Whether the words of one cue hold the other: its subject stands behind the first, in the same clause.
pub(super) fn reports(paragraph: &Paragraph<'_, '_>, sentence: &Range, outer: &Cue, inner: &Cue) -> bool {
    if !paragraph.is(outer.head, Classes::SPEECH) || outer.form == Form::Passive || outer.head > inner.head {
        return false;
    }
    if subject(paragraph, sentence, outer).is_none() {
        return false;
    }
    match subject(paragraph, sentence, inner) {
        None => true,
        Some(source) if source.start <= outer.head => false,
        Some(source) => {
            let that = paragraph.is(outer.head + 1, Classes::THAT);
            that || !(outer.head..source.start).any(|unit| paragraph.is_comma(unit))
        }
    }
}
