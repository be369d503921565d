//! The decider that keeps the decisions of another one.

use crate::analysis::Analysis;
use crate::attributor::Attributor;
use crate::genre::Passages;
use crate::memory::Memory;
use crate::models::{Decider, Description, FittedModels, Parts, Question, Schema};
use crate::quotes::match_quotes;
use crate::tokenizer::Document;
use crate::training::writer::Writer;
use crate::training::Decision;

/// The same analysis as [`Attributor::attribute`] gives, and the decisions that led to it, in their order.
#[must_use]
pub fn record<'t>(attributor: &Attributor, text: &'t str) -> (Analysis<'t>, Vec<Decision>) {
    let mut memory = Memory::default();
    let document = Document::new(text, &attributor.language);
    let quotes = match_quotes(&document, attributor.marks);
    let passages = Passages::of(&document, &quotes, attributor.genre);
    let models = FittedModels::new(attributor.language.weights());
    // The analysis takes the document and frees its tokens.
    let shown = Document::new(text, &attributor.language);
    let mut recorder = Recorder::new(Writer::new(&shown), models);
    let found = attributor.decide(&document, &quotes, &passages, &mut recorder, &mut memory);
    let analysis = attributor.analysis(document, quotes, &passages, found, &mut recorder, &mut memory);
    (analysis, recorder.decisions)
}

/// Answers as another decider does, and keeps each question with the answer.
///
/// The scores in the records are those of the fitted weights, whatever the other decider answers by.
struct Recorder<'a, D> {
    writer: Writer<'a>,
    decider: D,
    decisions: Vec<Decision>,
}

impl<'a, D: Decider> Recorder<'a, D> {
    fn new(writer: Writer<'a>, decider: D) -> Self {
        Recorder { writer, decider, decisions: Vec::new() }
    }
}

impl<D: Decider> Decider for Recorder<'_, D> {
    fn decide<S: Schema>(
        &mut self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Parts>,
    ) -> usize {
        let chosen = self.decider.decide(question);
        self.decisions.push(Decision { choice: self.writer.choice(question), chosen });
        chosen
    }

    fn confidence<S, T>(&self, question: &Question<'_, S, T, impl Fn(usize) -> Parts>, answer: usize) -> f32 {
        self.decider.confidence(question, answer)
    }

    fn doubt(&self) -> f32 {
        self.decider.doubt()
    }
}
