//! Fits the models of dialogue.

use std::collections::HashMap;

use rayon::prelude::*;
use whosaid::training::speakers;

use super::corpus::Novel;
use super::names::meant;
use super::OF_DIALOGUE;
use crate::fit::chained::{Fitted, History, RAREST};
use crate::fit::numbered::{number_alike, Choices};

/// The names of the two models: the first one reads from left to right, the second one knows its answers.
pub const FIRST: &str = "turn";
pub const SECOND: &str = "review";

/// Fits both models to novels whose characters are named beforehand and to the same without.
pub fn fit(novels: &[&Novel], penalty: f64) -> Fitted {
    let mut fitted = Fitted::default();
    let mut fit = |model, history| {
        let readings = novels.par_iter().flat_map_iter(|novel| [(novel, false), (novel, true)]);
        let read = readings.map(|(novel, are_named)| choices(novel, are_named, &fitted, model, history));
        let mut texts: Vec<Choices> = read.collect();
        let numbers = number_alike(&mut texts, RAREST);
        fitted.converge(&texts, &numbers, model, penalty);
    };
    fit(FIRST, [History::Annotated, History::Annotated]);
    fit(FIRST, [History::Mixed, History::Annotated]);
    fit(SECOND, [History::Own, History::Annotated]);
    fit(SECOND, [History::Own, History::Mixed]);
    fitted
}

/// The choices of a model in a novel whose speaker is annotated. The first history is that of the first model.
fn choices(novel: &Novel, are_named: bool, fitted: &Fitted, model: &str, history: [History; 2]) -> Choices {
    let mut choices = Choices::default();
    let mut meanings: HashMap<String, Vec<usize>> = HashMap::new();
    let mut turn = 0_u64;
    let asked = if model == FIRST { &OF_DIALOGUE[..1] } else { &OF_DIALOGUE };
    speakers(&novel.attributor(are_named), &novel.text, asked, |choice| {
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
        let goes_on = fitted.go_on(history, turn, &choice, right.first().copied());
        if choice.model == model && !right.is_empty() && right.len() < choice.answers.len() {
            choices.add(&choice, &right);
        }
        goes_on
    });
    choices
}
