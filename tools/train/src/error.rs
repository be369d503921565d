//! The errors of the tool.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

#[derive(Debug, Error)]
pub enum Error {
    #[error("{}: {cause}", path.display())]
    File { path: PathBuf, cause: io::Error },
    /// `line` counts from one.
    #[error("{}:{line}: {problem}", path.display())]
    Line { path: PathBuf, line: usize, problem: String },
    #[error("{}: contains no text with annotations", .0.display())]
    NoArticles(PathBuf),
    #[error("cannot write to standard output: {0}")]
    Output(io::Error),
}

impl Error {
    /// Returns a function that adds `path` to an [`io::Error`].
    pub fn at(path: &Path) -> impl FnOnce(io::Error) -> Error + '_ {
        |cause| Error::File { path: path.to_owned(), cause }
    }

    /// An error in one line of a file; `line` counts from one.
    pub fn line(path: &Path, line: usize, problem: impl ToString) -> Error {
        Error::Line { path: path.to_owned(), line, problem: problem.to_string() }
    }
}
