//! The documents to attribute, from lines, from a table or from files.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use records::{Line, Lines, Options, Request};
use whosaid_results::spreadsheet::UTF8_MARK;

use crate::corpus::folder::{self, Endings, Folder};
use crate::corpus::id::Id;
use crate::corpus::table::{Cells, Row};
use crate::failure::{self, about, shown};
use crate::input::{self, Opened, STANDARD_INPUT};
use crate::options::{CorpusOptions, InputKind};

/// The endings of compressed files.
pub const COMPRESSED: [&str; 3] = ["gz", "zst", "zstd"];

const MARK: &[u8] = UTF8_MARK.as_bytes();

/// An iterator over the documents of an input. It fails only if lines cannot be read: an unreadable file is a
/// document that is answered by an error.
pub struct Documents {
    source: Source,
    /// A document that was read to see whether there is one.
    next: Option<Document>,
    total_bytes: Option<u64>,
}

enum Source {
    Lines(Lines<Box<dyn io::Read + Send>>),
    Table(Cells),
    Folder(Folder),
}

/// One document. The text of a file is not read yet.
pub enum Document {
    Line(Line),
    Row(Row),
    File(TextFile),
    /// A folder that cannot be listed.
    Unreadable {
        path: String,
        reason: String,
    },
}

pub struct TextFile {
    /// The path relative to the input folder, without the ending.
    pub id: String,
    /// The path relative to the input folder.
    pub name: String,
    pub path: PathBuf,
    pub bytes: u64,
    /// The maximum size in bytes.
    pub max_bytes: usize,
}

/// A text that was read.
pub struct Read<'d> {
    pub id: Id<'d>,
    pub text: Cow<'d, str>,
    /// What else the line asks.
    pub request: Option<Options>,
}

impl Documents {
    pub fn open(options: &CorpusOptions) -> io::Result<Self> {
        let input = options.input.as_path();
        if input.is_dir() {
            let endings = Endings::new(&options.ext);
            let total_bytes = folder::total_bytes(input, &endings);
            let folder = Folder::open(input, endings, options.longest_line);
            let source = Source::Folder(folder.map_err(|error| about(input, &error))?);
            return Ok(Self { source, next: None, total_bytes });
        }
        let opened = input::open(input).map_err(|error| about(input, &error))?;
        let total_bytes = if opened.is_compressed { None } else { file_bytes(input) };
        let source = Source::open(opened, options).map_err(|error| about(input, &error))?;
        Ok(Self { source, next: None, total_bytes })
    }

    /// Returns whether there is another document, which may mean to wait for it.
    pub fn has_more(&mut self) -> io::Result<bool> {
        if self.next.is_none() {
            self.next = self.next().transpose()?;
        }
        Ok(self.next.is_some())
    }

    /// The size of the input in bytes; `None` for standard input and for what is compressed.
    pub fn total_bytes(&self) -> Option<u64> {
        self.total_bytes
    }
}

impl Iterator for Documents {
    type Item = io::Result<Document>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(document) = self.next.take() {
            return Some(Ok(document));
        }
        match &mut self.source {
            Source::Lines(lines) => Some(lines.next()?.map(Document::Line)),
            Source::Table(cells) => Some(cells.next()?.map(Document::Row)),
            Source::Folder(folder) => folder.next().map(Ok),
        }
    }
}

impl Source {
    fn open(opened: Opened, options: &CorpusOptions) -> io::Result<Self> {
        let Opened { mut reader, start, .. } = opened;
        let kind = match options.from.or_else(|| kind_by_ending(&options.input)) {
            Some(kind) => kind,
            None => kind_by_start(&start, &options.input)?,
        };
        if kind == InputKind::Jsonl {
            if first_byte(&start) == Some(b'[') {
                return Err(io::Error::other(
                    "a list, not JSON Lines: one object a line is expected, as jq -c '.[]' writes it",
                ));
            }
            if start.starts_with(MARK) {
                reader.read_exact(&mut [0; MARK.len()])?;
            }
            return Ok(Self::Lines(Lines::new(reader, options.longest_line)));
        }
        Ok(Self::Table(Cells::open(reader, &start, kind, options)?))
    }
}

/// The kind of a file that its ending shows.
fn kind_by_ending(path: &Path) -> Option<InputKind> {
    let ending = |path: &Path| Some(path.extension()?.to_str()?.to_lowercase());
    let mut last = ending(path)?;
    if COMPRESSED.contains(&last.as_str()) {
        last = ending(&path.with_extension(""))?;
    }
    match last.as_str() {
        "jsonl" | "ndjson" | "json" => Some(InputKind::Jsonl),
        "csv" => Some(InputKind::Csv),
        "tsv" | "tab" => Some(InputKind::Tsv),
        _ => None,
    }
}

/// The kind of an input whose ending does not show it. An empty one may be of any.
fn kind_by_start(start: &[u8], path: &Path) -> io::Result<InputKind> {
    if matches!(first_byte(start), None | Some(b'{' | b'[')) {
        return Ok(InputKind::Jsonl);
    }
    Err(io::Error::other(if path == Path::new(STANDARD_INPUT) {
        "not JSON Lines; a table is read by --from csv, and a single text by \"whosaid -\""
    } else {
        "not JSON Lines; a table is read by --from csv, a single text by \"whosaid FILE\", and of many texts their folder"
    }))
}

fn first_byte(start: &[u8]) -> Option<u8> {
    start.strip_prefix(MARK).unwrap_or(start).trim_ascii_start().first().copied()
}

/// Why an input without documents is none.
pub fn none_found(options: &CorpusOptions) -> String {
    let input = shown(&options.input);
    if !options.input.is_dir() {
        return format!("{input}: no texts found");
    }
    let others = folder::other_endings(&options.input);
    let hint = match others.as_slice() {
        [] => String::new(),
        others => format!("; --ext names other endings, as {}", others.join(", ")),
    };
    format!("{input}: no texts found with the ending .{}{hint}", options.ext.join(" or ."))
}

impl Document {
    /// Reads the text. The message about what is wrong starts with the place in the input.
    pub fn read(&self) -> Result<Read<'_>, String> {
        match self {
            Self::Line(line) => {
                let Request { id, text, options } = line.request()?;
                Ok(Read { id: Id::Json(id), text, request: Some(options) })
            }
            Self::Row(row) => Ok(Read { id: row.id(), text: Cow::Borrowed(row.text()?), request: None }),
            Self::File(file) => {
                Ok(Read { id: Id::Name(&file.id), text: Cow::Owned(file.text()?), request: None })
            }
            Self::Unreadable { path, reason } => Err(format!("{path}: {reason}")),
        }
    }

    /// The id, also of a document that is refused. `None` if it cannot be read.
    pub fn id(&self) -> Option<Id<'_>> {
        match self {
            Self::Line(line) => line.id().map(Id::Json),
            Self::Row(row) => Some(row.id()),
            Self::File(file) => Some(Id::Name(&file.id)),
            Self::Unreadable { .. } => None,
        }
    }

    /// How the messages about it start.
    pub fn error_start(&self) -> String {
        match self {
            Self::Line(line) => line.error(""),
            Self::Row(row) => row.error(""),
            Self::File(TextFile { name: path, .. }) | Self::Unreadable { path, .. } => format!("{path}: "),
        }
    }

    /// The size of the document in the input, in bytes.
    pub fn bytes(&self) -> u64 {
        match self {
            Self::Line(_) | Self::Row(_) => self.bytes_in_memory() as u64,
            Self::File(file) => file.bytes,
            Self::Unreadable { .. } => 0,
        }
    }

    /// The memory that the document uses before it is attributed, in bytes.
    pub fn bytes_in_memory(&self) -> usize {
        match self {
            Self::Line(line) => line.bytes_in_memory(),
            Self::Row(row) => row.bytes_in_memory(),
            Self::File(file) => file.id.len() + file.path.as_os_str().len(),
            Self::Unreadable { path, reason } => path.len() + reason.len(),
        }
    }
}

impl TextFile {
    fn text(&self) -> Result<String, String> {
        self.read().map_err(|error| format!("{}: {}", self.name, failure::reason(&error)))
    }

    fn read(&self) -> io::Result<String> {
        // Opening a named pipe would block.
        if !fs::metadata(&self.path)?.is_file() {
            return Err(io::Error::other("not a file"));
        }
        input::read_text(&self.path, self.max_bytes)
    }
}

fn file_bytes(input: &Path) -> Option<u64> {
    let file = fs::metadata(input).ok()?;
    file.is_file().then_some(file.len())
}
