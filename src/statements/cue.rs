//! Whether a word reports what somebody says.

use crate::language::Classes;
use crate::models::buckets::{bucket, yes, NEAR};
use crate::models::fields::Field;
use crate::models::Description;
use crate::models::{value, Value};
use crate::reading::{source_type, Cue, CueKind, Form, Reading};
use crate::statements::complement::{complement, mood};
use crate::statements::register::news;
use crate::text::index::UnitIdx;
use crate::words::{Shape, Unit};

/// How far after a cue "that", a verb and the end of the phrase are looked for, in units: beyond, all counts have the
/// same value.
const WINDOW: usize = 16;

/// Describes the word of a cue.
pub(super) fn describe_word(reading: Reading<'_>, cue: &Cue) -> Description {
    let mut description = Description::NOTHING;
    let lemma = match cue.kind {
        CueKind::Verb(_) => reading.lemma(cue.head),
        _ => reading.value_of_word(cue.head),
    };
    description.set(Field::Lemma, lemma);
    description.set(Field::Kind, kind(reading, cue));
    description.set(Field::Form, form(reading, cue));
    description
}

/// Describes a cue and the words beside it.
pub(super) fn describe_group(reading: Reading<'_>, cue: &Cue) -> Description {
    let mut description = describe_word(reading, cue);
    let (start, end) = (cue.group.start, cue.group.end);
    let group = if start < cue.head { reading.value(Some(start)) } else { Value::NONE };
    description.set(Field::Group, group);
    description.set(Field::NextTag, reading.tag(Some(end)));
    description.set(Field::PreviousTag, reading.tag(start.before()));
    description
}

fn kind(reading: Reading<'_>, cue: &Cue) -> Value {
    let is = |class| reading.is(cue.head, class);
    match cue.kind {
        CueKind::Colon => value!("colon"),
        CueKind::CueWord => value!("cue-word"),
        CueKind::SourcePhrase => value!("according"),
        CueKind::Noun => value!("noun"),
        CueKind::Verb(_) if is(Classes::SPEECH) => value!("speech"),
        CueKind::Verb(_) if is(Classes::STANCE) => value!("stance"),
        CueKind::Verb(_) if is(Classes::ATTITUDE) => value!("attitude"),
        CueKind::Verb(_) => value!("verb"),
    }
}

fn form(reading: Reading<'_>, cue: &Cue) -> Value {
    let is = |class| reading.is(cue.head, class);
    match cue.form() {
        None => Value::NONE,
        Some(Form::Participle) => value!("participle"),
        Some(Form::Infinitive) => value!("infinitive"),
        Some(Form::Passive) => value!("passive"),
        Some(Form::Finite) if is(Classes::PAST) => value!("past"),
        Some(Form::Finite) if is(Classes::THIRD) => value!("third"),
        Some(Form::Finite) => value!("base"),
    }
}

/// Completes the description of a cue, given that of its group.
pub(super) fn describe(reading: Reading<'_>, cue: &Cue, description: &mut Description) {
    let mut set = |field, value| description.set(field, value);
    let (start, end) = (cue.group.start, cue.group.end);
    set(Field::Next, reading.value(Some(end)));
    set(Field::Second, reading.value(Some(end + 1)));
    set(Field::SecondTag, reading.tag(Some(end + 1)));
    set(Field::ThirdTag, reading.tag(Some(end + 2)));
    set(Field::Previous, reading.value(start.before()));
    set(Field::BeforeTag, reading.tag(start.checked_sub(2)));
    match reading.subject(cue) {
        Some(subject) => {
            set(Field::Source, source_type(reading.paragraph().document, reading.tokens(subject)));
            set(Field::SubjectHead, reading.value(subject.end.before()));
            set(Field::Reach, bucket(start - subject.end, &NEAR));
        }
        None => set(Field::Source, value!("none")),
    }
    let window = reading.units_at(end.to(reading.reach_ahead(end, WINDOW)));
    let near = |place: usize| if place < window.len() { bucket(place, &NEAR) } else { Value::NONE };
    let found = Found::among(window);
    set(Field::That, near(found.that));
    set(Field::Verb, near(found.verb));
    set(Field::Length, bucket(found.end_of_phrase.min(window.len()), &NEAR));
    set(Field::Rest, bucket(reading.end() - end, &NEAR));
    set(Field::Start, bucket(start - reading.start(), &NEAR));
    set(Field::Outer, outer(reading, cue));
    set(Field::Tag, place_of_tag(reading, cue));
    set(Field::Quotes, place_of_quotations(reading, cue));
    set(Field::Complement, complement(reading, cue));
    set(Field::Mood, mood(reading, cue));
    set(Field::Register, reading.register);
    set(Field::Nested, yes(reading.register == super::SPOKEN));
    set(Field::News, news(reading.register));
}

/// What opens another phrase than the one after a cue.
const OPENER: Classes =
    Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::SUBORDINATOR).or(Classes::THAT);

/// How many units after a cue the first of each kind is; more than [`WINDOW`] where there is none.
struct Found {
    that: usize,
    verb: usize,
    /// A mark, a quotation, a verb or a word that opens another phrase.
    end_of_phrase: usize,
}

impl Found {
    /// Looks at all these units, at most [`WINDOW`], the last one first: no processor could predict at which a search
    /// ends.
    fn among(units: &[Unit]) -> Found {
        let (mut that, mut verb, mut end_of_phrase) = (WINDOW + 1, WINDOW + 1, WINDOW + 1);
        for (at, Unit { view, .. }) in units.iter().enumerate().rev() {
            let is_verb = view.has(Shape::FINITE);
            let ends_phrase = is_verb | view.is(OPENER) | !view.has(Shape::WORD);
            that = if view.is(Classes::THAT) { at } else { that };
            verb = if is_verb { at } else { verb };
            end_of_phrase = if ends_phrase { at } else { end_of_phrase };
        }
        Found { that, verb, end_of_phrase }
    }
}

/// What is between a cue and the cue of speech before it in its sentence.
pub(super) fn outer(reading: Reading<'_>, cue: &Cue) -> Value {
    let is_speech = |other: &&Cue| reading.is(other.head, Classes::SPEECH) && other.form().is_some();
    let before = reading.reporting().take_while(|other| other.head < cue.head).filter(is_speech).last();
    let Some(before) = before else { return value!("none") };
    let between = (before.head + 1).to(cue.group.start);
    if between.iter().any(|at| reading.is_comma(at)) {
        value!("comma")
    } else if between.iter().any(|at| reading.is(at, Classes::CONJUNCTION)) {
        value!("conjunction")
    } else if between.len() < 3 {
        value!("nearest")
    } else {
        value!("far")
    }
}

/// Whether the sentence ends in a tag, of this cue or of one after it: ", she said."
fn place_of_tag(reading: Reading<'_>, cue: &Cue) -> Value {
    if reading.comma_before(cue).is_some() {
        if cue.group.end + 1 >= reading.end() {
            return value!("here");
        } else if reading.is_comma(cue.group.end) {
            return value!("middle");
        }
    }
    let is_later = |other: &&Cue| other.head > cue.head && other.is_finite_speech(reading.sentence);
    let Some(last) = reading.reporting().rev().find(is_later) else { return yes(false) };
    let subject = reading.subject(last);
    let from = subject.map_or(last.group.start, |subject| subject.start.min(last.group.start));
    yes(from > UnitIdx::START && reading.is_comma(from - 1) && from > cue.head)
}

fn place_of_quotations(reading: Reading<'_>, cue: &Cue) -> Value {
    match (reading.quotations.first(), reading.quotations.last()) {
        (Some(_), Some(last)) if *last < cue.head => value!("before"),
        (Some(first), _) if *first > cue.head => value!("after"),
        (Some(_), _) => value!("both"),
        (None, _) => value!("none"),
    }
}
