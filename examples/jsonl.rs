//! Attributes JSON Lines: reads `{"id": ..., "text": ...}` and writes one record per line, in the same order.
//!
//! A request may name speakers beforehand: `"speakers": [{"name": "Emma Holt", "aliases": ["Emmy"]}]`.
//!
//! ```sh
//! cargo run --release --example jsonl < articles.jsonl > said.jsonl
//! ```

use std::borrow::Cow;
use std::io::{self, BufWriter, Read, Write};
use std::process::ExitCode;

use clap::Parser;
use records::{KnownSpeaker, Lines, DEFAULT_MAX_LINE};
use whosaid::{Attributor, BuildError};

/// Reads {"id": ..., "text": ...} lines on standard input and writes one record per line: who said what.
///
/// An invalid line is answered by {"id": null, "error": "line 7: ..."}, and the exit status is 1 at the end.
/// Blank lines are skipped.
#[derive(Parser)]
#[command(name = "jsonl")]
struct Options {
    /// The maximum length of a line; a longer one is rejected without being kept in memory
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_LINE)]
    longest_line: usize,
}

fn main() -> ExitCode {
    let Options { longest_line } = Options::parse();
    match answer_lines(Lines::new(io::stdin().lock(), longest_line), io::stdout().lock()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        // The reader closed the pipe, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // If standard error is closed, there is no way to report anything.
            let _ = writeln!(io::stderr(), "jsonl: {error}");
            ExitCode::from(2)
        }
    }
}

/// An attributor that knows these speakers; the usual one if there are none.
fn with_speakers<'a>(
    usual: &'a Attributor,
    speakers: &[KnownSpeaker],
) -> Result<Cow<'a, Attributor>, BuildError> {
    if speakers.is_empty() {
        return Ok(Cow::Borrowed(usual));
    }
    let builder = speakers
        .iter()
        .fold(Attributor::builder(), |builder, speaker| builder.speaker(&speaker.name, &speaker.aliases));
    Ok(Cow::Owned(builder.build()?))
}

/// Answers every line of the input and returns the number of invalid lines.
fn answer_lines(mut lines: Lines<impl Read>, output: impl Write) -> io::Result<usize> {
    let mut output = BufWriter::new(output);
    let attributor = Attributor::default();
    let mut rejected = 0;
    while let Some(line) = lines.next().transpose()? {
        match line.request() {
            Ok(request) => match with_speakers(&attributor, &request.speakers) {
                Ok(attributor) => {
                    records::write_record(&mut output, request.id, attributor.attribute(&request.text))?;
                }
                Err(reason) => {
                    rejected += 1;
                    records::write_error(&mut output, &line.error(&reason.to_string()))?;
                }
            },
            Err(reason) => {
                rejected += 1;
                records::write_error(&mut output, &reason)?;
            }
        }
        // A program may wait for this answer before it sends the next line.
        if !lines.has_buffered_line() {
            output.flush()?;
        }
    }
    output.flush()?;
    Ok(rejected)
}
