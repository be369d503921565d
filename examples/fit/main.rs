//! Fits the weights of the models to a folder in the layout of the PolNeAR corpus.
//!
//! ```text
//! cargo run --release --example fit -- ../shared/polnear/train src/language/english/models
//! ```
//!
//! For each model a conditional logit over the answers to each choice that it faces, by stochastic gradient
//! descent with AdaGrad steps (Duchi, Hazan and Singer 2011) and an L2 penalty. Which answers are right is
//! told by the annotated attribution that covers the quotation or has the cue; later choices are put as
//! if the earlier ones were answered rightly. The same corpus gives the same weights to the digit.

mod choices;
mod logit;

use std::fmt::{self, Write};
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use choices::{Features, Problem};
use clap::Parser;
use polnear::error::Error;

/// Fits the weights of the models.
#[derive(Debug, Parser)]
#[command(name = "fit")]
struct Args {
    /// Holds `text/*.txt` and `attributions/<article>_<annotator>.ann`
    corpus: PathBuf,
    /// The folder to write the files of weights into, one for each model
    weights: PathBuf,
    /// How often the corpus is gone through
    #[arg(long, default_value_t = 10)]
    rounds: usize,
    /// Features that fewer answers have are left out
    #[arg(long, default_value_t = 4)]
    rarest: usize,
    /// Only try this model, and write nothing
    #[arg(long)]
    only: Option<String>,
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
    let mut features = Features::default();
    let mut problems: Vec<Vec<Problem>> =
        articles.iter().map(|article| choices::problems(article, &mut features)).collect();
    choices::drop_rare(&mut problems, features.len(), args.rarest);
    let mut models: Vec<&str> = problems.iter().flatten().map(|problem| problem.model).collect();
    models.sort_unstable();
    models.dedup();
    if args.only.is_none() {
        fs::create_dir_all(&args.weights).map_err(Error::at(&args.weights))?;
    }
    for model in models {
        if args.only.as_ref().is_some_and(|only| only != model) {
            continue;
        }
        let of_model: Vec<Vec<&Problem>> = problems
            .iter()
            .map(|article| article.iter().filter(|problem| problem.model == model).collect())
            .collect();
        let fitted = |problems: &[&Problem]| logit::fit(problems, features.len(), args.rounds, args.penalty);
        println!("{model:10} {}", held_out(&of_model, fitted));
        if args.only.is_some() {
            continue;
        }
        let all: Vec<&Problem> = of_model.into_iter().flatten().collect();
        let path = args.weights.join(format!("{model}.tsv"));
        fs::write(&path, file_of(model, &features, &fitted(&all))).map_err(Error::at(&path))?;
    }
    Ok(())
}

/// In how many parts the corpus is cut to see how the weights do on articles that they were not fitted to.
const FOLDS: usize = 5;

fn held_out(problems: &[Vec<&Problem>], fitted: impl Fn(&[&Problem]) -> Vec<f64>) -> Tally {
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
    /// Something was answered but the first, which mostly means no.
    answered: usize,
    rightly_answered: usize,
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
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        write!(
            f,
            "held out: {:6} choices {:.2}% right; but the first: P {:.1} R {:.1} F1 {:.2}; {} unproposed",
            self.problems,
            share(self.right, self.problems),
            share(self.rightly_answered, self.answered),
            share(self.rightly_answered, self.answerable),
            share(2 * self.rightly_answered, self.answered + self.answerable),
            self.unproposed
        )
    }
}

/// What weighs less is left out: it hardly changes an answer.
const LEAST_WEIGHT: f64 = 0.1;

/// The file of a model: the features that weigh anything, those of one template under its fields.
fn file_of(model: &str, features: &Features, weights: &[f64]) -> String {
    let mut file = format!(
        "# Weights of the model that decides the {model}: a line of fields, then lines of their values with a weight.\n\
         # Written by examples/fit; the templates are declared in src/models/schemas.rs.\n"
    );
    let heavy = weights.iter().enumerate().filter(|(_, weight)| weight.abs() >= LEAST_WEIGHT);
    let mut lines: Vec<_> = heavy.map(|(number, weight)| (features.name(number), weight)).collect();
    lines.sort_by(|a, b| a.0.cmp(b.0));
    let mut template = "";
    for ((of_template, values), weight) in lines {
        if of_template != template {
            template = of_template;
            let fields = template.strip_prefix(model).unwrap_or(template).trim_start();
            let _ = writeln!(file, "{fields}");
        }
        let _ = writeln!(file, "{values}\t{weight:.2}");
    }
    file
}
