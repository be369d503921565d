//! Attribution: which quotation is linked to which cue and source.
//!
//! Paragraph by paragraph and sentence by sentence: for each quotation the rules propose links, and
//! the model chooses among them.

mod clause;
mod content;
mod cues;
mod describe;
mod draft;
mod fields;
mod layout;
mod link;
mod model;
mod paragraph;
mod rules;
mod works;

pub(crate) use draft::Draft;
pub(crate) use model::{feature_count, feature_name, features};

use crate::lexicon::Tagged;
use crate::quotes::Quotes;
use crate::tokenizer::Range;
use describe::describe;
use draft::Drafts;
use fields::Description;
use layout::lay_out;
use link::{Candidate, Link, Named};
use model::Weights;
use paragraph::Paragraph;
use rules::Scene;

/// Links the quotations of a text. Linear in its length: a paragraph is read at most twice.
pub(crate) fn attribute(text: &Tagged<'_>, quotes: &Quotes) -> Vec<Draft> {
    let weights = Weights::fitted();
    walk(text, quotes, |question| question.most_probable(weights))
}

/// A less probable answer is not given: on the train split of PolNeAR more than half of those are wrong.
const LEAST_CONFIDENCE: f32 = 0.4;

/// Who said a quotation: the candidates, of which one is to be chosen.
pub(crate) struct Question<'s, 'p, 't> {
    scene: &'s Scene<'s, 'p, 't>,
    quote: usize,
    candidates: &'s [Candidate],
    /// Those of the candidates, behind that of the answer that nobody said it.
    pub descriptions: Vec<Description>,
}

impl Question<'_, '_, '_> {
    /// The most probable answer, and how probable its source is, by whatever cue.
    fn most_probable(&self, weights: &Weights) -> (usize, f32) {
        let probabilities = weights.probabilities(&self.descriptions);
        let mut best = 0;
        for (at, probability) in probabilities.iter().enumerate() {
            if *probability > probabilities[best] {
                best = at;
            }
        }
        let answers: Vec<Named> = self.answers().collect();
        let same =
            answers.iter().zip(&probabilities).filter(|(answer, _)| answer.source == answers[best].source);
        let confidence: f32 = same.map(|(_, probability)| probability).sum();
        if confidence < LEAST_CONFIDENCE {
            return (0, 1.0);
        }
        (best, confidence)
    }

    /// The tokens of the quotation.
    pub(crate) fn quotation(&self) -> Range {
        self.scene.paragraph.tokens(self.quote..self.quote + 1)
    }

    /// The tokens of cue and source of each answer.
    pub(crate) fn answers(&self) -> impl Iterator<Item = Named> + '_ {
        let tokens = |units: &Range| self.scene.paragraph.tokens(units.clone());
        let named = self.candidates.iter().map(move |candidate| match &candidate.link {
            Link::Cued { cue, source, .. } => Named { cue: Some(tokens(cue)), source: Some(tokens(source)) },
            Link::Sourced { cue, source } => Named { cue: cue.clone(), source: Some(source.clone()) },
            Link::Continues { draft, .. } => self.scene.story.named(*draft),
        });
        std::iter::once(Named::default()).chain(named)
    }
}

/// Goes through the quotations of a text; `choose` answers each question with the number of a
/// description and how probable it is.
pub(crate) fn walk(
    text: &Tagged<'_>,
    quotes: &Quotes,
    mut choose: impl FnMut(&Question<'_, '_, '_>) -> (usize, f32),
) -> Vec<Draft> {
    let mut drafts = Drafts::new(quotes);
    let mut piece = 0;
    for at in 0..text.document.paragraph_count() {
        let tokens = text.document.paragraph(at);
        let first = piece;
        while quotes.pieces.get(piece).is_some_and(|piece| piece.tokens.start < tokens.end) {
            piece += 1;
        }
        if first == piece {
            drafts.pass_paragraph(tokens);
            continue;
        }
        let paragraph = lay_out(text, quotes, tokens.clone(), first..piece);
        for sentence in &paragraph.sentences {
            attribute_sentence(&paragraph, sentence, &mut drafts, &mut choose);
            drafts.end_sentence();
        }
        drafts.end_paragraph(tokens, first..piece);
    }
    drafts.finish()
}

fn attribute_sentence(
    paragraph: &Paragraph<'_, '_>,
    sentence: &Range,
    drafts: &mut Drafts<'_>,
    choose: &mut impl FnMut(&Question<'_, '_, '_>) -> (usize, f32),
) {
    let quoted: Vec<usize> = sentence.clone().filter(|&unit| paragraph.is_quote(unit)).collect();
    if quoted.is_empty() {
        return;
    }
    let cues = cues::cues(paragraph, sentence.clone());
    let verbs = cues::other_verbs(paragraph, sentence.clone());
    for unit in quoted {
        if drafts.continues_quotation(paragraph, unit) || works::is_title(paragraph, unit) {
            continue;
        }
        let scene = Scene { paragraph, sentence, cues: &cues, verbs: &verbs, story: drafts.story() };
        let mut candidates = rules::candidates(&scene, unit);
        let descriptions = describe(&scene, unit, &candidates);
        let question = Question { scene: &scene, quote: unit, candidates: &candidates, descriptions };
        let (chosen, confidence) = choose(&question);
        if let Some(chosen) = chosen.checked_sub(1) {
            drafts.add(paragraph, unit, candidates.swap_remove(chosen), confidence);
        }
    }
}
