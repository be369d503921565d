//! The attributions of a text, to which dialogue and transcripts add theirs.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::quotes::Quotes;
use crate::rules::{AttributionKind, AttributionOfQuotations, Draft};
use crate::speakers::Source;
use crate::text::index::{AttributionId, PieceIdx, QuotationId, TokenIdx};

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

    /// Links each quotation of a turn without a draft to the first statement whose content it is part of.
    pub(crate) fn link_reported(&mut self, quotes: &Quotes, is_in_turn: impl Fn(TokenIdx) -> bool) {
        let mut near = PieceIdx::START;
        for (index, draft) in self.drafts.iter().enumerate() {
            if draft.kind == AttributionKind::Turn || draft.words().is_none() {
                continue;
            }
            for part in draft.content() {
                near = quotes.piece_from(part.start, near);
                let mut at = near;
                while let Some(piece) = quotes.pieces.get(at.get()).filter(|piece| piece.end() <= part.end) {
                    let is_open = self.of_quotations.get(piece.quotation()).is_none();
                    if is_open && part.covers(piece.tokens()) && is_in_turn(piece.start()) {
                        self.of_quotations.set(piece.quotation(), AttributionId::new(index));
                    }
                    at += 1;
                }
            }
        }
    }

    /// Puts a draft in the place of another one, which is dropped by [`Self::sort`].
    pub(crate) fn replace(&mut self, old: AttributionId, new: AttributionId) {
        self.replaced.insert(old, new);
    }

    /// For each draft the one in whose words its source is: that of the quotation around the source, else of the turn.
    /// Logarithmic for each draft.
    pub(crate) fn speech_around(&self, quotes: &Quotes) -> Vec<Option<AttributionId>> {
        let turns: Vec<AttributionId> = (0..self.drafts.len())
            .filter(|&at| self.drafts[at].kind == AttributionKind::Turn)
            .map(AttributionId::new)
            .collect();
        let begins_by = |turn: &AttributionId, at: TokenIdx| {
            self.drafts[turn.get()].extent().is_some_and(|extent| extent.start <= at)
        };
        let reports = |id: AttributionId, at: TokenIdx| self.drafts[id.get()].reports(at);
        let around = |(index, draft): (usize, &Draft)| {
            let (source, this) = (draft.words()?.start, AttributionId::new(index));
            let mut quotation = quotes.innermost_around(source);
            while let Some(known) = quotation {
                let of_quotation = self.of(known).filter(|id| *id != this && reports(*id, source));
                if of_quotation.is_some() {
                    return of_quotation;
                }
                quotation = quotes.parent(known);
            }
            let after = turns.partition_point(|turn| begins_by(turn, source));
            let turn = *turns.get(after.checked_sub(1)?)?;
            (turn != this && reports(turn, source)).then_some(turn)
        };
        self.drafts.iter().enumerate().map(around).collect()
    }

    /// Sorts the drafts in the order of the text, one that holds another before it.
    pub(crate) fn sort(&mut self) {
        let replaced = std::mem::take(&mut self.replaced);
        let (drafts, chosen) = (std::mem::take(&mut self.drafts), std::mem::take(&mut self.chosen));
        let mut places = vec![None; drafts.len()];
        let all = (0..drafts.len()).map(AttributionId::new).zip(drafts).zip(chosen);
        let mut kept = Vec::with_capacity(places.len());
        kept.extend(all.filter(|((id, _), _)| !replaced.contains_key(id)));
        kept.sort_by_key(|((_, draft), _)| draft.extent().map(|extent| (extent.start, Reverse(extent.end))));
        for (place, ((id, _), _)) in kept.iter().enumerate() {
            places[id.get()] = Some(AttributionId::new(place));
        }
        let current = |id| replaced.get(&id).copied().unwrap_or(id);
        self.of_quotations.renumber(|id| places[current(id).get()]);
        (self.drafts, self.chosen) = kept.into_iter().map(|((_, draft), speaker)| (draft, speaker)).unzip();
    }
}
