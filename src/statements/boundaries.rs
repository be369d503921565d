//! Where what a cue reports begins and ends.

use crate::language::Classes;
use crate::models::buckets::{bucket, yes, CONTENT_LENGTHS};
use crate::models::decider::{Choose, Question};
use crate::models::fields::Field;
use crate::models::linear::{Description, Schema};
use crate::models::schemas;
use crate::models::{value, Value};
use crate::reading::cues::PossibleCue;
use crate::statements::reporting::Reporting;
use crate::statements::scene::{Asking, Scene};
use crate::tokenizer::Range;
use crate::words::Shape;

/// How far behind the cue a content is looked for, in units.
const FARTHEST_OPENING: usize = 14;

/// How many places for a boundary are weighed.
const PLACES: usize = 16;

/// Units in the order in which they are weighed.
struct Places {
    units: [usize; PLACES + 1],
    count: usize,
}

impl Places {
    fn new(units: impl Iterator<Item = usize>, last: Option<usize>) -> Self {
        let mut places = Places { units: [0; PLACES + 1], count: 0 };
        for unit in units.take(PLACES).chain(last) {
            places.units[places.count] = unit;
            places.count += 1;
        }
        places
    }

    fn all(&self) -> &[usize] {
        &self.units[..self.count]
    }
}

/// The one of some places that is chosen, the only one unasked.
fn choose<C: Choose>(
    asking: &mut Asking<'_, C>,
    schema: impl Schema,
    reporting: &Reporting<'_, '_, '_, '_>,
    base: &Description,
    places: &Places,
    describe: impl Fn(usize, &mut Description),
    content: impl Fn(usize) -> Range,
) -> Option<usize> {
    let places = places.all();
    if places.len() < 2 {
        return places.first().copied();
    }
    let chosen = asking.choose.choose(&Question {
        schema,
        about: asking.about.clone(),
        answers: places.len(),
        may_be_no: false,
        varies: false,
        base,
        describe: |answer: usize, description: &mut Description| {
            describe_place(reporting, places[answer], description);
            describe(places[answer], description);
        },
        named: |answer: usize| reporting.named(content(places[answer])),
    });
    Some(places[chosen])
}

/// Where the content behind a cue opens.
pub(crate) fn opening<C: Choose>(reporting: &Reporting<'_, '_, '_, '_>, asking: &mut Asking<'_, C>) -> usize {
    let (paragraph, first) = (reporting.scene.paragraph, reporting.tag.end);
    let quoted = reporting.quoted.iter().find(|unit| **unit >= first);
    let limit = reporting.end.min(first + FARTHEST_OPENING);
    let latest = quoted.map_or(limit, |unit| limit.min(unit + 1));
    let that = (first..limit).find(|&at| paragraph.is(at, Classes::THAT));
    let places = Places::new((first..latest).filter(|&at| opens(reporting, at)), None);
    let describe = |at: usize, description: &mut Description| {
        description.set(Field::Gap, bucket(at - first, &CONTENT_LENGTHS));
        let that = match that {
            Some(that) if that == at => value!("here"),
            Some(that) if that > at => value!("ahead"),
            Some(_) => value!("behind"),
            None => value!("none"),
        };
        description.set(Field::That, that);
    };
    let chosen = choose(asking, schemas::Opening, reporting, &reporting.base, &places, describe, |at| {
        at..reporting.end
    });
    chosen.unwrap_or(reporting.end)
}

/// Where the content ends that opens at a unit.
pub(crate) fn end<C: Choose>(
    reporting: &Reporting<'_, '_, '_, '_>,
    start: usize,
    asking: &mut Asking<'_, C>,
) -> usize {
    let (scene, last) = (reporting.scene, reporting.end.max(start));
    let earliest = reporting.quoted.last().map_or(start, |unit| *unit).max(start) + 1;
    let closer = last.saturating_sub(1);
    let is_closer = |at: usize| at == closer && scene.paragraph.is(at, Classes::STOP);
    let follows_comma = |at: usize| at > earliest && scene.paragraph.is_comma(at - 1);
    let inner = (earliest..last).filter(|&at| {
        may_end(reporting, at) && !is_closer(at) && !follows_comma(at) && !is_half(reporting, start, at)
    });
    let places = Places::new(inner, (last > start).then_some(last));
    let speech = scene.cues.iter().rev().find(|cue| scene.paragraph.is(cue.head, Classes::SPEECH));
    let mut base = reporting.base;
    base.set(Field::Opening, opening_kind(reporting, start));
    base.set(Field::Source, scene.tag(Some(reporting.tag.start)));
    let describe = |at: usize, description: &mut Description| {
        let place = match at {
            _ if at == last => value!("last"),
            _ if at == places.all()[0] => value!("first"),
            _ => value!("middle"),
        };
        description.set(Field::Place, place);
        description.set(Field::Length, bucket(at - start, &CONTENT_LENGTHS));
        description.set(Field::Verb, yes(scene.has_verb(start..at)));
        description.set(Field::Beyond, reporting.beyond(at));
        let another = scene.cues.iter().any(|cue| starts_at(scene, cue, at) || starts_at(scene, cue, at + 1));
        let ahead = speech.is_some_and(|cue| cue.head > at);
        description.set(Field::Tag, if another { value!("here") } else { yes(ahead) });
    };
    choose(asking, schemas::End, reporting, &base, &places, describe, |at| start..at).unwrap_or(last)
}

/// The content before a cue.
pub(crate) fn begin<C: Choose>(
    reporting: &Reporting<'_, '_, '_, '_>,
    frame: Value,
    asking: &mut Asking<'_, C>,
) -> Range {
    let (scene, paragraph) = (reporting.scene, reporting.scene.paragraph);
    let first = scene.sentence.start;
    let marks = Classes::COMMA.or(Classes::DASH).or(Classes::OPENING_BRACKET);
    let mut end = reporting.tag.start;
    while end > first && paragraph.is(end - 1, marks) {
        end -= 1;
    }
    let quoted = reporting.quoted.first().map_or(end, |unit| *unit);
    let latest = quoted.min(end.saturating_sub(1));
    let inner = (first + 1..latest + 1).rev().filter(|&at| may_begin(reporting, at));
    let places = Places::new(inner, Some(first));
    let mut base = reporting.base;
    base.set(Field::Frame, frame);
    let describe = |at: usize, description: &mut Description| {
        description.set(Field::Place, if at == first { value!("first") } else { value!("middle") });
        description.set(Field::Length, bucket(end - at, &CONTENT_LENGTHS));
        description.set(Field::Verb, yes(scene.has_verb(at..end)));
        let before = scene.has_verb(first..at);
        description.set(Field::Beyond, if before { value!("clause") } else { value!("phrase") });
    };
    let start = choose(asking, schemas::Begin, reporting, &base, &places, describe, |at| at..end.max(at));
    let start = start.unwrap_or(first);
    start..end.max(start)
}

/// Whether a possible cue starts at a unit with its subject.
pub(crate) fn starts_at(scene: &Scene<'_, '_, '_>, cue: &PossibleCue, at: usize) -> bool {
    at < cue.group.start
        && scene.subject(cue).is_some_and(|subject| subject.start == at && subject.end <= cue.group.start)
}

fn describe_place(reporting: &Reporting<'_, '_, '_, '_>, at: usize, description: &mut Description) {
    let scene = reporting.scene;
    description.set(Field::Word, scene.symbol(Some(at)));
    description.set(Field::WordTag, scene.tag(Some(at)));
    description.set(Field::WordBefore, scene.symbol(at.checked_sub(1)));
    description.set(Field::TagBefore, scene.tag(at.checked_sub(1)));
    description.set(Field::TagAfter, scene.tag(Some(at + 1)));
}

/// Whether what is said would end with its subject or its condition: "the bridge | , which is old, was unsafe",
/// "if it rains | , the harvest will be lost".
fn is_half(reporting: &Reporting<'_, '_, '_, '_>, start: usize, at: usize) -> bool {
    let (scene, paragraph) = (reporting.scene, reporting.scene.paragraph);
    let phrase = Classes::DETERMINER.or(Classes::POSSESSIVE);
    let is_subject = || {
        let is_added = paragraph.is(at + 1, Classes::RELATIVE) || paragraph.has(at + 1, Shape::NUMBER);
        let is_phrase = paragraph.is(start, phrase) || paragraph.is_capitalised(start);
        is_added && is_phrase && !scene.has_verb(start..at)
    };
    let is_condition = || {
        let opens = paragraph.is(start, Classes::SUBORDINATOR) && !paragraph.is(start, Classes::PREPOSITION);
        opens && !(start..at).any(|unit| paragraph.is_comma(unit))
    };
    let may_be = reporting.says && paragraph.is_comma(at) && scene.has_verb(at..reporting.end);
    may_be && (is_subject() || is_condition())
}

/// What a content starts with: the word itself where it is one that brings in clauses or phrases.
fn opening_kind(reporting: &Reporting<'_, '_, '_, '_>, start: usize) -> Value {
    let of_words = Classes::PREPOSITION.or(Classes::SUBORDINATOR);
    match reporting.scene.paragraph.is(start, of_words) {
        true => reporting.scene.symbol(Some(start)),
        false => reporting.scene.tag(Some(start)),
    }
}

/// Whether a content may open at this unit: with one of the first two words behind the cue, behind a mark or whom it was said to, or
/// with a word that brings in a clause or a phrase.
fn opens(reporting: &Reporting<'_, '_, '_, '_>, at: usize) -> bool {
    let paragraph = reporting.scene.paragraph;
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
            || paragraph.is(at, opener)
            || paragraph.is_quote(at)
            || paragraph.is(at - 1, before)
            || !paragraph.is_word(at - 1))
}

/// Whether a content may end before this unit.
fn may_end(reporting: &Reporting<'_, '_, '_, '_>, at: usize) -> bool {
    let paragraph = reporting.scene.paragraph;
    let starts_another = Classes::CONJUNCTION
        .or(Classes::SUBORDINATOR)
        .or(Classes::PREPOSITION)
        .or(Classes::RELATIVE)
        .or(Classes::CALENDAR)
        .or(Classes::ADVERB)
        .or(Classes::GERUND);
    !reporting.may_open(at) && !paragraph.is(at, Classes::CLITIC)
        || paragraph.is(at, starts_another)
        || paragraph.is_quote(at - 1)
}

/// Whether the content before a cue may begin at this unit.
fn may_begin(reporting: &Reporting<'_, '_, '_, '_>, at: usize) -> bool {
    let paragraph = reporting.scene.paragraph;
    let joins = Classes::CONJUNCTION.or(Classes::SUBORDINATOR).or(Classes::ADVERB);
    reporting.may_open(at) && (!paragraph.is_word(at - 1) || paragraph.is(at - 1, joins))
}
