//! Input and output with errors that name the file and the line.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::error::Error;

/// Reads a file of UTF-8 text.
pub fn read_text(path: &Path) -> Result<String, Error> {
    let bytes = fs::read(path).map_err(Error::at(path))?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = valid.iter().filter(|&&byte| byte == b'\n').count() + 1;
        Error::line(path, line, "not UTF-8")
    })
}

/// The paths of what is in a folder, sorted.
pub fn sorted_paths(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = fs::read_dir(folder).map_err(Error::at(folder))?;
    let paths: Result<Vec<PathBuf>, _> = entries.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut paths = paths.map_err(Error::at(folder))?;
    paths.sort();
    Ok(paths)
}

/// Reads a file with one JSON object a line, and skips blank lines.
pub fn read_json_lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, Error> {
    let content = read_text(path)?;
    let lines = content.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| serde_json::from_str(line).map_err(|problem| Error::line(path, at + 1, problem)))
        .collect()
}

/// Writes to standard output. Unlike `print!`, it ignores a closed pipe.
pub fn print(report: &str) -> Result<(), Error> {
    match io::stdout().write_all(report.as_bytes()) {
        Err(cause) if cause.kind() != io::ErrorKind::BrokenPipe => Err(Error::Output(cause)),
        _ => Ok(()),
    }
}
