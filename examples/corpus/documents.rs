//! The documents to attribute, from lines or from files.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use records::{Answered, Line, Lines};

use crate::folder::{self, Folder};

/// An iterator over the documents of an input. It fails only if lines cannot be read: an unreadable file is a
/// document that is answered by an error.
pub enum Documents {
    Lines(Lines<Box<dyn Read>>),
    Folder(Folder),
}

/// One document. The text of a file is not read yet.
pub enum Document {
    Line(Line),
    File(TextFile),
    /// A folder that cannot be listed, with the error message.
    Unreadable(String),
}

pub struct TextFile {
    /// The path relative to the input folder, without ".txt".
    pub id: String,
    pub path: PathBuf,
    pub bytes: u64,
    /// The maximum size in bytes.
    pub max_bytes: usize,
}

impl Documents {
    pub fn open(input: &Path, max_bytes: usize) -> io::Result<Self> {
        if input == Path::new("-") {
            return Ok(Self::Lines(Lines::new(Box::new(io::stdin()), max_bytes)));
        }
        let with_path = |error: io::Error| io::Error::new(error.kind(), format!("{input:?}: {error}"));
        if input.is_dir() {
            return Ok(Self::Folder(Folder::open(input, max_bytes).map_err(with_path)?));
        }
        let file = File::open(input).map_err(with_path)?;
        Ok(Self::Lines(Lines::new(Box::new(file), max_bytes)))
    }
}

impl Iterator for Documents {
    type Item = io::Result<Document>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Lines(lines) => Some(lines.next()?.map(Document::Line)),
            Self::Folder(folder) => folder.next().map(Ok),
        }
    }
}

impl Document {
    /// The size of the document in the input, in bytes.
    pub fn bytes(&self) -> u64 {
        match self {
            Self::Line(line) => line.bytes_in_memory() as u64,
            Self::File(file) => file.bytes,
            Self::Unreadable(_) => 0,
        }
    }

    /// The memory that the document uses before it is attributed, in bytes.
    pub fn bytes_in_memory(&self) -> usize {
        match self {
            Self::Line(line) => line.bytes_in_memory(),
            Self::File(file) => file.id.len() + file.path.as_os_str().len(),
            Self::Unreadable(reason) => reason.len(),
        }
    }

    /// Returns whether an output line of an earlier run answers this document.
    pub fn is_answered_by(&self, answer: &Answered<'_>) -> bool {
        match (self, &answer.error) {
            (Self::Line(line), error) => match (line.request(), error) {
                (Ok(request), None) => request.id.get() == answer.id.get(),
                (Err(reason), Some(error)) => reason == *error,
                _ => false,
            },
            (Self::File(file), None) => {
                serde_json::from_str::<String>(answer.id.get()).is_ok_and(|id| id == file.id)
            }
            // The cause of the error may have changed since.
            (Self::File(file), Some(error)) => error.starts_with(&file.error_message("")),
            (Self::Unreadable(reason), error) => error.as_ref() == Some(reason),
        }
    }
}

impl TextFile {
    pub fn text(&self) -> Result<String, String> {
        self.read().map_err(|reason| self.error_message(&reason))
    }

    fn read(&self) -> Result<String, String> {
        let reason = |error: io::Error| error.to_string();
        // Opening a named pipe would block.
        if !fs::metadata(&self.path).map_err(reason)?.is_file() {
            return Err("not a file".to_owned());
        }
        let mut bytes = Vec::new();
        let limit = (self.max_bytes as u64).saturating_add(1);
        File::open(&self.path).map_err(reason)?.take(limit).read_to_end(&mut bytes).map_err(reason)?;
        if bytes.len() > self.max_bytes {
            return Err(format!("longer than {} bytes", self.max_bytes));
        }
        String::from_utf8(bytes)
            .map_err(|error| format!("not UTF-8 at byte {}", error.utf8_error().valid_up_to() + 1))
    }

    fn error_message(&self, reason: &str) -> String {
        format!("{}.txt: {reason}", self.id)
    }
}

/// Returns the size of the input in bytes, or `None` for standard input and other streams.
pub fn total_bytes(input: &Path) -> Option<u64> {
    if input.is_dir() {
        return folder::total_bytes(input);
    }
    let file = fs::metadata(input).ok()?;
    file.is_file().then_some(file.len())
}
