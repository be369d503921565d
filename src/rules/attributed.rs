//! The attributions of a text, to which dialogue and transcripts add theirs.

use std::collections::HashMap;

use crate::rules::{AttributionOfQuotations, Draft};
use crate::speakers::Source;
use crate::text::index::{AttributionId, QuotationId};

/// A speaker that was chosen for a draft.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chosen {
    pub source: Source,
    /// The probability that it is the speaker.
    pub confidence: f32,
}

/// The attributions of a text.
pub(crate) struct Attributed {
    pub drafts: Vec<Draft>,
    pub of_quotations: AttributionOfQuotations,
    /// For each draft the speaker that was chosen for it, where that is not for its source to say.
    pub chosen: Vec<Option<Chosen>>,
    /// The drafts to drop, each with the one in its place.
    replaced: HashMap<AttributionId, AttributionId>,
}

impl Attributed {
    pub(crate) fn new(drafts: Vec<Draft>, of_quotations: AttributionOfQuotations) -> Self {
        let chosen = vec![None; drafts.len()];
        Attributed { drafts, of_quotations, chosen, replaced: HashMap::new() }
    }

    /// Adds a draft with the speaker that was chosen for it.
    pub(crate) fn add(&mut self, draft: Draft, speaker: Option<Source>) -> AttributionId {
        let chosen = speaker.map(|source| Chosen { source, confidence: draft.confidence });
        self.drafts.push(draft);
        self.chosen.push(chosen);
        AttributionId::new(self.drafts.len() - 1)
    }

    /// The draft of a quotation.
    pub(crate) fn of(&self, quotation: QuotationId) -> Option<AttributionId> {
        self.of_quotations.get(quotation)
    }

    /// Puts a draft in the place of another one, which is dropped by [`Self::sort`].
    pub(crate) fn replace(&mut self, old: AttributionId, new: AttributionId) {
        self.replaced.insert(old, new);
    }

    /// Sorts the drafts in the order of the text.
    pub(crate) fn sort(&mut self) {
        let replaced = std::mem::take(&mut self.replaced);
        let (drafts, chosen) = (std::mem::take(&mut self.drafts), std::mem::take(&mut self.chosen));
        let mut places = vec![None; drafts.len()];
        let all = (0..drafts.len()).map(AttributionId::new).zip(drafts).zip(chosen);
        let mut kept: Vec<_> = all.filter(|((id, _), _)| !replaced.contains_key(id)).collect();
        kept.sort_by_key(|((_, draft), _)| draft.extent().map(|extent| extent.start));
        for (place, ((id, _), _)) in kept.iter().enumerate() {
            places[id.get()] = Some(AttributionId::new(place));
        }
        let current = |id| replaced.get(&id).copied().unwrap_or(id);
        self.of_quotations.renumber(|id| places[current(id).get()]);
        (self.drafts, self.chosen) = kept.into_iter().map(|((_, draft), speaker)| (draft, speaker)).unzip();
    }
}
