//! Keeps the attributions that a caller wants, by kind and confidence.
//!
//! Imports rules, records of `analysis` and typed indices.

use crate::analysis::Speaker;
use crate::rules::{AttributionOfQuotations, Draft};
use crate::text::index::{AttributionId, SpeakerId};

/// The attributions of a text with their speakers.
pub(crate) struct Selection<'t> {
    pub drafts: Vec<Draft>,
    pub of_quotations: AttributionOfQuotations,
    pub speakers: Vec<Speaker<'t>>,
    /// The speaker of each draft.
    pub of_drafts: Vec<Option<(SpeakerId, f32)>>,
}

impl Selection<'_> {
    /// The attributions that are wanted, and the speakers of those. Nothing else changes.
    pub(crate) fn kept(mut self, is_wanted: impl Fn(&Draft) -> bool) -> Self {
        if self.drafts.iter().all(&is_wanted) {
            return self;
        }
        let mut count = 0;
        let is_kept: Vec<bool> = self.drafts.iter().map(is_wanted).collect();
        let places: Vec<Option<AttributionId>> = is_kept
            .iter()
            .map(|is_kept| {
                count += usize::from(*is_kept);
                is_kept.then(|| AttributionId::new(count - 1))
            })
            .collect();
        self.of_quotations.renumber(|id| places[id.get()]);
        let keeps = |of: &mut dyn Iterator<Item = &bool>| of.next().copied().unwrap_or(false);
        let (mut drafts, mut speakers) = (is_kept.iter(), is_kept.iter());
        self.drafts.retain(|_| keeps(&mut drafts));
        self.of_drafts.retain(|_| keeps(&mut speakers));
        self.drop_silent_speakers();
        self
    }

    /// Drops the speakers without an attribution.
    fn drop_silent_speakers(&mut self) {
        let mut speaks = vec![false; self.speakers.len()];
        self.of_drafts.iter().flatten().for_each(|(speaker, _)| speaks[speaker.get()] = true);
        let mut count = 0;
        let places: Vec<SpeakerId> = speaks
            .iter()
            .map(|speaks| {
                count += usize::from(*speaks);
                SpeakerId::new(count.max(1) - 1)
            })
            .collect();
        self.of_drafts.iter_mut().flatten().for_each(|(speaker, _)| *speaker = places[speaker.get()]);
        let mut speaks = speaks.into_iter();
        self.speakers.retain(|_| speaks.next().unwrap_or(false));
    }
}
