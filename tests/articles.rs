//! The share of quotations in `tests/articles` whose speaker is right. The README there describes the files.
#![cfg(feature = "serde")]

mod speaker_names;

use std::fs;
use std::path::Path;

use serde::Deserialize;
use speaker_names::normalized;
use whosaid::{Analysis, Attributor};

/// Folders of articles, with the number of articles and the least share of right speakers, just under the measured one. From
/// the errors in the second folder nothing was mended.
const FOLDERS: [(&str, usize, f64); 2] =
    [("tests/articles", 37, 0.92), ("tests/articles/unmended", 15, 0.75)];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Article {
    text: String,
    quotations: Vec<Annotated>,
}

/// A quotation with its marks, and the name of its speaker if it has one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Annotated {
    text: String,
    speaker: Option<String>,
}

/// How many speakers there are and how many are right; `spoken` leaves out quotations without a speaker.
#[derive(Default)]
struct Score {
    all: usize,
    right: usize,
    spoken: usize,
    spoken_right: usize,
}

#[test]
fn most_speakers_are_right() {
    for (folder, count, least_right) in FOLDERS {
        let articles = load(folder);
        assert_eq!(articles.len(), count, "{folder}");
        let (mut score, mut wrong) = (Score::default(), Vec::new());
        for (name, article) in &articles {
            let analysis = Attributor::default().attribute(&article.text);
            let mistakes = mistakes(article, &analysis, &mut score);
            wrong.extend(mistakes.into_iter().map(|it| format!("{name}: {it}")));
        }
        let Score { all, right, spoken, spoken_right } = score;
        let summary =
            format!("{folder}: {right} of {all} right; of those with a speaker, {spoken_right} of {spoken}");
        if std::env::var_os("SHOW").is_some() {
            println!("{}\n{summary}", wrong.join("\n"));
        }
        assert!(right as f64 >= least_right * all as f64, "{}\n{summary}", wrong.join("\n"));
    }
}

/// Compares an answer with the annotation, adds to `score` and returns a line for every mistake.
///
/// An outermost quotation that is not annotated counts as one more wrong answer.
fn mistakes(article: &Article, analysis: &Analysis<'_>, score: &mut Score) -> Vec<String> {
    let mut lines = Vec::new();
    let mut found: Vec<_> = analysis.quotations().collect();
    for annotated in &article.quotations {
        let expected = annotated.speaker.as_deref().map(normalized);
        let at = found.iter().position(|it| it.text() == annotated.text);
        let quotation = at.map(|at| found.remove(at));
        let got = quotation.as_ref().and_then(|it| it.speaker()).map(|it| normalized(it.name()));
        let right = quotation.is_some() && expected == got;
        score.all += 1;
        score.right += usize::from(right);
        score.spoken += usize::from(expected.is_some());
        score.spoken_right += usize::from(right && expected.is_some());
        if !right {
            let rule = quotation.and_then(|it| it.attribution()).map(|it| it.rule().to_string());
            lines.push(format!("{:?}: expected {expected:?}, got {got:?} ({rule:?})", annotated.text));
        }
    }
    for quotation in found.iter().filter(|it| it.parent().is_none()) {
        score.all += 1;
        lines.push(format!("{:?}: not annotated", quotation.text()));
    }
    lines
}

/// Reads all articles of a folder, in the order of their names.
fn load(folder: &str) -> Vec<(String, Article)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).expect("the folder of articles can be read");
    let mut articles: Vec<_> = entries
        .map(|entry| entry.expect("an entry of the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|it| it == "toml"))
        .map(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let toml = fs::read_to_string(&path).expect("an article is UTF-8");
            match toml::from_str(&toml) {
                Ok(article) => (name, article),
                Err(error) => panic!("{name}.toml: {error}"),
            }
        })
        .collect();
    articles.sort_by(|(a, _), (b, _)| a.cmp(b));
    articles
}
