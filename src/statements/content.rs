//! What a cue reports: on which side of it, from where, up to where.

use crate::language::Classes;
use crate::models::buckets::{bucket, yes, CONTENT_LENGTHS};
use crate::models::decider::{Choose, Question};
use crate::models::fields::Field;
use crate::models::linear::Description;
use crate::models::schemas;
use crate::models::{value, Value};
use crate::reading::cues::PossibleCue;
use crate::rules::Rule;
use crate::statements::boundaries::{begin, end, opening, starts_at};
use crate::statements::cue::outer;
use crate::statements::reporting::Reporting;
use crate::statements::scene::{Asking, Scene};
use crate::tokenizer::Range;

/// On which side of its cue a content stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frame {
    After,
    Before,
    Both,
}

impl Frame {
    fn symbol(self) -> Value {
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

/// The content of a cue, in units: the part before it and the part behind it, and the rule that they
/// make. It holds the quotations at the units `quoted`.
pub(crate) fn find<C: Choose>(
    scene: &Scene<'_, '_, '_>,
    cue: &PossibleCue,
    source: Option<&Range>,
    quoted: &[usize],
    asking: &mut Asking<'_, C>,
) -> ([Option<Range>; 2], Rule) {
    let reporting = Reporting::new(scene, cue, source, quoted);
    let frame = frame_of(&reporting, outer(scene, cue), asking);
    let before = (frame != Frame::After).then(|| begin(&reporting, frame.symbol(), asking));
    let after = (frame != Frame::Before).then(|| {
        let start = opening(&reporting, asking);
        start..end(&reporting, start, asking)
    });
    ([before, after], frame.rule())
}

/// The side that is chosen.
fn frame_of<C: Choose>(
    reporting: &Reporting<'_, '_, '_, '_>,
    outer: Value,
    asking: &mut Asking<'_, C>,
) -> Frame {
    let (scene, tag) = (reporting.scene, &reporting.tag);
    let (before, after) = (scene.sentence.start..tag.start, tag.end..scene.sentence.end);
    let frames = possible_frames(reporting, &before, &after);
    let content = |answer: usize| match frames[answer] {
        Frame::After => after.clone(),
        Frame::Before => before.clone(),
        Frame::Both => before.start..after.end,
    };
    frames[asking.choose.choose(&Question {
        schema: schemas::Frame,
        about: asking.about.clone(),
        answers: frames.len(),
        may_be_no: false,
        varies: false,
        base: &describe_sides(reporting, &before, outer),
        describe: |answer: usize, description: &mut Description| {
            description.set(Field::Frame, frames[answer].symbol())
        },
        named: |answer: usize| reporting.named(content(answer)),
    })]
}

/// On which sides of its cue a content may stand: those of its quotations at least.
fn possible_frames(reporting: &Reporting<'_, '_, '_, '_>, before: &Range, after: &Range) -> &'static [Frame] {
    let (scene, tag) = (reporting.scene, &reporting.tag);
    let quoted = |side: &Range| reporting.quoted.iter().any(|unit| side.contains(unit));
    let ends_with_tag = || !before.is_empty() && behind_time(scene, tag.end) >= reporting.end;
    let is_said_before = || scene.has_verb(before.clone()) && belongs_to_others(reporting);
    match (quoted(before), quoted(after)) {
        (false, false) if ends_with_tag() || is_said_before() => &[Frame::Before],
        (false, false) if is_relative(reporting) && scene.has_verb(after.clone()) => &[Frame::After],
        (false, false) => &[Frame::After, Frame::Before, Frame::Both],
        (false, true) => &[Frame::After, Frame::Both],
        (true, false) => &[Frame::Before, Frame::Both],
        (true, true) => &[Frame::Both],
    }
}

/// What stands on both sides of a cue and its source.
fn describe_sides(reporting: &Reporting<'_, '_, '_, '_>, before: &Range, outer: Value) -> Description {
    let (scene, tag) = (reporting.scene, &reporting.tag);
    let mut description = reporting.base;
    let mut set = |field, value| description.set(field, value);
    set(Field::SecondTag, scene.tag(Some(tag.end + 1)));
    set(Field::Rest, bucket(reporting.end - tag.end, &CONTENT_LENGTHS));
    set(Field::Start, bucket(before.len(), &CONTENT_LENGTHS));
    set(Field::Verb, yes(scene.has_verb(before.clone())));
    set(Field::Beyond, reporting.beyond(tag.end));
    set(Field::Outer, outer);
    set(Field::Opening, scene.tag(Some(behind_time(scene, tag.end))));
    description
}

/// "A ceasefire that Lee said had failed", "what lawyers say will be": whether the clause of source and cue goes on.
fn is_relative(reporting: &Reporting<'_, '_, '_, '_>) -> bool {
    let (scene, start) = (reporting.scene, reporting.tag.start);
    let opener = Classes::THAT.or(Classes::RELATIVE).or(Classes::SUBORDINATOR);
    start > scene.sentence.start && scene.paragraph.is(start - 1, opener)
}

/// Whether what stands behind cue and source is not reported by them: ", but Lee said", "a study that may help".
fn belongs_to_others(reporting: &Reporting<'_, '_, '_, '_>) -> bool {
    let (scene, tag) = (reporting.scene, &reporting.tag);
    let next = tag.end + 1 + usize::from(scene.paragraph.is(tag.end + 1, Classes::CONJUNCTION));
    let speaks =
        |cue: &PossibleCue| starts_at(scene, cue, next) && scene.paragraph.is(cue.head, Classes::SPEECH);
    let another = scene.paragraph.is_comma(tag.end) && scene.cues.iter().any(speaks);
    let is_according = scene.paragraph.symbol(tag.start) == value!("according");
    another || is_according && scene.paragraph.is(tag.end, Classes::THAT.or(Classes::RELATIVE))
}

/// The unit behind words that tell when: "on Monday", "Tuesday".
fn behind_time(scene: &Scene<'_, '_, '_>, mut at: usize) -> usize {
    let is_time = |at: usize| at < scene.sentence.end && scene.paragraph.is(at, Classes::CALENDAR);
    while is_time(at) || is_time(at + 1) && scene.paragraph.is(at, Classes::PREPOSITION) {
        at += 1;
    }
    at
}
