//! The analyses of held-out texts, by weights that were fitted without them.

use std::collections::HashMap;

use serde::Serialize;
use whosaid::training::{answered, Choice, Feature};
use whosaid::{Analysis, Attributor};

use super::features::Features;
use super::held_out::{Fitted, FOLDS};
use crate::polnear::{Article, Marked};

/// Weights by model, fields and values.
type Weights<'f> = HashMap<&'f str, HashMap<(&'f str, &'f str), f64>>;

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
    let weights: Weights<'_> =
        fitted.iter().map(|(model, fitted)| (*model, named(features, model, fitted.without(fold)))).collect();
    let held_out = articles.iter().skip(fold).step_by(FOLDS);
    let mut lines = String::new();
    for article in held_out.filter(|article| article.marked == Marked::Clauses) {
        let analysis =
            answered(&Attributor::default(), &article.text, |choice| probabilities(&weights, choice));
        let record = Record { id: &article.name, analysis: &analysis };
        lines.push_str(&serde_json::to_string(&record).unwrap_or_default());
        lines.push('\n');
    }
    lines
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
