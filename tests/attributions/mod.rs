//! What a case promises about attributions: who says what, within quotation marks or without.

use serde::Deserialize;
use whosaid::{Analysis, Attribution, AttributionKind, Linked, Passage};

use super::comparable;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    kind: AttributionKind,
    content: Vec<String>,
    cue: Option<String>,
    source: Option<String>,
    speaker: Option<String>,
    rule: Option<String>,
}

/// Why no answer to `text` could ever satisfy `expected`.
pub fn defect(text: &str, expected: &[Expected]) -> Option<String> {
    expected.iter().find_map(|attribution| {
        if attribution.content.iter().all(String::is_empty) {
            return Some("an attribution without content".to_owned());
        }
        let mut rest = text;
        for part in &attribution.content {
            let Some(at) = rest.find(part.as_str()) else {
                return Some(format!("{part:?} does not occur where it should"));
            };
            rest = &rest[at + part.len()..];
        }
        let mut words = [&attribution.cue, &attribution.source].into_iter().flatten();
        words.find(|it| !text.contains(it.as_str())).map(|it| format!("{it:?} does not occur"))
    })
}

/// Complains of every promise that `analysis` breaks.
pub fn compare(text: &str, expected: &[Expected], analysis: &Analysis<'_>, complaints: &mut Vec<String>) {
    let answers: Vec<_> =
        analysis.attributions().filter(|answer| is_compared(answer.kind(), expected)).collect();
    let same = expected.len() == answers.len()
        && expected.iter().zip(&answers).all(|(expected, answer)| expected.content == content(text, answer));
    if !same {
        let expected: Vec<_> = expected.iter().map(|it| &it.content).collect();
        let answers: Vec<_> = analysis.attributions().map(|answer| shown(text, &answer)).collect();
        complaints
            .push(format!("contents: expected {expected:?}\n                 got [{}]", answers.join("; ")));
        return;
    }
    for (expected, answer) in expected.iter().zip(&answers) {
        compare_one(text, expected, *answer, complaints);
    }
}

/// Whether a list says anything about attributions of a kind; an empty one does about all.
fn is_compared(kind: AttributionKind, expected: &[Expected]) -> bool {
    expected.is_empty() || kind == AttributionKind::Indirect || expected.iter().any(|it| it.kind == kind)
}

fn compare_one(
    text: &str,
    expected: &Expected,
    answer: Linked<'_, '_, Attribution<'_>>,
    complaints: &mut Vec<String>,
) {
    let mut broken = |what: &str, expected: &str, got: &str| {
        let answer = shown(text, &answer);
        complaints.push(format!("{what}: expected {expected:?}, got {got:?} of {answer}"));
    };
    if expected.kind != answer.kind() {
        broken("kind", &format!("{:?}", expected.kind), &format!("{:?}", answer.kind()));
    }
    let speaker = answer.speaker().map_or(String::new(), |speaker| comparable(speaker.name()));
    for (what, expected, got) in [
        ("cue", expected.cue.clone(), words(answer.cue()).to_owned()),
        ("source", expected.source.clone(), words(answer.source()).to_owned()),
        ("speaker", expected.speaker.as_deref().map(comparable), speaker),
        ("rule", expected.rule.clone(), answer.rule().to_string()),
    ] {
        if let Some(expected) = expected.filter(|expected| *expected != got) {
            broken(what, &expected, &got);
        }
    }
}

fn words<'a>(passage: Option<&'a Passage<'_>>) -> &'a str {
    passage.map_or("", |passage| passage.text())
}

fn content<'t>(text: &'t str, answer: &Attribution<'_>) -> Vec<&'t str> {
    answer.content().iter().map(|span| &text[span.range()]).collect()
}

/// An attribution as a reader of a complaint wants it: source, cue and content.
fn shown(text: &str, answer: &Attribution<'_>) -> String {
    let named = |passage, nothing| match words(passage) {
        "" => nothing,
        words => words,
    };
    let (source, cue) = (named(answer.source(), "nobody"), named(answer.cue(), "no cue"));
    format!("{:?} {:?} ({}: {source} / {cue})", answer.kind(), content(text, answer), answer.rule())
}
