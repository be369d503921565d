//! Decisions, and who takes them: the models while a text is read, the annotation while they are fitted.

use crate::models::linear::{Description, Schema, Weights};
use crate::text::index::TokenRange;

/// The tokens of a cue, a source and a content, as far as they are known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Named {
    pub cue: Option<TokenRange>,
    pub source: Option<TokenRange>,
    pub content: Option<TokenRange>,
}

/// One decision: a choice among some answers.
pub(crate) struct Question<'q, D, N> {
    pub schema: &'static Schema,
    /// The tokens of the quotation or of the cue that it is about.
    pub about: TokenRange,
    /// The number of answers, at least one.
    pub answers: usize,
    /// Whether the first answer is no, which has no description and weighs nothing.
    pub may_be_no: bool,
    /// Whether some answers set fields that others leave as they are in the base.
    pub varies: bool,
    /// What is the same of all answers.
    pub base: &'q Description,
    /// Completes the description of an answer, given by its number.
    pub describe: D,
    /// What an answer says about an attribution, by its number.
    pub named: N,
}

impl<D: Fn(usize, &mut Description), N: Fn(usize) -> Named> Question<'_, D, N> {
    /// The description of an answer, by its number; `None` for no.
    pub(crate) fn description(&self, answer: usize) -> Option<Description> {
        if self.may_be_no && answer == 0 {
            return None;
        }
        let mut description = *self.base;
        (self.describe)(answer, &mut description);
        Some(description)
    }
}

/// Answers questions.
pub(crate) trait Choose {
    /// The number of the answer.
    fn choose<D: Fn(usize, &mut Description), N: Fn(usize) -> Named>(
        &mut self,
        question: &Question<'_, D, N>,
    ) -> usize;

    /// The probability of an answer to the last question; of one that names a source, that this source is the
    /// right one by whatever cue.
    fn confidence<D: Fn(usize, &mut Description), N: Fn(usize) -> Named>(
        &self,
        question: &Question<'_, D, N>,
        answer: usize,
    ) -> f32;

    /// The probability of the first answer to the last question, which mostly is no.
    fn doubt(&self) -> f32;
}

/// Answers by the fitted models.
pub(crate) struct Models {
    weights: &'static Weights,
    /// The score of each answer to the last question.
    scores: Vec<f32>,
}

impl Models {
    pub(crate) fn fitted() -> Self {
        Models { weights: Weights::fitted(), scores: Vec::new() }
    }

    /// The highest score, and the sum of the exponentials of all scores relative to it.
    fn total(&self) -> (f32, f32) {
        let highest = self.scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        (highest, self.scores.iter().map(|score| (score - highest).exp()).sum())
    }
}

impl Choose for Models {
    fn choose<D: Fn(usize, &mut Description), N: Fn(usize) -> Named>(
        &mut self,
        question: &Question<'_, D, N>,
    ) -> usize {
        self.scores.clear();
        let mut description = *question.base;
        for answer in 0..question.answers {
            if question.may_be_no && answer == 0 {
                self.scores.push(0.0);
                continue;
            }
            if question.varies {
                description = *question.base;
            }
            (question.describe)(answer, &mut description);
            self.scores.push(self.weights.score(question.schema, &description));
        }
        let (mut best, mut highest) = (0, self.scores[0]);
        for (answer, score) in self.scores.iter().enumerate() {
            let is_better = *score > highest;
            best = if is_better { answer } else { best };
            highest = if is_better { *score } else { highest };
        }
        best
    }

    fn confidence<D: Fn(usize, &mut Description), N: Fn(usize) -> Named>(
        &self,
        question: &Question<'_, D, N>,
        answer: usize,
    ) -> f32 {
        let (highest, total) = self.total();
        let source = (question.named)(answer).source;
        let same = |other: &usize| match source {
            None => *other == answer,
            Some(_) => (question.named)(*other).source == source,
        };
        let share = |other: usize| (self.scores[other] - highest).exp() / total;
        (0..question.answers).filter(same).map(share).sum::<f32>().min(1.0)
    }

    fn doubt(&self) -> f32 {
        let (highest, total) = self.total();
        (self.scores[0] - highest).exp() / total
    }
}
