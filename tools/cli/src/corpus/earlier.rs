//! The answers that an earlier run wrote.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Seek, SeekFrom};

use csv::{ByteRecord, ReaderBuilder};
use records::Answered;

use crate::corpus::documents::Document;
use crate::formats::{Kind, Table, COLUMNS, ERROR};

/// The start of every line of JSON Lines.
const LINE_START: &[u8] = b"{\"id\":";

/// The answer to one document.
pub struct Entry {
    key: Key,
    /// The reason why the document was refused.
    pub error: Option<String>,
    /// Its bytes in the file: from here up to there.
    pub start: u64,
    pub end: u64,
}

enum Key {
    /// The id in JSON.
    Json(String),
    /// The id as a cell, and of which table.
    Cell(String, Kind),
}

impl Entry {
    /// Returns whether it answers this document. An error may have another reason now.
    pub fn answers(&self, document: &Document) -> bool {
        if let Some(error) = &self.error {
            let start = document.error_start();
            return match &self.key {
                Key::Json(_) => error.starts_with(&start),
                Key::Cell(_, kind) => error.starts_with(&*kind.cell(&start)),
            };
        }
        let Some(id) = document.id() else { return false };
        match &self.key {
            Key::Json(json) => serde_json::to_string(&id).is_ok_and(|id| id == *json),
            Key::Cell(cell, kind) => *cell == kind.cell(&id.label()),
        }
    }
}

/// Reads JSON Lines, one entry a line. The last line is left out if it is incomplete.
pub struct EarlierLines {
    lines: BufReader<File>,
    at: u64,
    number: u64,
}

impl EarlierLines {
    pub fn new(file: File) -> Self {
        Self { lines: BufReader::new(file), at: 0, number: 0 }
    }

    pub fn number(&self) -> u64 {
        self.number
    }

    pub fn next(&mut self) -> io::Result<Option<Entry>> {
        let mut line = Vec::new();
        if self.lines.read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        self.number += 1;
        let problem = |problem: &str| io::Error::other(format!("line {} {problem}", self.number));
        if line.last() != Some(&b'\n') {
            // Any other file must not be truncated.
            let is_start = line.starts_with(LINE_START) || LINE_START.starts_with(&line);
            return if is_start {
                Ok(None)
            } else {
                Err(problem("is incomplete and not a line of this program"))
            };
        }
        let answered = Answered::parse(&line).ok_or_else(|| problem("is not a record"))?;
        let start = self.at;
        self.at += line.len() as u64;
        let key = Key::Json(answered.id.get().to_owned());
        Ok(Some(Entry { key, error: answered.error, start, end: self.at }))
    }
}

/// Reads a table, one entry for the rows of a document. The last one is left out, since it may lack rows.
pub struct EarlierRows {
    reader: csv::Reader<File>,
    kind: Kind,
    header_bytes: u64,
    file_bytes: u64,
    ends_with_line: bool,
    /// The first row of the next entry, with its start.
    ahead: Option<(ByteRecord, u64)>,
}

impl EarlierRows {
    /// Returns `None` if not even the header is complete.
    pub fn new(mut file: File, table: Table) -> io::Result<Option<Self>> {
        let header = table.header();
        let file_bytes = file.metadata()?.len();
        let mut start = Vec::new();
        io::Read::read_to_end(&mut io::Read::take(&mut file, header.len() as u64), &mut start)?;
        if !header.starts_with(&start) {
            return Err(io::Error::other(format!(
                "its columns are not those of this program: {}",
                COLUMNS.join(", ")
            )));
        }
        if start.len() < header.len() {
            return Ok(None);
        }
        file.seek(SeekFrom::End(-1))?;
        let mut last = [0];
        io::Read::read_exact(&mut file, &mut last)?;
        let header_bytes = header.len() as u64;
        file.seek(SeekFrom::Start(header_bytes))?;
        let kind = table.kind();
        let reader = ReaderBuilder::new()
            .delimiter(kind.delimiter())
            .has_headers(false)
            .flexible(true)
            .from_reader(file);
        let ends_with_line = last == *b"\n";
        let mut rows = Self { reader, kind, header_bytes, file_bytes, ends_with_line, ahead: None };
        rows.ahead = rows.row()?;
        Ok(Some(rows))
    }

    /// The next complete row and where it starts.
    fn row(&mut self) -> io::Result<Option<(ByteRecord, u64)>> {
        let mut row = ByteRecord::new();
        if !self.reader.read_byte_record(&mut row)? || row.len() != COLUMNS.len() {
            return Ok(None);
        }
        let is_last = self.header_bytes + self.reader.position().byte() >= self.file_bytes;
        if is_last && !self.ends_with_line {
            return Ok(None);
        }
        let start = self.header_bytes + row.position().map_or(0, csv::Position::byte);
        Ok(Some((row, start)))
    }

    pub fn next(&mut self) -> io::Result<Option<Entry>> {
        let Some((first, start)) = self.ahead.take() else { return Ok(None) };
        let cell = |column: &str| {
            let at = COLUMNS.iter().position(|one| *one == column);
            let bytes = at.and_then(|at| first.get(at)).unwrap_or_default();
            String::from_utf8_lossy(bytes).into_owned()
        };
        loop {
            let Some((row, end)) = self.row()? else { return Ok(None) };
            if row.get(1) == Some(b"0") {
                self.ahead = Some((row, end));
                let error = (cell("kind") == ERROR).then(|| cell("text"));
                return Ok(Some(Entry { key: Key::Cell(cell("document"), self.kind), error, start, end }));
            }
        }
    }
}
