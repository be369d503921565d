//! Reads a split of PolNeAR: texts, their brat standoff annotations, and who their sources are.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::chars::{overlap, CharSet, CharSpan, Chars};
use crate::error::{read, read_json_lines, Error};
use crate::names;

/// One annotated text.
pub struct Article {
    pub name: String,
    pub text: String,
    pub chars: Chars,
    pub relations: Vec<Relation>,
}

/// One attribution of the gold standard: sorted spans, some content.
#[derive(Debug, Default)]
pub struct Relation {
    pub source: Vec<CharSpan>,
    pub cue: Vec<CharSpan>,
    pub content: Vec<CharSpan>,
}

impl Relation {
    fn role(&mut self, name: &str) -> Option<&mut Vec<CharSpan>> {
        match name.trim_end_matches(|char: char| char.is_ascii_digit()).to_lowercase().as_str() {
            "source" => Some(&mut self.source),
            "cue" => Some(&mut self.cue),
            "content" => Some(&mut self.content),
            _ => None,
        }
    }

    fn sorted(mut self) -> Self {
        [&mut self.source, &mut self.cue, &mut self.content]
            .into_iter()
            .for_each(|spans| spans.sort_unstable());
        self
    }
}

impl Article {
    /// Whether a source, or the name of a speaker, is that of an annotated attribution: the spans overlap
    /// or a proper name is shared.
    pub fn same_source(&self, gold: &Relation, source: Option<CharSpan>, speaker: Option<&str>) -> bool {
        if source.is_some_and(|source| gold.source.iter().any(|&span| overlap(source, span))) {
            return true;
        }
        let gold_names = names::proper(&self.chars.join(&gold.source, " "));
        let source = source.map(|source| self.chars.slice(source));
        let written = source.as_deref().into_iter().chain(speaker);
        written.flat_map(names::proper).any(|name| gold_names.contains(&name))
    }
}

/// The first of the annotated attributions that cover most of a segment, and the share it covers;
/// `contents` are the characters of each.
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

/// The articles of `text/` that somebody annotated; of several annotators the first by name counts.
pub fn read_split(folder: &Path) -> Result<Vec<Article>, Error> {
    let (texts, annotations) = (folder.join("text"), folder.join("attributions"));
    let annotated = files(&annotations, ".ann")?;
    let mut articles = Vec::new();
    for file in files(&texts, ".txt")? {
        let name = file.strip_suffix(".txt").unwrap_or(&file);
        let prefix = format!("{name}_");
        let Some(first) = annotated.iter().find(|file| file.starts_with(&prefix)) else { continue };
        let text = read(&texts.join(&file))?;
        let relations = read_relations(&annotations.join(first))?;
        articles.push(Article { name: name.to_owned(), chars: Chars::new(&text), text, relations });
    }
    if articles.is_empty() {
        return Err(Error::NoArticles(folder.to_owned()));
    }
    Ok(articles)
}

/// The names of the files in `folder` that end in `suffix`, sorted.
fn files(folder: &Path, suffix: &str) -> Result<Vec<String>, Error> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::at(folder))? {
        let name = entry.map_err(Error::at(folder))?.file_name();
        names.extend(name.into_string().ok().filter(|name| name.ends_with(suffix) && !name.starts_with('.')));
    }
    names.sort_unstable();
    Ok(names)
}

fn read_relations(path: &Path) -> Result<Vec<Relation>, Error> {
    let content = read(path)?;
    let mut units = HashMap::new();
    let mut events = Vec::new();
    for (at, line) in content.lines().enumerate() {
        let fault = |problem: &str| Error::line(path, at + 1, problem);
        let Some((key, rest)) = line.split_once('\t') else { continue };
        if key.starts_with('T') {
            units.insert(key, read_unit(rest).ok_or_else(|| fault("expected a label and spans"))?);
        } else if key.starts_with('E') {
            events.push(read_event(rest).ok_or_else(|| fault("expected role:unit pairs"))?);
        }
    }
    // Only now: an event may refer to a unit that a later line defines.
    let relations = events.into_iter().map(|event| relation(&event, &units));
    Ok(relations.filter(|relation| !relation.content.is_empty()).collect())
}

/// `Label start end;start end<tab>words`: the spans.
fn read_unit(rest: &str) -> Option<Vec<CharSpan>> {
    let (label_and_spans, _words) = rest.split_once('\t').unwrap_or((rest, ""));
    let (_label, spans) = label_and_spans.split_once(' ')?;
    spans.split(';').map(read_span).collect()
}

fn read_span(span: &str) -> Option<CharSpan> {
    let mut bounds = span.split_whitespace().map(str::parse);
    match (bounds.next(), bounds.next(), bounds.next()) {
        (Some(Ok(start)), Some(Ok(end)), None) => Some((start, end)),
        _ => None,
    }
}

/// `Role:unit Role:unit`: the pairs.
fn read_event(rest: &str) -> Option<Vec<(&str, &str)>> {
    rest.split_whitespace().map(|pair| pair.split_once(':')).collect()
}

fn relation(event: &[(&str, &str)], units: &HashMap<&str, Vec<CharSpan>>) -> Relation {
    let mut relation = Relation::default();
    for &(role, unit) in event {
        if let (Some(spans), Some(unit)) = (relation.role(role), units.get(unit)) {
            spans.extend(unit);
        }
    }
    relation.sorted()
}

/// Whom a source means.
#[derive(Debug, Deserialize)]
pub struct GoldName {
    doc: String,
    source: CharSpan,
    name: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
}

impl GoldName {
    /// The fullest name, if the text has one for whom the source means.
    pub fn full(&self) -> Option<&str> {
        self.name.as_deref().filter(|name| !name.is_empty())
    }

    pub fn aliases(&self) -> impl Iterator<Item = &str> {
        self.aliases.iter().map(String::as_str)
    }
}

/// The names that a file gives, by article and source.
#[derive(Default)]
pub struct GoldNames(HashMap<String, HashMap<CharSpan, GoldName>>);

impl GoldNames {
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

    /// The name behind the first span of a source.
    pub fn get(&self, article: &str, source: &[CharSpan]) -> Option<&GoldName> {
        self.0.get(article)?.get(source.first()?)
    }
}
