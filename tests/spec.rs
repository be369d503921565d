//! Runs the cases of `tests/spec/*.toml`; the README there says what they mean.

mod attributions;
mod invariants;

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use whosaid::{Analysis, Attributor, SpeakerKind};

/// With fewer cases than these, some were lost on the way.
const FEWEST_CASES: usize = 500;

const ARTICLES: [&str; 3] = ["the ", "a ", "an "];

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
    /// Left out where the case says nothing about quotations.
    quotations: Option<Vec<Expected>>,
    /// Left out where the case says nothing about attributions; empty where there are none.
    attributions: Option<Vec<attributions::Expected>>,
    #[serde(default)]
    speakers: Vec<ExpectedSpeaker>,
    #[serde(default)]
    only: Scope,
}

impl Case {
    fn quotations(&self) -> &[Expected] {
        self.quotations.as_deref().unwrap_or_default()
    }
}

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
struct Expected {
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

/// What came for one quotation.
struct Answer {
    text: String,
    parent: Option<String>,
    speaker: Option<String>,
    cue: Option<String>,
    source: Option<String>,
    rule: Option<String>,
}

#[test]
fn every_case_holds() {
    let wanted = std::env::var("SPEC").unwrap_or_default();
    let files = load();
    let in_all: usize = files.iter().map(|(_, file)| file.case.len()).sum();
    assert!(in_all >= FEWEST_CASES, "found {in_all} cases, expected {FEWEST_CASES} at least");

    let (mut ran, mut failed, mut report) = (0, 0, String::new());
    for (stem, file) in &files {
        let mut names = HashSet::new();
        for case in &file.case {
            assert!(names.insert(&case.name), "{stem}: two cases are called {:?}", case.name);
            if !stem.contains(&wanted) && !case.name.contains(&wanted) {
                continue;
            }
            ran += 1;
            let complaints = match defect(case) {
                Some(defect) => vec![format!("broken case: {defect}")],
                None => run(case),
            };
            if !complaints.is_empty() {
                failed += 1;
                let _ = writeln!(report, "\n{stem}: {}\n    {:?}", case.name, case.text);
                for complaint in complaints {
                    let _ = writeln!(report, "  {complaint}");
                }
            }
        }
    }
    assert!(ran > 0, "no file and no case has {wanted:?} in its name");
    assert!(failed == 0, "{report}\n{failed} of {ran} cases failed");
}

fn load() -> Vec<(String, File)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .expect("tests/spec is a folder")
        .map(|entry| entry.expect("an entry of tests/spec can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let toml = fs::read_to_string(path).expect("a case file is UTF-8");
            let file = toml::from_str(&toml).unwrap_or_else(|error| panic!("{stem}.toml: {error}"));
            (stem, file)
        })
        .collect()
}

/// Why no answer could ever satisfy `case`.
fn defect(case: &Case) -> Option<String> {
    let promises_nothing = case.quotations.is_none() && case.attributions.is_none();
    if promises_nothing != (case.only == Scope::Invariants) {
        return Some("only a case of nothing but invariants leaves out what is said".to_owned());
    }
    if let Some(defect) = attributions::defect(&case.text, case.attributions.as_deref().unwrap_or_default()) {
        return Some(defect);
    }
    let quotations = case.quotations();
    let mut from = 0;
    let mut starts: Vec<usize> = Vec::new();
    for (index, quotation) in quotations.iter().enumerate() {
        let Some(at) = case.text[from..].find(&quotation.text) else {
            return Some(format!("{:?} does not occur where it should", quotation.text));
        };
        let start = from + at;
        let Some(first) = quotation.text.chars().next() else {
            return Some("a quotation without text".to_owned());
        };
        from = start + first.len_utf8();
        if let Some(parent) = quotation.parent {
            let Some(outer) = quotations[..index].get(parent) else {
                return Some(format!("{:?}: its parent must come before it", quotation.text));
            };
            if start + quotation.text.len() > starts[parent] + outer.text.len() {
                return Some(format!("{:?} is not inside {:?}", quotation.text, outer.text));
            }
        }
        for words in [&quotation.cue, &quotation.source].into_iter().flatten() {
            if !case.text.contains(words.as_str()) {
                return Some(format!("{words:?} does not occur"));
            }
        }
        starts.push(start);
    }
    None
}

fn run(case: &Case) -> Vec<String> {
    let analysis = match invariants::answer(&Attributor::default(), &case.text) {
        Ok(analysis) => analysis,
        Err(error) => return vec![format!("invariant: {error}")],
    };
    if case.only == Scope::Invariants {
        return Vec::new();
    }

    let mut complaints = Vec::new();
    if let Some(expected) = &case.quotations {
        compare_quotations(case, expected, &analysis, &mut complaints);
    }
    if let Some(expected) = &case.attributions {
        attributions::compare(&case.text, expected, &analysis, &mut complaints);
    }
    if case.only == Scope::Everything {
        compare_speakers(case, &analysis, &mut complaints);
    }
    complaints
}

fn compare_quotations(
    case: &Case,
    expected: &[Expected],
    analysis: &Analysis<'_>,
    complaints: &mut Vec<String>,
) {
    let mut answers: Vec<Answer> = analysis
        .quotations()
        .map(|quotation| {
            let attribution = quotation.attribution();
            Answer {
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
        answers.retain(|answer| answer.parent.is_none());
    }

    let texts: Vec<&str> = expected.iter().map(|it| it.text.as_str()).collect();
    let got: Vec<&str> = answers.iter().map(|it| it.text.as_str()).collect();
    if texts != got {
        complaints.push(format!("quotations: expected {texts:?}\n                   got {got:?}"));
        return;
    }
    for (expected, answer) in expected.iter().zip(&answers) {
        compare(case, expected, answer, complaints);
    }
}

fn compare(case: &Case, expected: &Expected, answer: &Answer, complaints: &mut Vec<String>) {
    let mut compared = |what: &str, expected: Option<&str>, got: Option<&str>| {
        if expected.map(comparable) != got.map(comparable) {
            let rule = answer.rule.as_deref().unwrap_or("no rule");
            complaints
                .push(format!("{what} of {:?}: expected {expected:?}, got {got:?} ({rule})", answer.text));
        }
    };

    let parent = expected.parent.map(|index| case.quotations()[index].text.as_str());
    compared("parent", parent, answer.parent.as_deref());
    if case.only == Scope::Spans {
        return;
    }
    if expected.speaker.is_some() || expected.parent.is_none() {
        compared("speaker", expected.speaker.as_deref(), answer.speaker.as_deref());
    }
    for (what, expected, got) in [
        ("cue", &expected.cue, &answer.cue),
        ("source", &expected.source, &answer.source),
        ("rule", &expected.rule, &answer.rule),
    ] {
        if expected.is_some() && expected != got {
            complaints.push(format!("{what} of {:?}: expected {expected:?}, got {got:?}", answer.text));
        }
    }
}

fn compare_speakers(case: &Case, analysis: &Analysis<'_>, complaints: &mut Vec<String>) {
    for expected in &case.speakers {
        let name = comparable(&expected.name);
        let Some(speaker) = analysis.speakers().find(|it| comparable(it.name()) == name) else {
            let got: Vec<_> = analysis.speakers().map(|it| it.name().to_owned()).collect();
            complaints.push(format!("speaker {:?} is not among {got:?}", expected.name));
            continue;
        };
        for title in &expected.titles {
            let got: Vec<_> = speaker.titles().collect();
            if !got.iter().any(|it| comparable(it) == comparable(title)) {
                complaints.push(format!("title {title:?} of {name:?} is not among {got:?}"));
            }
        }
        if let Some(kind) = expected.kind {
            if speaker.kind() != kind {
                complaints.push(format!("kind of {name:?}: expected {kind:?}, got {:?}", speaker.kind()));
            }
        }
    }
}

/// A name as it is compared: without a leading article, one space for any white space.
fn comparable(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let article =
        ARTICLES.iter().find(|it| name.get(..it.len()).is_some_and(|start| start.eq_ignore_ascii_case(it)));
    name[article.map_or(0, |it| it.len())..].to_owned()
}
