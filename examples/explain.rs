//! Prints why each quotation and statement of a text has its answer.
//!
//! ```sh
//! cargo run --release --example explain
//! echo '“We won,” said Marta Holt.' | cargo run --release --example explain -- --all -
//! ```
//!
//! `--all` prints all candidates and features, `--json` the explanation as JSON.

use std::io::{self, Write};
use std::process::ExitCode;
use std::{env, fs};

use whosaid::Attributor;

const BUNDLED: &str = "The ceasefire holds, Antony Blinken said on Monday. Dmytro Kuleba met him in Kyiv. \
    “It holds for now,” he told reporters. The so-called “corridor” stays closed.\n";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        // The reader closed the pipe, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("explain: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> io::Result<()> {
    let (options, paths): (Vec<String>, Vec<String>) =
        env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let text = match paths.first().map(String::as_str) {
        None => BUNDLED.to_owned(),
        Some("-") => io::read_to_string(io::stdin())?,
        Some(path) => fs::read_to_string(path)?,
    };
    let explanation = Attributor::default().explain(&text);
    let mut output = io::stdout().lock();
    match options.first().map(String::as_str) {
        None => write!(output, "{explanation}"),
        Some("--all") => write!(output, "{explanation:#}"),
        Some("--json") => writeln!(output, "{}", serde_json::to_string(&explanation)?),
        Some(other) => Err(io::Error::other(format!("unknown option {other}"))),
    }
}
