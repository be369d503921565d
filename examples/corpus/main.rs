//! Attributes a folder of texts or a file of JSON Lines on all cores. Writes one record per line, in the order of the
//! input and in the format of the `jsonl` example.
//!
//! ```sh
//! cargo run --release --example corpus -- articles/ --output said.jsonl
//! cargo run --release --example corpus -- articles.jsonl --output said.jsonl --resume
//! ```
//!
//! It reads ahead at most a few megabytes per thread, or one text per thread if texts are larger. Of a folder it keeps
//! the names in memory.

mod answers;
mod documents;
mod folder;
mod output;
mod pipeline;
mod resume;
mod summary;
mod tally;

use std::io::{self, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use clap::Parser;
use indicatif::{ProgressBar, ProgressStyle};
use records::DEFAULT_MAX_LINE;
use whosaid::Attributor;

use documents::Documents;
use output::{Output, Start};
use pipeline::Pipeline;
use summary::Summary;

/// Writes who said what in every text of a corpus, one record per line, in the order of the corpus.
///
/// The id of a file is its path in the folder without ".txt". An unreadable document is answered by
/// {"id": ..., "error": "line 7: ..."} or {"id": null, "error": "a/b.txt: ..."}, and the exit status is 1
/// at the end. Ctrl-C leaves complete lines and exit status 130. A summary goes to standard error.
#[derive(Parser)]
#[command(name = "corpus")]
struct Options {
    /// A folder of *.txt files at any depth, a file of {"id": ..., "text": ...} lines, or "-" for such lines on
    /// standard input
    input: PathBuf,
    /// Writes the records to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Continues after the last complete line of the output of an earlier run
    #[arg(long, requires = "output")]
    resume: bool,
    /// The number of threads; one per core if not given
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    /// The maximum length of a line or a file in bytes; a longer one is rejected without being kept in memory
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_LINE)]
    longest_line: usize,
}

fn main() -> ExitCode {
    let options = Options::parse();
    match attribute(&options) {
        Ok(summary) if summary.rejected == 0 => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        // The reader closed the pipe, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // If standard error is closed, there is no way to report anything.
            let _ = writeln!(io::stderr(), "corpus: {error}");
            ExitCode::from(2)
        }
    }
}

fn attribute(options: &Options) -> io::Result<Summary> {
    let mut documents = Documents::open(&options.input, options.longest_line)?;
    let mut summary = Summary::default();
    let output = match &options.output {
        None => Output::stdout(),
        Some(path) => {
            let start = if options.resume { Start::Resume(&mut documents) } else { Start::Empty };
            let (output, earlier) = Output::file(path, &options.input, start)?;
            summary = earlier;
            output
        }
    };
    let output = Arc::new(output);
    let progress = progress(options).with_position(summary.earlier_bytes);
    output::stop_on_interrupt(&output, &progress)?;
    let pipeline = Pipeline::new(Attributor::default(), options.threads)?;
    let start = Instant::now();
    let run = pipeline.run(documents, |answers| {
        output.write(&answers.lines)?;
        progress.inc(answers.input_bytes);
        summary.add(answers.summary);
        Ok(())
    });
    progress.finish_and_clear();
    run?;
    // A closed standard error is not a failure.
    let _ = summary.print(start.elapsed(), io::stderr().lock());
    Ok(summary)
}

/// A progress bar over the bytes of the input. Hidden unless standard error is a terminal that does not also show the
/// records.
fn progress(options: &Options) -> ProgressBar {
    let records_shown = options.output.is_none() && io::stdout().is_terminal();
    if records_shown || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let (bar, template) = match documents::total_bytes(&options.input) {
        Some(total) => (
            ProgressBar::new(total),
            "{elapsed} {wide_bar} {bytes} of {total_bytes} ({bytes_per_sec}, {eta} to go)",
        ),
        None => (ProgressBar::new_spinner(), "{elapsed} {spinner} {bytes} ({bytes_per_sec})"),
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
