//! Whom "he" and "she" mean: the person of that gender whom the text speaks of most here.

use super::names::NameMention;
use super::registry::Registry;
use super::verbs::is_finite_verb;
use super::Gender;
use crate::analysis::SpeakerKind;
use crate::lexicon::{Classes, Tagged};

/// How many names before a pronoun are weighed.
const WINDOW: usize = 30;

// What speaks for a name before a pronoun, in points. Fitted by hand on the train split of PolNeAR.
const SPOKE_LAST: i32 = 25;
const SUBJECT: i32 = 15;
const GENDER_KNOWN: i32 = 10;
/// A woman is introduced by a name that tells so more often than a man.
const UNLIKELY_FEMALE: i32 = -15;
const QUOTED: i32 = -40;
const POSSESSIVE: i32 = -8;
const PER_PARAGRAPH: i32 = -10;
const PER_TOKEN: i32 = -1;
const TOKENS_A_POINT: usize = 8;

/// What a pronoun is resolved against.
pub(super) struct Context<'a, 't> {
    pub text: &'a Tagged<'t>,
    pub names: &'a [NameMention],
    pub registry: &'a Registry,
    /// Whether each name stands inside a quotation.
    pub quoted: &'a [bool],
}

impl Context<'_, '_> {
    /// The entity that a personal pronoun at this token means; `last` is the one that spoke last.
    pub(super) fn antecedent(&self, pronoun: usize, gender: Option<Gender>, last: Option<usize>) -> Option<usize> {
        let before = self.names.partition_point(|name| name.name.start < pronoun);
        let mut paragraphs = 0;
        let mut at = pronoun;
        let mut best: Option<(i32, usize)> = None;
        for mention in (before.saturating_sub(WINDOW)..before).rev() {
            let name = &self.names[mention];
            while at > name.name.start {
                paragraphs += i32::from(self.text.document.begins_paragraph(at));
                at -= 1;
            }
            let entity = self.registry.entity_of(mention);
            if !self.agrees(entity, gender) {
                continue;
            }
            let distance = (pronoun - name.name.end) / TOKENS_A_POINT;
            let points = self.points(mention, entity, gender)
                + PER_PARAGRAPH * paragraphs
                + PER_TOKEN * i32::try_from(distance).unwrap_or(i32::MAX / 2)
                + if last == Some(entity) { SPOKE_LAST } else { 0 };
            if best.is_none_or(|(most, _)| points > most) {
                best = Some((points, entity));
            }
        }
        best.map(|(_, entity)| entity)
    }

    fn agrees(&self, entity: usize, gender: Option<Gender>) -> bool {
        let entity = self.registry.entity(entity);
        match gender {
            Some(gender) => entity.kind == SpeakerKind::Person && !gender.conflicts(entity.gender),
            None => entity.kind == SpeakerKind::Organisation,
        }
    }

    fn points(&self, mention: usize, entity: usize, gender: Option<Gender>) -> i32 {
        let name = &self.names[mention];
        let mut points = 0;
        if gender.is_some() && self.registry.entity(entity).gender.is_some() {
            points += GENDER_KNOWN;
        }
        if gender == Some(Gender::Female) && self.registry.entity(entity).gender.is_none() {
            points += UNLIKELY_FEMALE;
        }
        if self.quoted[mention] {
            points += QUOTED;
        }
        let after = name.name.end;
        if self.text.is(after, Classes::CLITIC) {
            points += POSSESSIVE;
        } else if is_finite_verb(self.text, after) || self.text.document.is(after, ",") && self.text.is(after + 1, Classes::RELATIVE) {
            points += SUBJECT;
        }
        points
    }
}
