//! Reads brat standoff annotations.

use std::collections::HashMap;
use std::path::Path;

use super::chars::CharSpan;
use crate::error::Error;
use crate::files::read_text;

/// One annotated attribution. The spans are sorted, and there is at least one span of content.
#[derive(Debug, Default)]
pub struct Relation {
    pub source: Vec<CharSpan>,
    pub cue: Vec<CharSpan>,
    pub content: Vec<CharSpan>,
}

impl Relation {
    fn new(event: &[(&str, &str)], units: &HashMap<&str, Vec<CharSpan>>) -> Relation {
        let mut relation = Relation::default();
        for &(role, unit) in event {
            if let (Some(spans), Some(unit)) = (relation.spans_mut(role), units.get(unit)) {
                spans.extend(unit);
            }
        }
        for spans in [&mut relation.source, &mut relation.cue, &mut relation.content] {
            spans.sort_unstable();
        }
        relation
    }

    /// The spans of a role such as `Source` or `Source2`; `None` for other roles.
    fn spans_mut(&mut self, role: &str) -> Option<&mut Vec<CharSpan>> {
        match role.trim_end_matches(|char: char| char.is_ascii_digit()).to_lowercase().as_str() {
            "source" => Some(&mut self.source),
            "cue" => Some(&mut self.cue),
            "content" => Some(&mut self.content),
            _ => None,
        }
    }
}

/// Reads the attributions of an `.ann` file that have content.
pub fn read_relations(path: &Path) -> Result<Vec<Relation>, Error> {
    let content = read_text(path)?;
    let mut units = HashMap::new();
    let mut events = Vec::new();
    for (at, line) in content.lines().enumerate() {
        let error = |problem: &str| Error::line(path, at + 1, problem);
        let Some((key, rest)) = line.split_once('\t') else { continue };
        if key.starts_with('T') {
            units.insert(key, parse_unit(rest).ok_or_else(|| error("expected a label and spans"))?);
        } else if key.starts_with('E') {
            events.push(parse_event(rest).ok_or_else(|| error("expected role:unit pairs"))?);
        }
    }
    // An event may refer to a unit that a later line defines, so events are resolved last.
    let relations = events.iter().map(|event| Relation::new(event, &units));
    Ok(relations.filter(|relation| !relation.content.is_empty()).collect())
}

/// Parses the spans of `Label start end;start end<tab>text`.
fn parse_unit(rest: &str) -> Option<Vec<CharSpan>> {
    let (label_and_spans, _text) = rest.split_once('\t').unwrap_or((rest, ""));
    let (_label, spans) = label_and_spans.split_once(' ')?;
    spans.split(';').map(parse_span).collect()
}

fn parse_span(span: &str) -> Option<CharSpan> {
    let mut bounds = span.split_whitespace().map(str::parse);
    match (bounds.next(), bounds.next(), bounds.next()) {
        (Some(Ok(start)), Some(Ok(end)), None) => Some((start, end)),
        _ => None,
    }
}

/// Parses the pairs of `Role:unit Role:unit`.
fn parse_event(rest: &str) -> Option<Vec<(&str, &str)>> {
    rest.split_whitespace().map(|pair| pair.split_once(':')).collect()
}
