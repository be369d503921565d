//! CSV and TSV: a row for each quotation or statement, safe to open in a spreadsheet.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{QuoteStyle, WriterBuilder};
use whosaid::{Offsets, Places};
use whosaid_results::spreadsheet::{as_text, UTF8_MARK};

use crate::formats::{Answered, Writer};
use crate::rows::{rows, Row, Wanted};

/// The names of the columns.
pub const COLUMNS: [&str; 15] = [
    "document",
    "index",
    "paragraph",
    "kind",
    "speaker",
    "speaker_id",
    "gender",
    "source",
    "cue",
    "rule",
    "confidence",
    "speaker_confidence",
    "text",
    "start",
    "end",
];

/// The kind of the row of a text that was refused. Its text is the reason.
pub const ERROR: &str = "error";

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Csv,
    /// Without line breaks and tabs in its cells, so that tools which read lines can read it.
    Tsv,
}

#[derive(Clone, Copy, Debug)]
pub struct Table {
    kind: Kind,
    offsets: Offsets,
}

impl Kind {
    pub fn delimiter(self) -> u8 {
        match self {
            Self::Csv => b',',
            Self::Tsv => b'\t',
        }
    }

    /// A text as it is in a cell.
    pub fn cell(self, text: &str) -> Cow<'_, str> {
        if self == Self::Tsv && text.contains(['\t', '\n', '\r']) {
            let line = text.split(['\t', '\n', '\r']).collect::<Vec<_>>().join(" ");
            return Cow::Owned(as_text(&line).into_owned());
        }
        as_text(text)
    }
}

impl Table {
    pub fn new(kind: Kind, offsets: Offsets) -> Self {
        Self { kind, offsets }
    }

    pub fn with_offsets(self, offsets: Offsets) -> Self {
        Self { offsets, ..self }
    }

    pub fn kind(self) -> Kind {
        self.kind
    }

    /// The line with the names of the columns.
    pub fn header(self) -> Vec<u8> {
        let delimiter = char::from(self.kind.delimiter()).to_string();
        let mark = if self.kind == Kind::Csv { UTF8_MARK } else { "" };
        format!("{mark}{}\n", COLUMNS.join(&delimiter)).into_bytes()
    }

    /// Writes the rows of a text, with or without quotations that nobody is found to have said.
    pub fn write(
        self,
        answered: &Answered<'_>,
        unattributed: bool,
        output: &mut dyn Write,
    ) -> io::Result<()> {
        let wanted = Wanted { statements: true, unattributed };
        let places = Places::new(answered.text, self.offsets);
        let mut cells = self.cells(output);
        let name = self.kind.cell(answered.name);
        for (index, row) in rows(answered.analysis, answered.text, wanted).iter().enumerate() {
            let (start, end) = places.of(answered.text, row.span);
            self.write_row(&mut cells, &name, index, row)?;
            cells.write_record([start.to_string(), end.to_string()])?;
        }
        cells.flush()
    }

    /// Writes the cells of a row before its place.
    fn write_row<W: Write>(
        self,
        cells: &mut csv::Writer<W>,
        document: &str,
        index: usize,
        row: &Row<'_, '_>,
    ) -> csv::Result<()> {
        let cell = |text: Option<&str>| self.kind.cell(text.unwrap_or_default()).into_owned();
        let number = |number: Option<f32>| number.map_or(String::new(), |number| number.to_string());
        cells.write_field(document)?;
        cells.write_field(index.to_string())?;
        cells.write_field(row.paragraph.to_string())?;
        cells.write_field(row.kind())?;
        cells.write_field(cell(row.speaker.as_ref().map(|speaker| speaker.name())))?;
        cells.write_field(cell(row.speaker.as_ref().and_then(|speaker| speaker.id())))?;
        cells.write_field(row.gender().map_or("", |gender| gender.name()))?;
        cells.write_field(cell(row.source()))?;
        cells.write_field(cell(row.cue()))?;
        cells.write_field(row.rule().unwrap_or_default())?;
        cells.write_field(number(row.confidence()))?;
        cells.write_field(number(row.speaker_confidence()))?;
        cells.write_field(&*self.kind.cell(&row.text))
    }

    /// Writes the row of a text that was refused.
    pub fn write_error(self, name: &str, reason: &str, output: &mut dyn Write) -> io::Result<()> {
        let mut cells = self.cells(output);
        let (name, reason) = (self.kind.cell(name), self.kind.cell(reason));
        let row = COLUMNS.map(|column| match column {
            "document" => &*name,
            "index" => "0",
            "kind" => ERROR,
            "text" => &*reason,
            _ => "",
        });
        cells.write_record(row)?;
        cells.flush()
    }

    fn cells<W: Write>(self, output: W) -> csv::Writer<W> {
        WriterBuilder::new()
            .delimiter(self.kind.delimiter())
            .quote_style(QuoteStyle::Necessary)
            .has_headers(false)
            .flexible(true)
            .from_writer(output)
    }
}

/// A table of the answers to a few texts.
pub struct TableWriter {
    pub table: Table,
    pub unattributed: bool,
}

impl Writer for TableWriter {
    fn begin(&mut self, output: &mut dyn Write) -> io::Result<()> {
        output.write_all(&self.table.header())
    }

    fn add(&mut self, answered: &Answered<'_>, output: &mut dyn Write) -> io::Result<()> {
        self.table.write(answered, self.unattributed, output)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_of_tsv_is_one_line_and_no_formula() {
        assert_eq!(Kind::Tsv.cell("one\ttwo\r\nthree"), "one two  three");
        assert_eq!(Kind::Tsv.cell("\n=1\t+1"), "' =1 +1");
        assert_eq!(Kind::Csv.cell("=1\n+1"), "'=1\n+1");
    }
}
