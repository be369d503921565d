//! The analyses of held-out texts, by weights that were fitted without them.

use std::collections::HashMap;

use serde::Serialize;
use whosaid::training::{answered, Choice, Feature, Target, MAX_DOUBT, MIN_CONFIDENCE};
use whosaid::{Analysis, Attributor};

use super::features::Features;
use super::held_out::{Fitted, FOLDS};
use crate::polnear::{Article, Marked};

/// Weights by model, fields and values.
pub type Weights<'f> = HashMap<&'f str, HashMap<(&'f str, &'f str), f64>>;

#[derive(Serialize)]
struct Record<'a> {
    id: &'a str,
    #[serde(flatten)]
    analysis: &'a Analysis<'a>,
}

/// The analyses of the texts of a part in which clauses are marked, as JSON Lines. Models that were not fitted answer
/// by the weights of the library.
pub fn lines(
    articles: &[Article],
    fold: usize,
    features: &Features,
    fitted: &[(&'static str, Fitted)],
) -> String {
    let weights = weights_without(fold, features, fitted);
    let held_out = articles.iter().skip(fold).step_by(FOLDS);
    let mut lines = String::new();
    for article in held_out.filter(|article| article.marked == Marked::Clauses) {
        let record = Record { id: &article.name, analysis: &analysis(&weights, &article.text) };
        lines.push_str(&serde_json::to_string(&record).unwrap_or_default());
        lines.push('\n');
    }
    lines
}

/// The weights of all these models that were fitted without a part of the articles.
pub fn weights_without<'f>(
    fold: usize,
    features: &'f Features,
    fitted: &[(&'static str, Fitted)],
) -> Weights<'f> {
    fitted.iter().map(|(model, fitted)| (*model, named(features, model, fitted.without(fold)))).collect()
}

/// Which source of a quotation these weights choose, within the bounds of the library; `None` if they are not of that model.
pub fn link(weights: &Weights<'_>, choice: &Choice) -> Option<usize> {
    if choice.decides != Target::Link {
        return None;
    }
    Some(within_bounds(choice, &probabilities(weights, choice)?))
}

/// The source of a quotation that is chosen with these probabilities, within the bounds of the library.
pub fn within_bounds(choice: &Choice, all: &[f32]) -> usize {
    let best = most_probable(all);
    let source = |at: usize| choice.answers[at].source;
    let same = |at: &usize| *at == best || source(best).is_some() && source(*at) == source(best);
    let confidence: f32 = (0..all.len()).filter(same).map(|at| all[at]).sum();
    let is_sure = all[0] <= MAX_DOUBT && confidence >= MIN_CONFIDENCE;
    if is_sure {
        best
    } else {
        0
    }
}

/// The most probable answer, the first of equals.
pub fn most_probable(all: &[f32]) -> usize {
    (0..all.len()).fold(0, |best, at| if all[at] > all[best] { at } else { best })
}

/// The analysis of a text by these weights.
pub fn analysis<'t>(weights: &Weights<'_>, text: &'t str) -> Analysis<'t> {
    answered(&Attributor::default(), text, |choice| probabilities(weights, choice))
}

/// The weights of a model by fields and values.
fn named<'f>(features: &'f Features, model: &str, weights: &[f64]) -> HashMap<(&'f str, &'f str), f64> {
    let of_model = weights.iter().enumerate().filter(|(_, weight)| **weight != 0.0);
    let named = of_model.map(|(number, weight)| (features.name(number), *weight));
    let named = named.filter(|(name, _)| name.model == model);
    named.map(|(name, weight)| ((name.fields.as_str(), name.values.as_str()), weight)).collect()
}

/// The probability of each answer; `None` if the model was not fitted.
fn probabilities(weights: &Weights<'_>, choice: &Choice) -> Option<Vec<f32>> {
    let weights = weights.get(&*choice.model)?;
    let weight =
        |feature: &Feature| weights.get(&(&*feature.fields, &*feature.values)).copied().unwrap_or(0.0);
    let score = |features: &[Feature]| features.iter().map(weight).sum::<f64>();
    let scores: Vec<f64> = choice.answers.iter().map(|answer| score(&answer.features)).collect();
    let max = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let total: f64 = scores.iter().map(|score| (score - max).exp()).sum();
    Some(scores.iter().map(|score| ((score - max).exp() / total) as f32).collect())
}
