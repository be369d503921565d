//! The answer to an input line: a record or an error.

use std::io::{self, Write};

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

#[derive(Serialize)]
struct Record<I, A> {
    id: I,
    #[serde(flatten)]
    analysis: A,
}

#[derive(Serialize)]
struct ErrorRecord<'a, I> {
    id: Option<I>,
    error: &'a str,
}

/// Writes one line: an object with the id and the fields of the analysis.
pub fn write_record(mut output: impl Write, id: impl Serialize, analysis: impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut output, &Record { id, analysis })?;
    output.write_all(b"\n")
}

/// Writes one line: an object with the error and the id, if there is one, in place of a record.
pub fn write_error(mut output: impl Write, id: Option<impl Serialize>, error: &str) -> io::Result<()> {
    serde_json::to_writer(&mut output, &ErrorRecord { id, error })?;
    output.write_all(b"\n")
}

/// The id or error of an output line that an earlier run wrote.
#[derive(Deserialize)]
pub struct Answered<'l> {
    #[serde(borrow)]
    pub id: &'l RawValue,
    pub error: Option<String>,
}

impl<'l> Answered<'l> {
    /// Returns `None` if the line is neither a record nor an error.
    #[must_use]
    pub fn parse(line: &'l [u8]) -> Option<Self> {
        let line = line.trim_ascii();
        if !line.starts_with(b"{") {
            return None;
        }
        serde_json::from_slice(line).ok()
    }
}
