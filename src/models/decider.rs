//! Questions that attribution asks, and the trait of what answers them.
//!
//! The fitted models (`fitted.rs`) answer while a text is read. Under the feature `training`, a teacher answers
//! from an annotation, and a recorder keeps each question with its answers.

use crate::models::linear::{Description, Schema};
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

/// Answers questions.
pub(crate) trait Decider {
    /// Chooses an answer and returns its number.
    fn decide<S: Schema>(
        &mut self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Parts>,
    ) -> usize;

    /// The probability of an answer to the last question. All answers with the same source count as one, so that it
    /// is the probability of the source, whatever the cue.
    fn confidence<S, D>(&self, question: &Question<'_, S, D, impl Fn(usize) -> Parts>, answer: usize) -> f32;

    /// The probability of the first answer to the last question, which is "no" for most models.
    fn doubt(&self) -> f32;
}
