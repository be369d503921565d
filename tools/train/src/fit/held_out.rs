//! Cross-validation: how the models answer choices that they were not fitted to.

use std::fmt;

use rayon::prelude::*;

use super::logit;
use super::problem::Problem;

/// The number of parts of the corpus, each of which is answered by weights fitted to the others.
pub const FOLDS: usize = 5;

/// The weights of a model: fitted to all articles, and for each part of them to the others.
pub struct Fitted {
    pub all: Vec<f64>,
    folds: Vec<Vec<f64>>,
}

impl Fitted {
    /// Fits the weights. `problems` are grouped by article, and an article is in one part.
    pub fn to(problems: &[Vec<&Problem>], fit: impl Fn(&[&Problem]) -> Vec<f64> + Sync) -> Self {
        let without = |fold: usize| {
            let kept = problems.iter().enumerate().filter(|(at, _)| at % FOLDS != fold);
            fit(&kept.flat_map(|(_, article)| article.iter().copied()).collect::<Vec<_>>())
        };
        // No article is in the last of these.
        let mut folds: Vec<Vec<f64>> = (0..=FOLDS).into_par_iter().map(without).collect();
        let all = folds.pop().unwrap_or_default();
        Fitted { all, folds }
    }

    /// The weights that were fitted without an article.
    pub fn without(&self, article: usize) -> &[f64] {
        &self.folds[article % FOLDS]
    }

    /// How the held-out problems of some articles were answered.
    pub fn tally(&self, problems: &[Vec<&Problem>], is_counted: impl Fn(usize) -> bool) -> Tally {
        let mut tally = Tally::default();
        for (at, article) in problems.iter().enumerate().filter(|(at, _)| is_counted(*at)) {
            let answer = |problem: &Problem| logit::best_answer(problem, self.without(at));
            article.iter().for_each(|problem| tally.add(problem, answer(problem)));
        }
        tally
    }
}

/// The counts of right answers.
///
/// The first answer of most models is "no", so precision, recall and F1 are those of the other answers.
#[derive(Debug, Default)]
pub struct Tally {
    problems: usize,
    right: usize,
    /// Problems that were answered other than by the first answer.
    answered: usize,
    rightly_answered: usize,
    /// Problems to which another answer than the first is right.
    answerable: usize,
    unproposed: usize,
}

impl Tally {
    pub fn is_empty(&self) -> bool {
        self.problems == 0
    }

    fn add(&mut self, problem: &Problem, answer: usize) {
        let right = problem.right.contains(&answer);
        self.problems += 1;
        self.right += usize::from(right);
        self.answered += usize::from(answer > 0);
        self.rightly_answered += usize::from(right && answer > 0);
        self.answerable += usize::from(problem.right != [0]);
        self.unproposed += usize::from(problem.is_unproposed);
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        write!(
            f,
            "held out: {:6} choices {:.2}% right; other than the first: P {:.1} R {:.1} F1 {:.2}; {} unproposed",
            self.problems,
            percent(self.right, self.problems),
            percent(self.rightly_answered, self.answered),
            percent(self.rightly_answered, self.answerable),
            percent(2 * self.rightly_answered, self.answered + self.answerable),
            self.unproposed
        )
    }
}
