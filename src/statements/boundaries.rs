//! Where the content of a cue begins and ends.

use super::reporting::Reporting;
use super::Asking;
use crate::language::Classes;
use crate::models::buckets::{bucket, yes, CONTENT_LENGTHS, FEW, NEAR};
use crate::models::fields::Field;
use crate::models::{schemas, Decider, Question};
use crate::models::{value, Value};
use crate::models::{Description, Schema};
use crate::reading::{Cue, Reading};
use crate::text::few::Few;
use crate::text::index::{narrow, UnitIdx, UnitRange};
use crate::words::Shape;

/// The maximum distance of the opening of a content from its cue, in units.
const FARTHEST_OPENING: usize = 14;

/// The maximum number of places for a boundary that are scored, besides the last possible one.
const PLACES: usize = 16;

/// How far after a possible end a verb is looked for, in units.
const FARTHEST_VERB: usize = 24;

/// The units at which a boundary may be, in the order in which they are scored.
type Places = Few<UnitIdx, { PLACES + 1 }>;

fn places(units: impl Iterator<Item = UnitIdx>, last: Option<UnitIdx>) -> Places {
    units.take(PLACES).chain(last).collect()
}

/// The place that the decider chooses. The decider is not asked if there is only one.
fn choose<D: Decider>(
    asking: &mut Asking<'_, D>,
    schema: impl Schema,
    reporting: &Reporting<'_, '_>,
    base: &Description,
    places: &Places,
    describe: impl Fn(UnitIdx, &mut Description),
    content: impl Fn(UnitIdx) -> UnitRange,
) -> Option<UnitIdx> {
    if places.len() < 2 {
        return places.first().copied();
    }
    let chosen = asking.decider.decide(&Question {
        schema,
        about: asking.about,
        answers: places.len(),
        first_is_no: false,
        varies: false,
        base,
        describe: |answer: usize, description: &mut Description| {
            describe_place(reporting.reading, places[answer], description);
            describe(places[answer], description);
        },
        parts: |answer: usize| reporting.parts(content(places[answer])),
    });
    Some(places[chosen])
}

/// Where the content after a cue opens.
pub(super) fn opening<D: Decider>(reporting: &Reporting<'_, '_>, asking: &mut Asking<'_, D>) -> UnitIdx {
    let (reading, first) = (reporting.reading, reporting.tag.end);
    let quoted = reporting.quoted.iter().find(|unit| **unit >= first);
    let limit = reporting.end.min(first + FARTHEST_OPENING);
    let latest = quoted.map_or(limit, |unit| limit.min(*unit + 1));
    let that = first.to(limit).iter().find(|&at| reading.is(at, Classes::THAT));
    // "Said (off the record) it was over": not inside the brackets.
    let mut depth = 0_usize;
    let outside = first.to(latest).iter().filter(move |&at| {
        depth += usize::from(at > first && reading.is(at - 1, Classes::OPENING_BRACKET));
        depth = depth.saturating_sub(usize::from(reading.is(at, Classes::CLOSING_BRACKET)));
        depth == 0
    });
    let places = places(outside.filter(|&at| may_open_here(reporting, at)), None);
    let describe = |at: UnitIdx, description: &mut Description| {
        description.set(Field::Gap, bucket(at - first, &CONTENT_LENGTHS));
        let that = match that {
            Some(that) if that == at => value!("here"),
            Some(that) if that > at => value!("ahead"),
            Some(_) => value!("behind"),
            None => value!("none"),
        };
        description.set(Field::That, that);
    };
    let content = |at: UnitIdx| at.to(reporting.end);
    let chosen = choose(asking, schemas::Opening, reporting, &reporting.base, &places, describe, content);
    chosen.unwrap_or(reporting.end)
}

/// Where the content ends that opens at a unit.
pub(super) fn end<D: Decider>(
    reporting: &Reporting<'_, '_>,
    start: UnitIdx,
    asking: &mut Asking<'_, D>,
) -> UnitIdx {
    let (reading, last) = (reporting.reading, reporting.end.max(start));
    let earliest = reporting.quoted.last().map_or(start, |unit| *unit).max(start) + 1;
    let is_final_mark = |at: UnitIdx| at + 1 == last && reading.is(at, Classes::STOP);
    let follows_comma = |at: UnitIdx| at > earliest && reading.is_comma(at - 1);
    let inner = earliest.to(last).iter().filter(|&at| {
        may_end(reporting, at) && !is_final_mark(at) && !follows_comma(at) && !is_half(reporting, start, at)
    });
    let places = places(inner, (last > start).then_some(last));
    let first = places.first().copied();
    let last_speech = reading.reporting().rfind(|cue| reading.is(cue.head, Classes::SPEECH));
    let mut base = reporting.base;
    base.set(Field::Opening, opening_kind(reading, start));
    base.set(Field::Source, reading.tag(Some(reporting.tag.start)));
    let tags: Few<UnitIdx, 8> = starts_of_tags(reading, first.unwrap_or(last)).collect();
    let commas = commas(reading, start.to(last));
    let describe = |at: UnitIdx, description: &mut Description| {
        let place = match at {
            _ if at == last => value!("last"),
            _ if Some(at) == first => value!("first"),
            _ => value!("middle"),
        };
        description.set(Field::Place, place);
        description.set(Field::Length, bucket(at - start, &CONTENT_LENGTHS));
        description.set(Field::Verb, yes(reading.has_verb(start.to(at))));
        description.set(Field::Beyond, reporting.beyond(at));
        let is_ahead = last_speech.is_some_and(|cue| cue.head > at);
        let is_here = tags.contains(&at) || tags.contains(&(at + 1));
        description.set(Field::Tag, if is_here { value!("here") } else { yes(is_ahead) });
        let before = commas & !u64::MAX.checked_shl(narrow(at - start)).unwrap_or(0);
        description.set(Field::Commas, bucket(before.count_ones() as usize, &FEW));
        describe_what_follows(reporting, at, description);
    };
    choose(asking, schemas::End, reporting, &base, &places, describe, |at| start.to(at)).unwrap_or(last)
}

/// Where cues after a unit start with their subjects.
fn starts_of_tags(reading: Reading<'_>, after: UnitIdx) -> impl Iterator<Item = UnitIdx> + '_ {
    let cues = reading.reporting().filter(move |cue| cue.group.start > after);
    cues.filter_map(move |cue| start_of_tag(reading, cue))
}

/// The commas of a content, as bits by their distance from its start.
fn commas(reading: Reading<'_>, content: UnitRange) -> u64 {
    let units = reading.units_at(content).iter().take(u64::BITS as usize).enumerate();
    units.fold(0, |commas, (at, unit)| commas | u64::from(unit.view.is(Classes::COMMA)) << at)
}

/// Describes the words and the verb after a possible end.
fn describe_what_follows(reporting: &Reporting<'_, '_>, at: UnitIdx, description: &mut Description) {
    let reading = reporting.reading;
    description.set(Field::Second, reading.value(Some(at + 1)));
    let ahead = at.to(reporting.end.min(at + FARTHEST_VERB));
    let ahead = reading.units_at(ahead);
    let verb = ahead.iter().position(|unit| unit.view.has(Shape::FINITE));
    description.set(Field::Ahead, verb.map_or(Value::NONE, |distance| bucket(distance, &NEAR)));
    let form = match verb.map(|distance| ahead[distance].view) {
        None => Value::NONE,
        Some(verb) if verb.is(Classes::AUXILIARY) => value!("auxiliary"),
        Some(verb) if verb.is(Classes::PAST) => value!("past"),
        Some(verb) if verb.is(Classes::THIRD) => value!("third"),
        Some(_) => value!("base"),
    };
    description.set(Field::VerbForm, form);
}

/// The content before a cue.
pub(super) fn begin<D: Decider>(
    reporting: &Reporting<'_, '_>,
    frame: Value,
    asking: &mut Asking<'_, D>,
) -> UnitRange {
    let reading = reporting.reading;
    let first = reading.start();
    let marks = Classes::COMMA.or(Classes::DASH).or(Classes::OPENING_BRACKET);
    let mut end = reporting.tag.start;
    while end > first && reading.is(end - 1, marks) {
        end -= 1;
    }
    let quoted = reporting.quoted.first().map_or(end, |unit| *unit);
    let latest = quoted.min(end.saturating_sub(1));
    let inner = (first + 1).to(latest + 1).iter().rev().filter(|&at| may_begin(reporting, at));
    let places = places(inner, Some(first));
    let mut base = reporting.base;
    base.set(Field::Frame, frame);
    let describe = |at: UnitIdx, description: &mut Description| {
        let place = if at == first { value!("first") } else { value!("middle") };
        description.set(Field::Place, place);
        description.set(Field::Length, bucket(end - at, &CONTENT_LENGTHS));
        description.set(Field::Verb, yes(reading.has_verb(at.to(end))));
        let has_verb_before = reading.has_verb(first.to(at));
        let beyond = if has_verb_before { value!("clause") } else { value!("phrase") };
        description.set(Field::Beyond, beyond);
    };
    let start = choose(asking, schemas::Begin, reporting, &base, &places, describe, |at| at.to(end));
    start.unwrap_or(first).to(end)
}

/// Where a cue starts with its subject, if that precedes it.
pub(super) fn start_of_tag(reading: Reading<'_>, cue: &Cue) -> Option<UnitIdx> {
    let subject = reading.subject(cue).filter(|subject| subject.end <= cue.group.start)?;
    Some(subject.start).filter(|start| *start < cue.group.start)
}

fn describe_place(reading: Reading<'_>, at: UnitIdx, description: &mut Description) {
    description.set(Field::Word, reading.value(Some(at)));
    description.set(Field::WordTag, reading.tag(Some(at)));
    description.set(Field::WordBefore, reading.value(at.before()));
    description.set(Field::TagBefore, reading.tag(at.before()));
    description.set(Field::TagAfter, reading.tag(Some(at + 1)));
}

/// Whether the content would end with its subject or its condition: "the bridge | , which is old, was unsafe",
/// "if it rains | , the harvest will be lost".
fn is_half(reporting: &Reporting<'_, '_>, start: UnitIdx, at: UnitIdx) -> bool {
    let reading = reporting.reading;
    let is_subject = || {
        let is_insertion = reading.is(at + 1, Classes::RELATIVE) || reading.has(at + 1, Shape::NUMBER);
        let begins_phrase =
            reading.is(start, Classes::DETERMINER.or(Classes::POSSESSIVE)) || reading.is_name(start);
        is_insertion && begins_phrase && !reading.has_verb(start.to(at))
    };
    let is_condition = || {
        let opens = reading.is(start, Classes::SUBORDINATOR) && !reading.is(start, Classes::PREPOSITION);
        opens && !start.to(at).iter().any(|unit| reading.is_comma(unit))
    };
    let may_be = reporting.is_plain_speech && reading.is_comma(at) && reading.has_verb(at.to(reporting.end));
    may_be && (is_subject() || is_condition())
}

/// The value of the first word of a content: the word itself if it introduces clauses or phrases, else its tag.
fn opening_kind(reading: Reading<'_>, start: UnitIdx) -> Value {
    match reading.is(start, Classes::PREPOSITION.or(Classes::SUBORDINATOR)) {
        true => reading.value(Some(start)),
        false => reading.tag(Some(start)),
    }
}

/// Whether a content may open at this unit: at one of the first two words after the cue, after a mark or the
/// addressee, or at a word that introduces a clause or a phrase.
fn may_open_here(reporting: &Reporting<'_, '_>, at: UnitIdx) -> bool {
    let reading = reporting.reading;
    let opener = Classes::THAT
        .or(Classes::TO)
        .or(Classes::SUBORDINATOR)
        .or(Classes::PREPOSITION)
        .or(Classes::RELATIVE)
        .or(Classes::PRONOUN)
        .or(Classes::DETERMINER);
    let before = Classes::OBJECT.or(Classes::THAT).or(Classes::CALENDAR).or(Classes::PREPOSITION);
    reporting.may_open(at)
        && (at <= reporting.tag.end + 1
            || reading.is(at, opener)
            || reading.is_quotation(at)
            || reading.is(at - 1, before)
            || !reading.is_word_or_number(at - 1))
}

/// Whether a content may end before this unit.
fn may_end(reporting: &Reporting<'_, '_>, at: UnitIdx) -> bool {
    let reading = reporting.reading;
    let opener = Classes::CONJUNCTION
        .or(Classes::SUBORDINATOR)
        .or(Classes::PREPOSITION)
        .or(Classes::RELATIVE)
        .or(Classes::CALENDAR)
        .or(Classes::ADVERB)
        .or(Classes::GERUND);
    !reporting.may_open(at) && !reading.is(at, Classes::CLITIC)
        || reading.is(at, opener)
        || reading.is_quotation(at - 1)
}

/// Whether the content before a cue may begin at this unit.
fn may_begin(reporting: &Reporting<'_, '_>, at: UnitIdx) -> bool {
    let reading = reporting.reading;
    let joins = Classes::CONJUNCTION.or(Classes::SUBORDINATOR).or(Classes::ADVERB);
    reporting.may_open(at) && (!reading.is_word_or_number(at - 1) || reading.is(at - 1, joins))
}
