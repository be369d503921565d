//! Cross-validation: how the models answer choices that they were not fitted to.

use std::fmt;

use super::logit;
use super::problem::Problem;

/// The number of parts of the corpus, each of which is answered by weights fitted to the others.
const FOLDS: usize = 5;

/// Fits and answers all folds. `problems` are grouped by article, and an article is in one fold.
pub fn cross_validate(problems: &[Vec<&Problem>], fit: impl Fn(&[&Problem]) -> Vec<f64>) -> Tally {
    let mut tally = Tally::default();
    for fold in 0..FOLDS {
        let (mut fitted, mut held_out) = (Vec::new(), Vec::new());
        for (at, article) in problems.iter().enumerate() {
            if at % FOLDS == fold { &mut held_out } else { &mut fitted }.extend(article);
        }
        let weights = fit(&fitted);
        held_out.into_iter().for_each(|problem| tally.add(problem, logit::best_answer(problem, &weights)));
    }
    tally
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
