//! Markdown: a list of who said what, and a table of the speakers.

use std::io::{self, Write};

use crate::formats::{tally, Answered, Layout, Writer, NO_SPEAKER};
use crate::rows::rows;

/// The characters that Markdown could take as marks.
const MARKS: &str = r"\`*_{}[]()<>#+-.!|~&$";

pub struct Markdown {
    layout: Layout,
    is_first: bool,
}

impl Markdown {
    pub fn new(layout: Layout) -> Self {
        Self { layout, is_first: true }
    }
}

impl Writer for Markdown {
    fn add(&mut self, answered: &Answered<'_>, output: &mut dyn Write) -> io::Result<()> {
        if !std::mem::replace(&mut self.is_first, false) {
            writeln!(output)?;
        }
        writeln!(output, "## {}\n", escaped(answered.name))?;
        let rows = rows(answered.analysis, answered.text, self.layout.wanted);
        for row in &rows {
            let name = row.speaker.map_or(NO_SPEAKER, |speaker| speaker.name());
            writeln!(output, "- **{}**: {}", escaped(name), escaped(&row.text))?;
            if !self.layout.evidence {
                continue;
            }
            let number = |number: Option<f32>| number.map_or(String::new(), |number| format!("{number:.2}"));
            let evidence = [
                ("source", escaped(row.source().unwrap_or_default())),
                ("cue", escaped(row.cue().unwrap_or_default())),
                ("rule", escaped(row.rule().unwrap_or_default())),
                ("confidence", number(row.confidence())),
                ("of the name", number(row.speaker_confidence())),
            ];
            let given = evidence.iter().filter(|(_, value)| !value.is_empty());
            let given: Vec<_> = given.map(|(name, value)| format!("{name}: {value}")).collect();
            if !given.is_empty() {
                writeln!(output, "  <br>*{}*", given.join(", "))?;
            }
        }
        let tally = tally(rows.iter().filter_map(|row| Some(row.speaker?.name())));
        if tally.is_empty() {
            return Ok(());
        }
        writeln!(output, "\n| speaker | times |\n|---|--:|")?;
        for (name, times) in tally {
            writeln!(output, "| {} | {times} |", escaped(name))?;
        }
        Ok(())
    }
}

/// A text as one line that shows itself.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for word in text.split_whitespace() {
        if !escaped.is_empty() {
            escaped.push(' ');
        }
        for character in word.chars() {
            if MARKS.contains(character) {
                escaped.push('\\');
            }
            escaped.push(if character.is_control() { '\u{FFFD}' } else { character });
        }
    }
    escaped
}
