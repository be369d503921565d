//! Fits the weights of the attribution model to a folder in the layout of the PolNeAR corpus.
//!
//! ```text
//! cargo run --release --example fit -- ../shared/polnear/train src/attribution/data/weights.tsv
//! ```
//!
//! A conditional logit over the answers to each choice that the attribution faces, by stochastic
//! gradient descent with AdaGrad steps (Duchi, Hazan and Singer 2011) and an L2 penalty. An answer is
//! right when its source is that of the annotated attribution that covers the quotation. The same
//! corpus gives the same weights to the digit.

mod choices;
mod logit;

use std::fmt::{self, Write};
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use choices::Problem;
use clap::Parser;
use polnear::error::Error;
use whosaid::fitting::{feature_count, feature_name};

/// Fits the weights of the attribution model.
#[derive(Debug, Parser)]
#[command(name = "fit")]
struct Args {
    /// Holds `text/*.txt` and `attributions/<article>_<annotator>.ann`
    corpus: PathBuf,
    /// The file of weights to write
    weights: PathBuf,
    /// How often the corpus is gone through
    #[arg(long, default_value_t = 10)]
    rounds: usize,
    /// The weight of the L2 penalty
    #[arg(long, default_value_t = 4.0)]
    penalty: f64,
}

fn main() -> ExitCode {
    match fit(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn fit(args: &Args) -> Result<(), Error> {
    let articles = polnear::read_split(&args.corpus)?;
    let problems: Vec<Vec<Problem>> = articles.iter().map(choices::problems).collect();
    let fitted = |problems: &[&Problem]| logit::fit(problems, feature_count(), args.rounds, args.penalty);
    println!("{}", held_out(&problems, fitted));
    let all: Vec<&Problem> = problems.iter().flatten().collect();
    let weights = fitted(&all);
    fs::write(&args.weights, file(&weights)).map_err(Error::at(&args.weights))
}

/// In how many parts the corpus is cut to see how the weights do on articles that they were not fitted to.
const FOLDS: usize = 5;

fn held_out(problems: &[Vec<Problem>], fitted: impl Fn(&[&Problem]) -> Vec<f64>) -> Tally {
    let mut tally = Tally::default();
    for fold in 0..FOLDS {
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for (at, article) in problems.iter().enumerate() {
            if at % FOLDS == fold { &mut unknown } else { &mut known }.extend(article);
        }
        let weights = fitted(&known);
        unknown.into_iter().for_each(|problem| tally.add(problem, logit::answer(problem, &weights).0));
    }
    tally
}

/// What became of the choices.
#[derive(Debug, Default)]
struct Tally {
    problems: usize,
    right: usize,
    linked: usize,
    rightly_linked: usize,
    /// Nobody said it by the annotation.
    made_up: usize,
    /// The right source was among the answers, but another was chosen, or nobody.
    outweighed: usize,
    given_up: usize,
    /// No answer had the right source.
    unproposed: usize,
}

impl Tally {
    fn add(&mut self, problem: &Problem, answer: usize) {
        let right = problem.right.contains(&answer);
        self.problems += 1;
        self.right += usize::from(right);
        self.linked += usize::from(answer > 0);
        self.rightly_linked += usize::from(right && answer > 0);
        self.unproposed += usize::from(problem.is_said && problem.right == [0]);
        match (right, problem.is_said, answer) {
            (false, false, _) => self.made_up += 1,
            (false, true, 0) => self.given_up += 1,
            (false, true, _) if problem.right != [0] => self.outweighed += 1,
            _ => {}
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        writeln!(
            f,
            "held out: {} choices, {:.2}% right; {} links, {:.2}% right",
            self.problems,
            share(self.right, self.problems),
            self.linked,
            share(self.rightly_linked, self.linked)
        )?;
        writeln!(f, "  {:4} said by somebody whom no rule proposes", self.unproposed)?;
        writeln!(f, "  {:4} linked to another than the one proposed rightly", self.outweighed)?;
        writeln!(f, "  {:4} left to nobody though the right one was proposed", self.given_up)?;
        write!(f, "  {:4} linked though nobody said it", self.made_up)
    }
}

/// The features that weigh anything, by number, each by its name.
fn file(weights: &[f64]) -> String {
    let mut file = String::from(
        "# Weights of the attribution model, fitted by examples/fit; see src/attribution/model.rs.\n",
    );
    for (number, weight) in weights.iter().enumerate().filter(|(_, weight)| weight.abs() >= 0.01) {
        if let Some(name) = feature_name(number) {
            let _ = writeln!(file, "{name}\t{weight:.3}");
        }
    }
    file
}
