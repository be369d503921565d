//! The linear model that chooses among the links that the rules propose.
//!
//! A conditional logit: each candidate, and the proposal that nobody said it, gets the sum of the
//! weights of its features; the highest wins, and its share of the exponentials is its probability.
//! The rules in a fixed order reach 89.2 F1 (precision 90.9) on the dev split of PolNeAR; which of two
//! cues governs a quotation, and whether a few quoted words are speech at all, they cannot weigh.
//! The weights stand in `data/weights.tsv`, fitted on the train split by `examples/fit`.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::fields::{Description, Field, TEMPLATES};
use crate::lexicon;

/// The weight of every feature, by its number.
#[derive(Debug, Clone)]
pub(crate) struct Weights(Vec<f32>);

/// Where the features of each template begin among all features.
static OFFSETS: Lazy<Vec<usize>> = Lazy::new(|| {
    let mut offsets = vec![0];
    for template in TEMPLATES {
        let size: usize = template.iter().map(|field| size(*field)).product();
        offsets.push(offsets[offsets.len() - 1] + size);
    }
    offsets
});

static LEMMAS: Lazy<Vec<&str>> = Lazy::new(|| lexicon::lemmas().collect());

static LEMMA_NUMBERS: Lazy<HashMap<&str, usize>> =
    Lazy::new(|| LEMMAS.iter().enumerate().map(|(number, lemma)| (*lemma, number)).collect());

static FITTED: Lazy<Weights> = Lazy::new(|| Weights::read(include_str!("data/weights.tsv")));

fn size(field: Field) -> usize {
    field.values().map_or(LEMMAS.len() + 1, <[&str]>::len)
}

/// The numbers of the features that a candidate has: one a template.
pub(crate) fn features(description: &Description) -> impl Iterator<Item = usize> + '_ {
    TEMPLATES.iter().zip(OFFSETS.iter()).map(|(template, offset)| {
        offset + template.iter().fold(0, |number, field| number * size(*field) + description.get(*field))
    })
}

/// How many features there are.
pub(crate) fn feature_count() -> usize {
    OFFSETS[OFFSETS.len() - 1]
}

/// What the weights file calls a feature: "Rule=quote-source-cue Gap=0 Between=comma".
pub(crate) fn feature_name(number: usize) -> String {
    let template = OFFSETS.partition_point(|&offset| offset <= number) - 1;
    let mut rest = number - OFFSETS[template];
    let mut parts = Vec::new();
    for field in TEMPLATES[template].iter().rev() {
        let value = rest % size(*field);
        rest /= size(*field);
        let name = match field.values() {
            Some(values) => values[value],
            None if value == 0 => "-",
            None => LEMMAS[value - 1],
        };
        parts.push(format!("{}={name}", field.name()));
    }
    parts.reverse();
    parts.join(" ")
}

/// The number of the feature of this name.
fn feature_number(name: &str) -> Option<usize> {
    let parts = || name.split(' ').map(|part| part.split_once('=').unwrap_or((part, "")));
    let same = |template: &&[Field]| template.iter().map(|field| field.name()).eq(parts().map(|part| part.0));
    let template = TEMPLATES.iter().position(same)?;
    let mut number = 0;
    for (field, (_, value)) in TEMPLATES[template].iter().zip(parts()) {
        let value = match field.values() {
            Some(values) => values.iter().position(|known| *known == value)?,
            None if value == "-" => 0,
            None => 1 + LEMMA_NUMBERS.get(value)?,
        };
        number = number * size(*field) + value;
    }
    Some(OFFSETS[template] + number)
}

impl Weights {
    pub(crate) fn fitted() -> &'static Weights {
        &FITTED
    }

    /// Reads lines of a feature's name, a tab and its weight; passes over features that there no longer are.
    fn read(file: &str) -> Weights {
        let mut weights = vec![0.0; feature_count()];
        let lines = file.lines().filter(|line| !line.starts_with('#'));
        for (name, weight) in lines.filter_map(|line| line.split_once('\t')) {
            if let (Some(number), Ok(weight)) = (feature_number(name), weight.parse()) {
                weights[number] = weight;
            }
        }
        Weights(weights)
    }

    fn score(&self, description: &Description) -> f32 {
        features(description).map(|feature| self.0[feature]).sum()
    }

    /// The probability of each of these candidates. The first is the proposal that nobody said it.
    pub(super) fn probabilities(&self, candidates: &[Description]) -> Vec<f32> {
        let scores: Vec<f32> = candidates.iter().map(|candidate| self.score(candidate)).collect();
        let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let exponentials: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
        let total: f32 = exponentials.iter().sum();
        exponentials.into_iter().map(|exponential| exponential / total).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_is_found_by_its_name() {
        for number in (0..feature_count()).step_by(97) {
            assert_eq!(feature_number(&feature_name(number)), Some(number));
        }
    }
}
