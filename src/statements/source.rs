//! Whose words a cue reports.

use crate::language::Classes;
use crate::models::buckets::{bucket, yes, LENGTHS, NEAR, REACHES};
use crate::models::fields::Field;
use crate::models::Description;
use crate::models::{value, Value};
use crate::reading::{source_type, Cue, Form, Reading};
use crate::text::few::Few;
use crate::text::index::{UnitIdx, UnitRange};

/// How far after a cue the preposition before its source may be, in units.
const WINDOW: usize = 12;

/// Joins a source to the cue before it: "by", "from", "of".
const JOINTS: Classes = Classes::AGENT.or(Classes::ORIGIN).or(Classes::GENITIVE);

/// Where a source may be, and how it was found.
#[derive(Clone, Default)]
pub(super) struct PossibleSource {
    pub range: UnitRange,
    found_as: Value,
}

/// Most cues have no more possible sources.
pub(super) type Sources = Few<PossibleSource, 4>;

/// The possible sources of a cue, each once.
pub(super) fn possible(reading: Reading<'_>, cue: &Cue) -> Sources {
    let mut sources = Sources::default();
    let mut add = |found_as: Value, range: Option<UnitRange>| {
        let Some(range) = range.filter(|range| !range.is_empty()) else { return };
        // "According to the “experts”": no source is "the".
        let is_cut = range.len() == 1 && reading.is(range.start, Classes::DEFINITE_ARTICLE);
        if is_cut && reading.is_quotation(range.end) {
            return;
        }
        let is_apart = range.end <= cue.group.start || cue.group.end <= range.start;
        if is_apart && sources.iter().all(|known| known.range != range) {
            sources.push(PossibleSource { range, found_as });
        }
    };
    let after = || reading.inverted_subject(cue.group.end);
    if is_inverted(reading, cue) {
        add(value!("inverted"), after());
        return sources;
    }
    add(value!("subject"), reading.subject(cue));
    if cue.form() != Some(Form::Passive) {
        add(value!("inverted"), after());
    }
    let near = cue.group.end.to(reading.reach_ahead(cue.group.end, WINDOW));
    if let Some(joint) = near.iter().find(|&at| reading.is(at, JOINTS)) {
        let found_as = if reading.is(joint, Classes::AGENT) { value!("by") } else { value!("of") };
        add(found_as, reading.inverted_subject(joint + 1));
    }
    add(value!("possessor"), reading.possessor(cue.group.start));
    add(value!("clause"), reading.part(reading.start().to(cue.group.start)).first_subject());
    let mut earlier = reading.reporting().rev().filter(|other| other.head < cue.head);
    add(value!("earlier"), earlier.find_map(|other| reading.subject(other)));
    add(value!("behind"), source_of_inverted_cue_before(reading, cue));
    add(value!("later"), subject_of_main_clause(reading, cue));
    add(value!("main"), reading.reporting().next().and_then(|first| reading.subject(first)));
    sources
}

/// The source after an earlier cue: "“Q,” said Lee, adding".
fn source_of_inverted_cue_before(reading: Reading<'_>, cue: &Cue) -> Option<UnitRange> {
    let mut earlier = reading.reporting().rev().filter(|other| other.head < cue.head);
    let speaks = |other: &&Cue| other.is_finite_speech(reading.sentence) && reading.subject(other).is_none();
    reading.inverted_subject(earlier.find(speaks)?.group.end)
}

/// The subject after the clause that a cue opens: "Noting that time was short, Lee said".
fn subject_of_main_clause(reading: Reading<'_>, cue: &Cue) -> Option<UnitRange> {
    if cue.group.start != reading.start() {
        return None;
    }
    let is_main = |subject: &UnitRange| subject.start > cue.group.end && reading.is_comma(subject.start - 1);
    reading.reporting().filter_map(|other| reading.subject(other)).find(is_main)
}

fn is_inverted(reading: Reading<'_>, cue: &Cue) -> bool {
    cue.is_finite() && reading.subject(cue).is_none() && reading.is_inverted(&cue.verb())
}

/// The description that all possible sources of a cue share, given that of its group.
pub(super) fn describe_cue(reading: Reading<'_>, cue: &Cue, group: &Description) -> Description {
    let (mut description, rest) = (*group, cue.group.end.to(reading.end()));
    description.set(Field::Rest, bucket(rest.len(), &NEAR));
    description.set(Field::Verb, yes(reading.has_verb(rest)));
    description
}

/// Completes the description of a possible source, given the one that all share.
pub(super) fn describe(
    reading: Reading<'_>,
    cue: &Cue,
    source: &PossibleSource,
    description: &mut Description,
) {
    let range = source.range;
    let reach = match range.end <= cue.group.start {
        true => cue.group.start - range.end,
        false => range.start - cue.group.end,
    };
    description.set(Field::Rule, source.found_as);
    description.set(Field::Source, source_type(reading.paragraph().document, reading.tokens(range)));
    description.set(Field::SourceLength, bucket(range.len(), &LENGTHS));
    description.set(Field::Reach, bucket(reach, &REACHES));
    description.set(Field::SubjectHead, reading.value(head(reading, range)));
    description.set(Field::TagBefore, reading.tag(range.start.before()));
    description.set(Field::TagAfter, reading.tag(Some(range.end)));
}

/// The last word of a source before a prepositional phrase, a relative clause or an apposition.
fn head(reading: Reading<'_>, range: UnitRange) -> Option<UnitIdx> {
    let stops = Classes::PREPOSITION.or(Classes::RELATIVE).or(Classes::COMMA);
    let end = (range.start + 1).to(range.end).iter().find(|&at| reading.is(at, stops));
    end.unwrap_or(range.end).before()
}
