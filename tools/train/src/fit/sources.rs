//! Fits the model of whom a source means to the annotated names of sources.

use std::collections::BTreeMap;
use std::fmt;

use rayon::prelude::*;
use whosaid::training::{speakers, Answer, Choice};
use whosaid::Attributor;

use super::chained::{Fitted, History, NamedProblem};
use crate::polnear::chars::byte_offsets;
use crate::polnear::{names, Article, GoldName, GoldNames};

/// The name of the model.
pub const MODEL: &str = "speaker";

/// The number of passes over the sources.
const ROUNDS: usize = 10;

/// The weight of the L2 penalty: larger than for other models, since there are fewer examples.
const PENALTY: f64 = 20.0;

/// Fits the model to articles whose sources have names.
pub fn fit(articles: &[&Article], gold: &GoldNames) -> Fitted {
    let mut fitted = Fitted::default();
    for history in [History::Annotated, History::Mixed] {
        let problems = articles.par_iter().map(|article| {
            answers(article, gold, &fitted, history).into_iter().map(|(judged, _)| judged.problem).collect()
        });
        let problems: Vec<_> = problems.collect();
        fitted.fit(problems, MODEL, ROUNDS, PENALTY);
    }
    fitted
}

/// The number of parts of the corpus, each of which is answered by weights fitted to the others.
const PARTS: usize = 5;

/// Answers articles by weights fitted to others, and counts the answers for each kind of source.
pub fn cross_validate(articles: &[&Article], gold: &GoldNames) -> Tally {
    let mut tally = Tally::default();
    for part in 0..PARTS {
        let is_held_out = |at: usize| at % PARTS == part;
        let of = |held_out: bool| -> Vec<&Article> {
            let all = articles.iter().enumerate().filter(|(at, _)| is_held_out(*at) == held_out);
            all.map(|(_, article)| *article).collect()
        };
        let fitted = fit(&of(false), gold);
        for article in of(true) {
            tally.add(article, gold, &fitted);
        }
    }
    tally
}

/// The answers for one kind of source.
#[derive(Debug, Default)]
struct Counts {
    named: usize,
    named_rightly: usize,
    named_wrongly: usize,
    nobody: usize,
    invented: usize,
}

/// The answers for each kind of source, by the value of its field.
#[derive(Debug, Default)]
pub struct Tally(BTreeMap<String, Counts>);

impl Tally {
    fn add(&mut self, article: &Article, gold: &GoldNames, fitted: &Fitted) {
        for (problem, chosen) in answers(article, gold, fitted, History::Own) {
            let counts = self.0.entry(problem.kind.clone()).or_default();
            match (problem.is_named, chosen) {
                (true, _) => counts.named += 1,
                (false, _) => counts.nobody += 1,
            }
            match (problem.is_named, chosen) {
                (true, 0) => {}
                (true, chosen) if problem.right.contains(&chosen) => counts.named_rightly += 1,
                (true, _) => counts.named_wrongly += 1,
                (false, 0) => {}
                (false, _) => counts.invented += 1,
            }
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "held out:  named   right   wrong  nobody invented")?;
        for (kind, counts) in &self.0 {
            let Counts { named, named_rightly, named_wrongly, nobody, invented } = counts;
            writeln!(f, "{kind:9} {named:6} {named_rightly:7} {named_wrongly:7} {nobody:7} {invented:8}")?;
        }
        Ok(())
    }
}

/// A choice that the annotated names decide.
struct Judged {
    problem: NamedProblem,
    right: Vec<usize>,
    /// The kind of source.
    kind: String,
    /// Whether the text names whom the source means.
    is_named: bool,
}

/// The choices between speakers in an article that the annotated names decide, each with the answer by which the
/// reading went on.
fn answers(article: &Article, gold: &GoldNames, fitted: &Fitted, history: History) -> Vec<(Judged, usize)> {
    let offsets = byte_offsets(&article.text);
    let mut judged = Vec::new();
    let mut number = 0;
    speakers(&Attributor::default(), &article.text, &[MODEL], |choice| {
        number += 1;
        let source = (offsets[choice.about.start()], offsets[choice.about.end()]);
        let Some(gold) = gold.overlapping(&article.name, source) else {
            return fitted.probabilities(&choice);
        };
        // A name alone is always somebody's, if not of anybody whom the annotation names.
        if gold.full().is_none() && is_name_alone(&choice) {
            return fitted.probabilities(&choice);
        }
        let right = right_answers(&choice, gold, &article.text);
        let goes_on = fitted.go_on(history, number, &choice, right.first().copied());
        let kind = choice.answers.last().and_then(|answer| answer.features.first());
        let kind = kind.map_or_else(String::new, |feature| feature.values.clone());
        let problem = NamedProblem::new(&choice, right.clone());
        judged.push((Judged { problem, right, kind, is_named: gold.full().is_some() }, highest(&goes_on)));
        goes_on
    });
    judged
}

/// The position of the highest number, the first of equals.
fn highest(numbers: &[f32]) -> usize {
    (0..numbers.len()).fold(0, |best, at| if numbers[at] > numbers[best] { at } else { best })
}

/// Whether the source is a name and nothing else.
fn is_name_alone(choice: &Choice) -> bool {
    let mut features = choice.answers.iter().flat_map(|answer| &answer.features);
    features.any(|feature| feature.fields == "Sought Own TagAfter" && feature.values.ends_with(" alone"))
}

/// The answers that name whom the source means; "nobody" if no answer does.
fn right_answers(choice: &Choice, gold: &GoldName, text: &str) -> Vec<usize> {
    let accepted: Vec<&str> = gold.full().into_iter().chain(gold.aliases()).collect();
    let is_right = |answer: &Answer| {
        let name = answer.source.and_then(|source| source.of(text));
        gold.full().is_some() && name.is_some_and(|name| names::is_one_of(name, accepted.iter().copied()))
    };
    let mut right: Vec<usize> =
        (0..choice.answers.len()).filter(|&at| is_right(&choice.answers[at])).collect();
    if right.is_empty() {
        right.push(0);
    }
    right
}
