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
        let is_kept: Vec<bool> = self.drafts.iter().map(is_wanted).collect();
        let places = places(&is_kept);
        self.of_quotations.renumber(|id| places[id.get()].map(AttributionId::new));
        retain(&mut self.drafts, &is_kept);
        retain(&mut self.of_drafts, &is_kept);
        self.drop_silent_speakers();
        self
    }

    /// Drops the speakers without an attribution.
    fn drop_silent_speakers(&mut self) {
        let mut speaks = vec![false; self.speakers.len()];
        self.of_drafts.iter().flatten().for_each(|(speaker, _)| speaks[speaker.get()] = true);
        let places = places(&speaks);
        for draft in &mut self.of_drafts {
            *draft = draft.and_then(|(id, confidence)| Some((SpeakerId::new(places[id.get()]?), confidence)));
        }
        retain(&mut self.speakers, &speaks);
    }
}

/// The place of each item among those that are kept.
fn places(is_kept: &[bool]) -> Vec<Option<usize>> {
    let mut count = 0;
    let place = |is_kept: &bool| {
        count += usize::from(*is_kept);
        is_kept.then(|| count - 1)
    };
    is_kept.iter().map(place).collect()
}

fn retain<T>(list: &mut Vec<T>, is_kept: &[bool]) {
    let mut is_kept = is_kept.iter();
    list.retain(|_| is_kept.next() == Some(&true));
}
