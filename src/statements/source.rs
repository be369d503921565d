//! Whose words a cue reports.

use crate::language::Classes;
use crate::models::buckets::{bucket, yes, LENGTHS, NEAR, REACHES};
use crate::models::fields::Field;
use crate::models::linear::Description;
use crate::models::{value, Value};
use crate::reading::clause;
use crate::reading::cues::PossibleCue;
use crate::reading::sources::source_type;
use crate::reading::verbs::Form;
use crate::statements::scene::Scene;
use crate::tokenizer::Range;

/// What a source behind a cue is joined to it with.
const OF: [Value; 3] = [value!("by"), value!("from"), value!("of")];

/// Where a source may stand, in units, and what found it.
pub(crate) struct PossibleSource {
    pub range: Range,
    rule: Value,
}

/// The possible sources of a cue, each once.
pub(crate) fn possible(scene: &Scene<'_, '_, '_>, cue: &PossibleCue) -> Vec<PossibleSource> {
    let (paragraph, sentence) = (scene.paragraph, scene.sentence);
    let mut sources: Vec<PossibleSource> = Vec::new();
    let mut add = |rule: Value, range: Option<Range>| {
        let Some(range) = range.filter(|range| !range.is_empty()) else { return };
        let apart = range.end <= cue.group.start || cue.group.end <= range.start;
        if apart && sources.iter().all(|known| known.range != range) {
            sources.push(PossibleSource { range, rule });
        }
    };
    if is_inverted(scene, cue) {
        add(value!("inverted"), clause::inverted_subject(paragraph, sentence, cue.group.end));
        return sources;
    }
    add(value!("subject"), scene.subject(cue).cloned());
    if cue.form != Some(Form::Passive) {
        add(value!("inverted"), clause::inverted_subject(paragraph, sentence, cue.group.end));
    }
    let by =
        (cue.group.end..sentence.end.min(cue.group.end + 12)).find(|&at| OF.contains(&paragraph.symbol(at)));
    if let Some(by) = by {
        let rule = if paragraph.symbol(by) == value!("by") { value!("by") } else { value!("of") };
        add(rule, clause::inverted_subject(paragraph, sentence, by + 1));
    }
    add(value!("possessor"), clause::possessor(paragraph, sentence, cue.group.start));
    let before = sentence.start..cue.group.start;
    add(value!("clause"), clause::first_subject(paragraph, &before));
    let earlier = &scene.cues[..scene.cues.partition_point(|other| other.head < cue.head)];
    add(value!("earlier"), earlier.iter().rev().find_map(|other| scene.subject(other).cloned()));
    // "“Q,” said Lee, adding".
    let speaks = |other: &&PossibleCue| {
        other.form == Some(Form::Finite)
            && paragraph.is(other.head, Classes::SPEECH)
            && scene.subject(other).is_none()
    };
    let behind = earlier.iter().rev().find(speaks);
    add(
        value!("behind"),
        behind.and_then(|other| clause::inverted_subject(paragraph, sentence, other.group.end)),
    );
    // "Noting that time was short, Lee said".
    if cue.group.start == sentence.start {
        let is_main =
            |subject: &&Range| subject.start > cue.group.end && paragraph.is_comma(subject.start - 1);
        let later = scene.cues.iter().filter_map(|other| scene.subject(other)).find(is_main);
        add(value!("later"), later.cloned());
    }
    add(value!("main"), scene.cues.first().and_then(|first| scene.subject(first).cloned()));
    sources
}

fn is_inverted(scene: &Scene<'_, '_, '_>, cue: &PossibleCue) -> bool {
    let (paragraph, sentence) = (scene.paragraph, scene.sentence);
    cue.form == Some(Form::Finite)
        && scene.subject(cue).is_none()
        && clause::is_inverted(paragraph, sentence, cue.head, &cue.group)
}

/// What is the same of all possible sources of a cue, given the description of its group.
pub(crate) fn describe_cue(scene: &Scene<'_, '_, '_>, cue: &PossibleCue, group: &Description) -> Description {
    let (mut description, behind) = (*group, cue.group.end..scene.sentence.end);
    description.set(Field::Rest, bucket(behind.len(), &NEAR));
    description.set(Field::Verb, yes(scene.has_verb(behind)));
    description
}

/// Describes a possible source to the model, given what is the same of all.
pub(crate) fn describe(
    scene: &Scene<'_, '_, '_>,
    cue: &PossibleCue,
    source: &PossibleSource,
    description: &mut Description,
) {
    let paragraph = scene.paragraph;
    let range = &source.range;
    let before_cue = range.end <= cue.group.start;
    let reach = if before_cue { cue.group.start - range.end } else { range.start - cue.group.end };
    description.set(Field::Rule, source.rule);
    description.set(Field::Source, source_type(paragraph, paragraph.tokens(range.clone())));
    description.set(Field::SourceLength, bucket(range.len(), &LENGTHS));
    description.set(Field::Reach, bucket(reach, &REACHES));
    description.set(Field::SubjectHead, head(scene, range));
    description.set(Field::TagBefore, scene.tag(range.start.checked_sub(1)));
    description.set(Field::TagAfter, scene.tag(Some(range.end)));
}

/// The last word before what modifies the noun of a source.
fn head(scene: &Scene<'_, '_, '_>, range: &Range) -> Value {
    let stops = Classes::PREPOSITION.or(Classes::RELATIVE);
    let end = (range.start + 1..range.end)
        .find(|&at| scene.paragraph.is(at, stops) || scene.paragraph.is_comma(at))
        .unwrap_or(range.end);
    scene.symbol(end.checked_sub(1))
}
