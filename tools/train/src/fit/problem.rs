//! The choices in the articles of a corpus, as problems to fit weights to.

use std::borrow::Cow;

use whosaid::training::{choices, Answer, Choice, Feature, Target};
use whosaid::Genre;

use super::features::{FeatureName, Features};
use super::judge::{Judge, Judgement};
use crate::polnear::{Article, Marked};

/// A choice of a model with its right answers.
pub struct Problem {
    /// The library's name of the model.
    pub model: Cow<'static, str>,
    /// The features of each answer.
    pub answers: Vec<Vec<usize>>,
    /// The indices of the right answers. Never empty.
    pub right: Vec<usize>,
    /// Whether "no source" is right only because no other answer is.
    pub is_unproposed: bool,
    /// How much it counts.
    pub weight: f64,
}

/// The problems of an article. Choices that its annotations do not decide are left out: where clauses alone are marked,
/// who said a quotation, since a quotation without a clause has a speaker too.
///
/// Each choice depends on the earlier ones: `go_on` gives the answer to one of them, where it is not the right one.
pub fn problems(
    article: &Article,
    features: &mut Features,
    go_on: impl Fn(&Choice) -> Option<usize>,
) -> Vec<Problem> {
    let judge = Judge::new(article);
    let mut problems = Vec::new();
    choices(&article.text, Genre::News, |choice| {
        let judgement = judge.judge(&choice);
        let answer = go_on(&choice).unwrap_or(judgement.right[0]);
        let is_marked = article.marked == Marked::Attributions || choice.decides != Target::Link;
        if judgement.is_decided && is_marked {
            let Judgement { right, is_unproposed, .. } = judgement;
            problems.push(Problem { is_unproposed, ..Problem::new(choice, right, features) });
        }
        answer
    });
    problems
}

impl Problem {
    /// A choice with its right answers, which counts once.
    pub fn new(choice: Choice, right: Vec<usize>, features: &mut Features) -> Self {
        let Choice { model, answers, .. } = choice;
        let mut number = |Feature { fields, values, .. }| {
            features.number(FeatureName { model: model.clone(), fields, values })
        };
        let mut numbers = |answer: Answer| answer.features.into_iter().map(&mut number).collect();
        let answers = answers.into_iter().map(&mut numbers).collect();
        Problem { model, answers, right, is_unproposed: false, weight: 1.0 }
    }
}

/// Removes the features that fewer than `min_count` answers have.
pub fn drop_rare(problems: &mut [Vec<Problem>], features: usize, min_count: usize) {
    let mut counts = vec![0; features];
    let answers = problems.iter().flatten().flat_map(|problem| problem.answers.iter().flatten());
    answers.for_each(|&feature| counts[feature] += 1);
    for answer in problems.iter_mut().flatten().flat_map(|problem| &mut problem.answers) {
        answer.retain(|&feature| counts[feature] >= min_count);
    }
}
