//! The attributions that a case of the specification promises, and their comparison with the answer.

use serde::Deserialize;
use whosaid::{Analysis, Attribution, AttributionKind, Linked, Passage};

use super::normalized;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    kind: AttributionKind,
    content: Vec<String>,
    cue: Option<String>,
    source: Option<String>,
    speaker: Option<String>,
    rule: Option<String>,
    /// The content of the attribution around it; `""` promises that there is none.
    parent: Option<String>,
}

/// Returns the reason why no answer to `text` can satisfy `expected`, if there is one.
pub fn defect(text: &str, expected: &[Expected]) -> Option<String> {
    expected.iter().find_map(|attribution| {
        if attribution.content.iter().all(String::is_empty) {
            return Some("an attribution without content".to_owned());
        }
        let mut rest = text;
        for part in &attribution.content {
            let Some(at) = rest.find(part.as_str()) else {
                return Some(format!("{part:?} does not occur, or not in this order"));
            };
            rest = &rest[at + part.len()..];
        }
        let mut passages = [&attribution.cue, &attribution.source].into_iter().flatten();
        passages.find(|it| !text.contains(it.as_str())).map(|it| format!("{it:?} does not occur"))
    })
}

/// Adds a description of every difference between `expected` and `analysis` to `mismatches`.
pub fn compare(text: &str, expected: &[Expected], analysis: &Analysis<'_>, mismatches: &mut Vec<String>) {
    let actual: Vec<_> = analysis.attributions().filter(|it| is_compared(it.kind(), expected)).collect();
    let same_contents = expected.len() == actual.len()
        && expected.iter().zip(&actual).all(|(expected, actual)| expected.content == content(text, actual));
    if !same_contents {
        let expected: Vec<_> = expected.iter().map(|it| &it.content).collect();
        let actual: Vec<_> = analysis.attributions().map(|it| summary(text, &it)).collect();
        mismatches
            .push(format!("contents: expected {expected:?}\n                 got [{}]", actual.join("; ")));
        return;
    }
    for (expected, actual) in expected.iter().zip(&actual) {
        compare_one(text, expected, *actual, mismatches);
    }
}

/// Returns whether a list checks attributions of this kind. An empty list checks all kinds.
fn is_compared(kind: AttributionKind, expected: &[Expected]) -> bool {
    expected.is_empty() || kind == AttributionKind::Indirect || expected.iter().any(|it| it.kind == kind)
}

fn compare_one(
    text: &str,
    expected: &Expected,
    actual: Linked<'_, '_, Attribution<'_>>,
    mismatches: &mut Vec<String>,
) {
    let mut report = |what: &str, expected: &str, got: &str| {
        let actual = summary(text, &actual);
        mismatches.push(format!("{what}: expected {expected:?}, got {got:?} in {actual}"));
    };
    if expected.kind != actual.kind() {
        report("kind", &format!("{:?}", expected.kind), &format!("{:?}", actual.kind()));
    }
    let speaker = actual.speaker().map_or(String::new(), |speaker| normalized(speaker.name()));
    let parent = actual.parent().map_or(String::new(), |parent| content(text, &parent).join(" "));
    for (what, expected, got) in [
        ("cue", expected.cue.clone(), passage_text(actual.cue()).to_owned()),
        ("source", expected.source.clone(), passage_text(actual.source()).to_owned()),
        ("speaker", expected.speaker.as_deref().map(normalized), speaker),
        ("rule", expected.rule.clone(), actual.rule().to_string()),
        ("parent", expected.parent.clone(), parent),
    ] {
        if let Some(expected) = expected.filter(|expected| *expected != got) {
            report(what, &expected, &got);
        }
    }
}

/// The text of a passage, empty for `None`.
fn passage_text<'a>(passage: Option<&'a Passage<'_>>) -> &'a str {
    passage.map_or("", |passage| passage.text())
}

fn content<'t>(text: &'t str, attribution: &Attribution<'_>) -> Vec<&'t str> {
    attribution.content().iter().map(|span| &text[span.range()]).collect()
}

/// Formats an attribution for a failure message: kind, content, rule, source and cue.
fn summary(text: &str, attribution: &Attribution<'_>) -> String {
    let or = |passage, default| match passage_text(passage) {
        "" => default,
        text => text,
    };
    let (source, cue) = (or(attribution.source(), "no source"), or(attribution.cue(), "no cue"));
    let content = content(text, attribution);
    format!("{:?} {content:?} ({}: {source} / {cue})", attribution.kind(), attribution.rule())
}
