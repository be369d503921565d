//! What a terminal shows: lines of limited width, and colours.

use std::env;
use std::io::{self, Stdout};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Effects, Style};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::failure::printable;
use crate::options::Color;

/// Narrower than this, a terminal is not believed.
const MIN_COLUMNS: usize = 40;
/// Longer lines are hard to read.
const MAX_COLUMNS: usize = 120;
const USUAL_COLUMNS: usize = 80;

/// Colours that can be read on light and on dark.
const COLORS: [AnsiColor; 6] = [
    AnsiColor::Blue,
    AnsiColor::Magenta,
    AnsiColor::Green,
    AnsiColor::Cyan,
    AnsiColor::Red,
    AnsiColor::Yellow,
];

pub const PLAIN: Style = Style::new();
pub const FAINT: Style = Style::new().effects(Effects::DIMMED);
pub const HEADING: Style = Style::new().effects(Effects::BOLD);

/// The colour of speaker number `index`.
pub fn style_of_speaker(index: usize) -> Style {
    let color = COLORS.get(index % COLORS.len()).copied().unwrap_or(AnsiColor::Blue);
    color.on_default() | Effects::BOLD
}

/// Returns the line width: `COLUMNS` or the width of the terminal, the first that is wide enough.
pub fn columns() -> usize {
    let requested = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let is_usable = |columns: &usize| *columns >= MIN_COLUMNS;
    let columns = requested.filter(is_usable).or_else(|| terminal().filter(is_usable));
    columns.unwrap_or(USUAL_COLUMNS).min(MAX_COLUMNS)
}

/// Standard output with colours if it is a terminal and `NO_COLOR` is not set, or as the option says.
pub fn stdout(color: Color) -> AutoStream<Stdout> {
    let choice = match color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    AutoStream::new(io::stdout(), choice)
}

/// Breaks `text` into lines of at most `columns`, at white space or inside a word that is longer than a line.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
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
