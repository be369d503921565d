//! Whom "he" and "she" mean: the person of that gender whom the text speaks of most here.

use super::names::{NameMention, Place};
use super::registry::Registry;
use super::Gender;
use crate::analysis::SpeakerKind;
use crate::lexicon::Tagged;

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
pub(super) struct LastSpeaker {
    pub entity: usize,
    pub source_end: usize,
}

/// What a pronoun is resolved against.
pub(super) struct Context<'a, 't> {
    pub text: &'a Tagged<'t>,
    pub names: &'a [NameMention],
    pub registry: &'a Registry,
}

impl Context<'_, '_> {
    /// The entity that a pronoun or a definite description at this token means: a person of the gender
    /// that it shows, if any; without a person, a body.
    pub(super) fn antecedent(
        &self,
        pronoun: usize,
        person: Option<Option<Gender>>,
        last: Option<LastSpeaker>,
    ) -> Option<usize> {
        let gender = person.flatten();
        let before = self.names.partition_point(|name| name.start() < pronoun);
        let mentions = (before.saturating_sub(WINDOW)..before).rev();
        let named = mentions.map(|mention| (mention, self.registry.entity_of(mention)));
        let named = named.filter(|&(_, entity)| self.agrees(entity, person)).map(|(mention, entity)| {
            let nearness = self.nearness(self.names[mention].end(), pronoun);
            (self.points(mention, entity, gender) + nearness, entity)
        });
        let spoke = last.filter(|last| self.agrees(last.entity, person)).map(|last| {
            let points = self.gender_points(last.entity, gender);
            (points + SPOKE_LAST + self.nearness(last.source_end, pronoun), last.entity)
        });
        let mut best: Option<(i32, usize)> = None;
        for candidate in spoke.into_iter().chain(named) {
            if best.is_none_or(|(most, _)| candidate.0 > most) {
                best = Some(candidate);
            }
        }
        best.map(|(_, entity)| entity)
    }

    /// What the way from one token to a later one costs.
    fn nearness(&self, from: usize, to: usize) -> i32 {
        let paragraphs = self.text.document.paragraphs_between(from, to);
        let distance = (to - from.min(to)) / TOKENS_A_POINT;
        PER_PARAGRAPH * saturate(paragraphs) + PER_TOKEN * saturate(distance)
    }

    fn agrees(&self, entity: usize, person: Option<Option<Gender>>) -> bool {
        let entity = self.registry.entity(entity);
        match person {
            Some(gender) => {
                entity.kind == SpeakerKind::Person
                    && !gender.is_some_and(|gender| gender.conflicts(entity.gender))
            }
            None => entity.kind == SpeakerKind::Organisation && !entity.is_place,
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
        if gender.is_some() && !self.registry.entity(entity).is_certain {
            points += UNCERTAIN;
        }
        if gender.is_some() && self.registry.entity(entity).gender.is_some() {
            points += GENDER_KNOWN;
        }
        points
    }
}

fn saturate(count: usize) -> i32 {
    i32::try_from(count.min(1 << 20)).unwrap_or(1 << 20)
}
