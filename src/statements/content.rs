//! The content of a cue: on which side of it, from where, up to where.

use super::boundaries::{begin, end, opening, start_of_tag};
use super::cue::outer;
use super::reporting::Reporting;
use super::Asking;
use crate::language::Classes;
use crate::models::buckets::{bucket, yes, CONTENT_LENGTHS};
use crate::models::fields::Field;
use crate::models::Description;
use crate::models::{schemas, Decider, Question};
use crate::models::{value, Value};
use crate::reading::{Cue, Reading};
use crate::rules::Rule;
use crate::text::index::{UnitIdx, UnitRange};
use crate::words::Shape;

/// On which side of its cue a content is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Frame {
    After,
    Before,
    Both,
}

impl Frame {
    fn value(self) -> Value {
        match self {
            Frame::After => value!("after"),
            Frame::Before => value!("before"),
            Frame::Both => value!("both"),
        }
    }

    fn rule(self) -> Rule {
        match self {
            Frame::After => Rule::SourceCueClause,
            Frame::Before => Rule::ClauseSourceCue,
            Frame::Both => Rule::ClauseAroundCue,
        }
    }
}

/// The content of a cue, the part before it and the part after it, and the rule that they make. The content
/// holds the quotations at the units `quoted`.
pub(super) fn find<D: Decider>(
    reading: Reading<'_>,
    cue: &Cue,
    source: Option<UnitRange>,
    quoted: &[UnitIdx],
    asking: &mut Asking<'_, D>,
) -> ([Option<UnitRange>; 2], Rule) {
    let reporting = Reporting::new(reading, cue, source, quoted);
    let frame = choose_frame(&reporting, outer(reading, cue), asking);
    let before = (frame != Frame::After).then(|| begin(&reporting, frame.value(), asking));
    let after = (frame != Frame::Before).then(|| {
        let start = with_currency(reading, opening(&reporting, asking), reporting.tag.end);
        start.to(end(&reporting, start, asking))
    });
    ([before, after], frame.rule())
}

fn choose_frame<D: Decider>(
    reporting: &Reporting<'_, '_>,
    outer: Value,
    asking: &mut Asking<'_, D>,
) -> Frame {
    let (reading, tag) = (reporting.reading, reporting.tag);
    let (before, after) = (reading.start().to(tag.start), tag.end.to(reading.end()));
    let frames = possible_frames(reporting, before, after);
    let content = |answer: usize| match frames[answer] {
        Frame::After => after,
        Frame::Before => before,
        Frame::Both => before.start.to(after.end),
    };
    frames[asking.decider.decide(&Question {
        schema: schemas::Frame,
        about: asking.about,
        answers: frames.len(),
        first_is_no: false,
        varies: false,
        base: &describe_sides(reporting, before, outer),
        describe: |answer: usize, description: &mut Description| {
            description.set(Field::Frame, frames[answer].value());
        },
        parts: |answer: usize| reporting.parts(content(answer)),
    })]
}

/// The sides of its cue on which a content may be: those of its quotations at least.
fn possible_frames(reporting: &Reporting<'_, '_>, before: UnitRange, after: UnitRange) -> &'static [Frame] {
    let (reading, tag) = (reporting.reading, reporting.tag);
    let is_quoted = |side: UnitRange| reporting.quoted.iter().any(|at| side.contains(*at));
    let ends_with_tag = || !before.is_empty() && after_time(reading, tag.end) >= reporting.end;
    let is_clause_before = || reading.has_verb(before) && is_followed_by_others(reporting);
    match (is_quoted(before), is_quoted(after)) {
        (false, false) if ends_with_tag() || is_clause_before() => &[Frame::Before],
        (false, false) if is_relative(reporting) && reading.has_verb(after) => &[Frame::After],
        (false, false) => &[Frame::After, Frame::Before, Frame::Both],
        (false, true) => &[Frame::After, Frame::Both],
        (true, false) => &[Frame::Before, Frame::Both],
        (true, true) => &[Frame::Both],
    }
}

/// Describes both sides of a cue and its source.
fn describe_sides(reporting: &Reporting<'_, '_>, before: UnitRange, outer: Value) -> Description {
    let (reading, tag) = (reporting.reading, reporting.tag);
    let mut description = reporting.base;
    let mut set = |field, value| description.set(field, value);
    set(Field::SecondTag, reading.tag(Some(tag.end + 1)));
    set(Field::Rest, bucket(reporting.end - tag.end, &CONTENT_LENGTHS));
    set(Field::Start, bucket(before.len(), &CONTENT_LENGTHS));
    set(Field::Verb, yes(reading.has_verb(before)));
    set(Field::Beyond, reporting.beyond(tag.end));
    set(Field::Outer, outer);
    set(Field::Opening, reading.tag(Some(after_time(reading, tag.end))));
    description
}

/// Whether the clause of source and cue continues a relative one: "A ceasefire that Lee said had failed", "what
/// lawyers say will be".
fn is_relative(reporting: &Reporting<'_, '_>) -> bool {
    let (reading, start) = (reporting.reading, reporting.tag.start);
    let opener = Classes::THAT.or(Classes::RELATIVE).or(Classes::SUBORDINATOR);
    start > reading.start() && reading.is(start - 1, opener)
}

/// Whether the words after cue and source are not reported by them: ", but Lee said", "a study that may help".
fn is_followed_by_others(reporting: &Reporting<'_, '_>) -> bool {
    let (reading, tag) = (reporting.reading, reporting.tag);
    let next = tag.end + 1 + usize::from(reading.is(tag.end + 1, Classes::CONJUNCTION));
    let speaks = |cue: &Cue| {
        reading.is(cue.head, Classes::SPEECH)
            && next < cue.group.start
            && start_of_tag(reading, cue) == Some(next)
    };
    let another = reading.is_comma(tag.end) && reading.reporting().any(speaks);
    let is_source_phrase = reading.is(tag.start, Classes::SOURCE_PHRASE);
    another || is_source_phrase && reading.is(tag.end, Classes::THAT.or(Classes::RELATIVE))
}

/// The start of a content with the mark of a currency before its number: "said £40 was too much".
fn with_currency(reading: Reading<'_>, start: UnitIdx, first: UnitIdx) -> UnitIdx {
    let is_amount = start > first
        && reading.has(start, Shape::NUMBER)
        && !reading.has(start, Shape::SPACED)
        && reading.is_symbol(start - 1);
    start - usize::from(is_amount)
}

/// The unit after words that tell when: "on Monday", "Tuesday".
fn after_time(reading: Reading<'_>, mut at: UnitIdx) -> UnitIdx {
    let is_time = |at: UnitIdx| at < reading.end() && reading.is(at, Classes::CALENDAR);
    while is_time(at) || is_time(at + 1) && reading.is(at, Classes::PREPOSITION) {
        at += 1;
    }
    at
}
