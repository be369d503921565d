//! Fits the weights of the library's models to annotated corpora.
//!
//! Each model is a conditional logit over the answers to a choice. It is fitted by stochastic gradient descent
//! with AdaGrad steps (Duchi, Hazan and Singer 2011) and an L2 penalty. The annotated attribution that covers
//! the quotation or has the cue decides which answers are right. The result is deterministic: the same corpora
//! give the same files, byte for byte.

mod answers;
pub mod chained;
pub mod convergence;
pub mod features;
mod held_out;
mod judge;
pub mod logit;
pub mod numbered;
mod own_texts;
pub mod problem;
mod sources;
pub mod weights;

use std::fs;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use whosaid::training::{models, Choice};

use crate::clauses::read_clauses;
use crate::error::Error;
use crate::evaluate::{of_analysis, table};
use crate::files::print;
use crate::novels::OF_DIALOGUE;
use crate::polnear::{read_articles, Article, GoldNames, Marked};
use answers::Weights;
use features::Features;
use held_out::{Fitted, FOLDS};
use problem::{drop_rare, problems, Problem};

/// Fits the weights of the models to a corpus in the layout of PolNeAR, and those of statements to clauses too
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder with `text/*.txt` and `attributions/<article>_<annotator>.ann`
    corpus: PathBuf,
    /// The folder of weights to write, one file per model
    weights: PathBuf,
    /// Folder with `docs.jsonl` and `gold.jsonl`, in the layout of GUM; the models of statements are fitted to it too
    #[arg(long, value_name = "FOLDER")]
    clauses: Vec<PathBuf>,
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
    /// Fit these models and leave the files of the others as they are
    #[arg(long, value_name = "MODELS", value_delimiter = ',', value_parser = PossibleValuesParser::new(models()))]
    models: Vec<String>,
    /// How much it counts that a word in those texts is no cue, where every other choice counts 1
    #[arg(long, value_name = "WEIGHT", default_value_t = 0.2)]
    weight_of_unmarked: f64,
    /// Write the analyses of the texts of `--clauses`, each by weights fitted without it, as JSON Lines
    #[arg(long, value_name = "FILE", requires = "clauses")]
    held_out: Option<PathBuf>,
    /// Print the figures of the articles too, each answered by weights fitted without it
    #[arg(long)]
    evaluate: bool,
    /// Folder of cases as in `tests/spec`; the model of quotations is fitted to them too
    #[arg(long, value_name = "FOLDER")]
    texts: Option<PathBuf>,
    /// How much a choice in those texts counts
    #[arg(long, value_name = "WEIGHT", default_value_t = 1.0)]
    weight_of_texts: f64,
    /// The weight of the L2 penalty
    #[arg(long, default_value_t = 4.0)]
    penalty: f64,
}

/// Prints the held-out figures of each model and writes the weights fitted to the whole corpus.
pub fn run(args: &Args) -> Result<(), Error> {
    let mut articles = read_articles(&args.corpus)?;
    if !args.names.is_empty() {
        fit_speaker(args, &articles)?;
    }
    if args.only.as_deref() == Some(sources::MODEL) {
        return Ok(());
    }
    for folder in &args.clauses {
        articles.extend(read_clauses(folder)?);
    }
    let mut features = Features::default();
    let texts = args.texts.as_deref().map(own_texts::read).transpose()?.unwrap_or_default();
    let mut by_article = all_problems(args, &articles, &texts, &mut features, |_, _| None);
    let mut fitted = fit_all(args, &by_article, &features);
    if fitted.iter().any(|(model, _)| *model == OF_QUOTATIONS) {
        // The answers for earlier quotations, which describe the later ones, are not always right.
        let known = features.clone();
        let weights = held_out_weights(&known, &fitted);
        let go_on = |at: usize, choice: &Choice| answers::link(&weights[at % FOLDS], choice);
        by_article = all_problems(args, &articles, &texts, &mut features, go_on);
        fitted = fit_all(args, &by_article, &features);
    }
    report(args, &articles, &by_article, &features, &fitted)
}

/// For each part of the articles, the weights that were fitted without it.
fn held_out_weights<'f>(features: &'f Features, fitted: &[(&'static str, Fitted)]) -> Vec<Weights<'f>> {
    (0..FOLDS).map(|fold| answers::weights_without(fold, features, fitted)).collect()
}

/// The model whose answers later questions depend on.
const OF_QUOTATIONS: &str = "quotation";

/// The problems of all articles, and after them those of the texts. Given the number of an article and a choice in it,
/// `go_on` gives the answer after which the article is read on, where that is not the right one.
fn all_problems(
    args: &Args,
    articles: &[Article],
    texts: &[own_texts::Case],
    features: &mut Features,
    go_on: impl Fn(usize, &Choice) -> Option<usize>,
) -> Vec<Vec<Problem>> {
    let of = |(at, article)| problems(article, features, |choice| go_on(at, choice));
    let mut by_article: Vec<Vec<Problem>> = articles.iter().enumerate().map(of).collect();
    for (article, problems) in articles.iter().zip(&mut by_article) {
        if article.marked == Marked::Clauses {
            let unmarked =
                problems.iter_mut().filter(|problem| problem.model == "cue" && problem.right == [0]);
            unmarked.for_each(|problem| problem.weight = args.weight_of_unmarked);
        }
    }
    drop_rare(&mut by_article, features.len(), args.rarest);
    by_article.extend(texts.iter().map(|case| own_texts::problems(case, args.weight_of_texts, features)));
    by_article
}

/// The weights of all models that are wanted.
fn fit_all(args: &Args, by_article: &[Vec<Problem>], features: &Features) -> Vec<(&'static str, Fitted)> {
    let fit = |problems: &[&Problem]| logit::fit(problems, features.len(), args.rounds.get(), args.penalty);
    let of_model = |model| (model, Fitted::to(&of_one_model(by_article, model), fit));
    wanted(args).into_iter().map(of_model).collect()
}

/// The problems of a model, by article.
fn of_one_model<'p>(by_article: &'p [Vec<Problem>], model: &str) -> Vec<Vec<&'p Problem>> {
    let of = |article: &'p Vec<Problem>| article.iter().filter(|problem| problem.model == model).collect();
    by_article.iter().map(of).collect()
}

/// Prints the held-out figures, and writes the weights and the analyses.
fn report(
    args: &Args,
    articles: &[Article],
    by_article: &[Vec<Problem>],
    features: &Features,
    fitted: &[(&'static str, Fitted)],
) -> Result<(), Error> {
    for (model, fitted) in fitted {
        print(&tally(model, articles, &of_one_model(by_article, model), fitted))?;
        if args.only.is_none() {
            let path = args.weights.join(format!("{model}.tsv"));
            fs::write(&path, weights::file(&features.values(), model, &fitted.all))
                .map_err(Error::at(&path))?;
        }
    }
    if args.evaluate {
        let weights = held_out_weights(features, fitted);
        let of_news = articles.iter().filter(|article| article.marked == Marked::Attributions).count();
        print(&table(&articles[..of_news], |at, article| {
            of_analysis(&article.text, &answers::analysis(&weights[at % FOLDS], &article.text))
        }))?;
    }
    if let Some(path) = &args.held_out {
        let held_out = (0..FOLDS).map(|fold| answers::lines(articles, fold, features, fitted));
        fs::write(path, held_out.collect::<String>()).map_err(Error::at(path))?;
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
    print(&sources::cross_validate(&named, &gold).to_string())?;
    let fitted = sources::fit(&named, &gold);
    for (model, file) in fitted.files() {
        let path = args.weights.join(format!("{model}.tsv"));
        fs::write(&path, file).map_err(Error::at(&path))?;
    }
    Ok(())
}

/// The models to fit, sorted. Those of dialogue are fitted to novels, that of sources to names.
fn wanted(args: &Args) -> Vec<&'static str> {
    let mut models = models().to_vec();
    models.retain(|model| !OF_DIALOGUE.contains(model) && *model != sources::MODEL);
    models.retain(|model| args.models.is_empty() || args.models.iter().any(|wanted| wanted == model));
    models.retain(|model| args.only.as_ref().is_none_or(|only| only == model));
    models.sort_unstable();
    models
}

/// The held-out figures of a model, a line for each kind of corpus.
fn tally(model: &str, articles: &[Article], problems: &[Vec<&Problem>], fitted: &Fitted) -> String {
    let of = |marked: Marked| {
        fitted.tally(problems, |at| articles.get(at).is_some_and(|article| article.marked == marked))
    };
    let mut report = format!("{model:10} {}\n", of(Marked::Attributions));
    let of_clauses = of(Marked::Clauses);
    if !of_clauses.is_empty() {
        report.push_str(&format!("{:10} {of_clauses}\n", "clauses"));
    }
    report
}
