//! Fits the weights of the library's models to an annotated corpus.
//!
//! Each model is a conditional logit over the answers to a choice. It is fitted by stochastic gradient descent
//! with AdaGrad steps (Duchi, Hazan and Singer 2011) and an L2 penalty. The annotated attribution that covers
//! the quotation or has the cue decides which answers are right. The result is deterministic: the same corpus
//! gives the same files, byte for byte.

pub mod chained;
pub mod features;
mod held_out;
mod judge;
pub mod logit;
pub mod problem;
mod sources;
pub mod weights;

use std::fs;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use whosaid::training::models;

use crate::error::Error;
use crate::files::print;
use crate::novels::OF_DIALOGUE;
use crate::polnear::{read_articles, Article, GoldNames};
use features::Features;
use problem::{drop_rare, problems, Problem};

/// Fits the weights of the models to a corpus in the layout of PolNeAR
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder with `text/*.txt` and `attributions/<article>_<annotator>.ann`
    corpus: PathBuf,
    /// The folder of weights to write, one file per model
    weights: PathBuf,
    /// The number of passes over the corpus
    #[arg(long, default_value = "10")]
    rounds: NonZeroUsize,
    /// Ignore features that fewer answers have
    #[arg(long, value_name = "COUNT", default_value_t = 4)]
    rarest: usize,
    /// Print the held-out figures of this model only, and write nothing
    #[arg(long, value_name = "MODEL", value_parser = PossibleValuesParser::new(models()))]
    only: Option<String>,
    /// Also fit the model of whom a source means, to these names: lines of {"doc", "source": [start, end], "name",
    /// "aliases"}
    #[arg(long, value_name = "FILE")]
    names: Vec<PathBuf>,
    /// The weight of the L2 penalty
    #[arg(long, default_value_t = 4.0)]
    penalty: f64,
}

/// Prints the held-out figures of each model and writes the weights fitted to the whole corpus.
pub fn run(args: &Args) -> Result<(), Error> {
    let articles = read_articles(&args.corpus)?;
    if !args.names.is_empty() {
        fit_speaker(args, &articles)?;
    }
    if args.only.as_deref() == Some(sources::MODEL) {
        return Ok(());
    }
    let mut features = Features::default();
    let mut by_article: Vec<Vec<Problem>> =
        articles.iter().map(|article| problems(article, &mut features)).collect();
    drop_rare(&mut by_article, features.len(), args.rarest);
    let mut models = models().to_vec();
    // Those are fitted to novels and to the names of sources.
    models.retain(|model| !OF_DIALOGUE.contains(model) && *model != sources::MODEL);
    models.sort_unstable();
    models.retain(|model| args.only.as_ref().is_none_or(|only| only == model));
    for model in models {
        let of_model: Vec<Vec<&Problem>> = by_article
            .iter()
            .map(|article| article.iter().filter(|problem| problem.model == model).collect())
            .collect();
        let fit =
            |problems: &[&Problem]| logit::fit(problems, features.len(), args.rounds.get(), args.penalty);
        print(&format!("{model:10} {}\n", held_out::cross_validate(&of_model, fit)))?;
        if args.only.is_none() {
            let all: Vec<&Problem> = of_model.into_iter().flatten().collect();
            let path = args.weights.join(format!("{model}.tsv"));
            fs::write(&path, weights::file(&features, model, &fit(&all))).map_err(Error::at(&path))?;
        }
    }
    Ok(())
}

/// Writes the weights of the model of whom a source means.
fn fit_speaker(args: &Args, articles: &[Article]) -> Result<(), Error> {
    let mut gold = GoldNames::default();
    for path in &args.names {
        gold.add(path)?;
    }
    let named: Vec<&Article> = articles.iter().filter(|article| gold.include(&article.name)).collect();
    print(&sources::cross_validate(&named, &gold, args.penalty).to_string())?;
    let fitted = sources::fit(&named, &gold, args.penalty);
    for (model, file) in fitted.files() {
        let path = args.weights.join(format!("{model}.tsv"));
        fs::write(&path, file).map_err(Error::at(&path))?;
    }
    Ok(())
}
