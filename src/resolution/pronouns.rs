//! Whom "he" and "she" mean: the person of that gender whom the text speaks of most here.

use std::cell::Cell;

use crate::speakers::mention::{NameMention, Place};
use crate::speakers::registry::Registry;
use crate::speakers::Gender;
use crate::speakers::SpeakerKind;
use crate::text::lists::partition_point_near;
use crate::words::Tagged;

/// How many names before a pronoun are weighed.
const WINDOW: usize = 30;

// What speaks for a name before a pronoun, in points. Fitted by hand on the train split of PolNeAR.
const SUBJECT: i32 = 24;
const SPOKE_LAST: i32 = 12;
const GENDER_KNOWN: i32 = 10;
const UNCERTAIN: i32 = -12;
const QUOTED: i32 = -40;
const POSSESSIVE: i32 = -8;
const PER_PARAGRAPH: i32 = -10;
const PER_TOKEN: i32 = -1;
const TOKENS_A_POINT: usize = 8;

/// Who spoke last, and where the source ends that says so.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LastSpeaker {
    pub entity: usize,
    pub source_end: usize,
    /// Whether the source was a name.
    pub is_named: bool,
}

/// What a pronoun is resolved against.
pub(crate) struct Context<'a, 't> {
    pub text: &'a Tagged<'t>,
    pub names: &'a [NameMention],
    pub registry: &'a Registry,
    /// Where names were last looked for.
    near: Cell<usize>,
}

impl<'a, 't> Context<'a, 't> {
    pub(crate) fn new(text: &'a Tagged<'t>, names: &'a [NameMention], registry: &'a Registry) -> Self {
        Context { text, names, registry, near: Cell::new(0) }
    }

    /// The entity that a pronoun or a definite description at this token means: a person of the gender
    /// that it shows, if any; without a person, a body.
    pub(crate) fn antecedent(
        &self,
        pronoun: usize,
        person: Option<Option<Gender>>,
        last: Option<LastSpeaker>,
    ) -> Option<usize> {
        let gender = person.flatten();
        let mut best: Option<(i32, usize)> = None;
        let mut weigh = |points: i32, entity: usize| {
            if best.is_none_or(|(most, _)| points > most) {
                best = Some((points, entity));
            }
        };
        let begun = self.text.document.paragraphs_begun(pronoun);
        if let Some(last) = last.filter(|last| self.agrees(last.entity, person)) {
            // A name that spoke is among the names below, as a subject.
            let spoke = if last.is_named { SPOKE_LAST } else { SUBJECT };
            let points = self.gender_points(last.entity, gender) + spoke;
            weigh(points + self.nearness(last.source_end, pronoun, begun), last.entity);
        }
        let before = self.names_before(pronoun);
        for mention in (before.saturating_sub(WINDOW)..before).rev() {
            let entity = self.registry.entity_of(mention);
            if self.agrees(entity, person) {
                let nearness = self.nearness(self.names[mention].end(), pronoun, begun);
                weigh(self.points(mention, entity, gender) + nearness, entity);
            }
        }
        best.map(|(_, entity)| entity)
    }

    /// Whether a pronoun stands in the same paragraph as a place before it or in the next one.
    pub(crate) fn is_near(&self, from: usize, pronoun: usize) -> bool {
        let begun = self.text.document.paragraphs_begun(pronoun);
        begun <= self.text.document.paragraphs_begun_near(from, begun) + 1
    }

    /// Whether a name that a pronoun may mean is a subject between a place before it and that pronoun.
    pub(crate) fn is_other_meant(&self, from: usize, pronoun: usize, person: Option<Option<Gender>>) -> bool {
        let before = self.names_before(pronoun);
        let since = (before.saturating_sub(WINDOW)..before).rev();
        since.take_while(|&mention| self.names[mention].start() >= from).any(|mention| {
            let name = &self.names[mention];
            let is_subject = name.place == Place::Subject && !name.is_quoted;
            is_subject && self.agrees(self.registry.entity_of(mention), person)
        })
    }

    /// How many names start before a token. Logarithmic in the way from the last token asked about.
    pub(crate) fn names_before(&self, token: usize) -> usize {
        self.count_names(|name| name.start() < token)
    }

    /// How many names end at a token or before it, likewise.
    pub(crate) fn names_ending_by(&self, token: usize) -> usize {
        self.count_names(|name| name.end() <= token)
    }

    fn count_names(&self, counts: impl Fn(&NameMention) -> bool) -> usize {
        let count = partition_point_near(self.names, self.near.get(), counts);
        self.near.set(count);
        count
    }

    /// What the way from one token to a later one costs, up to which so many paragraphs have begun.
    fn nearness(&self, from: usize, to: usize, begun: usize) -> i32 {
        let from = from.min(to);
        let paragraphs = begun - self.text.document.paragraphs_begun_near(from, begun);
        let distance = (to - from) / TOKENS_A_POINT;
        PER_PARAGRAPH * saturate(paragraphs) + PER_TOKEN * saturate(distance)
    }

    fn agrees(&self, entity: usize, person: Option<Option<Gender>>) -> bool {
        let entity = self.registry.entity(entity);
        match person {
            Some(gender) => {
                entity.kind == SpeakerKind::Person
                    && !gender.is_some_and(|gender| gender.conflicts(entity.gender))
            }
            None => !entity.is_place && (entity.kind == SpeakerKind::Organisation || !entity.is_certain),
        }
    }

    fn points(&self, mention: usize, entity: usize, gender: Option<Gender>) -> i32 {
        let name = &self.names[mention];
        let mut points = self.gender_points(entity, gender);
        if name.is_quoted {
            points += QUOTED;
        }
        points
            + match name.place {
                Place::Possessor => POSSESSIVE,
                Place::Subject => SUBJECT,
                Place::Other => 0,
            }
    }

    fn gender_points(&self, entity: usize, gender: Option<Gender>) -> i32 {
        let mut points = 0;
        let known = self.registry.entity(entity);
        if !known.is_certain && (gender.is_some() || known.kind == SpeakerKind::Person) {
            points += UNCERTAIN;
        }
        if gender.is_some() && known.gender.is_some() {
            points += GENDER_KNOWN;
        }
        points
    }
}

fn saturate(count: usize) -> i32 {
    i32::try_from(count.min(1 << 20)).unwrap_or(1 << 20)
}
