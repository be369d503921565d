//! The annotated names of sources.

use std::collections::HashMap;
use std::path::Path;

use serde::Deserialize;

use super::chars::{overlap, CharSpan};
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
        names.add(path)?;
        Ok(names)
    }

    /// Adds those of another file.
    pub fn add(&mut self, path: &Path) -> Result<(), Error> {
        for name in read_json_lines::<GoldName>(path)? {
            self.0.entry(name.doc.clone()).or_default().insert(name.source, name);
        }
        Ok(())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether an article has any.
    pub fn include(&self, article: &str) -> bool {
        self.0.contains_key(article)
    }

    /// The name of the first source that overlaps a span. Linear in the sources of the article.
    pub fn overlapping(&self, article: &str, span: CharSpan) -> Option<&GoldName> {
        let found = self.0.get(article)?.iter().filter(|(source, _)| overlap(**source, span));
        found.min_by_key(|(source, _)| **source).map(|(_, name)| name)
    }

    /// The name of a source, which is identified by its first span.
    pub fn get(&self, article: &str, source: &[CharSpan]) -> Option<&GoldName> {
        self.0.get(article)?.get(source.first()?)
    }
}
