//! Evaluates the attributions of the library, or of another system, on an annotated corpus.
//!
//! * `quoted`: every segment between quotation marks that is covered by an annotated attribution with a
//!   source, or by none. It is answered if an attribution with a source or a speaker covers 80% of it. The
//!   answer is right if its source overlaps the annotated one or shares a proper name with it.
//! * `name`, `full-name`: the same segments, if `--names` has the name of the source: whether the speaker's
//!   name is one of the annotated names, or the fullest one.
//! * `content-0.5`, `content-0.8`: every attribution, paired one to one with the annotated ones by the
//!   overlap (F1 of characters) of their contents. `any-0.5`, `any-0.8` also require the right source.
//! * `chars`: the characters of all contents together.

mod calibration;
mod floor;
mod kinds;
mod measure;
mod prediction;
mod report;
mod score;
mod segments;

use std::path::PathBuf;

use rayon::prelude::*;

use crate::error::Error;
use crate::files::print;
use crate::polnear::{read_articles, Article, GoldNames};
use floor::Floor;
pub use prediction::of_analysis;
use prediction::{Prediction, Predictions};
use report::Table;

/// Evaluates attributions on a corpus in the layout of PolNeAR
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder with `text/*.txt` and `attributions/<article>_<annotator>.ann`
    corpus: PathBuf,
    /// Names of the sources: lines of {"doc", "source": [start, end], "name", "aliases"}
    #[arg(long, value_name = "FILE")]
    names: Option<PathBuf>,
    /// Predictions of another system to score: lines of {"doc", "quotes": [{"content": [[start, end], ...],
    /// "source": [start, end], "cue": [start, end], "speaker"}]}, offsets in characters, only content required
    #[arg(long, value_name = "FILE")]
    predictions: Option<PathBuf>,
    /// Print the first N wrong answers with their context
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,
    /// Print the share of right answers at each confidence
    #[arg(long)]
    calibration: bool,
    /// Print separate figures for direct, mixed and indirect attributions
    #[arg(long)]
    kinds: bool,
    /// Exit with status 1 if this figure is below: quoted=0.8 for F1, chars.recall=0.7, chars.precision=0.7
    #[arg(long = "floor", value_name = "KEY=VALUE")]
    floors: Vec<Floor>,
}

impl Args {
    /// Checks the dependencies between arguments that clap cannot express.
    pub fn check(&self) -> Result<(), String> {
        match self.floors.iter().find(|floor| floor.measure.needs_names()) {
            Some(floor) if self.names.is_none() => Err(format!("--floor {floor} needs --names")),
            _ => Ok(()),
        }
    }
}

/// The figures of other predictions than those of the library, given the number of each article.
pub fn table(articles: &[Article], predict: impl Fn(usize, &Article) -> Vec<Prediction> + Sync) -> String {
    let of = |(at, article): (usize, &Article)| (article.name.clone(), predict(at, article));
    let predictions: Predictions = articles.par_iter().enumerate().map(of).collect();
    let scores = score::score(articles, &predictions, &GoldNames::default());
    Table { tally: &scores.tally, with_names: false }.to_string()
}

/// Prints the report and returns a message for each missed floor.
pub fn run(args: &Args) -> Result<Vec<String>, Error> {
    let articles = read_articles(&args.corpus)?;
    let names = args.names.as_deref().map(GoldNames::read).transpose()?.unwrap_or_default();
    let predictions = match &args.predictions {
        Some(file) => prediction::read(file)?,
        None => prediction::attribute(&articles),
    };
    let scores = score::score(&articles, &predictions, &names);
    let missing = articles.iter().filter(|article| !predictions.contains_key(&article.name)).count();
    let mut report = String::new();
    for wrong in scores.wrong.iter().take(args.errors) {
        report += &format!("{wrong}\n");
    }
    report += &format!("{} articles, {missing} of them without a prediction\n", articles.len());
    report += &Table { tally: &scores.tally, with_names: !names.is_empty() }.to_string();
    if args.calibration {
        report += &format!("\nquoted: who said it\n{}", scores.calibration);
        report += &format!("\nany: content and who, 0.5\n{}", scores.calibration_of_any);
    }
    if args.calibration && !names.is_empty() {
        report += &format!(
            "\nquoted: a name of theirs, by the confidence of the speaker\n{}",
            scores.calibration_of_speakers
        );
    }
    if args.kinds {
        report += &format!("\n{}", scores.by_kind);
    }
    print(&report)?;
    Ok(args.floors.iter().filter_map(|floor| floor.missed_by(&scores.tally)).collect())
}
