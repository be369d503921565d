//! Attributes a folder of texts, or JSON Lines of any number, on all cores: one record a line out, in the
//! order of the input, each as the `jsonl` example writes it.
//!
//! ```sh
//! cargo run --release --example corpus -- articles/ --output said.jsonl
//! cargo run --release --example corpus -- articles.jsonl --output said.jsonl --resume
//! ```
//!
//! It reads no further ahead than a few megabytes a thread, or a text a thread where texts are larger. Of a
//! folder it holds the names.

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
use records::LONGEST_LINE;
use whosaid::Attributor;

use documents::Documents;
use output::{Begin, Output};
use pipeline::Pipeline;
use summary::Summary;

/// Writes who said what in every text of a corpus, one record a line, in the order of the corpus.
///
/// The id of a file is its path in the folder without ".txt". What cannot be read is answered by
/// {"id": null, "error": "line 7: ..."} or {"id": null, "error": "a/b.txt: ..."}, and the exit status is 1
/// at the end. Ctrl-C leaves whole lines and gives exit status 130. A summary goes to standard error.
#[derive(Parser)]
#[command(name = "corpus")]
struct Options {
    /// A folder, whose *.txt files are read at any depth, or a file of {"id": ..., "text": ...} lines; "-"
    /// for such lines on standard input
    input: PathBuf,
    /// Where the records go instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Goes on behind the last whole line of an output that an earlier run left
    #[arg(long, requires = "output")]
    resume: bool,
    /// How many threads attribute; as many as there are cores if not given
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    /// How many bytes a line or a file may have; a longer one is refused without being held
    #[arg(long, value_name = "BYTES", default_value_t = LONGEST_LINE)]
    longest_line: usize,
}

fn main() -> ExitCode {
    let options = Options::parse();
    match attribute(&options) {
        Ok(summary) if summary.refused == 0 => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        // The reader has seen enough, as `head` has.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to be told where standard error is closed.
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
            let begin = if options.resume { Begin::Behind(&mut documents) } else { Begin::Afresh };
            let (output, earlier) = Output::file(path, &options.input, begin)?;
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
        progress.inc(answers.read);
        summary.add(answers.summary);
        Ok(())
    });
    progress.finish_and_clear();
    run?;
    // As above: a closed standard error is no failure.
    let _ = summary.print(start.elapsed(), io::stderr().lock());
    Ok(summary)
}

/// A bar over the bytes of the input, on a terminal that shows nothing else.
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
