//! Checks what a release promises besides its code.
//!
//! ```text
//! cargo run -p whosaid-checks -- examples
//! cargo run -p whosaid-checks -- licences
//! cargo run -p whosaid-checks -- public-api           # compares docs/public-api.txt
//! cargo run -p whosaid-checks -- public-api --write   # writes it
//! ```
//!
//! Exit status: 0 if all is well, 1 if not, with the reasons on standard error.

mod error;
mod examples;
mod licences;
mod public_api;
mod rustdoc;

use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use error::Error;

/// Checks licences of dependencies, examples of public items, and the list of the public API
#[derive(Debug, Parser)]
#[command(name = "whosaid-checks")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Checks that every public function, type and module has an example
    Examples,
    /// Checks that every package of the workspace may be used under a permissive licence
    Licences,
    /// Compares the public API of the library with docs/public-api.txt
    PublicApi {
        /// Writes the file
        #[arg(long)]
        write: bool,
    },
}

fn run(command: &Command) -> Result<String, Error> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    match command {
        Command::Examples => examples::check(&root),
        Command::Licences => licences::check(&root),
        Command::PublicApi { write: true } => public_api::write(&root),
        Command::PublicApi { write: false } => public_api::check(&root),
    }
}

fn main() -> ExitCode {
    match run(&Cli::parse().command) {
        Ok(message) => {
            println!("{message}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
