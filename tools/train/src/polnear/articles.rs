//! Reads the annotated texts of a folder.

use std::fs;
use std::path::Path;

use super::annotations::{read_relations, Relation};
use super::chars::{overlap, CharSet, CharSpan, Chars};
use super::names;
use crate::error::Error;
use crate::files::read_text;

/// What the annotators of a text marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marked {
    /// Every attribution, those of quotations without a clause too. Nothing in the content of another one.
    Attributions,
    /// Every clause of saying and thinking, wherever it is.
    Clauses,
}

/// One annotated text.
pub struct Article {
    /// The name of the text's file without `.txt`.
    pub name: String,
    pub text: String,
    pub chars: Chars,
    pub relations: Vec<Relation>,
    pub marked: Marked,
}

impl Article {
    /// Whether a predicted source or speaker is the source of an annotated attribution: the spans overlap, or
    /// they share a proper name.
    pub fn same_source(&self, gold: &Relation, source: Option<CharSpan>, speaker: Option<&str>) -> bool {
        if source.is_some_and(|source| gold.source.iter().any(|&span| overlap(source, span))) {
            return true;
        }
        let gold_names = names::proper(&self.chars.join(&gold.source, " "));
        let source = source.map(|source| self.chars.slice(source));
        let predicted = source.as_deref().into_iter().chain(speaker);
        predicted.flat_map(names::proper).any(|name| gold_names.contains(&name))
    }
}

/// The attribution that covers the largest share of a segment, the first of equals, and that share.
///
/// `contents` are the characters of each relation's content.
pub fn best_cover<'r>(
    segment: &CharSet,
    contents: &[CharSet],
    relations: &'r [Relation],
) -> (f64, Option<&'r Relation>) {
    let mut best = (0.0, None);
    for (content, relation) in contents.iter().zip(relations) {
        let share = segment.shared(content) as f64 / segment.count() as f64;
        if share > best.0 {
            best = (share, Some(relation));
        }
    }
    best
}

/// Reads the texts of `folder` that have annotations, sorted by name.
///
/// If a text has several annotators, the first by name counts.
pub fn read_articles(folder: &Path) -> Result<Vec<Article>, Error> {
    let (texts, annotations) = (folder.join("text"), folder.join("attributions"));
    let annotated = file_names(&annotations, ".ann")?;
    let mut articles = Vec::new();
    for file in file_names(&texts, ".txt")? {
        let name = file.strip_suffix(".txt").unwrap_or(&file);
        let prefix = format!("{name}_");
        let Some(first) = annotated.iter().find(|file| file.starts_with(&prefix)) else { continue };
        let text = read_text(&texts.join(&file))?;
        let relations = read_relations(&annotations.join(first))?;
        let chars = Chars::new(&text);
        articles.push(Article {
            name: name.to_owned(),
            chars,
            text,
            relations,
            marked: Marked::Attributions,
        });
    }
    if articles.is_empty() {
        return Err(Error::NoArticles(folder.to_owned()));
    }
    Ok(articles)
}

/// The sorted names of the files in `folder` that end in `suffix`.
fn file_names(folder: &Path, suffix: &str) -> Result<Vec<String>, Error> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::at(folder))? {
        let name = entry.map_err(Error::at(folder))?.file_name();
        names.extend(name.into_string().ok().filter(|name| name.ends_with(suffix) && !name.starts_with('.')));
    }
    names.sort_unstable();
    Ok(names)
}
