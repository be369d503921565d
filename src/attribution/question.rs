//! Decisions, and who takes them: the models while a text is read, the annotation while they are fitted.

use super::link::Named;
use super::model::{Description, Schema, Weights};
#[cfg(feature = "training")]
use crate::tokenizer::Range;

/// One decision: some answers, of which one is to be chosen.
pub(crate) struct Question<'q> {
    pub schema: &'static Schema,
    /// The tokens of the quotation or of the cue that it is about.
    #[cfg(feature = "training")]
    pub about: Range,
    /// How many answers there are: never none.
    pub answers: usize,
    /// Whether the first answer is no, which has no description and weighs nothing.
    pub may_be_no: bool,
    /// What is the same of all answers.
    pub base: &'q Description,
    /// Completes the description of an answer, given by its number.
    pub describe: &'q dyn Fn(usize, &mut Description),
    /// What an answer says of an attribution, by its number.
    pub named: &'q dyn Fn(usize) -> Named,
}

impl Question<'_> {
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
    fn choose(&mut self, question: &Question<'_>) -> usize;

    /// How probable an answer to the last question is; where it names a source, that this is the right one by
    /// whatever cue.
    fn confidence(&self, question: &Question<'_>, answer: usize) -> f32;

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
    pub(crate) fn fitted() -> Self {
        Models { weights: Weights::fitted(), scores: Vec::new() }
    }

    /// The sum of the exponentials of all scores, over that of the highest.
    fn total(&self) -> (f32, f32) {
        let most = self.scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        (most, self.scores.iter().map(|score| (score - most).exp()).sum())
    }
}

impl Choose for Models {
    fn choose(&mut self, question: &Question<'_>) -> usize {
        let score = |answer| {
            let description = question.description(answer);
            description.map_or(0.0, |description| self.weights.score(question.schema, &description))
        };
        self.scores.clear();
        self.scores.extend((0..question.answers).map(score));
        let mut best = 0;
        for (answer, score) in self.scores.iter().enumerate() {
            if *score > self.scores[best] {
                best = answer;
            }
        }
        best
    }

    fn confidence(&self, question: &Question<'_>, answer: usize) -> f32 {
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
