//! The decider that answers by the fitted weights.

use std::cell::{Cell, RefCell};

use crate::models::decider::{Decider, Parts, Question};
use crate::models::exponential::exp;
use crate::models::linear::{Description, Part, Schema, Weights, HUNDREDTHS};

/// Answers with the highest score; of equal scores with the first.
pub(crate) struct FittedModels {
    weights: &'static Weights,
    /// The score of each answer to the last question.
    scores: Vec<f32>,
    /// The highest one.
    max: f32,
    /// The exponential of how far each score is below the highest one, once a share was asked for, and the sum of all.
    powers: RefCell<Vec<f64>>,
    total: Cell<f64>,
}

impl FittedModels {
    /// Decides by the weights of a language.
    pub(crate) fn new(weights: &'static Weights) -> Self {
        let (scores, powers) = (Vec::new(), RefCell::default());
        FittedModels { weights, scores, max: 0.0, powers, total: Cell::new(0.0) }
    }

    /// The share of an answer in the sum of the exponentials of all scores.
    fn share(&self, answer: usize) -> f64 {
        let mut powers = self.powers.borrow_mut();
        if powers.is_empty() {
            let mut total = 0.0;
            for score in &self.scores {
                let power = if *score == self.max { 1.0 } else { exp(score - self.max) };
                total += power;
                powers.push(power);
            }
            self.total.set(total);
        }
        powers[answer] / self.total.get()
    }

    /// Forgets the last question.
    fn clear(&mut self) {
        self.scores.clear();
        self.powers.get_mut().clear();
    }

    /// The answer with the highest score.
    fn best(&mut self) -> usize {
        let (mut best, mut max) = (0, self.scores[0]);
        for (answer, score) in self.scores.iter().enumerate() {
            let better = *score > max;
            best = if better { answer } else { best };
            max = if better { *score } else { max };
        }
        self.max = max;
        best
    }
}

impl Decider for FittedModels {
    #[inline]
    fn decide<S: Schema>(
        &mut self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Parts>,
    ) -> usize {
        debug_assert!(!question.about.is_empty(), "a question is about some tokens");
        self.clear();
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
        self.best()
    }

    #[inline]
    fn sum<P: Part, S: Schema>(&self, _schema: S, description: &Description) -> i32 {
        S::fold_part::<i32, P>(description, self.weights, 0, |sum, weight| sum + weight)
    }

    #[inline]
    fn decide_by_sums<S: Schema>(
        &mut self,
        _question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Parts>,
        sums: &[i32],
    ) -> usize {
        self.clear();
        self.scores.extend(sums.iter().map(|sum| *sum as f32 / HUNDREDTHS));
        self.best()
    }

    fn confidence<S, D>(&self, question: &Question<'_, S, D, impl Fn(usize) -> Parts>, answer: usize) -> f32 {
        let source = (question.parts)(answer).source;
        let same = |other: &usize| match source {
            None => *other == answer,
            Some(_) => (question.parts)(*other).source == source,
        };
        (0..question.answers).filter(same).map(|other| self.share(other)).sum::<f64>().min(1.0) as f32
    }

    #[inline]
    fn is_far_below(&self, answer: usize, distance: f32) -> bool {
        self.scores[answer] < self.max - distance
    }

    fn doubt(&self) -> f32 {
        self.share(0) as f32
    }
}
