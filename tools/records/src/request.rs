//! The request in an input line.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::Number;

/// A text to attribute. The id may be any JSON value and is copied to the answer unchanged.
#[derive(Deserialize)]
#[serde(expecting = "an object")]
pub struct Request<'l> {
    #[serde(borrow)]
    pub id: &'l RawValue,
    #[serde(borrow)]
    pub text: Cow<'l, str>,
    /// The speakers that the text may have, beside others.
    #[serde(default)]
    pub speakers: Vec<KnownSpeaker>,
    /// The names of the kinds of attributions to give; all of them without it.
    pub kinds: Option<Vec<String>>,
    /// The lowest confidence of an attribution to give.
    pub min_confidence: Option<Number>,
    /// The name of the kind of text.
    pub genre: Option<String>,
}

/// A speaker that is known beforehand.
#[derive(Deserialize, Debug, Clone, PartialEq, Eq)]
#[serde(expecting = "a speaker: an object with a name")]
pub struct KnownSpeaker {
    /// Comes back on the speaker.
    pub id: Option<String>,
    pub name: String,
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// The id of a line that may lack all else.
#[derive(Deserialize)]
struct IdOnly<'l> {
    #[serde(borrow)]
    id: &'l RawValue,
}

/// The id of a line that is refused. `None` if it has none or is no JSON object.
pub(crate) fn id_of(line: &[u8]) -> Option<&RawValue> {
    if !line.trim_ascii().starts_with(b"{") {
        return None;
    }
    serde_json::from_slice::<IdOnly<'_>>(line).ok().map(|line| line.id)
}

pub(crate) fn parse(line: &[u8]) -> Result<Request<'_>, String> {
    let line = std::str::from_utf8(line)
        .map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to() + 1))?
        .trim_ascii();
    // serde would also accept a list of the two fields.
    if line.starts_with('[') {
        return Err("a list, where an object is expected".to_owned());
    }
    if !line.starts_with('{') {
        return Err("not an object".to_owned());
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
