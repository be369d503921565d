//! JSON Lines: one record a line, as the library serialises an analysis, with the id.

use std::io::{self, Write};

use serde::Serialize;
use whosaid::Offsets;

use crate::formats::{Answered, Writer};

pub struct Json {
    pub offsets: Offsets,
}

impl Writer for Json {
    fn add(&mut self, answered: &Answered<'_>, output: &mut dyn Write) -> io::Result<()> {
        write_json(answered.name, answered, self.offsets, output)
    }
}

/// Writes a line: an object with the id and the fields of the analysis.
pub fn write_json(
    id: impl Serialize,
    Answered { analysis, text, .. }: &Answered<'_>,
    offsets: Offsets,
    output: impl Write,
) -> io::Result<()> {
    records::write_record(output, id, analysis.with_offsets(text, offsets))
}
