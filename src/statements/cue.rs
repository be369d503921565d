//! Whether a word reports what somebody says.

use crate::language::Classes;
use crate::models::buckets::{bucket, yes, NEAR};
use crate::models::fields::Field;
use crate::models::linear::Description;
use crate::models::{value, Value};
use crate::reading::clause;
use crate::reading::cues::{describe_word, PossibleCue};
use crate::reading::sources::source_type;
use crate::reading::verbs::Form;
use crate::statements::scene::Scene;

/// What a possible cue is, and what stands beside it.
pub(crate) fn describe_group(scene: &Scene<'_, '_, '_>, cue: &PossibleCue) -> Description {
    let mut description = describe_word(scene.paragraph, cue);
    let (start, end) = (cue.group.start, cue.group.end);
    description.set(Field::Group, if start < cue.head { scene.symbol(Some(start)) } else { Value::NONE });
    description.set(Field::NextTag, scene.tag(Some(end)));
    description.set(Field::PreviousTag, scene.tag(start.checked_sub(1)));
    description
}

/// Describes a possible cue to the model that decides whether it is one, given the description of its group.
pub(crate) fn describe(scene: &Scene<'_, '_, '_>, cue: &PossibleCue, description: &mut Description) {
    let (paragraph, sentence) = (scene.paragraph, scene.sentence);
    let mut set = |field, value| description.set(field, value);
    let (start, end) = (cue.group.start, cue.group.end);
    set(Field::Next, scene.symbol(Some(end)));
    set(Field::Second, scene.symbol(Some(end + 1)));
    set(Field::SecondTag, scene.tag(Some(end + 1)));
    set(Field::ThirdTag, scene.tag(Some(end + 2)));
    set(Field::Previous, scene.symbol(start.checked_sub(1)));
    set(Field::BeforeTag, scene.tag(start.checked_sub(2)));
    match scene.subject(cue) {
        Some(subject) => {
            set(Field::Source, source_type(paragraph, paragraph.tokens(subject.clone())));
            set(Field::SubjectHead, scene.symbol(subject.end.checked_sub(1)));
            set(Field::Reach, bucket(start.saturating_sub(subject.end), &NEAR));
        }
        None => set(Field::Source, value!("none")),
    }
    let window = end..sentence.end.min(end + 16);
    let that = window.clone().find(|&at| paragraph.is(at, Classes::THAT));
    set(Field::That, that.map_or(Value::NONE, |at| bucket(at - end, &NEAR)));
    let verb = window.clone().find(|&at| clause::is_verb(paragraph, at));
    set(Field::Verb, verb.map_or(Value::NONE, |at| bucket(at - end, &NEAR)));
    set(Field::Length, bucket(phrase_behind(scene, end) - end, &NEAR));
    set(Field::Rest, bucket(sentence.end - end, &NEAR));
    set(Field::Start, bucket(start - sentence.start, &NEAR));
    set(Field::Outer, outer(scene, cue));
    set(Field::Tag, place_of_tag(scene, cue));
    set(Field::Quotes, quotes(scene, cue));
}

/// Where the phrase behind a cue ends: at a mark, a quotation, or a word that brings in another one.
fn phrase_behind(scene: &Scene<'_, '_, '_>, from: usize) -> usize {
    let paragraph = scene.paragraph;
    let other = Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::SUBORDINATOR).or(Classes::THAT);
    let goes_on =
        |at: &usize| paragraph.is_word(*at) && !paragraph.is(*at, other) && !clause::is_verb(paragraph, *at);
    from + (from..scene.sentence.end).take_while(goes_on).count()
}

/// The cue of speech before this one in its sentence, and what stands between.
pub(crate) fn outer(scene: &Scene<'_, '_, '_>, cue: &PossibleCue) -> Value {
    let speech =
        |other: &&PossibleCue| scene.paragraph.is(other.head, Classes::SPEECH) && other.form.is_some();
    let before = scene.cues.iter().take_while(|other| other.head < cue.head).filter(speech).last();
    let Some(before) = before else { return value!("none") };
    let between = before.head + 1..cue.group.start.max(before.head + 1);
    if between.clone().any(|at| scene.paragraph.is_comma(at)) {
        value!("comma")
    } else if between.clone().any(|at| scene.paragraph.is(at, Classes::CONJUNCTION)) {
        value!("conjunction")
    } else if between.len() < 3 {
        value!("nearest")
    } else {
        value!("far")
    }
}

/// Whether the sentence ends in a tag, of this cue or behind it: ", she said."
fn place_of_tag(scene: &Scene<'_, '_, '_>, cue: &PossibleCue) -> Value {
    if scene.comma_before(cue).is_some() {
        if cue.group.end + 1 >= scene.sentence.end {
            return value!("here");
        } else if scene.paragraph.is_comma(cue.group.end) {
            return value!("middle");
        }
    }
    let last = scene.cues.iter().rev().find(|other| {
        other.head > cue.head
            && other.form == Some(Form::Finite)
            && scene.paragraph.is(other.head, Classes::SPEECH)
    });
    let Some(last) = last else { return yes(false) };
    let from = scene.subject(last).map_or(last.group.start, |subject| subject.start.min(last.group.start));
    yes(from > 0 && scene.paragraph.is_comma(from - 1) && from > cue.head)
}

fn quotes(scene: &Scene<'_, '_, '_>, cue: &PossibleCue) -> Value {
    match (scene.quotations.first(), scene.quotations.last()) {
        (Some(_), Some(last)) if *last < cue.head => value!("before"),
        (Some(first), _) if *first > cue.head => value!("after"),
        (Some(_), _) => value!("both"),
        (None, _) => value!("none"),
    }
}
