//! Input lines of limited length.

use std::io::{self, BufRead, BufReader, Read};

use serde_json::value::RawValue;

use crate::request::{id_of, parse, Request};

/// The default maximum length of a line in bytes: longer than any book.
pub const DEFAULT_MAX_LINE: usize = 64 << 20;

const NEWLINE: u8 = b'\n';

/// An iterator over the lines of an input that are not blank. It keeps one line in memory, and of a line longer than
/// the limit at most that limit.
pub struct Lines<R> {
    input: BufReader<R>,
    max: usize,
    number: usize,
}

/// One line of the input and its number, counted from 1.
pub struct Line {
    number: usize,
    bytes: Result<Vec<u8>, TooLong>,
}

struct TooLong {
    max: usize,
}

impl<R: Read> Lines<R> {
    pub fn new(input: R, max: usize) -> Self {
        Self { input: BufReader::new(input), max, number: 0 }
    }

    /// Returns whether the buffer holds another complete line that is not blank.
    #[must_use]
    pub fn has_buffered_line(&self) -> bool {
        let buffer = self.input.buffer();
        let end = buffer.iter().rposition(|&byte| byte == NEWLINE).unwrap_or(0);
        !buffer[..end].trim_ascii().is_empty()
    }

    /// Reads the next line, blank or not. Returns `None` at the end of the input.
    fn read(&mut self) -> io::Result<Option<Line>> {
        let (mut bytes, mut too_long, mut has_data) = (Vec::new(), false, false);
        loop {
            let buffer = match self.input.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if buffer.is_empty() && !has_data {
                return Ok(None);
            }
            has_data = true;
            let end = buffer.iter().position(|&byte| byte == NEWLINE);
            let piece = &buffer[..end.unwrap_or(buffer.len())];
            too_long |= piece.len() > self.max - bytes.len();
            if too_long {
                bytes = Vec::new();
            } else {
                bytes.extend_from_slice(piece);
            }
            let last = end.is_some() || buffer.is_empty();
            let read = piece.len() + usize::from(end.is_some());
            self.input.consume(read);
            if last {
                self.number += 1;
                let bytes = if too_long { Err(TooLong { max: self.max }) } else { Ok(bytes) };
                return Ok(Some(Line { number: self.number, bytes }));
            }
        }
    }
}

impl<R: Read> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.read().transpose()? {
                Ok(line) if line.is_blank() => {}
                line => return Some(line),
            }
        }
    }
}

impl Line {
    /// Parses the line.
    ///
    /// # Errors
    ///
    /// The message starts with the number of the line.
    pub fn request(&self) -> Result<Request<'_>, String> {
        let request = match &self.bytes {
            Ok(bytes) => parse(bytes),
            Err(TooLong { max }) => Err(format!("longer than {max} bytes")),
        };
        request.map_err(|reason| self.error(&reason))
    }

    /// The id of the line, also if the rest of it is refused. `None` if it cannot be read.
    #[must_use]
    pub fn id(&self) -> Option<&RawValue> {
        self.bytes.as_ref().ok().and_then(|bytes| id_of(bytes))
    }

    /// The message about something wrong in the line, with the number of the line.
    #[must_use]
    pub fn error(&self, reason: &str) -> String {
        format!("line {}: {reason}", self.number)
    }

    /// The number of bytes kept in memory: 0 if the line is too long.
    #[must_use]
    pub fn bytes_in_memory(&self) -> usize {
        self.bytes.as_ref().map_or(0, Vec::len)
    }

    fn is_blank(&self) -> bool {
        self.bytes.as_ref().is_ok_and(|bytes| bytes.trim_ascii().is_empty())
    }
}
