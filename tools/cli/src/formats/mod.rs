//! The ways to write an answer, one a file.

mod html;
mod json;
mod markdown;
mod table;
mod text;

use std::io::{self, Write};

use whosaid::{Analysis, Offsets};

use crate::options::Format;
use crate::rows::Wanted;

pub use html::Html;
pub use json::{write_json, Json};
pub use markdown::Markdown;
pub use table::{Kind, Table, TableWriter, COLUMNS, ERROR};
pub use text::Text;

/// Written in place of a name if a quotation has no speaker.
const NO_SPEAKER: &str = "—";

/// An answer that was rejected, as a line, with the index of the attribution that it is about.
pub type Rejected = (usize, String);

/// A text and its answer.
pub struct Answered<'a> {
    /// The path of the text, or its id in a corpus.
    pub name: &'a str,
    pub text: &'a str,
    pub analysis: &'a Analysis<'a>,
    /// What was rejected, where the format shows it.
    pub rejected: &'a [Rejected],
}

/// Writes the answers to texts, one after another.
pub trait Writer {
    /// Writes what is before the first answer.
    fn begin(&mut self, _output: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn add(&mut self, answered: &Answered<'_>, output: &mut dyn Write) -> io::Result<()>;

    /// Writes what is after the last answer.
    fn end(&mut self, _output: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// What the options say about all formats.
#[derive(Clone, Copy)]
pub struct Layout {
    pub wanted: Wanted,
    pub evidence: bool,
    /// Whether names of documents are shown where a format does without them for one.
    pub several: bool,
    pub offsets: Offsets,
    /// The width of a line of text.
    pub columns: usize,
}

pub fn writer(format: Format, layout: Layout) -> Box<dyn Writer> {
    let Layout { offsets, wanted, .. } = layout;
    let table = |kind| TableWriter { table: Table::new(kind, offsets), unattributed: wanted.unattributed };
    match format {
        Format::Text => Box::new(Text::new(layout)),
        Format::Md => Box::new(Markdown::new(layout)),
        Format::Html => Box::new(Html::default()),
        Format::Json => Box::new(Json { offsets }),
        Format::Csv => Box::new(table(Kind::Csv)),
        Format::Tsv => Box::new(table(Kind::Tsv)),
    }
}

/// How often each name is in the list. The most frequent is first, and equally frequent names keep their order.
fn tally<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(&'a str, usize)> {
    let mut tally: Vec<(&str, usize)> = Vec::new();
    let mut indices = std::collections::HashMap::new();
    for name in names {
        let index = *indices.entry(name).or_insert(tally.len());
        match tally.get_mut(index) {
            Some((_, times)) => *times += 1,
            None => tally.push((name, 1)),
        }
    }
    tally.sort_by_key(|&(_, times)| std::cmp::Reverse(times));
    tally
}
