//! What a line is answered: a record, or why there is none.

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
struct Refusal<'a> {
    id: (),
    error: &'a str,
}

/// Writes one line: the id and, beside it, the fields of the analysis.
pub fn write_record(mut output: impl Write, id: impl Serialize, analysis: impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut output, &Record { id, analysis })?;
    output.write_all(b"\n")
}

/// Writes one line in the place of a record.
pub fn write_refusal(mut output: impl Write, error: &str) -> io::Result<()> {
    serde_json::to_writer(&mut output, &Refusal { id: (), error })?;
    output.write_all(b"\n")
}

/// What a line that was written earlier is the answer to.
#[derive(Deserialize)]
pub struct Answered<'l> {
    #[serde(borrow)]
    pub id: &'l RawValue,
    pub error: Option<String>,
}

impl<'l> Answered<'l> {
    /// None where the line is no answer.
    #[must_use]
    pub fn parse(line: &'l [u8]) -> Option<Self> {
        let line = line.trim_ascii();
        if !line.starts_with(b"{") {
            return None;
        }
        serde_json::from_slice(line).ok()
    }
}
