//! What there is to attribute, from lines or from files.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use records::{Answered, Line, Lines};

use crate::folder::{self, Folder};

/// The documents of an input, in its order. Only reading lines can fail: a file that cannot be read is a
/// document that is refused.
pub enum Documents {
    Lines(Lines<Box<dyn Read>>),
    Folder(Folder),
}

/// One document, its text not read yet where it is a file.
pub enum Document {
    Line(Line),
    File(TextFile),
    /// A folder that cannot be listed, and why.
    Closed(String),
}

pub struct TextFile {
    /// The path within the folder without ".txt".
    pub id: String,
    pub path: PathBuf,
    pub bytes: u64,
    pub longest: usize,
}

impl Documents {
    pub fn open(input: &Path, longest: usize) -> io::Result<Self> {
        if input == Path::new("-") {
            return Ok(Self::Lines(Lines::new(Box::new(io::stdin()), longest)));
        }
        let named = |error: io::Error| io::Error::new(error.kind(), format!("{input:?}: {error}"));
        if input.is_dir() {
            return Ok(Self::Folder(Folder::open(input, longest).map_err(named)?));
        }
        let file = File::open(input).map_err(named)?;
        Ok(Self::Lines(Lines::new(Box::new(file), longest)))
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
    /// How much of the input it is.
    pub fn bytes(&self) -> u64 {
        match self {
            Self::Line(line) => line.held() as u64,
            Self::File(file) => file.bytes,
            Self::Closed(_) => 0,
        }
    }

    /// How much memory it takes before anybody attributes it.
    pub fn held(&self) -> usize {
        match self {
            Self::Line(line) => line.held(),
            Self::File(file) => file.id.len() + file.path.as_os_str().len(),
            Self::Closed(reason) => reason.len(),
        }
    }

    /// Whether this is what a line of an earlier output answers.
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
            // Why may have changed since.
            (Self::File(file), Some(error)) => error.starts_with(&file.refusal("")),
            (Self::Closed(reason), error) => error.as_ref() == Some(reason),
        }
    }
}

impl TextFile {
    pub fn text(&self) -> Result<String, String> {
        self.read().map_err(|reason| self.refusal(&reason))
    }

    fn read(&self) -> Result<String, String> {
        let reason = |error: io::Error| error.to_string();
        // A pipe of that name would be waited for.
        if !fs::metadata(&self.path).map_err(reason)?.is_file() {
            return Err("no file".to_owned());
        }
        let mut bytes = Vec::new();
        let enough = (self.longest as u64).saturating_add(1);
        File::open(&self.path).map_err(reason)?.take(enough).read_to_end(&mut bytes).map_err(reason)?;
        if bytes.len() > self.longest {
            return Err(format!("longer than {} bytes", self.longest));
        }
        String::from_utf8(bytes)
            .map_err(|error| format!("not UTF-8 at byte {}", error.utf8_error().valid_up_to() + 1))
    }

    fn refusal(&self, reason: &str) -> String {
        format!("{}.txt: {reason}", self.id)
    }
}

/// How many bytes there are to read, where that can be known beforehand.
pub fn total_bytes(input: &Path) -> Option<u64> {
    if input.is_dir() {
        return folder::total_bytes(input);
    }
    let file = fs::metadata(input).ok()?;
    file.is_file().then_some(file.len())
}
