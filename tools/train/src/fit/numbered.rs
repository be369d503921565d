//! The choices of texts with numbered features, in few lists: novels have millions of features.

use std::collections::HashMap;

use rayon::prelude::*;
use whosaid::training::{Choice, Feature};

/// Numbers of features by fields and values.
#[derive(Default)]
pub struct Numbers {
    of: HashMap<String, HashMap<String, u32>>,
    names: Vec<(String, String)>,
}

impl Numbers {
    /// The number of a feature, which is added if it is new.
    fn number(&mut self, fields: &str, values: &str) -> u32 {
        if let Some(number) = self.of.get(fields).and_then(|of| of.get(values)) {
            return *number;
        }
        let number = self.names.len() as u32;
        self.names.push((fields.to_owned(), values.to_owned()));
        self.of.entry(fields.to_owned()).or_default().insert(values.to_owned(), number);
        number
    }

    /// The fields and values of each feature, in the order of their numbers.
    pub fn names(&self) -> impl Iterator<Item = (&str, &str)> {
        self.names.iter().map(|(fields, values)| (fields.as_str(), values.as_str()))
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }
}

/// The choices of a text.
#[derive(Default)]
pub struct Choices {
    numbers: Numbers,
    /// The features of all answers, one answer after the other.
    features: Vec<u32>,
    /// Where the features of each answer end.
    ends: Vec<u32>,
    /// Whether each answer is right.
    right: Vec<bool>,
    /// Where the answers of each choice end.
    choices: Vec<u32>,
}

impl Choices {
    /// Adds a choice with its right answers.
    pub fn add(&mut self, choice: &Choice, right: &[usize]) {
        for (at, answer) in choice.answers.iter().enumerate() {
            for Feature { fields, values, .. } in &answer.features {
                self.features.push(self.numbers.number(fields, values));
            }
            self.ends.push(self.features.len() as u32);
            self.right.push(right.contains(&at));
        }
        self.choices.push(self.ends.len() as u32);
    }

    /// Calls `with` with the features of each answer to each choice, and with whether each answer is right.
    fn each(&self, mut with: impl FnMut(&[&[u32]], &[bool])) {
        let (mut from, mut answer) = (0, 0);
        for &last in &self.choices {
            let ends = &self.ends[answer..last as usize];
            let answers: Vec<&[u32]> = ends
                .iter()
                .map(|&end| {
                    let features = &self.features[from..end as usize];
                    from = end as usize;
                    features
                })
                .collect();
            with(&answers, &self.right[answer..last as usize]);
            answer = last as usize;
        }
    }

    /// Adds the slope of the loss by each weight to `slope`, and gives the loss: the negative logarithm of the
    /// probability of the right answers.
    pub fn loss(&self, weights: &[f64], slope: &mut [f64]) -> f64 {
        let mut loss = 0.0;
        self.each(|answers, right| {
            let score =
                |answer: &&[u32]| answer.iter().map(|&feature| weights[feature as usize]).sum::<f64>();
            let scores: Vec<f64> = answers.iter().map(score).collect();
            let max = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let odds: Vec<f64> = scores.iter().map(|score| (score - max).exp()).collect();
            let total: f64 = odds.iter().sum();
            let of_right: f64 =
                odds.iter().zip(right).filter(|(_, right)| **right).map(|(odds, _)| odds).sum();
            let of_right = of_right.max(1e-300);
            loss -= (of_right / total).ln();
            for ((answer, odds), right) in answers.iter().zip(&odds).zip(right) {
                let difference = odds / total - if *right { odds / of_right } else { 0.0 };
                answer.iter().for_each(|&feature| slope[feature as usize] += difference);
            }
        });
        loss
    }
}

/// Numbers the features of several texts alike, and leaves those out that fewer than `min_count` answers have.
pub fn number_alike(texts: &mut [Choices], min_count: usize) -> Numbers {
    let mut counts: HashMap<&str, HashMap<&str, usize>> = HashMap::new();
    let of_texts: Vec<Vec<usize>> = texts.par_iter().map(counts_of).collect();
    for (text, of_text) in texts.iter().zip(&of_texts) {
        for ((fields, values), count) in text.numbers.names().zip(of_text) {
            *counts.entry(fields).or_default().entry(values).or_default() += count;
        }
    }
    let mut numbers = Numbers::default();
    let mut kept: Vec<Vec<Option<u32>>> = Vec::new();
    for text in texts.iter() {
        let is_kept = |fields: &str, values: &str| counts[fields][values] >= min_count;
        let number = |(fields, values)| is_kept(fields, values).then(|| numbers.number(fields, values));
        kept.push(text.numbers.names().map(number).collect());
    }
    texts.par_iter_mut().zip(&kept).for_each(|(text, kept)| renumber(text, kept));
    numbers
}

/// The number of answers that have each feature of a text.
fn counts_of(text: &Choices) -> Vec<usize> {
    let mut counts = vec![0; text.numbers.len()];
    text.features.iter().for_each(|&feature| counts[feature as usize] += 1);
    counts
}

/// Gives the features of a text other numbers; one without a number is left out.
fn renumber(text: &mut Choices, kept: &[Option<u32>]) {
    let (mut from, mut features) = (0, Vec::with_capacity(text.features.len()));
    for end in &mut text.ends {
        let answer = &text.features[from..*end as usize];
        features.extend(answer.iter().filter_map(|&feature| kept[feature as usize]));
        from = std::mem::replace(end, features.len() as u32) as usize;
    }
    text.features = features;
    text.numbers = Numbers::default();
}
