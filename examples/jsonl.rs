//! Attributes JSON Lines: `{"id": ..., "text": ...}` in, one record a line out, in the same order.
//!
//! ```sh
//! cargo run --release --example jsonl < articles.jsonl > said.jsonl
//! ```

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::process::ExitCode;

use clap::Parser;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use whosaid::{Analysis, Attributor};

/// Reads {"id": ..., "text": ...} lines on standard input and writes who said what, one record a line.
///
/// A line that is no such object is answered by {"id": null, "error": "line 7: ..."}, and the exit
/// status is 1 at the end. Lines of white space are skipped.
#[derive(Parser)]
#[command(name = "jsonl")]
struct Options {}

/// The id is never looked into: whatever JSON it is, it goes out as it came in.
#[derive(Deserialize)]
struct Request<'l> {
    #[serde(borrow)]
    id: &'l RawValue,
    #[serde(borrow)]
    text: Cow<'l, str>,
}

#[derive(Serialize)]
struct Record<'l> {
    id: &'l RawValue,
    #[serde(flatten)]
    analysis: Analysis<'l>,
}

#[derive(Serialize)]
struct Refusal {
    id: (),
    error: String,
}

fn main() -> ExitCode {
    let Options {} = Options::parse();
    match answer_lines(io::stdin().lock(), io::stdout().lock()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        // The reader has seen enough, as `head` has.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to be told where standard error is closed.
            let _ = writeln!(io::stderr(), "jsonl: {error}");
            ExitCode::from(2)
        }
    }
}

/// Answers every line of `input` and gives the number of those that it refused. It holds one line
/// at a time.
fn answer_lines(input: impl Read, output: impl Write) -> io::Result<usize> {
    let (mut input, mut output) = (BufReader::new(input), BufWriter::new(output));
    let attributor = Attributor::default();
    let (mut line, mut number, mut refused) = (Vec::new(), 0_usize, 0);
    while input.read_until(b'\n', &mut line)? > 0 {
        number += 1;
        if !line.trim_ascii().is_empty() {
            match parse(&line) {
                Ok(request) => {
                    let analysis = attributor.attribute(&request.text);
                    serde_json::to_writer(&mut output, &Record { id: request.id, analysis })?;
                }
                Err(reason) => {
                    refused += 1;
                    let refusal = Refusal { id: (), error: format!("line {number}: {reason}") };
                    serde_json::to_writer(&mut output, &refusal)?;
                }
            }
            output.write_all(b"\n")?;
        }
        // A program that waits for this answer before it sends the next line must get it.
        if !input.buffer().contains(&b'\n') {
            output.flush()?;
        }
        line.clear();
    }
    output.flush()?;
    Ok(refused)
}

fn parse(line: &[u8]) -> Result<Request<'_>, String> {
    let line = std::str::from_utf8(line)
        .map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to() + 1))?
        .trim_ascii();
    // serde would also take a list of the two.
    if line.starts_with('[') {
        return Err("a list, where an object is expected".to_owned());
    }
    serde_json::from_str(line).map_err(|error| without_line(&error))
}

/// What serde_json has to say, without its line number: to it every line is the first.
fn without_line(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    match message.strip_suffix(&place) {
        Some(reason) => format!("{reason} at column {}", error.column()),
        None => message,
    }
}
