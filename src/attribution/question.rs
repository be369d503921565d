//! Decisions, and who takes them: the models while a text is read, the annotation while they are fitted.

use super::link::Named;
use super::model::{Description, Schema, Weights};
use crate::tokenizer::Range;

/// One decision: some answers, of which one is to be chosen.
pub(crate) struct Question<'q> {
    pub schema: &'static Schema,
    /// The tokens of the quotation or of the cue that it is about.
    pub about: Range,
    /// How many answers there are.
    pub answers: usize,
    /// The description of an answer, by its number.
    pub describe: &'q dyn Fn(usize) -> Description,
    /// What an answer says of an attribution, by its number.
    pub named: &'q dyn Fn(usize) -> Named,
}

/// The answer to a question.
pub(crate) struct Verdict {
    pub answer: usize,
    /// How probable it is; where it names a source, that this is the right one by whatever cue.
    pub confidence: f32,
    /// How probable the first answer is, which mostly is no.
    pub doubt: f32,
}

impl Question<'_> {
    /// The most probable answer.
    pub(super) fn most_probable(&self, weights: &Weights, probabilities: &mut Vec<f32>) -> Verdict {
        weights.probabilities(self.schema, (0..self.answers).map(self.describe), probabilities);
        let mut best = 0;
        for (at, probability) in probabilities.iter().enumerate() {
            if *probability > probabilities[best] {
                best = at;
            }
        }
        let source = (self.named)(best).source;
        let same = |answer: &usize| match source {
            None => *answer == best,
            Some(_) => (self.named)(*answer).source == source,
        };
        let confidence: f32 = (0..self.answers).filter(same).map(|answer| probabilities[answer]).sum();
        Verdict { answer: best, confidence: confidence.min(1.0), doubt: probabilities[0] }
    }
}

/// Answers questions.
pub(crate) trait Choose: FnMut(&Question<'_>) -> Verdict {}

impl<F: FnMut(&Question<'_>) -> Verdict> Choose for F {}
