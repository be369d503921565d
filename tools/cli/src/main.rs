//! The command `whosaid`: who said what in texts, folders and tables.

mod attribute;
mod corpus;
mod destination;
mod explain;
mod failure;
mod formats;
mod input;
mod known;
mod options;
mod results;
mod rows;
mod setup;
mod terminal;

use std::io;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

use crate::failure::Failure;
use crate::options::{Command, Options};

/// Something was refused and the rest was answered.
const REFUSED: u8 = 1;
/// Nothing could be done, or not to the end.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let options = match Options::try_parse() {
        Ok(options) => options,
        Err(error) if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            return ExitCode::from(FAILED);
        }
        Err(error) if error.use_stderr() => return failed(&failure::of_options(&error)),
        // The help or the version. A closed pipe is no failure.
        Err(error) => {
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
    };
    match run(options) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(REFUSED),
        // The reader closed the pipe, as `head` does.
        Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Err(Failure::Reason(reason)) => failed(&reason),
    }
}

fn failed(reason: &str) -> ExitCode {
    failure::report(reason);
    ExitCode::from(FAILED)
}

/// Returns the number of texts that were refused.
fn run(options: Options) -> Result<u64, Failure> {
    match options.command {
        None => attribute::run(&options.texts),
        Some(Command::Corpus(options)) => corpus::run(&options),
        Some(Command::Explain(options)) => explain::run(&options),
        Some(Command::Speakers(options)) => results::speakers(&options),
        Some(Command::Compare(options)) => results::compare(&options),
        Some(Command::Completions { shell }) => {
            clap_complete::generate(shell, &mut Options::command(), "whosaid", &mut io::stdout());
            Ok(0)
        }
    }
}
