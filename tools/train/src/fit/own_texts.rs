//! Small texts of our own whose answers tests check: the cases of `tests/spec`.
//!
//! A corpus of one kind of text teaches nothing of what it lacks. News has few lines of the form "Ann Wu: “Q.”", and weights
//! fitted to news alone leave them unanswered; the cases have many. Every case holds with the weights of the library, so
//! the answers that these choose are the right ones.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use whosaid::training::{choices, Target};

use super::answers::{most_probable, within_bounds};
use super::features::Features;
use super::problem::Problem;
use crate::error::Error;

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
    for path in sorted(folder)? {
        if path.is_dir() {
            texts.extend(read(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let content = fs::read_to_string(&path).map_err(Error::at(&path))?;
            let file: File = toml::from_str(&content).map_err(|cause| Error::line(&path, 1, cause))?;
            texts.extend(file.case.into_iter().map(|case| case.text));
        }
    }
    Ok(texts)
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = fs::read_dir(folder).map_err(Error::at(folder))?;
    let paths: Result<Vec<PathBuf>, _> = entries.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut paths = paths.map_err(Error::at(folder))?;
    paths.sort();
    Ok(paths)
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
