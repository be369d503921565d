//! The decider that answers by the fitted weights.

use std::cell::OnceCell;

use crate::models::decider::{Decider, Parts, Question};
use crate::models::exponential::exp;
use crate::models::linear::{Description, Schema, Weights};

/// Answers with the highest score; of equal scores with the first.
pub(crate) struct FittedModels {
    weights: &'static Weights,
    /// The score of each answer to the last question.
    scores: Vec<f32>,
    /// What [`total`](Self::total) gives, once it was asked for.
    total: OnceCell<(f32, f64)>,
}

impl FittedModels {
    /// Decides by the weights of a language.
    pub(crate) fn new(weights: &'static Weights) -> Self {
        FittedModels { weights, scores: Vec::new(), total: OnceCell::new() }
    }

    /// The highest score, and the sum of the exponentials of all scores, divided by that of the highest.
    fn total(&self) -> (f32, f64) {
        *self.total.get_or_init(|| {
            let max = self.scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            (max, self.scores.iter().map(|score| exp(score - max)).sum())
        })
    }
}

impl Decider for FittedModels {
    #[inline]
    fn decide<S: Schema>(
        &mut self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Parts>,
    ) -> usize {
        debug_assert!(!question.about.is_empty(), "a question is about some tokens");
        self.scores.clear();
        self.total.take();
        let mut description = *question.base;
        for answer in 0..question.answers {
            if question.first_is_no && answer == 0 {
                self.scores.push(0.0);
                continue;
            }
            if question.varies {
                description = *question.base;
            }
            (question.describe)(answer, &mut description);
            self.scores.push(self.weights.score(question.schema, &description));
        }
        let (mut best, mut max) = (0, self.scores[0]);
        for (answer, score) in self.scores.iter().enumerate() {
            let better = *score > max;
            best = if better { answer } else { best };
            max = if better { *score } else { max };
        }
        best
    }

    fn confidence<S, D>(&self, question: &Question<'_, S, D, impl Fn(usize) -> Parts>, answer: usize) -> f32 {
        let (max, total) = self.total();
        let source = (question.parts)(answer).source;
        let same = |other: &usize| match source {
            None => *other == answer,
            Some(_) => (question.parts)(*other).source == source,
        };
        let share = |other: usize| exp(self.scores[other] - max) / total;
        (0..question.answers).filter(same).map(share).sum::<f64>().min(1.0) as f32
    }

    fn doubt(&self) -> f32 {
        let (max, total) = self.total();
        (exp(self.scores[0] - max) / total) as f32
    }
}
