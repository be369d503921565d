//! Reads corpora in the layout of GUM, whose annotators marked the clauses of saying and thinking (Zeldes 2017).
//!
//! `docs.jsonl` has a text a line, `gold.jsonl` its attributions, with offsets in characters.

use std::collections::HashMap;
use std::path::Path;

use serde::Deserialize;

use crate::error::Error;
use crate::files::read_json_lines;
use crate::polnear::chars::{CharSpan, Chars};
use crate::polnear::{Article, Marked, Relation};

#[derive(Deserialize)]
struct Text {
    id: String,
    text: String,
}

#[derive(Deserialize)]
struct Gold {
    id: String,
    attributions: Vec<Clause>,
}

#[derive(Deserialize)]
struct Clause {
    source: Vec<CharSpan>,
    cue: Vec<CharSpan>,
    content: Vec<CharSpan>,
}

/// Reads the annotated texts of `folder`, in the order of its file.
pub fn read_clauses(folder: &Path) -> Result<Vec<Article>, Error> {
    let gold = read_json_lines::<Gold>(&folder.join("gold.jsonl"))?;
    let mut gold: HashMap<String, Vec<Clause>> =
        gold.into_iter().map(|line| (line.id, line.attributions)).collect();
    let texts = read_json_lines::<Text>(&folder.join("docs.jsonl"))?;
    let articles: Vec<Article> = texts
        .into_iter()
        .filter_map(|Text { id, text }| {
            let clauses = gold.remove(&id)?;
            let relations = clauses.into_iter().filter_map(Clause::relation).collect();
            let chars = Chars::new(&text);
            Some(Article { name: id, text, chars, relations, marked: Marked::Clauses })
        })
        .collect();
    if articles.is_empty() {
        return Err(Error::NoArticles(folder.to_owned()));
    }
    Ok(articles)
}

impl Clause {
    /// The clause as a relation. Of a source that is mentioned twice ("Moreau, … he said") the mention beside the cue
    /// counts.
    fn relation(self) -> Option<Relation> {
        let Clause { mut source, mut cue, mut content } = self;
        for spans in [&mut source, &mut cue, &mut content] {
            spans.sort_unstable();
        }
        let from = cue.first().or(content.first())?.0;
        let distance = |span: &&CharSpan| span.0.abs_diff(from);
        let source = source.iter().min_by_key(distance).copied().into_iter().collect();
        (!content.is_empty()).then_some(Relation { source, cue, content })
    }
}
