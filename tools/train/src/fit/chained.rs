//! Fits models whose questions depend on their own earlier answers: who speaks a turn, whom a source means.
//!
//! The features of such a question name what was answered before. At first those answers are the annotated ones;
//! later most of them are those that the models give, so that the models learn how far to trust them.

use std::collections::HashMap;

use whosaid::training::{Choice, Feature};

use super::features::{FeatureName, Features};
use super::numbered::{Choices, Numbers};
use super::problem::{drop_rare, Problem};
use super::{convergence, logit, weights};

/// Features that fewer answers have are left out.
pub const RAREST: usize = 4;

/// Of ten questions, this many go on with the answer of the model and not with the annotated one.
const OWN_ANSWERS: u64 = 7;

/// Weights by fields and values.
type Weights = HashMap<String, HashMap<String, f64>>;

/// Models with the weights fitted so far.
#[derive(Default)]
pub struct Fitted {
    weights: HashMap<&'static str, Weights>,
    files: Vec<(&'static str, String)>,
}

/// A choice with the features of each answer, before they are numbered, and the right answers.
pub struct NamedProblem {
    answers: Vec<Vec<FeatureName>>,
    right: Vec<usize>,
}

impl NamedProblem {
    /// A choice with its right answers.
    pub fn new(choice: &Choice, right: Vec<usize>) -> Self {
        let name = |feature: &Feature| FeatureName {
            model: choice.model.clone(),
            fields: feature.fields.clone(),
            values: feature.values.clone(),
        };
        let answers =
            choice.answers.iter().map(|answer| answer.features.iter().map(name).collect()).collect();
        NamedProblem { answers, right }
    }
}

/// How the reading of a text goes on after a choice.
#[derive(Clone, Copy)]
pub enum History {
    /// By the annotated answer.
    Annotated,
    /// Mostly by the answers of the models.
    Mixed,
    /// By the answers of the models alone.
    Own,
}

impl Fitted {
    /// The files of weights by model.
    pub fn files(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.files.iter().map(|(model, file)| (*model, file.as_str()))
    }

    /// Fits a model to the problems of each text. Its earlier weights are replaced.
    pub fn fit(&mut self, texts: Vec<Vec<NamedProblem>>, model: &'static str, rounds: usize, penalty: f64) {
        let mut features = Features::default();
        let mut number = |NamedProblem { answers, right }| Problem {
            model: model.into(),
            answers: answers
                .into_iter()
                .map(|answer: Vec<FeatureName>| {
                    answer.into_iter().map(|name| features.number(name)).collect()
                })
                .collect(),
            right,
            is_unproposed: false,
            weight: 1.0,
        };
        let mut problems: Vec<Vec<Problem>> =
            texts.into_iter().map(|text| text.into_iter().map(&mut number).collect()).collect();
        drop_rare(&mut problems, features.len(), RAREST);
        let all: Vec<&Problem> = problems.iter().flatten().collect();
        let found = logit::fit(&all, features.len(), rounds, penalty);
        self.set(model, &features.values(), &found);
    }

    /// Fits a model to all choices of some texts at once, from its earlier weights on, until it changes no more.
    pub fn converge(&mut self, texts: &[Choices], numbers: &Numbers, model: &'static str, penalty: f64) {
        let names: Vec<(&str, &str)> = numbers.names().collect();
        let known = self.weights.get(model);
        let earlier =
            names.iter().map(|(fields, values)| known.and_then(|all| all.get(*fields)?.get(*values)));
        let start = earlier.map(|weight| weight.copied().unwrap_or(0.0)).collect();
        let found = convergence::fit(texts, start, penalty);
        self.set(model, &names, &found);
    }

    /// Replaces the weights of a model.
    fn set(&mut self, model: &'static str, names: &[(&str, &str)], found: &[f64]) {
        let weights = self.weights.entry(model).or_default();
        weights.clear();
        for ((fields, values), weight) in names.iter().zip(found).filter(|(_, weight)| **weight != 0.0) {
            weights.entry((*fields).to_owned()).or_default().insert((*values).to_owned(), *weight);
        }
        self.files.retain(|(of, _)| *of != model);
        self.files.push((model, weights::file(names, model, found)));
    }

    /// The probability of each answer by these weights.
    pub fn probabilities(&self, choice: &Choice) -> Vec<f32> {
        let weights = self.weights.get(&*choice.model);
        let score = |features: &[Feature]| -> f64 {
            let weight = |feature: &Feature| {
                weights.and_then(|all| all.get(&feature.fields)?.get(&feature.values)).copied().unwrap_or(0.0)
            };
            features.iter().map(weight).sum()
        };
        let scores: Vec<f64> = choice.answers.iter().map(|answer| score(&answer.features)).collect();
        let max = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let total: f64 = scores.iter().map(|score| (score - max).exp()).sum();
        scores.iter().map(|score| ((score - max).exp() / total) as f32).collect()
    }

    /// The probabilities of the answers to the choice with this number by which the reading of a text goes on, given
    /// the first right answer if it is known.
    pub fn go_on(&self, history: History, number: u64, choice: &Choice, right: Option<usize>) -> Vec<f32> {
        let certain = |right: usize| (0..choice.answers.len()).map(|at| f32::from(at == right)).collect();
        match (history, right) {
            (History::Annotated, Some(right)) => certain(right),
            (History::Mixed, Some(right)) if mixed(number) >= OWN_ANSWERS => certain(right),
            _ => self.probabilities(choice),
        }
    }
}

/// A number below ten that is the same in every run (splitmix64, Steele, Lea and Flood 2014).
fn mixed(number: u64) -> u64 {
    let mut z = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (z ^ (z >> 27)) % 10
}
