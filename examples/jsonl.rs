//! Attributes JSON Lines: reads `{"id": ..., "text": ...}` and writes one record per line, in the same order.
//!
//! A request may name speakers beforehand, with an id that comes back on the speaker, and say what to give:
//!
//! ```json
//! {"id": 1, "text": "…", "speakers": [{"id": "p7", "name": "Emma Holt", "aliases": ["Emmy"]}],
//!  "kinds": ["direct", "mixed", "indirect", "turn"], "min_confidence": 0.8, "genre": "fiction"}
//! ```
//!
//! ```sh
//! cargo run --release --example jsonl < articles.jsonl > said.jsonl
//! ```

use std::borrow::Cow;
use std::io::{self, BufWriter, Read, Write};
use std::process::ExitCode;

use clap::Parser;
use records::{Lines, Request, DEFAULT_MAX_LINE};
use whosaid::{AttributionKind, Attributor, UnknownName};

/// Reads {"id": ..., "text": ...} lines on standard input and writes one record per line: who said what.
///
/// An invalid line is answered by {"id": ..., "error": "line 7: ..."}, with the id null if
/// it cannot be read, and the exit status is 1 at the end.
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

/// An attributor with the options of a request; the usual one if there are none.
fn configured<'a>(usual: &'a Attributor, request: &Request<'_>) -> Result<Cow<'a, Attributor>, String> {
    let Request { speakers, kinds, min_confidence, genre, .. } = request;
    if speakers.is_empty() && kinds.is_none() && min_confidence.is_none() && genre.is_none() {
        return Ok(Cow::Borrowed(usual));
    }
    let mut builder = speakers.iter().fold(Attributor::builder(), |builder, speaker| match &speaker.id {
        Some(id) => builder.speaker_with_id(id, &speaker.name, &speaker.aliases),
        None => builder.speaker(&speaker.name, &speaker.aliases),
    });
    if let Some(kinds) = kinds {
        let kinds: Result<Vec<AttributionKind>, _> = kinds.iter().map(|kind| kind.parse()).collect();
        builder = builder.kinds(kinds.map_err(|error| error.to_string())?);
    }
    if let Some(min) = min_confidence.as_ref().and_then(|min| min.as_f64()) {
        builder = builder.min_confidence(min as f32);
    }
    if let Some(genre) = genre {
        builder = builder.genre(genre.parse().map_err(|error: UnknownName| error.to_string())?);
    }
    builder.build().map(Cow::Owned).map_err(|error| error.to_string())
}

/// Answers every line of the input and returns the number of invalid lines.
fn answer_lines(mut lines: Lines<impl Read>, output: impl Write) -> io::Result<usize> {
    let mut output = BufWriter::new(output);
    let usual = Attributor::default();
    let mut rejected = 0;
    while let Some(line) = lines.next().transpose()? {
        let answer = line.request().and_then(|request| match configured(&usual, &request) {
            Ok(attributor) => Ok((request, attributor)),
            Err(reason) => Err(line.error(&reason)),
        });
        match answer {
            Ok((Request { id, text, .. }, attributor)) => {
                records::write_record(&mut output, id, attributor.attribute(&text))?;
            }
            Err(reason) => {
                rejected += 1;
                records::write_error(&mut output, line.id(), &reason)?;
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
