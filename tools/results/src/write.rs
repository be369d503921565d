//! The tables as text, CSV and JSON.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::str::FromStr;

use serde::Serialize;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
use whosaid::Gender;

use crate::compare::Comparison;
use crate::speakers::{GenderTotal, SpeakerRow, Speakers};
use crate::spreadsheet::{as_text, UTF8_MARK};

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Columns for a terminal.
    Text,
    /// Comma-separated values with a header, [safe to open in a spreadsheet](crate::spreadsheet).
    Csv,
    /// One JSON object, with every field of the structs.
    Json,
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "text" => Ok(Format::Text),
            "csv" => Ok(Format::Csv),
            "json" => Ok(Format::Json),
            _ => Err(format!("no format: {name} (text, csv or json)")),
        }
    }
}

/// The width of names and quotations in text, in columns of the terminal.
const NAME_WIDTH: usize = 40;
const TEXT_WIDTH: usize = 100;

/// The documents of a speaker that text lists.
const LISTED: usize = 5;

impl Speakers {
    /// Writes the rows. Text has the totals by gender too, and JSON the whole table; for CSV these are a table of
    /// their own: [`write_genders`](Self::write_genders).
    ///
    /// # Errors
    ///
    /// Writing failed.
    pub fn write(&self, format: Format, mut output: impl Write) -> io::Result<()> {
        match format {
            Format::Json => write_json(self, output),
            Format::Csv => {
                let header = [
                    "name",
                    "other_names",
                    "kind",
                    "gender",
                    "id",
                    "document",
                    "documents",
                    "quotations",
                    "words",
                    "share",
                    "statements",
                ];
                write_csv(output, &header, self.rows.iter().map(speaker_cells))
            }
            Format::Text => {
                let rows = self.rows.iter().map(|row| {
                    [
                        short_name(row),
                        row.kind.name().to_owned(),
                        row.gender.map_or("", Gender::name).to_owned(),
                        row.documents.to_string(),
                        row.quotations.to_string(),
                        row.words.to_string(),
                        percent(row.share),
                        row.statements.to_string(),
                    ]
                });
                let header =
                    ["speaker", "kind", "gender", "documents", "quotations", "words", "share", "statements"];
                write_text(&mut output, header, 3, rows.collect())?;
                writeln!(output)?;
                self.write_genders(Format::Text, output)
            }
        }
    }

    /// Writes the totals by gender.
    ///
    /// # Errors
    ///
    /// Writing failed.
    pub fn write_genders(&self, format: Format, mut output: impl Write) -> io::Result<()> {
        let name = |total: &GenderTotal| total.gender.map_or("unknown", Gender::name).to_owned();
        let cells = |total: &GenderTotal, share: fn(f64) -> String| {
            [
                name(total),
                total.sources.to_string(),
                share(total.share_of_sources),
                total.people.to_string(),
                total.quotations.to_string(),
                total.words.to_string(),
                share(total.share_of_words),
            ]
        };
        let header =
            ["gender", "sources", "share_of_sources", "people", "quotations", "words", "share_of_words"];
        match format {
            Format::Json => write_json(&self.genders, output),
            Format::Csv => {
                write_csv(output, &header, self.genders.iter().map(|total| cells(total, decimal).to_vec()))
            }
            Format::Text => {
                let header = header.map(|name| if name.starts_with("share") { "share" } else { name });
                let rows = self.genders.iter().map(|total| cells(total, percent));
                write_text(&mut output, header, 1, rows.collect())
            }
        }
    }
}

impl Comparison {
    /// Writes the quotations that several documents have. CSV has one row for each use.
    ///
    /// # Errors
    ///
    /// Writing failed.
    pub fn write(&self, format: Format, output: impl Write) -> io::Result<()> {
        match format {
            Format::Json => write_json(self, output),
            Format::Csv => self.write_uses(output),
            Format::Text => self.write_groups(output),
        }
    }

    fn write_uses(&self, output: impl Write) -> io::Result<()> {
        let header = ["group", "verdict", "documents", "document", "speaker", "confidence", "text"];
        let rows = (1..).zip(&self.quotations).flat_map(|(number, shared)| {
            shared.uses.iter().map(move |used| {
                vec![
                    i32::to_string(&number),
                    shared.verdict.name().to_owned(),
                    shared.documents.to_string(),
                    used.document.clone(),
                    used.speaker.clone().unwrap_or_default(),
                    used.confidence.map(|confidence| decimal(confidence.into())).unwrap_or_default(),
                    used.text.as_ref().unwrap_or(&shared.text).clone(),
                ]
            })
        });
        write_csv(output, &header, rows)
    }

    fn write_groups(&self, mut output: impl Write) -> io::Result<()> {
        for shared in &self.quotations {
            let text = cut(&visible(&shared.text), TEXT_WIDTH);
            writeln!(output, "{} in {} documents: {text}", shared.verdict.name(), shared.documents)?;
            let mut first_documents: BTreeMap<Option<&str>, Vec<&str>> = BTreeMap::new();
            for used in &shared.uses {
                let documents = first_documents.entry(used.speaker.as_deref()).or_default();
                if documents.len() < LISTED && documents.last() != Some(&used.document.as_str()) {
                    documents.push(&used.document);
                }
            }
            for count in &shared.speakers {
                let name = count.speaker.as_deref().map_or(Cow::Borrowed("(nobody)"), visible);
                let mut documents =
                    first_documents.get(&count.speaker.as_deref()).cloned().unwrap_or_default();
                if count.documents > documents.len() {
                    documents.push("...");
                }
                let documents = documents.join(", ");
                writeln!(
                    output,
                    "{:>6}  {}  {}",
                    count.documents,
                    cut(&name, NAME_WIDTH),
                    visible(&documents)
                )?;
            }
        }
        Ok(())
    }
}

fn speaker_cells(row: &SpeakerRow) -> Vec<String> {
    vec![
        row.name.clone(),
        row.other_names.join("; "),
        row.kind.name().to_owned(),
        row.gender.map_or("", Gender::name).to_owned(),
        row.id.clone().unwrap_or_default(),
        row.document.clone().unwrap_or_default(),
        row.documents.to_string(),
        row.quotations.to_string(),
        row.words.to_string(),
        decimal(row.share),
        row.statements.to_string(),
    ]
}

/// The name in a column; that of somebody in one document with the document.
fn short_name(row: &SpeakerRow) -> String {
    match &row.document {
        None => cut(&visible(&row.name), NAME_WIDTH),
        Some(document) => cut(&format!("{} ({})", visible(&row.name), visible(document)), NAME_WIDTH),
    }
}

fn percent(share: f64) -> String {
    format!("{:.1}%", share * 100.0)
}

fn decimal(share: f64) -> String {
    format!("{share:.4}")
}

/// A text without line ends and characters that would command the terminal.
fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(char::is_control) {
        Cow::Owned(text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// At most this many columns of a text.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut left = width.saturating_sub(1);
    let fits = |c: &char| {
        let width = c.width().unwrap_or(0);
        let fits = width <= left;
        left = left.saturating_sub(width);
        fits
    };
    let mut start: String = text.chars().take_while(fits).collect();
    start.push('…');
    start
}

fn write_json(table: &impl Serialize, mut output: impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut output, table)?;
    output.write_all(b"\n")
}

fn write_csv(
    mut output: impl Write,
    header: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) -> io::Result<()> {
    output.write_all(UTF8_MARK.as_bytes())?;
    let mut writer = csv::Writer::from_writer(output);
    writer.write_record(header)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| as_text(cell).into_owned()))?;
    }
    writer.flush()
}

/// Writes columns; from `numbers` on they end at the right.
fn write_text<const N: usize>(
    output: &mut impl Write,
    header: [&str; N],
    numbers: usize,
    rows: Vec<[String; N]>,
) -> io::Result<()> {
    let mut widths = header.map(|name| name.width());
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    for row in std::iter::once(header.map(str::to_owned)).chain(rows) {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            let space = " ".repeat(width.saturating_sub(cell.width()));
            let (before, after) = if column < numbers { ("", space.as_str()) } else { (space.as_str(), "") };
            line.extend([before, cell, after, "  "]);
        }
        writeln!(output, "{}", line.trim_end())?;
    }
    Ok(())
}
