//! The texts in a column of a CSV or TSV file.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use csv::{ByteRecord, ReaderBuilder};

use crate::corpus::id::Id;
use crate::options::{CorpusOptions, InputKind};

type Reader = csv::Reader<Limited<Box<dyn Read + Send>>>;

/// An iterator over the rows of a table. It keeps one row in memory.
pub struct Cells {
    reader: Reader,
    text: usize,
    id: Option<usize>,
    number: u64,
    /// The bytes that the row that is being read may still have.
    left: Rc<Cell<usize>>,
    max_bytes: usize,
}

/// A row with its number as a spreadsheet counts, which gives the header the first.
pub struct Row {
    number: u64,
    id: Option<String>,
    /// `None` if it is longer than the limit.
    text: Option<Vec<u8>>,
    max_bytes: usize,
}

/// A reader that fails when the row is longer than the limit, as after an unclosed mark.
struct Limited<R> {
    input: R,
    left: Rc<Cell<usize>>,
}

/// How much more than the limit a reader may read, since it reads ahead.
const AHEAD: usize = 1 << 20;

impl Cells {
    /// Fails if there is no column of texts.
    pub fn open(
        input: Box<dyn Read + Send>,
        start: &[u8],
        kind: InputKind,
        options: &CorpusOptions,
    ) -> io::Result<Self> {
        let max_bytes = options.longest_line;
        let left = Rc::new(Cell::new(max_bytes.saturating_add(AHEAD)));
        let delimiter = if kind == InputKind::Tsv { b'\t' } else { delimiter(start) };
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .from_reader(Limited { input, left: Rc::clone(&left) });
        let header = reader.byte_headers().map_err(error)?.clone();
        let column = |name: &str| header.iter().position(|column| column.trim_ascii() == name.as_bytes());
        let Some(text) = column(&options.text_column) else {
            let names: Vec<_> = header.iter().map(String::from_utf8_lossy).collect();
            return Err(io::Error::other(format!(
                "no column \"{}\" but {}; --text-column names the column of the texts",
                options.text_column,
                names.join(", ")
            )));
        };
        Ok(Self { reader, text, id: column(&options.id_column), number: 1, left, max_bytes })
    }
}

/// The delimiter of a CSV file: a semicolon if its first line has those alone, as where the comma is in numbers.
fn delimiter(start: &[u8]) -> u8 {
    let header = start.split(|&byte| byte == b'\n').next().unwrap_or_default();
    if header.contains(&b';') && !header.contains(&b',') {
        b';'
    } else {
        b','
    }
}

impl Iterator for Cells {
    type Item = io::Result<Row>;

    fn next(&mut self) -> Option<Self::Item> {
        self.left.set(self.max_bytes.saturating_add(AHEAD));
        let mut record = ByteRecord::new();
        self.number += 1;
        match self.reader.read_byte_record(&mut record) {
            Ok(false) => None,
            Ok(true) => Some(Ok(Row {
                number: self.number,
                id: self.id.and_then(|at| record.get(at)).map(|id| String::from_utf8_lossy(id).into_owned()),
                text: Some(record.get(self.text).unwrap_or_default())
                    .filter(|text| text.len() <= self.max_bytes)
                    .map(<[u8]>::to_vec),
                max_bytes: self.max_bytes,
            })),
            Err(problem) => {
                let problem = error(problem);
                Some(Err(io::Error::new(problem.kind(), format!("row {}: {problem}", self.number))))
            }
        }
    }
}

impl Row {
    pub fn id(&self) -> Id<'_> {
        self.id.as_deref().map_or(Id::Number(self.number), Id::Name)
    }

    pub fn text(&self) -> Result<&str, String> {
        let text = self.text.as_deref();
        let text = text.ok_or_else(|| self.error(&format!("longer than {} bytes", self.max_bytes)))?;
        std::str::from_utf8(text)
            .map_err(|error| self.error(&format!("not UTF-8 at byte {}", error.valid_up_to() + 1)))
    }

    /// The message about something wrong in the row.
    pub fn error(&self, reason: &str) -> String {
        format!("row {}: {reason}", self.number)
    }

    pub fn bytes_in_memory(&self) -> usize {
        self.text.as_ref().map_or(0, Vec::len) + self.id.as_ref().map_or(0, String::len)
    }
}

fn error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        // Rows of any length and bytes are read, so nothing else can be wrong.
        _ => io::Error::other("not a table"),
    }
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left.get() == 0 {
            return Err(io::Error::other(
                "longer than allowed (--longest-line); is a quotation mark unclosed?",
            ));
        }
        let read = self.input.read(buffer)?;
        self.left.set(self.left.get().saturating_sub(read));
        Ok(read)
    }
}
