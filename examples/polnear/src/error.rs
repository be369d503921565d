//! What can be wrong with the files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use thiserror::Error;

#[derive(Debug, Error)]
pub enum Error {
    #[error("{}: {cause}", path.display())]
    File { path: PathBuf, cause: io::Error },
    #[error("{}:{line}: {problem}", path.display())]
    Line { path: PathBuf, line: usize, problem: String },
    #[error("{}: no text with annotations in it", .0.display())]
    NoArticles(PathBuf),
    #[error("cannot write the report: {0}")]
    Output(io::Error),
}

impl Error {
    /// How an [`io::Error`] met at `path` is told.
    pub fn at(path: &Path) -> impl FnOnce(io::Error) -> Error + '_ {
        |cause| Error::File { path: path.to_owned(), cause }
    }

    pub fn line(path: &Path, line: usize, problem: impl ToString) -> Error {
        Error::Line { path: path.to_owned(), line, problem: problem.to_string() }
    }
}

pub fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(Error::at(path))
}

/// The records of a file that holds one JSON object a line; blank lines are skipped.
pub fn read_json_lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, Error> {
    let content = read(path)?;
    let lines = content.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| serde_json::from_str(line).map_err(|problem| Error::line(path, at + 1, problem)))
        .collect()
}
