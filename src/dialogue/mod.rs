//! Dialogue in a narrative: who speaks each turn.
//!
//! A paragraph with quotations is a turn of one speaker, which holds for 99 of 100 quotations of the Project
//! Dialogism Novel Corpus (Vishnubhotla, Hammond and Hirst 2022). The candidates are the characters around the turn.
//! A conditional logit chooses one, turn by turn, with its answers for the turns before; a second one reads the
//! text again and also knows the answers for the turns after. Cues and sources that rules found in the paragraph are
//! evidence like any other. May import everything before it in the list of `docs/architecture.md`.

mod candidates;
mod characters;
mod decide;
mod describe;
mod narrator;
mod paragraphs;
mod splits;
mod tags;
mod turns;

use crate::models::Decider;
use crate::quotes::Quotes;
use crate::rules::{AttributionOfQuotations, Draft, Rule};
use crate::speakers::registry::Registry;
use crate::speakers::{KnownSpeakers, Names, Source};
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

/// The attributions of a text with its dialogue.
pub(crate) struct Attributed {
    /// In the order of the text.
    pub drafts: Vec<Draft>,
    pub of_quotations: AttributionOfQuotations,
    /// For each draft the speaker that dialogue chose; empty if there is no dialogue.
    pub chosen: Vec<Option<Source>>,
}

/// Finds the speakers of the turns in the narrative `passages` of a text.
///
/// A quotation without an attribution gets one. The candidates for a turn are bounded in number, so that the time is
/// linear in the length of the text.
pub(crate) fn attribute(
    scene: Scene<'_, '_>,
    passages: &[TokenRange],
    drafts: Vec<Draft>,
    of_quotations: AttributionOfQuotations,
    decider: &mut impl Decider,
) -> Attributed {
    if passages.is_empty() {
        return Attributed { drafts, of_quotations, chosen: Vec::new() };
    }
    let paragraphs = Paragraphs::new(scene, passages);
    let mut characters = Characters::new(scene, passages);
    let turns = Turns::read(scene, &paragraphs, &drafts, &of_quotations, &mut characters);
    let answers = decide::speakers(scene, &paragraphs, &turns, &characters, decider);
    let mut result = Completion { scene, drafts, of_quotations, chosen: Vec::new() };
    result.chosen.resize(result.drafts.len(), None);
    for (turn, answer) in turns.list.iter().zip(answers) {
        let Some((character, probability)) = answer else { continue };
        let rule = turn.rule(character);
        result.add(turn.quotations(scene.quotes), rule, characters.source(character), probability);
    }
    result.finish()
}

/// Adds the speakers of turns to the drafts of a text.
struct Completion<'a, 't> {
    scene: Scene<'a, 't>,
    drafts: Vec<Draft>,
    of_quotations: AttributionOfQuotations,
    chosen: Vec<Option<Source>>,
}

impl Completion<'_, '_> {
    /// Gives the quotations of a turn their speaker. Those without a draft share a new one.
    fn add(
        &mut self,
        quotations: impl Iterator<Item = QuotationId>,
        rule: Rule,
        speaker: Source,
        probability: f32,
    ) {
        let mut new: Option<AttributionId> = None;
        for quotation in quotations {
            if let Some(known) = self.of_quotations.get(quotation) {
                self.chosen[known.get()] = Some(speaker);
                continue;
            }
            let id = *new.get_or_insert_with(|| {
                self.drafts.push(Draft::new(rule, None, None, probability));
                self.chosen.push(Some(speaker));
                AttributionId::new(self.drafts.len() - 1)
            });
            for piece in self.scene.quotes.pieces_of(quotation) {
                self.drafts[id.get()].add_content(piece.tokens());
            }
            self.of_quotations.set(quotation, id);
        }
    }

    /// The drafts in the order of the text.
    fn finish(self) -> Attributed {
        let Completion { drafts, mut of_quotations, chosen, .. } = self;
        let mut order: Vec<usize> = (0..drafts.len()).collect();
        order.sort_by_key(|&at| drafts[at].extent().map(|extent| extent.start));
        let mut places = vec![AttributionId::new(0); drafts.len()];
        for (place, &at) in order.iter().enumerate() {
            places[at] = AttributionId::new(place);
        }
        of_quotations.renumber(|id| places[id.get()]);
        let mut sorted: Vec<(AttributionId, Draft, Option<Source>)> = places
            .into_iter()
            .zip(drafts)
            .zip(chosen)
            .map(|((place, draft), who)| (place, draft, who))
            .collect();
        sorted.sort_by_key(|(place, ..)| *place);
        let (drafts, chosen) = sorted.into_iter().map(|(_, draft, who)| (draft, who)).unzip();
        Attributed { drafts, of_quotations, chosen }
    }
}
