//! The annotated names of sources.

use std::collections::HashMap;
use std::path::Path;

use serde::Deserialize;

use super::chars::CharSpan;
use crate::error::Error;
use crate::files::read_json_lines;

/// The person or organisation that a source refers to.
#[derive(Debug, Deserialize)]
pub struct GoldName {
    doc: String,
    source: CharSpan,
    name: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
}

impl GoldName {
    /// The fullest name in the text, if it has one.
    pub fn full(&self) -> Option<&str> {
        self.name.as_deref().filter(|name| !name.is_empty())
    }

    pub fn aliases(&self) -> impl Iterator<Item = &str> {
        self.aliases.iter().map(String::as_str)
    }
}

/// The names of a file, by article and source.
#[derive(Default)]
pub struct GoldNames(HashMap<String, HashMap<CharSpan, GoldName>>);

impl GoldNames {
    /// Reads lines of `{"doc", "source": [start, end], "name", "aliases"}`.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let mut names = GoldNames::default();
        for name in read_json_lines::<GoldName>(path)? {
            names.0.entry(name.doc.clone()).or_default().insert(name.source, name);
        }
        Ok(names)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The name of a source, which is identified by its first span.
    pub fn get(&self, article: &str, source: &[CharSpan]) -> Option<&GoldName> {
        self.0.get(article)?.get(source.first()?)
    }
}
