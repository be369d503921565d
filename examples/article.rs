//! Prints the quotations of an article with their speakers, and how often each speaker is quoted.
//!
//! ```sh
//! cargo run --release --example article
//! ```

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use clap::Parser;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
use whosaid::Analysis;

const BUNDLED: &str = include_str!("data/security_council.txt");

/// Printed in place of a name if a quotation has no speaker.
const NO_SPEAKER: &str = "—";
const GAP: &str = "  ";

/// Prints each quotation of an article with its speaker, then how often each speaker is quoted.
#[derive(Parser)]
#[command(name = "article")]
struct Options {
    /// The article in UTF-8, or "-" for standard input; the bundled article if not given
    path: Option<PathBuf>,
}

fn main() -> ExitCode {
    let text = match Options::parse().path {
        None => Cow::Borrowed(BUNDLED),
        Some(path) => match read(&path) {
            Ok(text) => Cow::Owned(text),
            // Debug format, because a file name may contain a line break.
            Err(reason) => return fail(&format!("{path:?}: {reason}")),
        },
    };
    let analysis = whosaid::attribute(&text);
    match print(&analysis, columns(), BufWriter::new(io::stdout().lock())) {
        Ok(()) => ExitCode::SUCCESS,
        // The reader closed the pipe, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => fail(&error.to_string()),
    }
}

fn fail(reason: &str) -> ExitCode {
    // If standard error is closed, there is no way to report anything.
    let _ = writeln!(io::stderr(), "article: {reason}");
    ExitCode::from(1)
}

fn read(path: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    } else if path.is_dir() {
        return Err("a folder, not a file".to_owned());
    } else {
        bytes = fs::read(path).map_err(|error| error.to_string())?;
    }
    String::from_utf8(bytes)
        .map_err(|error| format!("not UTF-8 at byte {}", error.utf8_error().valid_up_to() + 1))
}

/// Returns the line width: `COLUMNS` or the width of the terminal, the first that is at least 40, or else 80.
/// At most 120, because longer lines are hard to read.
fn columns() -> usize {
    let requested = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let is_usable = |columns: &usize| *columns >= 40;
    requested.filter(is_usable).or_else(|| terminal().filter(is_usable)).unwrap_or(80).min(120)
}

fn print(analysis: &Analysis<'_>, columns: usize, mut output: impl Write) -> io::Result<()> {
    let speakers =
        || analysis.quotations().map(|quotation| quotation.speaker().map(|speaker| speaker.name()));
    let longest = speakers().map(|name| name.unwrap_or(NO_SPEAKER).width()).max().unwrap_or(0);
    let name_columns = longest.min(columns / 3);
    let text_columns = columns - name_columns - GAP.len();
    for quotation in analysis.quotations() {
        let name = quotation.speaker().map_or(NO_SPEAKER, |speaker| speaker.name());
        let names = wrap(name, name_columns);
        let lines = wrap(quotation.text(), text_columns);
        for row in 0..names.len().max(lines.len()) {
            let cell = |lines: &[String]| lines.get(row).cloned().unwrap_or_default();
            let (name, line) = (cell(&names), cell(&lines));
            let indent = " ".repeat(name_columns.saturating_sub(name.width()));
            writeln!(output, "{}", format!("{indent}{name}{GAP}{line}").trim_end())?;
        }
    }
    let tally = tally(speakers().flatten());
    if let Some((_, max)) = tally.first() {
        writeln!(output)?;
        let digits = max.to_string().len();
        for (name, times) in &tally {
            writeln!(output, "{times:digits$}{GAP}{}", wrap(name, usize::MAX).concat())?;
        }
    }
    output.flush()
}

/// Counts the names. The most frequent is first, and equally frequent names keep their order.
fn tally<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(&'a str, usize)> {
    let mut tally: Vec<(&str, usize)> = Vec::new();
    let mut indices = HashMap::new();
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

/// Breaks `text` into lines of at most `columns`, at white space or inside a word that is longer than a line.
fn wrap(text: &str, columns: usize) -> Vec<String> {
    let (mut lines, mut line, mut filled) = (Vec::new(), String::new(), 0);
    for word in text.split_whitespace() {
        let word = printable(word);
        if filled > 0 && word.width() < columns.saturating_sub(filled) {
            line.push(' ');
            filled += 1;
        } else if filled > 0 {
            lines.push(std::mem::take(&mut line));
            filled = 0;
        }
        let fits = filled + word.width() <= columns;
        for character in word.chars() {
            let width = character.width().unwrap_or(0);
            if !fits && filled > 0 && filled + width > columns {
                lines.push(std::mem::take(&mut line));
                filled = 0;
            }
            line.push(character);
            filled += width;
        }
    }
    lines.push(line);
    lines
}

/// Replaces control characters, which could be escape sequences for the terminal.
fn printable(word: &str) -> Cow<'_, str> {
    if word.contains(char::is_control) {
        Cow::Owned(word.replace(char::is_control, "\u{FFFD}"))
    } else {
        Cow::Borrowed(word)
    }
}
