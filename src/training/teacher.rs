//! The decider that answers as a caller says, such as an annotation.

use crate::analysis::Analysis;
use crate::attributor::Attributor;
use crate::genre::{Genre, Passages};
use crate::memory::Memory;
use crate::models::schemas::MODELS;
use crate::models::{Decider, Description, FittedModels, Parts, Question, Schema};
use crate::quotes::match_quotes;
use crate::tokenizer::Document;
use crate::training::writer::Writer;
use crate::training::Choice;

/// Passes the choices that the attribution of `text` faces to `answer`, in their order. The text is read as `genre`.
///
/// Later choices depend on earlier answers. `answer` returns the index of an answer; an index out of bounds counts as
/// the last one.
pub fn choices(text: &str, genre: Genre, answer: impl FnMut(Choice) -> usize) {
    let attributor = Attributor::default();
    let document = Document::new(text, &attributor.language);
    let quotes = match_quotes(&document, attributor.marks);
    let passages = Passages::of(&document, &quotes, genre);
    let mut teacher = Teacher { writer: Writer::new(&document), answer, last: 0 };
    attributor.decide(&document, &quotes, &passages, &mut teacher, &mut Memory::default());
}

/// Passes the choices between speakers to `answer`, in their order, and returns the analysis that its answers lead
/// to: those of the models with these names, among who speaks each turn of a narrative, and whom each source means.
/// The fitted models make all other choices. `answer` returns the probability of each answer, of which the highest is
/// chosen.
///
/// Like [`choices`] otherwise. Each turn is asked about twice, for the two models of dialogue.
pub fn speakers<'t>(
    attributor: &Attributor,
    text: &'t str,
    models: &[&str],
    answer: impl FnMut(Choice) -> Vec<f32>,
) -> Analysis<'t> {
    let document = Document::new(text, &attributor.language);
    let quotes = match_quotes(&document, attributor.marks);
    let passages = Passages::of(&document, &quotes, attributor.genre);
    let mut memory = Memory::default();
    let mut fitted = FittedModels::new(attributor.language.weights());
    let found = attributor.decide(&document, &quotes, &passages, &mut fitted, &mut memory);
    let copy = Document::new(text, &attributor.language);
    let mut teacher =
        SpeakerTeacher { writer: Writer::new(&copy), models, answer, fitted, probabilities: None };
    attributor.analysis(document, quotes, &passages, found, &mut teacher, &mut memory)
}

/// The analysis of a text in which `answer` gives the probability of each answer to a choice, of which the highest is
/// chosen. Where it returns `None`, the fitted models choose.
pub fn answered<'t>(
    attributor: &Attributor,
    text: &'t str,
    answer: impl FnMut(&Choice) -> Option<Vec<f32>>,
) -> Analysis<'t> {
    let document = Document::new(text, &attributor.language);
    let quotes = match_quotes(&document, attributor.marks);
    let passages = Passages::of(&document, &quotes, attributor.genre);
    let copy = Document::new(text, &attributor.language);
    let fitted = FittedModels::new(attributor.language.weights());
    let mut substitute = Substitute { writer: Writer::new(&copy), fitted, answer, probabilities: None };
    let mut memory = Memory::default();
    let found = attributor.decide(&document, &quotes, &passages, &mut substitute, &mut memory);
    attributor.analysis(document, quotes, &passages, found, &mut substitute, &mut memory)
}

/// Answers as it is told, with certainty.
struct Teacher<'a, F> {
    writer: Writer<'a>,
    answer: F,
    /// Its last answer.
    last: usize,
}

impl<F: FnMut(Choice) -> usize> Decider for Teacher<'_, F> {
    fn decide<S: Schema>(
        &mut self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Parts>,
    ) -> usize {
        self.last = (self.answer)(self.writer.choice(question)).min(question.answers - 1);
        self.last
    }

    fn confidence<S, D>(
        &self,
        _question: &Question<'_, S, D, impl Fn(usize) -> Parts>,
        answer: usize,
    ) -> f32 {
        f32::from(answer == self.last)
    }

    fn doubt(&self) -> f32 {
        f32::from(self.last == 0)
    }
}

/// Answers the questions of some models as it is told, with probabilities, and leaves the others to the fitted ones.
struct SpeakerTeacher<'a, F> {
    writer: Writer<'a>,
    models: &'a [&'a str],
    answer: F,
    fitted: FittedModels,
    /// Those of the last question, if it is one of those models.
    probabilities: Option<Vec<f32>>,
}

impl<F: FnMut(Choice) -> Vec<f32>> Decider for SpeakerTeacher<'_, F> {
    fn decide<S: Schema>(
        &mut self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Parts>,
    ) -> usize {
        if !self.models.contains(&MODELS[S::NUMBER]) {
            self.probabilities = None;
            return self.fitted.decide(question);
        }
        let mut all = (self.answer)(self.writer.choice(question));
        all.resize(question.answers, 0.0);
        let best = (0..question.answers).fold(0, |best, at| if all[at] > all[best] { at } else { best });
        self.probabilities = Some(all);
        best
    }

    fn confidence<S, D>(&self, question: &Question<'_, S, D, impl Fn(usize) -> Parts>, answer: usize) -> f32 {
        match &self.probabilities {
            Some(told) => told.get(answer).copied().unwrap_or(0.0),
            None => self.fitted.confidence(question, answer),
        }
    }

    fn doubt(&self) -> f32 {
        match &self.probabilities {
            Some(told) => told.first().copied().unwrap_or(0.0),
            None => self.fitted.doubt(),
        }
    }
}

/// Answers some questions as it is told, with probabilities, and leaves the others to the fitted models.
struct Substitute<'a, F> {
    writer: Writer<'a>,
    fitted: FittedModels,
    answer: F,
    /// Those of the last question, if they were told.
    probabilities: Option<Vec<f32>>,
}

impl<F: FnMut(&Choice) -> Option<Vec<f32>>> Decider for Substitute<'_, F> {
    fn decide<S: Schema>(
        &mut self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Parts>,
    ) -> usize {
        self.probabilities = (self.answer)(&self.writer.choice(question));
        let Some(told) = &mut self.probabilities else { return self.fitted.decide(question) };
        told.resize(question.answers, 0.0);
        (0..question.answers).fold(0, |best, at| if told[at] > told[best] { at } else { best })
    }

    fn confidence<S, D>(&self, question: &Question<'_, S, D, impl Fn(usize) -> Parts>, answer: usize) -> f32 {
        match &self.probabilities {
            Some(told) => told.get(answer).copied().unwrap_or(0.0),
            None => self.fitted.confidence(question, answer),
        }
    }

    fn doubt(&self) -> f32 {
        match &self.probabilities {
            Some(told) => told.first().copied().unwrap_or(0.0),
            None => self.fitted.doubt(),
        }
    }
}
