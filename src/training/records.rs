//! Decisions as records.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::models::target::Target;
use crate::text::span::Span;

/// A question that the attribution of a text asks, with the answers to choose from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// The name of the model that decides.
    pub model: Cow<'static, str>,
    /// What the model decides.
    pub decides: Target,
    /// The quotation, marks included, or the cue that the question is about.
    pub about: Span,
    /// The answers, at least one. Their probabilities sum to 1.
    pub answers: Vec<Answer>,
}

/// A question and the answer that was chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// The question.
    #[serde(flatten)]
    pub choice: Choice,
    /// The index of the chosen answer.
    ///
    /// A quotation stays without speaker if the probability of the chosen one is too low.
    pub chosen: usize,
}

/// An answer to a question: the parts of an attribution that it names, and its score by the fitted weights.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The words that introduce what was said.
    pub cue: Option<Span>,
    /// The words that name the source.
    pub source: Option<Span>,
    /// What was said.
    pub content: Option<Span>,
    /// The features of the answer, in the order in which the model declares them. The answer "no" has none.
    pub features: Vec<Feature>,
    /// The prior weight of the rule that proposes the answer; 0 if the rule has fitted weights.
    pub prior: f32,
    /// The sum of the prior weight and the weights of the features.
    pub score: f32,
    /// The probability among all answers: the exponential of the score, divided by the sum for all answers.
    pub probability: f32,
}

/// A feature of an answer: the values of some fields of its description.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Feature {
    /// The names of the fields, separated by spaces, as in the files of weights: `Rule Lemma`.
    pub fields: String,
    /// The value of each field, separated by spaces: `quote-cue-source say`. `?` is a word that no model knows.
    pub values: String,
    /// The fitted weight; 0 if the feature has none.
    pub weight: f32,
}

impl Decision {
    /// The chosen answer. `None` only if [`chosen`](Decision::chosen) is out of bounds.
    #[must_use]
    pub fn answer(&self) -> Option<&Answer> {
        self.choice.answers.get(self.chosen)
    }
}
