//! The data files, and what is wrong with one.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fmt, fs, io};

/// A mistake in a data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    file: String,
    /// Counted from one; zero where the whole file is meant.
    line: usize,
    reason: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.reason),
            line => write!(f, "{}:{line}: {}", self.file, self.reason),
        }
    }
}

impl std::error::Error for Error {}

impl Error {
    pub(crate) fn of_file(file: &str, reason: impl Into<String>) -> Error {
        Error { file: file.to_owned(), line: 0, reason: reason.into() }
    }
}

/// A line of a data file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line<'f> {
    pub file: &'f str,
    pub number: usize,
    pub text: &'f str,
}

impl<'f> Line<'f> {
    pub(crate) fn error(&self, reason: impl Into<String>) -> Error {
        Error { file: self.file.to_owned(), line: self.number, reason: reason.into() }
    }

    /// Its columns, which tabs separate: at least and at most so many, none of them empty.
    pub(crate) fn columns(&self, min: usize, max: usize) -> Result<Vec<&'f str>, Error> {
        let columns: Vec<&str> = self.text.split('\t').collect();
        if !(min..=max).contains(&columns.len()) {
            let expected = if min == max { format!("{min}") } else { format!("{min} to {max}") };
            return Err(self.error(format!("{} columns instead of {expected}", columns.len())));
        }
        match columns.iter().any(|column| column.trim().is_empty()) {
            true => Err(self.error("an empty column")),
            false => Ok(columns),
        }
    }
}

/// The data files by their paths, which are given from `src/language` on.
#[derive(Debug, Clone, Default)]
pub struct Files {
    /// What precedes the paths in messages.
    root: String,
    texts: BTreeMap<String, String>,
}

impl Files {
    /// Reads the data files of a folder under `root` and of its subfolders.
    pub fn load(root: &Path, folder: &Path) -> io::Result<Files> {
        let mut files = Files { root: format!("{}/", folder.display()), texts: BTreeMap::new() };
        files.load_folder(&root.join(folder), "")?;
        Ok(files)
    }

    fn load_folder(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                self.load_folder(&path, &format!("{prefix}{name}/"))?;
            } else if name.ends_with(".tsv") || name.ends_with(".txt") {
                self.insert(&format!("{prefix}{name}"), &fs::read_to_string(&path)?);
            }
        }
        Ok(())
    }

    /// Reads the names that the rules in a folder give themselves, as the file `rules.txt`.
    pub fn load_rule_names(&mut self, folder: &Path) -> io::Result<()> {
        let mut names = Vec::new();
        for entry in fs::read_dir(folder)? {
            let code = fs::read_to_string(entry?.path())?;
            let of_line =
                |line: &str| Some(line.trim().strip_prefix("name: \"")?.strip_suffix("\",")?.to_owned());
            names.extend(code.lines().find_map(of_line));
        }
        names.sort_unstable();
        self.insert("rules.txt", &names.join("\n"));
        Ok(())
    }

    /// Adds a file, or replaces it.
    pub fn insert(&mut self, path: &str, text: &str) {
        self.texts.insert(format!("{}{path}", self.root), text.to_owned());
    }

    /// The paths in a folder, in order.
    pub(crate) fn folder<'f>(&'f self, folder: &str) -> impl Iterator<Item = &'f str> {
        let prefix = format!("{}{folder}/", self.root);
        self.texts.keys().filter(move |path| path.starts_with(&prefix)).map(|path| &path[self.root.len()..])
    }

    /// The lines of a file, comments and empty ones left out; none of a file that is not there.
    pub(crate) fn lines(&self, path: &str) -> impl Iterator<Item = Line<'_>> {
        let entry = self.texts.get_key_value(&format!("{}{path}", self.root));
        entry.into_iter().flat_map(|(file, text)| {
            let lines = text.lines().enumerate().map(|(at, text)| Line { file, number: at + 1, text });
            lines.filter(|line| !line.text.starts_with('#') && !line.text.trim().is_empty())
        })
    }
}
