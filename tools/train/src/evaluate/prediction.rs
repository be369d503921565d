//! The attributions to be scored: the library's, or those of another system.

use std::collections::HashMap;
use std::path::Path;

use serde::Deserialize;

use crate::error::Error;
use crate::files::read_json_lines;
use crate::polnear::chars::{byte_offsets, CharSpan};
use crate::polnear::Article;

/// One predicted attribution.
#[derive(Debug, Deserialize)]
pub struct Prediction {
    pub content: Vec<CharSpan>,
    pub source: Option<CharSpan>,
    pub cue: Option<CharSpan>,
    speaker: Option<String>,
    pub rule: Option<String>,
    pub confidence: Option<f64>,
    pub speaker_confidence: Option<f64>,
}

impl Prediction {
    pub fn speaker(&self) -> Option<&str> {
        self.speaker.as_deref().filter(|name| !name.is_empty())
    }

    /// Whether the prediction has a source or a speaker.
    pub fn has_source(&self) -> bool {
        self.source.is_some() || self.speaker().is_some()
    }
}

/// The attributions of a system, by the name of the article.
pub type Predictions = HashMap<String, Vec<Prediction>>;

/// Runs the library on all articles.
pub fn attribute(articles: &[Article]) -> Predictions {
    articles.iter().map(|article| (article.name.clone(), attribute_text(&article.text))).collect()
}

fn attribute_text(text: &str) -> Vec<Prediction> {
    of_analysis(text, &whosaid::attribute(text))
}

/// The attributions of an analysis of a text.
pub fn of_analysis(text: &str, analysis: &whosaid::Analysis<'_>) -> Vec<Prediction> {
    let offsets = byte_offsets(text);
    let chars = |span: whosaid::Span| (offsets[span.start()], offsets[span.end()]);
    let predictions = analysis.attributions().map(|found| Prediction {
        content: found.content().iter().copied().map(chars).collect(),
        source: found.source().map(|source| chars(source.span())),
        cue: found.cue().map(|cue| chars(cue.span())),
        speaker: found.speaker().map(|speaker| speaker.name().to_owned()),
        rule: Some(found.rule().to_string()),
        confidence: Some(f64::from(found.confidence())),
        speaker_confidence: found.speaker_confidence().map(f64::from),
    });
    predictions.collect()
}

/// Reads the attributions of another system: one line
/// `{"doc", "quotes": [{"content", "source", "cue", "speaker"}]}` an article, with spans as pairs of
/// character offsets.
pub fn read(path: &Path) -> Result<Predictions, Error> {
    #[derive(Deserialize)]
    struct Line {
        doc: String,
        quotes: Vec<Prediction>,
    }
    Ok(read_json_lines::<Line>(path)?.into_iter().map(|line| (line.doc, line.quotes)).collect())
}
