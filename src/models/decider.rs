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

/// One decision: some answers, of which one is to be chosen.
pub(crate) struct Question<'q, S, D, N> {
    /// The model that decides.
    pub schema: S,
    /// The tokens of the quotation or of the cue that it is about.
    pub about: TokenRange,
    /// How many answers there are: never none.
    pub answers: usize,
    /// Whether the first answer is no, which has no description and weighs nothing.
    pub may_be_no: bool,
    /// What is the same of all answers.
    pub base: &'q Description,
    /// Whether some answers set fields that others leave as they are in the base.
    pub varies: bool,
    /// Completes the description of an answer, given by its number.
    pub describe: D,
    /// What an answer says of an attribution, by its number.
    pub named: N,
}

#[cfg(feature = "training")]
impl<S, D: Fn(usize, &mut Description), N> Question<'_, S, D, N> {
    /// The description of an answer, by its number; none of no.
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
    fn choose<S: Schema>(
        &mut self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Named>,
    ) -> usize;

    /// How probable an answer to the last question is; where it names a source, that this is the right one by
    /// whatever cue.
    fn confidence<S, D>(&self, question: &Question<'_, S, D, impl Fn(usize) -> Named>, answer: usize) -> f32;

    /// How probable the first answer to the last question is, which mostly is no.
    fn doubt(&self) -> f32;
}

/// Answers by the fitted models.
pub(crate) struct Models {
    weights: &'static Weights,
    /// What each answer to the last question weighs.
    scores: Vec<f32>,
}

impl Models {
    /// Decides by the weights of a language.
    pub(crate) fn new(weights: &'static Weights) -> Self {
        Models { weights, scores: Vec::new() }
    }

    /// The sum of the exponentials of all scores, over that of the highest.
    fn total(&self) -> (f32, f32) {
        let most = self.scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        (most, self.scores.iter().map(|score| (score - most).exp()).sum())
    }
}

impl Choose for Models {
    #[inline]
    fn choose<S: Schema>(
        &mut self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Named>,
    ) -> usize {
        debug_assert!(!question.about.is_empty(), "a question is about some tokens");
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
        let (mut best, mut most) = (0, self.scores[0]);
        for (answer, score) in self.scores.iter().enumerate() {
            let better = *score > most;
            best = if better { answer } else { best };
            most = if better { *score } else { most };
        }
        best
    }

    fn confidence<S, D>(&self, question: &Question<'_, S, D, impl Fn(usize) -> Named>, answer: usize) -> f32 {
        let (most, total) = self.total();
        let source = (question.named)(answer).source;
        let same = |other: &usize| match source {
            None => *other == answer,
            Some(_) => (question.named)(*other).source == source,
        };
        let share = |other: usize| (self.scores[other] - most).exp() / total;
        (0..question.answers).filter(same).map(share).sum::<f32>().min(1.0)
    }

    fn doubt(&self) -> f32 {
        let (most, total) = self.total();
        (self.scores[0] - most).exp() / total
    }
}
