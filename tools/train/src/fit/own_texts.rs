//! Small texts of our own with the answers that tests promise: the cases of `tests/spec`.
//!
//! A corpus of one kind of text teaches nothing of what it lacks. News has few lines of the form "Ann Wu: “Q.”", and weights
//! fitted to news alone leave them unanswered; the cases have many. A case that no weights satisfy yet teaches them.

use std::path::Path;

use serde::Deserialize;
use whosaid::training::{choices, Answer, Choice, Target};
use whosaid::{Genre, Span};

use super::answers::{most_probable, within_bounds};
use super::features::Features;
use super::problem::Problem;
use crate::error::Error;
use crate::files::{read_text, sorted_paths};

/// A file of cases. The fields that only tests check are left out.
#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

/// A text and what the case promises about its quotations.
#[derive(Deserialize)]
pub struct Case {
    text: String,
    #[serde(default)]
    quotations: Vec<Expected>,
}

/// A quotation with its marks, and as much of its attribution as the case promises. A speaker alone does not tell which of
/// its mentions is the source.
#[derive(Deserialize)]
struct Expected {
    text: String,
    cue: Option<String>,
    source: Option<String>,
}

/// All cases of a folder, those in its folders too, in the order of their paths.
pub fn read(folder: &Path) -> Result<Vec<Case>, Error> {
    let mut cases = Vec::new();
    for path in sorted_paths(folder)? {
        if path.is_dir() {
            cases.extend(read(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let content = read_text(&path)?;
            let file: File = toml::from_str(&content).map_err(|cause| Error::line(&path, 1, cause))?;
            cases.extend(file.case);
        }
    }
    Ok(cases)
}

/// The choices between the sources of the quotations of a case. Right is the answer of the library where it agrees with what
/// the case promises or the case promises too little to tell, else every answer that agrees. A dialogue is read as one, so
/// that its turns are not asked about.
pub fn problems(case: &Case, weight: f64, features: &mut Features) -> Vec<Problem> {
    let expected = case.by_position();
    let mut problems = Vec::new();
    choices(&case.text, Genre::Auto, |choice| {
        let all: Vec<f32> = choice.answers.iter().map(|answer| answer.probability).collect();
        if choice.decides != Target::Link {
            return most_probable(&all);
        }
        let by_library = within_bounds(&choice, &all);
        let promised = expected.iter().find(|(start, _)| *start == choice.about.start());
        let mut right = promised.map(|(_, expected)| expected.right(&case.text, &choice)).unwrap_or_default();
        if right.is_empty() || right.contains(&by_library) {
            right = vec![by_library];
        }
        let answer = right[0];
        problems.push(Problem { weight, ..Problem::new(choice, right, features) });
        answer
    });
    problems
}

impl Case {
    /// The quotations with the bytes where they start; in a case they are ordered by their opening marks.
    fn by_position(&self) -> Vec<(usize, &Expected)> {
        let mut from = 0;
        let mut position = |expected: &Expected| {
            let start = from + self.text.get(from..)?.find(&expected.text)?;
            from = start + expected.text.chars().next().map_or(0, char::len_utf8);
            Some(start)
        };
        self.quotations.iter().filter_map(|expected| Some((position(expected)?, expected))).collect()
    }
}

impl Expected {
    /// The answers with the source that is promised, and the cue; none where no source is promised or no answer has it.
    fn right(&self, text: &str, choice: &Choice) -> Vec<usize> {
        let Some(source) = self.source.as_deref() else { return Vec::new() };
        let agrees = |answer: &Answer| {
            let words = |span: Option<Span>| span.and_then(|span| span.of(text));
            let has_cue = || self.cue.as_deref().is_none_or(|cue| words(answer.cue) == Some(cue));
            words(answer.source) == Some(source) && has_cue()
        };
        (0..choice.answers.len()).filter(|&at| agrees(&choice.answers[at])).collect()
    }
}
