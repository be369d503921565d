//! One line of results: what was found in one document. Only the fields that the tables need.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use whosaid::{Gender, SpeakerKind};

/// The default maximum length of a line in bytes: the records of a text of several dozen megabytes.
pub const DEFAULT_MAX_LINE: usize = 256 << 20;

/// The records of one document, as far as the tables need them.
///
/// Borrows from the line it was read from where the line has no escapes.
#[derive(Debug, Deserialize)]
pub struct Document<'l> {
    /// The id of the request, as text: a string without its quotation marks, any other value as it is written.
    #[serde(borrow, deserialize_with = "id_as_text")]
    pub id: Cow<'l, str>,
    /// The quotations, in the order of the text.
    #[serde(borrow, default)]
    pub quotations: Vec<Quotation<'l>>,
    /// The attributions, in the order of the text.
    #[serde(default)]
    pub attributions: Vec<Attribution>,
    /// Everybody who says something.
    #[serde(borrow, default)]
    pub speakers: Vec<Speaker<'l>>,
}

/// The text between quotation marks.
#[derive(Debug, Deserialize)]
pub struct Quotation<'l> {
    /// The words with their marks.
    #[serde(borrow)]
    pub text: Cow<'l, str>,
    /// The index of the quotation around it.
    #[serde(default)]
    pub parent: Option<usize>,
    /// The index of the attribution it belongs to.
    #[serde(default)]
    pub attribution: Option<usize>,
}

/// Somebody says something.
#[derive(Debug, Deserialize)]
pub struct Attribution {
    /// The index of the speaker.
    #[serde(default)]
    pub speaker: Option<usize>,
    /// The probability that the speaker is right.
    #[serde(default)]
    pub speaker_confidence: Option<f32>,
}

/// Somebody who says something in one document.
#[derive(Debug, Deserialize)]
pub struct Speaker<'l> {
    /// The fullest name that the document gives, or the words that describe a speaker it never names.
    #[serde(borrow)]
    pub name: Cow<'l, str>,
    /// What it is.
    pub kind: SpeakerKind,
    /// The gender that the document shows.
    #[serde(default, deserialize_with = "known_gender")]
    pub gender: Option<Gender>,
    /// The id that the caller gave.
    #[serde(borrow, default)]
    pub id: Option<Cow<'l, str>>,
    /// Titles and roles beside its names.
    #[serde(borrow, default)]
    pub titles: Vec<Cow<'l, str>>,
}

impl Document<'_> {
    /// The speaker of a quotation and the probability that this is right.
    #[must_use]
    pub fn speaker_of(&self, quotation: &Quotation<'_>) -> (Option<usize>, Option<f32>) {
        let attribution = quotation.attribution.and_then(|index| self.attributions.get(index));
        let speaker = attribution.and_then(|attribution| attribution.speaker);
        let speaker = speaker.filter(|index| *index < self.speakers.len());
        (speaker, attribution.and_then(|attribution| attribution.speaker_confidence))
    }
}

/// An input line: the records of a document, or the reason why there are none.
#[derive(Debug)]
pub enum Line<'l> {
    /// The document was read.
    Document(Document<'l>),
    /// The document was refused by the program that wrote the results.
    Refused,
}

/// Why a file of results cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Reading failed.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A line is no record of an analysis.
    #[error("line {line}: no results of whosaid: {reason}")]
    Line {
        /// The number of the line, from 1.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
}

/// Calls `each` with every line of results, in order. Holds one line at a time. Empty lines count for nothing.
///
/// # Errors
///
/// Stops at the first line that is too long or no record.
pub fn for_each_line(
    mut input: impl BufRead,
    max_line: usize,
    mut each: impl FnMut(Line<'_>),
) -> Result<(), ReadError> {
    let mut buffer = Vec::new();
    for line in 1.. {
        buffer.clear();
        let limit = u64::try_from(max_line).unwrap_or(u64::MAX).saturating_add(1);
        if input.by_ref().take(limit).read_until(b'\n', &mut buffer)? == 0 {
            break;
        }
        let text = buffer.trim_ascii();
        if text.is_empty() {
            continue;
        }
        if text.len() > max_line {
            return Err(ReadError::Line { line, reason: format!("longer than {max_line} bytes") });
        }
        if !text.starts_with(b"{") {
            return Err(ReadError::Line { line, reason: "not an object".to_owned() });
        }
        each(parse(text).map_err(|error| ReadError::Line { line, reason: error.to_string() })?);
    }
    Ok(())
}

/// Reads one line of results.
///
/// # Errors
///
/// The line is no record of an analysis and no refusal.
pub fn parse(line: &[u8]) -> Result<Line<'_>, serde_json::Error> {
    /// The field that only a refused document has.
    #[derive(Deserialize)]
    struct Refusal {
        #[serde(rename = "error")]
        _error: String,
    }
    let read = serde_json::from_slice::<Document<'_>>(line);
    match read {
        Ok(document) if !document.is_empty() => Ok(Line::Document(document)),
        // A document without quotations has the same fields as a refusal, apart from the error.
        _ if serde_json::from_slice::<Refusal>(line).is_ok() => Ok(Line::Refused),
        read => read.map(Line::Document),
    }
}

impl Document<'_> {
    fn is_empty(&self) -> bool {
        self.quotations.is_empty() && self.attributions.is_empty() && self.speakers.is_empty()
    }
}

fn id_as_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Cow<'de, str>, D::Error> {
    let raw = <&RawValue>::deserialize(deserializer)?.get();
    Ok(serde_json::from_str::<String>(raw).map_or(Cow::Borrowed(raw), Cow::Owned))
}

/// Reads a gender; one that only a later version knows as none.
fn known_gender<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Gender>, D::Error> {
    let name = Option::<Cow<'de, str>>::deserialize(deserializer)?;
    Ok(name.and_then(|name| name.parse().ok()))
}
