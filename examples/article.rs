//! Shows who says what in an article, and how often each speaker is quoted.
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

const NOBODY: &str = "—";
const GAP: &str = "  ";

/// Prints each quotation of an article with its speaker, then how often each speaker is quoted.
#[derive(Parser)]
#[command(name = "article")]
struct Options {
    /// The article, in UTF-8; "-" for standard input, and without it one that comes along
    path: Option<PathBuf>,
}

fn main() -> ExitCode {
    let text = match Options::parse().path {
        None => Cow::Borrowed(BUNDLED),
        Some(path) => match read(&path) {
            Ok(text) => Cow::Owned(text),
            // Quoted, so that no name of a file can break the line.
            Err(reason) => return fail(&format!("{path:?}: {reason}")),
        },
    };
    let analysis = whosaid::attribute(&text);
    match print(&analysis, columns(), BufWriter::new(io::stdout().lock())) {
        Ok(()) => ExitCode::SUCCESS,
        // The reader has seen enough, as `head` has.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => fail(&error.to_string()),
    }
}

fn fail(reason: &str) -> ExitCode {
    // Nobody is left to be told where standard error is closed.
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

/// The width to fill: what `COLUMNS` asks for where it makes sense, else the terminal's, else 80.
/// Wider lines than 120 are hard to read.
fn columns() -> usize {
    let asked = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let sane = |columns: &usize| *columns >= 40;
    asked.filter(sane).or_else(|| terminal().filter(sane)).unwrap_or(80).min(120)
}

fn print(analysis: &Analysis<'_>, columns: usize, mut output: impl Write) -> io::Result<()> {
    let spoken = || analysis.quotations().map(|quotation| quotation.speaker().map(|speaker| speaker.name()));
    let longest = spoken().map(|name| name.unwrap_or(NOBODY).width()).max().unwrap_or(0);
    let name_columns = longest.min(columns / 3);
    let text_columns = columns - name_columns - GAP.len();
    for quotation in analysis.quotations() {
        let name = quotation.speaker().map_or(NOBODY, |speaker| speaker.name());
        let names = wrap(name, name_columns);
        let lines = wrap(quotation.text(), text_columns);
        for row in 0..names.len().max(lines.len()) {
            let cell = |lines: &[String]| lines.get(row).cloned().unwrap_or_default();
            let (name, line) = (cell(&names), cell(&lines));
            let indent = " ".repeat(name_columns.saturating_sub(name.width()));
            writeln!(output, "{}", format!("{indent}{name}{GAP}{line}").trim_end())?;
        }
    }
    let tally = tally(spoken().flatten());
    if let Some((_, most)) = tally.first() {
        writeln!(output)?;
        let digits = most.to_string().len();
        for (name, times) in &tally {
            writeln!(output, "{times:digits$}{GAP}{}", wrap(name, usize::MAX).concat())?;
        }
    }
    output.flush()
}

/// How often each name occurs, the most frequent first and equally frequent ones in their order.
fn tally<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(&'a str, usize)> {
    let mut tally: Vec<(&str, usize)> = Vec::new();
    let mut places = HashMap::new();
    for name in names {
        let place = *places.entry(name).or_insert(tally.len());
        match tally.get_mut(place) {
            Some((_, times)) => *times += 1,
            None => tally.push((name, 1)),
        }
    }
    tally.sort_by_key(|&(_, times)| std::cmp::Reverse(times));
    tally
}

/// `text` in lines of at most `columns`, broken at white space and, where a word is longer than a
/// line, within the word.
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

/// A text from elsewhere must not steer the terminal, which escape characters do.
fn printable(word: &str) -> Cow<'_, str> {
    if word.contains(char::is_control) {
        Cow::Owned(word.replace(char::is_control, "\u{FFFD}"))
    } else {
        Cow::Borrowed(word)
    }
}
