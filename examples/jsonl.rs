//! Reads lines `{"id": ..., "text": ...}` and writes one record a line, in order. A request may ask for more, see
//! `whosaid::request`: `{"id": 1, "text": "…", "speakers": [{"id": "p7", "name": "Ida Crane"}], "offsets": "utf16"}`.

use std::error::Error;
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, Read, Write};
use std::process::ExitCode;

use clap::Parser;
use serde::{Deserialize, Serialize};
use serde_json::{json, value::RawValue};
use whosaid::{request::Options, Attributor};

/// Reads {"id": ..., "text": ...} lines on standard input and writes one record per line: who said what. A line that
/// is refused is answered by {"id": ..., "error": "line 7: ..."}, and the exit status is 1 at the end.
#[derive(Parser)]
struct Arguments {
    /// The maximum length of a line; a longer one is refused without being kept in memory
    #[arg(long, value_name = "BYTES", default_value_t = 64 << 20)]
    longest_line: usize,
}

#[derive(Deserialize)]
struct Id<'l> {
    #[serde(borrow)]
    id: &'l RawValue,
}

#[derive(Deserialize)]
#[serde(expecting = "an object")]
struct Request {
    #[serde(deserialize_with = "whosaid::request::text")]
    text: String,
    #[serde(flatten)]
    options: Options,
}

#[derive(Serialize)]
struct Answer<'l, T> {
    id: Option<&'l RawValue>,
    #[serde(flatten)]
    answer: T,
}

fn read(line: &[u8], id: serde_json::Result<Id<'_>>) -> Result<(Attributor, Request), Box<dyn Error>> {
    let line =
        std::str::from_utf8(line).map_err(|it| format!("not UTF-8 at byte {}", it.valid_up_to() + 1))?;
    let (request, _) = (serde_json::from_str::<Request>(line)?, id?);
    Ok((request.options.attributor()?, request))
}

/// Answers each line; whether one was refused.
fn answer_lines(limit: usize) -> io::Result<bool> {
    let (mut input, mut output) = (BufReader::new(io::stdin()), BufWriter::new(io::stdout().lock()));
    let (mut line, mut number, mut refused) = (Vec::new(), 0, false);
    while !input.fill_buf()?.is_empty() {
        line.clear();
        number += 1;
        input.by_ref().take(limit as u64 + 1).read_until(b'\n', &mut line)?;
        let known = serde_json::from_slice::<Id>(line.trim_ascii());
        let id = known.as_ref().map(|known| known.id).ok();
        let request = if line.len() > limit && !line.ends_with(b"\n") {
            input.skip_until(b'\n')?;
            Err(format!("longer than {limit} bytes").into())
        } else {
            read(line.trim_ascii(), known)
        };
        match request {
            Ok((attributor, Request { text, options })) => {
                let answer = attributor.attribute(&text);
                let answer = answer.with_offsets(&text, options.offsets.unwrap_or_default());
                serde_json::to_writer(&mut output, &Answer { id, answer })?;
                writeln!(output)?;
            }
            Err(_) if line.trim_ascii().is_empty() => {}
            Err(reason) => {
                let error = format!("line {number}: {reason}").replace(" at line 1 column", " at column");
                serde_json::to_writer(&mut output, &Answer { id, answer: json!({ "error": error }) })?;
                writeln!(output)?;
                refused = true;
            }
        }
        // A program may wait for this answer before it sends the next line.
        if !input.buffer().contains(&b'\n') {
            output.flush()?;
        }
    }
    output.flush().map(|()| refused)
}

fn main() -> io::Result<ExitCode> {
    match answer_lines(Arguments::parse().longest_line) {
        // The reader closed the pipe, as `head` does.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        refused => Ok(ExitCode::from(u8::from(refused?))),
    }
}
