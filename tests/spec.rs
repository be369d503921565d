//! Runs the cases of `tests/spec`, whose README describes their format.
#![cfg(feature = "serde")]

mod attributions;
mod invariants;
mod rule_names;
mod speaker_names;
mod spec_files;

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use serde::Deserialize;
use speaker_names::normalized;
use whosaid::{Analysis, Attributor, SpeakerKind};

/// Lower bounds on the number of cases, so that none is lost unnoticed.
const MIN_CASES: usize = 1061;
const MIN_CASES_PER_RULE: usize = 3;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    /// `None` if the case does not check quotations.
    quotations: Option<Vec<ExpectedQuotation>>,
    /// `None` if the case does not check attributions; empty if the text must have none.
    attributions: Option<Vec<attributions::Expected>>,
    #[serde(default)]
    speakers: Vec<ExpectedSpeaker>,
    #[serde(default)]
    only: Scope,
    /// Whether the caller asks for the statements within others.
    #[serde(default)]
    nested_statements: bool,
}

impl Case {
    fn quotations(&self) -> &[ExpectedQuotation] {
        self.quotations.as_deref().unwrap_or_default()
    }
}

/// The part of the answer that a case checks.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Default)]
#[serde(rename_all = "lowercase")]
enum Scope {
    #[default]
    Everything,
    Spans,
    Outermost,
    Invariants,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedQuotation {
    text: String,
    speaker: Option<String>,
    cue: Option<String>,
    source: Option<String>,
    rule: Option<String>,
    parent: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedSpeaker {
    name: String,
    #[serde(default)]
    titles: Vec<String>,
    kind: Option<SpeakerKind>,
}

/// A quotation of the answer in the form in which it is compared.
struct ActualQuotation {
    text: String,
    parent: Option<String>,
    speaker: Option<String>,
    cue: Option<String>,
    source: Option<String>,
    rule: Option<String>,
}

#[test]
fn every_case_holds() {
    let filter = std::env::var("SPEC").unwrap_or_default();
    let (mut ran, mut failed, mut report) = (0, 0, String::new());
    for (file, cases) in &load() {
        for case in cases {
            if !file.contains(&filter) && !case.name.contains(&filter) {
                continue;
            }
            ran += 1;
            let mismatches = match defect(case) {
                Some(defect) => vec![format!("broken case: {defect}")],
                None => run(case),
            };
            if !mismatches.is_empty() {
                failed += 1;
                let _ = writeln!(report, "\n{file}: {}\n    {:?}", case.name, case.text);
                for mismatch in mismatches {
                    let _ = writeln!(report, "  {mismatch}");
                }
            }
        }
    }
    assert!(ran > 0, "the name of no file and no case contains {filter:?}");
    assert!(failed == 0, "{report}\n{failed} of {ran} cases failed");
}

#[test]
fn no_case_is_lost() {
    let count: usize = load().iter().map(|(_, cases)| cases.len()).sum();
    assert!(count >= MIN_CASES, "found {count} cases, expected at least {MIN_CASES}");
}

#[test]
fn case_names_are_unique_in_their_file() {
    for (file, cases) in load() {
        let mut names = HashSet::new();
        for case in &cases {
            assert!(names.insert(&case.name), "{file}: two cases are named {:?}", case.name);
        }
    }
}

#[test]
fn every_rule_has_a_file_of_its_name() {
    let files = load();
    let mut counts: HashMap<&str, usize> =
        files.iter().filter_map(|(file, cases)| Some((file.strip_prefix("rules/")?, cases.len()))).collect();
    let rules = rule_names::all();
    assert!(!rules.is_empty(), "the library has no rules");
    for rule in rules {
        let file = rule.replace('-', "_");
        let count = counts.remove(file.as_str()).unwrap_or(0);
        assert!(
            count >= MIN_CASES_PER_RULE,
            "tests/spec/rules/{file}.toml has {count} cases, expected at least {MIN_CASES_PER_RULE}"
        );
    }
    assert!(counts.is_empty(), "files of tests/spec/rules that no rule is named after: {counts:?}");
}

/// Reads the cases of all files.
fn load() -> Vec<(String, Vec<Case>)> {
    let files = spec_files::read_all().into_iter();
    files
        .map(|file| match toml::from_str::<File>(&file.toml) {
            Ok(parsed) => (file.name, parsed.case),
            Err(error) => panic!("{}.toml: {error}", file.name),
        })
        .collect()
}

/// Returns the reason why no answer can satisfy `case`, if there is one.
fn defect(case: &Case) -> Option<String> {
    let checks_no_list = case.quotations.is_none() && case.attributions.is_none();
    if checks_no_list != (case.only == Scope::Invariants) {
        return Some("a case must list quotations or attributions, or check only invariants".to_owned());
    }
    if let Some(defect) = attributions::defect(&case.text, case.attributions.as_deref().unwrap_or_default()) {
        return Some(defect);
    }
    let quotations = case.quotations();
    let mut from = 0;
    let mut starts: Vec<usize> = Vec::new();
    for (index, quotation) in quotations.iter().enumerate() {
        let Some(at) = case.text[from..].find(&quotation.text) else {
            return Some(format!("{:?} does not occur, or not in this order", quotation.text));
        };
        let start = from + at;
        let Some(first) = quotation.text.chars().next() else {
            return Some("a quotation without text".to_owned());
        };
        from = start + first.len_utf8();
        if let Some(parent) = quotation.parent {
            let Some(outer) = quotations[..index].get(parent) else {
                return Some(format!("{:?}: its parent must precede it", quotation.text));
            };
            if start + quotation.text.len() > starts[parent] + outer.text.len() {
                return Some(format!("{:?} is not inside {:?}", quotation.text, outer.text));
            }
        }
        for passage in [&quotation.cue, &quotation.source].into_iter().flatten() {
            if !case.text.contains(passage.as_str()) {
                return Some(format!("{passage:?} does not occur"));
            }
        }
        starts.push(start);
    }
    None
}

/// Returns a description of every difference between `case` and the answer to its text.
fn run(case: &Case) -> Vec<String> {
    let builder = Attributor::builder().nested_statements(case.nested_statements);
    let attributor = match builder.build() {
        Ok(attributor) => attributor,
        Err(error) => return vec![error.to_string()],
    };
    let analysis = match invariants::answer(&attributor, &case.text) {
        Ok(analysis) => analysis,
        Err(error) => return vec![format!("invariant: {error}")],
    };
    if case.only == Scope::Invariants {
        return Vec::new();
    }

    let mut mismatches = Vec::new();
    if let Some(expected) = &case.quotations {
        compare_quotations(case, expected, &analysis, &mut mismatches);
    }
    if let Some(expected) = &case.attributions {
        attributions::compare(&case.text, expected, &analysis, &mut mismatches);
    }
    if case.only == Scope::Everything {
        compare_speakers(case, &analysis, &mut mismatches);
    }
    mismatches
}

fn compare_quotations(
    case: &Case,
    expected: &[ExpectedQuotation],
    analysis: &Analysis<'_>,
    mismatches: &mut Vec<String>,
) {
    let mut actual: Vec<ActualQuotation> = analysis
        .quotations()
        .map(|quotation| {
            let attribution = quotation.attribution();
            ActualQuotation {
                text: quotation.text().to_owned(),
                parent: quotation.parent().map(|parent| parent.text().to_owned()),
                speaker: quotation.speaker().map(|speaker| speaker.name().to_owned()),
                cue: attribution.and_then(|it| Some(it.cue()?.text().to_owned())),
                source: attribution.and_then(|it| Some(it.source()?.text().to_owned())),
                rule: attribution.map(|it| it.rule().to_string()),
            }
        })
        .collect();
    if case.only == Scope::Outermost {
        actual.retain(|quotation| quotation.parent.is_none());
    }

    let expected_texts: Vec<&str> = expected.iter().map(|it| it.text.as_str()).collect();
    let actual_texts: Vec<&str> = actual.iter().map(|it| it.text.as_str()).collect();
    if expected_texts != actual_texts {
        mismatches.push(format!(
            "quotations: expected {expected_texts:?}\n                   got {actual_texts:?}"
        ));
        return;
    }
    for (expected, actual) in expected.iter().zip(&actual) {
        compare_quotation(case, expected, actual, mismatches);
    }
}

fn compare_quotation(
    case: &Case,
    expected: &ExpectedQuotation,
    actual: &ActualQuotation,
    mismatches: &mut Vec<String>,
) {
    let mut compare_names = |what: &str, expected: Option<&str>, got: Option<&str>| {
        if expected.map(normalized) != got.map(normalized) {
            let rule = actual.rule.as_deref().unwrap_or("no rule");
            mismatches
                .push(format!("{what} of {:?}: expected {expected:?}, got {got:?} ({rule})", actual.text));
        }
    };

    let parent = expected.parent.map(|index| case.quotations()[index].text.as_str());
    compare_names("parent", parent, actual.parent.as_deref());
    if case.only == Scope::Spans {
        return;
    }
    if expected.speaker.is_some() || expected.parent.is_none() {
        compare_names("speaker", expected.speaker.as_deref(), actual.speaker.as_deref());
    }
    for (what, expected, got) in [
        ("cue", &expected.cue, &actual.cue),
        ("source", &expected.source, &actual.source),
        ("rule", &expected.rule, &actual.rule),
    ] {
        if expected.is_some() && expected != got {
            mismatches.push(format!("{what} of {:?}: expected {expected:?}, got {got:?}", actual.text));
        }
    }
}

fn compare_speakers(case: &Case, analysis: &Analysis<'_>, mismatches: &mut Vec<String>) {
    for expected in &case.speakers {
        let name = normalized(&expected.name);
        let Some(speaker) = analysis.speakers().find(|it| normalized(it.name()) == name) else {
            let got: Vec<_> = analysis.speakers().map(|it| it.name().to_owned()).collect();
            mismatches.push(format!("speaker {:?} is not among {got:?}", expected.name));
            continue;
        };
        for title in &expected.titles {
            let got: Vec<_> = speaker.titles().collect();
            if !got.iter().any(|it| normalized(it) == normalized(title)) {
                mismatches.push(format!("title {title:?} of {name:?} is not among {got:?}"));
            }
        }
        if let Some(kind) = expected.kind {
            if speaker.kind() != kind {
                mismatches.push(format!("kind of {name:?}: expected {kind:?}, got {:?}", speaker.kind()));
            }
        }
    }
}
