//! Organisations as sources without their names: "the ministry", "the company", "it".
//!
//! Rules, since the corpora name too few of them for a model to be fitted.

use crate::language::Classes;
use crate::resolution::candidates::Candidate;
use crate::resolution::discourse::{Discourse, Referent};
use crate::resolution::resolver::{Meaning, Resolver};
use crate::speakers::SpeakerKind;
use crate::text::index::{EntityId, TokenIdx, TokenRange};

/// The probability that "the ministry" means the last ministry, and that "the company" means the most salient one,
/// estimated on the train split of PolNeAR.
const BY_NOUN: f32 = 0.8;
const BY_SALIENCE: f32 = 0.6;

impl Resolver<'_, '_> {
    /// The meaning of a description of an organisation: the last one with that noun in its name, a speaker without a
    /// name under that noun, or the most salient organisation.
    pub(super) fn described_organisation(&mut self, source: TokenRange, head: TokenIdx) -> Option<Meaning> {
        let document = self.discourse.document;
        let modifier = self.modifier(source);
        // "The company" may be any organisation, "the university" is one with that word in its name.
        let is_generic = document.is(head, Classes::GENERIC_ORGANISATION) && !document.is_capitalised(head);
        if modifier.is_some() || !is_generic {
            if let Some(entity) = self.organisation_with(head, modifier) {
                self.probability = BY_NOUN;
                return Some(Meaning::Entity(entity));
            }
        }
        if let Some(unnamed) = self.unnamed_with(head) {
            return Some(unnamed);
        }
        // "The Clinton campaign" is an organisation of its own.
        let ends = head + 1 >= source.end || document.is(head + 1, Classes::COMMA);
        if modifier.is_some() || !ends {
            return None;
        }
        let found = self.salient_thing(source.start, true)?;
        // Only a company may have a name that could be a person's: "the council" is not "Ann Wu".
        let is_organisation = self.discourse.registry.entity(found).kind == SpeakerKind::Organisation;
        (is_generic || is_organisation).then_some(Meaning::Entity(found))
    }

    /// The last organisation with these words in its name or among its titles.
    fn organisation_with(&self, noun: TokenIdx, modifier: Option<TokenIdx>) -> Option<EntityId> {
        let Discourse { document, registry, .. } = &self.discourse;
        let holds = |entity: EntityId, word| self.titles.holders(document, word).any(|other| other == entity);
        self.titles.holders(document, noun).find(|entity| {
            registry.entity(*entity).kind == SpeakerKind::Organisation
                && modifier.is_none_or(|modifier| holds(*entity, modifier))
        })
    }

    /// The organisation that "it" or "the company" refers to: the subject of the sentence or of the one before, else
    /// the last one to speak, else the last one that is named here. A description needs one with the full name of an
    /// organisation.
    pub(super) fn salient_thing(&mut self, at: TokenIdx, is_described: bool) -> Option<EntityId> {
        let mut candidates = self.candidates(at.only(), Referent::Thing, &[]);
        candidates.list.retain(|candidate| !is_described || self.is_named_organisation(candidate.entity));
        let subject = candidates.list.iter().filter(|candidate| candidate.led.is_some_and(|led| led <= 1));
        let last = self.spoke[0].map(|last| last.entity);
        let near = |candidate: &&Candidate| {
            let mention = candidate.mention.map(|mention| self.discourse.names[mention].start());
            mention.is_some_and(|mention| candidates.sentences_since(mention) <= 1)
        };
        let found = (subject.min_by_key(|candidate| candidate.led))
            .or_else(|| candidates.list.iter().find(|candidate| Some(candidate.entity) == last))
            .or_else(|| candidates.list.iter().find(near))?;
        self.probability = BY_SALIENCE;
        Some(found.entity)
    }

    /// Whether an entity has the full name of an organisation: "Harbour Herald", "NATO", but not "Police".
    fn is_named_organisation(&self, entity: EntityId) -> bool {
        let name = self.discourse.registry.entity(entity).name();
        name.len() > 1 || self.discourse.document.is_all_capitals(name.start)
    }
}
