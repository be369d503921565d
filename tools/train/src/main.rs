//! Fits the models of `whosaid` to an annotated corpus, and evaluates its accuracy on one.
//!
//! ```text
//! cargo run --release -p whosaid-train -- fit ../shared/polnear/train src/language/english/models
//! cargo run --release -p whosaid-train -- evaluate ../shared/polnear/dev --errors 20
//! ```
//!
//! A corpus is a folder in the layout of PolNeAR: `text/*.txt` and
//! `attributions/<article>_<annotator>.ann`.
//!
//! Exit status: 0 on success, 1 if a figure is below its `--floor`, 2 for wrong arguments and for files that
//! cannot be read or written.

mod clauses;
mod error;
mod evaluate;
mod files;
mod fit;
mod novels;
mod polnear;

use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};

/// Fits the models of whosaid to an annotated corpus, and evaluates its accuracy
#[derive(Debug, Parser)]
#[command(name = "whosaid-train")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Fit(fit::Args),
    Evaluate(evaluate::Args),
    Novels(novels::Args),
}

fn main() -> ExitCode {
    let missed_floors = match Cli::parse().command {
        Command::Fit(args) => fit::run(&args).map(|()| Vec::new()),
        Command::Novels(args) => novels::run(&args).map(|()| Vec::new()),
        Command::Evaluate(args) => {
            if let Err(problem) = args.check() {
                Cli::command().error(ErrorKind::MissingRequiredArgument, problem).exit();
            }
            evaluate::run(&args)
        }
    };
    match missed_floors {
        Ok(missed) if missed.is_empty() => ExitCode::SUCCESS,
        Ok(missed) => {
            missed.iter().for_each(|message| eprintln!("{message}"));
            ExitCode::from(1)
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}
