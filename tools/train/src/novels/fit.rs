//! Fits the models of dialogue.
//!
//! The features of a turn depend on the answers for other turns. At first those are the annotated ones; later most
//! of them are those that the models give, so that the models learn how far to trust them.

use std::collections::HashMap;

use rayon::prelude::*;
use whosaid::training::{turns, Choice, Feature};
use whosaid::Attributor;

use super::corpus::Novel;
use super::names::meant;
use crate::fit::features::{FeatureName, Features};
use crate::fit::problem::{drop_rare, Problem};
use crate::fit::{logit, weights};

/// The names of the two models: the first one reads from left to right, the second one knows its answers.
pub const FIRST: &str = "turn";
pub const SECOND: &str = "review";

/// The number of passes over the turns.
const ROUNDS: usize = 6;

/// Features that fewer answers have are left out.
const RAREST: usize = 4;

/// Of ten turns, this many go on with the answer of the model and not with the annotated one.
const OWN_ANSWERS: u64 = 7;

/// Weights by model, fields and values.
type Weights = HashMap<(String, String, String), f64>;

/// The models of dialogue, fitted to some novels.
#[derive(Default)]
pub struct Fitted {
    weights: Weights,
    files: Vec<(&'static str, String)>,
}

/// A choice with the features of each answer, before they are numbered, and the right answers.
struct NamedProblem {
    answers: Vec<Vec<FeatureName>>,
    right: Vec<usize>,
}

/// How the reading of a novel goes on after a choice.
#[derive(Clone, Copy)]
enum History {
    Annotated,
    /// Mostly by the answers of the models.
    Mixed,
    /// By the answers of the models alone.
    Own,
}

impl Fitted {
    /// Fits both models.
    pub fn to(novels: &[&Novel], penalty: f64) -> Self {
        let mut fitted = Fitted::default();
        fitted.fit(novels, FIRST, [History::Annotated, History::Annotated], penalty);
        fitted.fit(novels, FIRST, [History::Mixed, History::Annotated], penalty);
        fitted.fit(novels, SECOND, [History::Own, History::Annotated], penalty);
        fitted.fit(novels, SECOND, [History::Own, History::Mixed], penalty);
        fitted
    }

    /// The files of weights by model.
    pub fn files(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.files.iter().map(|(model, file)| (*model, file.as_str()))
    }

    fn fit(&mut self, novels: &[&Novel], model: &'static str, history: [History; 2], penalty: f64) {
        let read = novels.par_iter().map(|novel| self.problems(novel, model, history));
        let read: Vec<Vec<NamedProblem>> = read.collect();
        let mut features = Features::default();
        let mut problems: Vec<Vec<Problem>> = Vec::new();
        for novel in read {
            let numbered = novel.into_iter().map(|NamedProblem { answers, right }| Problem {
                model: model.into(),
                answers: answers
                    .into_iter()
                    .map(|answer| answer.into_iter().map(|name| features.number(name)).collect())
                    .collect(),
                right,
                is_unproposed: false,
                weight: 1.0,
            });
            problems.push(numbered.collect());
        }
        drop_rare(&mut problems, features.len(), RAREST);
        let all: Vec<&Problem> = problems.iter().flatten().collect();
        let found = logit::fit(&all, features.len(), ROUNDS, penalty);
        self.weights.retain(|(of, ..), _| of != model);
        for (number, weight) in found.iter().enumerate().filter(|(_, weight)| **weight != 0.0) {
            let FeatureName { fields, values, .. } = features.name(number).clone();
            self.weights.insert((model.to_owned(), fields, values), *weight);
        }
        self.files.retain(|(of, _)| *of != model);
        self.files.push((model, weights::file(&features, model, &found)));
    }

    /// The choices of a model in a novel whose speaker is annotated, with the features of each answer and the right
    /// ones.
    fn problems(&self, novel: &Novel, model: &str, history: [History; 2]) -> Vec<NamedProblem> {
        let mut problems = Vec::new();
        let mut meanings: HashMap<String, Vec<usize>> = HashMap::new();
        let mut turn = 0_u64;
        turns(&Attributor::default(), &novel.text, |choice| {
            turn += 1;
            let about = choice.about.range();
            let speaker = novel.speaker(about.start, about.end);
            let mut is_right = |at: &usize| {
                let name = choice.answers[*at].source.and_then(|source| source.of(&novel.text)).unwrap_or("");
                let meant = meanings.entry(name.to_owned()).or_insert_with(|| meant(&novel.characters, name));
                speaker.is_some_and(|speaker| meant.contains(&speaker))
            };
            let right: Vec<usize> = (0..choice.answers.len()).filter(&mut is_right).collect();
            let history = history[usize::from(choice.model != FIRST)];
            let certain = |right: usize| (0..choice.answers.len()).map(|at| f32::from(at == right)).collect();
            let goes_on = match (history, right.first()) {
                (History::Annotated, Some(right)) => certain(*right),
                (History::Mixed, Some(right)) if mixed(turn) >= OWN_ANSWERS => certain(*right),
                _ => self.probabilities(&choice),
            };
            if choice.model == model && !right.is_empty() && right.len() < choice.answers.len() {
                let name = |feature: &Feature| FeatureName {
                    model: choice.model.clone(),
                    fields: feature.fields.clone(),
                    values: feature.values.clone(),
                };
                let answers =
                    choice.answers.iter().map(|answer| answer.features.iter().map(name).collect()).collect();
                problems.push(NamedProblem { answers, right });
            }
            goes_on
        });
        problems
    }

    /// The probability of each answer.
    pub fn probabilities(&self, choice: &Choice) -> Vec<f32> {
        let model = choice.model.to_string();
        let score = |features: &[Feature]| -> f64 {
            let weight = |feature: &Feature| {
                let key = (model.clone(), feature.fields.clone(), feature.values.clone());
                self.weights.get(&key).copied().unwrap_or(0.0)
            };
            features.iter().map(weight).sum()
        };
        let scores: Vec<f64> = choice.answers.iter().map(|answer| score(&answer.features)).collect();
        let max = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let total: f64 = scores.iter().map(|score| (score - max).exp()).sum();
        scores.iter().map(|score| ((score - max).exp() / total) as f32).collect()
    }
}

/// A number below ten that is the same in every run (splitmix64, Steele, Lea and Flood 2014).
fn mixed(turn: u64) -> u64 {
    let mut z = turn.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (z ^ (z >> 27)) % 10
}
