//! The decider that keeps what the fitted models are asked, and how they score each answer.

use std::collections::VecDeque;

use crate::models::exponential::exp;
use crate::models::fields::Field;
use crate::models::linear::{Weights, HUNDREDTHS};
use crate::models::overruled::Overruled;
use crate::models::schemas::MODELS;
use crate::models::target::Target;
use crate::models::{Decider, Description, FittedModels, Parts, Question, Ruling, Schema, TurnAnswer};
use crate::text::index::TokenRange;

/// Answers as the fitted models do, and keeps each question with its answers.
pub(crate) struct Explainer {
    weights: &'static Weights,
    models: FittedModels,
    pub(super) asked: Vec<Asked>,
    /// The questions about turns of dialogue in this pass: each turn is asked about once for each way to read the
    /// turns before it, and only the last turn shows which of them counts.
    open: VecDeque<Asked>,
}

/// A question that was asked.
pub(super) struct Asked {
    pub model: &'static str,
    pub decides: Target,
    pub templates: &'static [&'static [Field]],
    pub about: TokenRange,
    pub answers: Vec<Scored>,
    /// The answer that was taken.
    pub taken: usize,
    /// Why it is not the most probable one.
    pub by: Option<Overruled>,
    pub bound: Option<f32>,
}

/// An answer with its score.
pub(super) struct Scored {
    pub parts: Parts,
    /// `None` for the answer "no", which has no features.
    pub description: Option<Description>,
    /// The weight of each template's feature, in hundredths.
    pub weights: Vec<i32>,
    /// The weight of its rule without fitted weights, in hundredths.
    pub prior: i32,
    /// The probability of the answer alone.
    pub share: f32,
    /// The probability of all answers with the same source.
    pub probability: f32,
}

impl Scored {
    /// The score in hundredths.
    fn total(&self) -> i32 {
        self.prior + self.weights.iter().sum::<i32>()
    }

    pub(super) fn score(&self) -> f32 {
        self.total() as f32 / HUNDREDTHS
    }
}

impl Explainer {
    /// Decides by the weights of a language.
    pub(crate) fn new(weights: &'static Weights) -> Self {
        Explainer { weights, models: FittedModels::new(weights), asked: Vec::new(), open: VecDeque::new() }
    }

    /// An answer with the weights of its features.
    fn scored<S: Schema>(
        &self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Parts>,
        answer: usize,
    ) -> Scored {
        let description = question.description(answer);
        let add = |mut weights: Vec<i32>, weight| {
            weights.push(weight);
            weights
        };
        let weights = description.as_ref().map(|it| S::fold_weights(it, self.weights, Vec::new(), add));
        Scored {
            parts: (question.parts)(answer),
            prior: description.as_ref().map_or(0, |description| self.weights.prior(description)),
            description,
            weights: weights.unwrap_or_default(),
            share: 0.0,
            probability: self.models.confidence(question, answer),
        }
    }

    /// Keeps one of the questions about a turn: the one that has this answer with this probability, or else the first.
    fn settle(&mut self, turn: &TurnAnswer) {
        let mut settled: Option<(Asked, bool)> = None;
        while let Some(mut asked) = self.open.pop_front() {
            if asked.about != turn.about {
                self.open.push_front(asked);
                break;
            }
            let is_answer = |answer: &Scored| {
                answer.parts.source == Some(turn.source) && answer.probability == turn.probability
            };
            let answer = asked.answers.iter().position(is_answer);
            if let Some(answer) = answer.filter(|answer| *answer != asked.taken) {
                (asked.taken, asked.by) = (answer, Some(Overruled::Conversation));
            }
            if settled.as_ref().is_none_or(|(_, is_found)| !is_found && answer.is_some()) {
                settled = Some((asked, answer.is_some()));
            }
        }
        self.asked.extend(settled.map(|(asked, _)| asked));
    }
}

impl Decider for Explainer {
    fn decide<S: Schema>(
        &mut self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Parts>,
    ) -> usize {
        let taken = self.models.decide(question);
        let mut answers: Vec<Scored> = (0..question.answers).map(|at| self.scored(question, at)).collect();
        set_shares(&mut answers);
        let asked = Asked {
            model: MODELS[S::NUMBER],
            decides: S::DECIDES,
            templates: S::TEMPLATES,
            about: question.about,
            answers,
            taken,
            by: None,
            bound: None,
        };
        match S::DECIDES {
            Target::Speaker => self.open.push_back(asked),
            _ => self.asked.push(asked),
        }
        taken
    }

    fn confidence<S, D>(&self, question: &Question<'_, S, D, impl Fn(usize) -> Parts>, answer: usize) -> f32 {
        self.models.confidence(question, answer)
    }

    fn doubt(&self) -> f32 {
        self.models.doubt()
    }

    fn overrule(&mut self, ruling: impl FnOnce() -> Ruling) {
        let Ruling { answer, by, bound } = ruling();
        if let Some(asked) = self.asked.last_mut() {
            (asked.taken, asked.by, asked.bound) = (answer, Some(by), bound);
        }
    }

    fn settle_turns(&mut self, turns: impl FnOnce() -> Vec<TurnAnswer>) {
        for turn in turns() {
            self.settle(&turn);
        }
        self.open.clear();
    }
}

/// Sets the probability of each answer alone.
fn set_shares(answers: &mut [Scored]) {
    let max = answers.iter().map(Scored::score).fold(f32::NEG_INFINITY, f32::max);
    let total: f64 = answers.iter().map(|answer| exp(answer.score() - max)).sum();
    for answer in answers {
        answer.share = (exp(answer.score() - max) / total) as f32;
    }
}
