//! Measures how well the library attributes: runs it over a folder in the layout of the PolNeAR corpus
//! (`text/*.txt`, `attributions/<article>_<annotator>.ann`) and compares with what is annotated there.
//!
//! ```text
//! cargo run --release --example evaluate -- ../shared/polnear/dev --names ../shared/polnear/dev_names.jsonl
//! cargo run --release --example evaluate -- ../shared/polnear/dev --errors 20
//! cargo run --release --example evaluate -- ../shared/polnear/dev --floor quoted=0.8 --floor chars.recall=0.7
//! ```
//!
//! * `quoted`: every segment between quotation marks that lies in an annotated attribution with a
//!   source, or in none. It is answered when an attribution that says who covers 80% of it, and right
//!   when its source overlaps the annotated one or shares a proper name with it.
//! * `name`, `full-name`: the same segments, where `--names` knows whom the source means: whether the
//!   speaker's name is one of theirs, or the fullest one.
//! * `content-0.5`, `content-0.8`: every attribution, paired one to one with the annotated ones by the
//!   overlap (F1 of characters) of their contents; `any-0.5`, `any-0.8` also want the right source.
//! * `chars`: the characters of all contents together.
//!
//! `--floor KEY=VALUE` makes it fail (exit code 1) when the F1 of that measure is below; `KEY.precision`
//! and `KEY.recall` are known too. Wrong arguments and unreadable files give exit code 2.
//!
//! `--predictions FILE` scores another system: a line `{"doc": "<article>", "quotes": [{"content":
//! [[start, end], …], "source": [start, end], "cue": [start, end], "speaker": "name"}]}` an article,
//! offsets in characters, everything but the content optional.

mod calibration;
mod floor;
mod kinds;
mod measure;
mod prediction;
mod report;
mod score;
mod segments;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

use floor::Floor;
use polnear::error::Error;
use polnear::GoldNames;
use report::Table;

/// Measures attribution against a folder in the layout of the PolNeAR corpus.
#[derive(Debug, Parser)]
#[command(name = "evaluate")]
struct Args {
    /// Holds `text/*.txt` and `attributions/<article>_<annotator>.ann`
    dir: PathBuf,
    /// Whom the sources mean: lines of {"doc", "source": [start, end], "name", "aliases"}
    #[arg(long, value_name = "FILE")]
    names: Option<PathBuf>,
    /// Scores these instead of the library: lines of {"doc", "quotes"}, offsets in characters
    #[arg(long, value_name = "FILE")]
    predictions: Option<PathBuf>,
    /// Prints so many wrong answers, each with its context
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,
    /// Prints how often answers of each confidence are right
    #[arg(long)]
    calibration: bool,
    /// Prints the figures of direct, mixed and indirect attributions apart
    #[arg(long)]
    kinds: bool,
    /// Fails below this F1, as in quoted=0.8; with .precision or .recall behind the key, below that
    #[arg(long = "floor", value_name = "KEY=VALUE")]
    floors: Vec<Floor>,
}

impl Args {
    fn parse_checked() -> Self {
        let args = Args::parse();
        let nameless = args.floors.iter().find(|floor| floor.measure.needs_names() && args.names.is_none());
        if let Some(floor) = nameless {
            let problem = format!("--floor {floor} needs --names");
            Args::command().error(ErrorKind::MissingRequiredArgument, problem).exit();
        }
        args
    }
}

fn main() -> ExitCode {
    let args = Args::parse_checked();
    match evaluate(&args) {
        Ok(missed) if missed.is_empty() => ExitCode::SUCCESS,
        Ok(missed) => {
            missed.iter().for_each(|floor| eprintln!("{floor}"));
            ExitCode::from(1)
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// Prints the report and returns the floors that were missed.
fn evaluate(args: &Args) -> Result<Vec<String>, Error> {
    let articles = polnear::read_split(&args.dir)?;
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
    if args.kinds {
        report += &format!("\n{}", scores.by_kind);
    }
    print(&report)?;
    Ok(args.floors.iter().filter_map(|floor| floor.missed(&scores.tally)).collect())
}

/// Unlike `print!`, survives a reader that has seen enough.
fn print(report: &str) -> Result<(), Error> {
    match io::stdout().write_all(report.as_bytes()) {
        Err(cause) if cause.kind() != io::ErrorKind::BrokenPipe => Err(Error::Output(cause)),
        _ => Ok(()),
    }
}
