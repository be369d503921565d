//! Questions that attribution asks, and the trait of what answers them.
//!
//! The fitted models (`fitted.rs`) answer while a text is read. For an explanation, another decider answers as they do
//! and keeps each question with its answers. Under the feature `training`, a teacher answers from an annotation.

use crate::models::linear::{Description, Part, Schema};
use crate::models::overruled::Overruled;
use crate::text::index::TokenRange;

/// The tokens of the parts of an attribution, as far as an answer names them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    pub cue: Option<TokenRange>,
    pub source: Option<TokenRange>,
    pub content: Option<TokenRange>,
}

/// A question with numbered answers, of which one is chosen.
pub(crate) struct Question<'q, S, D, P> {
    /// The model that decides.
    pub schema: S,
    /// The tokens of the quotation or of the cue that the question is about.
    pub about: TokenRange,
    /// The number of answers, at least one.
    pub answers: usize,
    /// Whether the first answer is "no", which has no description and the score 0.
    pub first_is_no: bool,
    /// The description that all answers share.
    pub base: &'q Description,
    /// Whether some answers set fields that other answers leave as in the base.
    pub varies: bool,
    /// Completes the description of an answer, given by its number.
    pub describe: D,
    /// The parts of an attribution that an answer names, by its number.
    pub parts: P,
}

impl<S, D: Fn(usize, &mut Description), P> Question<'_, S, D, P> {
    /// The description of an answer, given by its number; `None` for the answer "no", which has none.
    pub(crate) fn description(&self, answer: usize) -> Option<Description> {
        if self.first_is_no && answer == 0 {
            return None;
        }
        let mut description = *self.base;
        (self.describe)(answer, &mut description);
        Some(description)
    }
}

/// That another answer than the most probable one was taken.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ruling {
    /// The number of the answer that was taken.
    pub answer: usize,
    pub by: Overruled,
    /// The probability that decided, where one did.
    pub bound: Option<f32>,
}

/// The answer to the questions about a turn of dialogue that the most probable reading of all turns has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TurnAnswer {
    /// The tokens that the questions are about.
    pub about: TokenRange,
    /// The source of the answer, and its probability.
    pub source: TokenRange,
    pub probability: f32,
}

/// Answers questions.
pub(crate) trait Decider {
    /// Chooses an answer and returns its number.
    fn decide<S: Schema>(
        &mut self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Parts>,
    ) -> usize;

    /// The sum of the weights that a part of a model gives an answer, in hundredths. Zero for a decider that has no use
    /// for it.
    #[inline]
    fn sum<P: Part, S: Schema>(&self, _schema: S, _description: &Description) -> i32 {
        0
    }

    /// Chooses an answer, given the sum of the weights of each.
    #[inline]
    fn decide_by_sums<S: Schema>(
        &mut self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Parts>,
        _sums: &[i32],
    ) -> usize {
        self.decide(question)
    }

    /// The probability of an answer to the last question. All answers with the same source count as one, so that it
    /// is the probability of the source, whatever the cue.
    fn confidence<S, D>(&self, question: &Question<'_, S, D, impl Fn(usize) -> Parts>, answer: usize) -> f32;

    /// Whether the score of an answer to the last question is farther below the highest one than this, which is known
    /// sooner than a probability. Never for a decider that only has probabilities.
    #[inline]
    fn is_far_below(&self, _answer: usize, _distance: f32) -> bool {
        false
    }

    /// The probability of the first answer to the last question, which is "no" for most models.
    fn doubt(&self) -> f32;

    /// Learns that another answer to the last question was taken. The ruling is made only for a decider that keeps it.
    #[inline]
    fn overrule(&mut self, _ruling: impl FnOnce() -> Ruling) {}

    /// Learns the answers about all turns of dialogue, in their order, after the last question of a pass over them.
    /// They are made only for a decider that keeps them.
    #[inline]
    fn settle_turns(&mut self, _turns: impl FnOnce() -> Vec<TurnAnswer>) {}
}
