//! Words that a page sets apart in quotation marks: those of the speaker in whose turn they come again without marks, or
//! of the interviewee.
//!
//! Imports quotations, attributions, turns, typed indices and documents.

use std::collections::HashMap;

use crate::language::Classes;
use crate::layout::LabelledTurn;
use crate::quotes::Quotes;
use crate::rules::{Attributed, Draft, Rule};
use crate::speakers::Source;
use crate::text::index::{AttributionId, QuotationId, TokenIdx, TokenRange};
use crate::tokenizer::Document;

/// The number of words at its start by which a quotation is found again.
const OPENING: usize = 5;

/// The quotations without an attribution, by the words at their start.
pub(super) struct PullQuotes(HashMap<[u64; OPENING], QuotationId>);

impl PullQuotes {
    /// Those that are a paragraph of their own.
    pub(super) fn of(document: &Document<'_>, quotes: &Quotes, attributed: &Attributed) -> Self {
        let mut by_opening = HashMap::new();
        for piece in &quotes.pieces {
            let tokens = piece.tokens();
            if is_alone(document, tokens) && attributed.of(piece.quotation()).is_none() {
                if let Some(opening) = windows(document, tokens).next() {
                    by_opening.entry(opening).or_insert(piece.quotation());
                }
            }
        }
        PullQuotes(by_opening)
    }

    /// Gives those that come again in a turn its speaker. Linear in the length of the turn.
    pub(super) fn attribute(
        &self,
        document: &Document<'_>,
        quotes: &Quotes,
        turn: (&LabelledTurn, AttributionId),
        confidence: f32,
        attributed: &mut Attributed,
    ) {
        if self.0.is_empty() {
            return;
        }
        let (turn, id) = turn;
        let words = attributed.drafts[id.get()].words();
        let speaker = attributed.chosen[id.get()];
        for opening in turn.content.iter().flat_map(|tokens| windows(document, *tokens)) {
            let Some(quotation) = self.0.get(&opening).copied() else { continue };
            if attributed.of(quotation).is_some() {
                continue;
            }
            let mut draft = Draft::new(Rule::Label, None, words, confidence);
            quotes.pieces_of(quotation).iter().for_each(|piece| draft.add_content(piece.tokens()));
            let new = attributed.add(draft, speaker.map(|chosen| chosen.source));
            attributed.of_quotations.set(quotation, new);
        }
    }
}

/// Gives the quotations that are a paragraph of their own, in the first person and without an attribution, to the
/// interviewee.
pub(super) fn give_rest_to(
    speaker: Source,
    document: &Document<'_>,
    quotes: &Quotes,
    confidence: f32,
    attributed: &mut Attributed,
) {
    for piece in &quotes.pieces {
        let tokens = piece.tokens();
        let is_first_person = || tokens.iter().any(|at| document.is(at, Classes::FIRST_PERSON));
        if is_alone(document, tokens) && attributed.of(piece.quotation()).is_none() && is_first_person() {
            let mut draft = Draft::new(Rule::Label, None, None, confidence);
            draft.add_content(tokens);
            let new = attributed.add(draft, Some(speaker));
            attributed.of_quotations.set(piece.quotation(), new);
        }
    }
}

/// Whether these tokens are a paragraph.
fn is_alone(document: &Document<'_>, tokens: TokenRange) -> bool {
    document.begins_paragraph(tokens.start) && document.begins_paragraph(tokens.end)
}

/// Each run of so many words as hashes, in order.
fn windows<'a>(document: &'a Document<'_>, tokens: TokenRange) -> impl Iterator<Item = [u64; OPENING]> + 'a {
    let words: Vec<TokenIdx> = tokens.iter().filter(|&at| document.is_word(at)).collect();
    let hashes: Vec<u64> = words.into_iter().map(|at| document.hash_of(at)).collect();
    let last = hashes.len().saturating_sub(OPENING - 1);
    (0..last).filter_map(move |at| hashes.get(at..at + OPENING)?.try_into().ok())
}
