//! The request in an input line.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

/// A text to attribute. The id may be any JSON value and is copied to the answer unchanged.
#[derive(Deserialize)]
pub struct Request<'l> {
    #[serde(borrow)]
    pub id: &'l RawValue,
    #[serde(borrow)]
    pub text: Cow<'l, str>,
    /// The speakers that the text may have, beside others.
    #[serde(default)]
    pub speakers: Vec<KnownSpeaker>,
}

/// A speaker that is known beforehand.
#[derive(Deserialize, Debug, Clone, PartialEq, Eq)]
pub struct KnownSpeaker {
    pub name: String,
    #[serde(default)]
    pub aliases: Vec<String>,
}

pub(crate) fn parse(line: &[u8]) -> Result<Request<'_>, String> {
    let line = std::str::from_utf8(line)
        .map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to() + 1))?
        .trim_ascii();
    // serde would also accept a list of the two fields.
    if line.starts_with('[') {
        return Err("a list, where an object is expected".to_owned());
    }
    serde_json::from_str(line).map_err(|error| without_line(&error))
}

/// Formats an error of serde_json without its line number, which is always 1.
fn without_line(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    match message.strip_suffix(&place) {
        Some(reason) => format!("{reason} at column {}", error.column()),
        None => message,
    }
}
