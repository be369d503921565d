//! Small texts of our own whose answers tests check: the cases of `tests/spec`.
//!
//! A corpus of one kind of text teaches nothing of what it lacks. News has few lines of the form "Ann Wu: “Q.”", and weights
//! fitted to news alone leave them unanswered; the cases have many. Every case holds with the weights of the library, so
//! the answers that these choose are the right ones.

use std::path::Path;

use serde::Deserialize;
use whosaid::training::{choices, Target};

use super::answers::{most_probable, within_bounds};
use super::features::Features;
use super::problem::Problem;
use crate::error::Error;
use crate::files::{read_text, sorted_paths};

/// A file of cases. The fields that tests check are left out.
#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
}

/// The texts of all cases of a folder, those in its folders too, in the order of their paths.
pub fn read(folder: &Path) -> Result<Vec<String>, Error> {
    let mut texts = Vec::new();
    for path in sorted_paths(folder)? {
        if path.is_dir() {
            texts.extend(read(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let content = read_text(&path)?;
            let file: File = toml::from_str(&content).map_err(|cause| Error::line(&path, 1, cause))?;
            texts.extend(file.case.into_iter().map(|case| case.text));
        }
    }
    Ok(texts)
}

/// The choices between the sources of the quotations of a text, as the library answers them.
pub fn problems(text: &str, weight: f64, features: &mut Features) -> Vec<Problem> {
    let mut problems = Vec::new();
    choices(text, |choice| {
        let all: Vec<f32> = choice.answers.iter().map(|answer| answer.probability).collect();
        if choice.decides != Target::Link {
            return most_probable(&all);
        }
        let answer = within_bounds(&choice, &all);
        problems.push(Problem { weight, ..Problem::new(choice, vec![answer], features) });
        answer
    });
    problems
}
