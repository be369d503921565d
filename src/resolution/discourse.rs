//! The entities around a pronoun, and the one it refers to: the most salient one that agrees with it.

use crate::speakers::name::GrammaticalRole;
use crate::speakers::registry::Registry;
use crate::speakers::{Gender, Names, SpeakerKind};
use crate::text::index::{EntityId, MentionIdx, MentionRange, TokenIdx};
use crate::tokenizer::Document;

/// The number of names before a pronoun that are compared.
const WINDOW: usize = 30;

// Points for and against a name as antecedent. Set by hand on the train split of PolNeAR.
const SUBJECT: i32 = 24;
const SPOKE_LAST: i32 = 12;
const GENDER_KNOWN: i32 = 10;
const UNCERTAIN: i32 = -12;
const QUOTED: i32 = -40;
const POSSESSIVE: i32 = -8;
const PER_PARAGRAPH: i32 = -10;
const PER_TOKEN: i32 = -1;
const TOKENS_A_POINT: usize = 8;

/// The last source that means an entity.
#[derive(Clone, Copy, Debug)]
pub(super) struct EntitySource {
    pub entity: EntityId,
    /// The end of the source.
    pub end: TokenIdx,
    /// Whether the source is a name.
    pub is_name: bool,
}

/// What a pronoun or a description may refer to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Referent {
    /// A person, of this gender if it shows one.
    Person(Option<Gender>),
    /// An organisation, or a name that may be one.
    Thing,
}

/// The names of a text and the entities that they mean.
pub(super) struct Discourse<'a, 't> {
    pub document: &'a Document<'t>,
    pub names: Names<'a>,
    pub registry: &'a Registry,
}

impl<'a, 't> Discourse<'a, 't> {
    pub(super) fn new(document: &'a Document<'t>, names: Names<'a>, registry: &'a Registry) -> Self {
        Discourse { document, names, registry }
    }

    /// The entity that a pronoun or a definite description at this token refers to, which is part of what `voice`
    /// says: nobody calls himself "he".
    pub(super) fn antecedent(
        &self,
        pronoun: TokenIdx,
        referent: Referent,
        last: Option<EntitySource>,
        voice: Option<EntityId>,
    ) -> Option<EntityId> {
        let mut best: Option<(i32, EntityId)> = None;
        let mut weigh = |points: i32, entity: EntityId| {
            if Some(entity) != voice && best.is_none_or(|(highest, _)| points > highest) {
                best = Some((points, entity));
            }
        };
        let begun = self.document.paragraphs_begun(pronoun);
        if let Some(last) = last.filter(|last| self.agrees(last.entity, referent)) {
            // A name that is a source is also compared below, as a subject.
            let spoke = if last.is_name { SPOKE_LAST } else { SUBJECT };
            let points = self.gender_points(last.entity, referent) + spoke;
            weigh(points + self.nearness(last.end, pronoun, begun), last.entity);
        }
        for mention in self.window_before(pronoun).iter().rev() {
            let entity = self.registry.entity_of(mention);
            if self.agrees(entity, referent) {
                let nearness = self.nearness(self.names[mention].end(), pronoun, begun);
                weigh(self.points(mention, entity, referent) + nearness, entity);
            }
        }
        best.map(|(_, entity)| entity)
    }

    /// Whether a pronoun is in the paragraph of an earlier token or in the next one.
    pub(super) fn is_near(&self, from: TokenIdx, pronoun: TokenIdx) -> bool {
        let begun = self.document.paragraphs_begun(pronoun);
        begun <= self.document.paragraphs_begun_near(from, begun) + 1
    }

    /// Whether a name between an earlier token and a pronoun is a subject that the pronoun may refer to.
    pub(super) fn has_subject_between(&self, from: TokenIdx, pronoun: TokenIdx, referent: Referent) -> bool {
        let since = self.window_before(pronoun).iter().rev();
        since.take_while(|&mention| self.names[mention].start() >= from).any(|mention| {
            let name = &self.names[mention];
            let is_subject = name.role == GrammaticalRole::Subject && !name.is_quoted;
            is_subject && self.agrees(self.registry.entity_of(mention), referent)
        })
    }

    /// The last names before a token, as many as are compared.
    fn window_before(&self, token: TokenIdx) -> MentionRange {
        let end = self.names.before(token);
        end.saturating_sub(WINDOW).to(end)
    }

    /// The cost of the distance between two tokens; `begun` paragraphs begin up to the later one.
    fn nearness(&self, from: TokenIdx, to: TokenIdx, begun: usize) -> i32 {
        let from = from.min(to);
        let paragraphs = begun - self.document.paragraphs_begun_near(from, begun);
        let distance = (to - from) / TOKENS_A_POINT;
        PER_PARAGRAPH * saturate(paragraphs) + PER_TOKEN * saturate(distance)
    }

    fn agrees(&self, entity: EntityId, referent: Referent) -> bool {
        let entity = self.registry.entity(entity);
        match referent {
            Referent::Person(gender) => {
                entity.kind == SpeakerKind::Person
                    && !gender.is_some_and(|gender| gender.conflicts(entity.gender))
            }
            Referent::Thing => {
                !entity.is_place && (entity.kind == SpeakerKind::Organisation || !entity.is_certain)
            }
        }
    }

    fn points(&self, mention: MentionIdx, entity: EntityId, referent: Referent) -> i32 {
        let name = &self.names[mention];
        let by_quotation = if name.is_quoted { QUOTED } else { 0 };
        let by_role = match name.role {
            GrammaticalRole::Possessor => POSSESSIVE,
            GrammaticalRole::Subject => SUBJECT,
            GrammaticalRole::Other => 0,
        };
        self.gender_points(entity, referent) + by_quotation + by_role
    }

    fn gender_points(&self, entity: EntityId, referent: Referent) -> i32 {
        let shows_gender = matches!(referent, Referent::Person(Some(_)));
        let known = self.registry.entity(entity);
        let mut points = 0;
        if !known.is_certain && (shows_gender || known.kind == SpeakerKind::Person) {
            points += UNCERTAIN;
        }
        if shows_gender && known.gender.is_some() {
            points += GENDER_KNOWN;
        }
        points
    }
}

fn saturate(count: usize) -> i32 {
    i32::try_from(count.min(1 << 20)).unwrap_or(1 << 20)
}
