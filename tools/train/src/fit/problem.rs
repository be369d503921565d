//! The choices in the articles of a corpus, as problems to fit weights to.

use whosaid::fitting::choices;

use super::features::Features;
use super::judge::Judge;
use super::model::Model;
use crate::error::Error;
use crate::polnear::Article;

/// A choice of a model with its right answers.
pub struct Problem {
    pub model: Model,
    /// The features of each answer.
    pub answers: Vec<Vec<usize>>,
    /// The indices of the right answers. Never empty.
    pub right: Vec<usize>,
    /// Whether "no source" is right only because no other answer is.
    pub is_unproposed: bool,
}

/// The problems of an article. Choices that its annotations do not decide are left out.
///
/// Each choice depends on the earlier ones, which are answered rightly.
pub fn problems(article: &Article, features: &mut Features) -> Result<Vec<Problem>, Error> {
    let judge = Judge::new(article);
    let mut problems = Vec::new();
    let mut unknown_model = None;
    choices(&article.text, |choice| {
        let Ok(model) = choice.model.parse() else {
            unknown_model = Some(choice.model);
            return 0;
        };
        let judgement = judge.judge(model, &choice);
        let answer = judgement.right[0];
        if judgement.is_decided {
            let numbers = |names: Vec<_>| names.into_iter().map(|name| features.number(name)).collect();
            problems.push(Problem {
                model,
                answers: choice.answers.into_iter().map(|answer| answer.features).map(numbers).collect(),
                right: judgement.right,
                is_unproposed: judgement.is_unproposed,
            });
        }
        answer
    });
    match unknown_model {
        Some(model) => Err(Error::UnknownModel(model.to_owned())),
        None => Ok(problems),
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
