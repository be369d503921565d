//! Lines of bytes, none of which can fill the memory.

use std::io::{self, BufRead, BufReader, Read};

use crate::request::{parse, Request};

/// How many bytes a line may have where nobody says otherwise: a text longer than any book.
pub const LONGEST_LINE: usize = 64 << 20;

const NEWLINE: u8 = b'\n';

/// The lines of `input` that are not white space, each with its number. It holds one at a time, and of
/// a line longer than the limit no more than that limit.
pub struct Lines<R> {
    input: BufReader<R>,
    longest: usize,
    number: usize,
}

/// One line of the input.
pub struct Line {
    number: usize,
    bytes: Result<Vec<u8>, TooLong>,
}

struct TooLong {
    longest: usize,
}

impl<R: Read> Lines<R> {
    pub fn new(input: R, longest: usize) -> Self {
        Self { input: BufReader::new(input), longest, number: 0 }
    }

    /// Whether the next line that is not white space can be had without waiting for the input.
    #[must_use]
    pub fn another_waits(&self) -> bool {
        let buffer = self.input.buffer();
        let end = buffer.iter().rposition(|&byte| byte == NEWLINE).unwrap_or(0);
        !buffer[..end].trim_ascii().is_empty()
    }

    /// The next line, blank or not; none at the end of the input.
    fn read(&mut self) -> io::Result<Option<Line>> {
        let (mut bytes, mut too_long, mut begun) = (Vec::new(), false, false);
        loop {
            let buffer = match self.input.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if buffer.is_empty() && !begun {
                return Ok(None);
            }
            begun = true;
            let end = buffer.iter().position(|&byte| byte == NEWLINE);
            let piece = &buffer[..end.unwrap_or(buffer.len())];
            too_long |= piece.len() > self.longest - bytes.len();
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
                let bytes = if too_long { Err(TooLong { longest: self.longest }) } else { Ok(bytes) };
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
    /// What the line asks for, or why it asks for nothing, with its number.
    pub fn request(&self) -> Result<Request<'_>, String> {
        let request = match &self.bytes {
            Ok(bytes) => parse(bytes),
            Err(TooLong { longest }) => Err(format!("longer than {longest} bytes")),
        };
        request.map_err(|reason| format!("line {}: {reason}", self.number))
    }

    /// How many bytes of it are held: none where it is too long.
    #[must_use]
    pub fn held(&self) -> usize {
        self.bytes.as_ref().map_or(0, Vec::len)
    }

    fn is_blank(&self) -> bool {
        self.bytes.as_ref().is_ok_and(|bytes| bytes.trim_ascii().is_empty())
    }
}
