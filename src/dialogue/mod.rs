//! Dialogue in a narrative: who speaks each turn.
//!
//! A paragraph with quotations is a turn of one speaker, which holds for 99 of 100 quotations of the Project
//! Dialogism Novel Corpus (Vishnubhotla, Hammond and Hirst 2022). The candidates are the characters around the turn.
//! A conditional logit chooses one, turn by turn, with its answers for the turns before; a second one reads the
//! text again and also knows the answers for the turns after. Cues and sources that rules found in the paragraph are
//! evidence like any other. May import everything before it in the list of `docs/architecture.md`.

mod actors;
mod candidates;
mod characters;
mod decide;
mod describe;
mod intro;
mod narrator;
mod paragraphs;
mod splits;
mod tags;
mod turns;

use crate::models::calibration::Calibration;
use crate::models::Decider;
use crate::quotes::Quotes;
use crate::rules::{Attributed, Chosen, Draft, Rule};
use crate::speakers::registry::Registry;
use crate::speakers::{KnownSpeakers, Names};
use crate::text::index::{AttributionId, QuotationId, TokenRange};
use crate::tokenizer::Document;

use characters::Characters;
use paragraphs::Paragraphs;
use turns::Turns;

/// What attribution found in a text, as dialogue reads and completes it.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a, 't> {
    pub document: &'a Document<'t>,
    pub quotes: &'a Quotes,
    pub names: &'a Names<'a>,
    pub registry: &'a Registry,
    pub known: &'a KnownSpeakers,
}

/// Finds the speakers of the turns in the narrative `passages` of a text.
///
/// A quotation without an attribution gets one. The candidates for a turn are bounded in number, so that the time is
/// linear in the length of the text.
pub(crate) fn attribute(
    scene: Scene<'_, '_>,
    passages: &[TokenRange],
    attributed: &mut Attributed,
    decider: &mut impl Decider,
) {
    if passages.is_empty() {
        return;
    }
    let paragraphs = Paragraphs::new(scene, passages);
    let mut characters = Characters::new(scene, passages);
    let Attributed { drafts, of_quotations, .. } = &*attributed;
    let turns = Turns::read(scene, &paragraphs, drafts, of_quotations, &mut characters);
    let answers = decide::speakers(scene, &paragraphs, &turns, &characters, decider);
    for (turn, answer) in turns.list.iter().zip(answers) {
        let Some((character, probability)) = answer else { continue };
        let speaker =
            Chosen { source: characters.source(character), confidence: CALIBRATION.of(probability) };
        let draft = || Draft::new(turn.rule(character), None, None, speaker.confidence);
        add(scene, attributed, turn.quotations(scene.quotes), speaker, draft);
    }
    attributed.sort();
}

// A turn that has the wrong speaker misleads those after it, so the probability that the model gives is too high. The
// logarithm of its odds is scaled and shifted. Fitted to the answers that `whosaid-train novels` holds out by author,
// over which the calibration error is 0.028.
const CALIBRATION: Calibration = Calibration { scale: 0.38, shift: 0.06 };

/// Gives the quotations of a turn their speaker. Those without a draft share a new one.
fn add(
    scene: Scene<'_, '_>,
    attributed: &mut Attributed,
    quotations: impl Iterator<Item = QuotationId>,
    speaker: Chosen,
    draft: impl Fn() -> Draft,
) {
    let mut new: Option<AttributionId> = None;
    for quotation in quotations {
        if let Some(known) = attributed.of(quotation) {
            // A quotation that is signed is nobody's turn.
            if attributed.drafts[known.get()].rule != Rule::Signature {
                attributed.chosen[known.get()] = Some(speaker);
            }
            continue;
        }
        let id = *new.get_or_insert_with(|| attributed.add(draft(), Some(speaker.source)));
        for piece in scene.quotes.pieces_of(quotation) {
            attributed.drafts[id.get()].add_content(piece.tokens());
        }
        attributed.of_quotations.set(quotation, id);
    }
}
