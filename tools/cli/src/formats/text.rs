//! Names and words side by side, for reading.

use std::io::{self, Write};

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use crate::formats::{tally, Answered, Layout, Writer, NO_SPEAKER};
use crate::rows::{rows, Row};
use crate::terminal::{style_of_speaker, wrap, FAINT, HEADING, PLAIN};

const GAP: &str = "  ";

pub struct Text {
    layout: Layout,
    is_first: bool,
}

/// A line of one row of the answer.
struct Line {
    text: String,
    style: Style,
}

impl Text {
    pub fn new(layout: Layout) -> Self {
        Self { layout, is_first: true }
    }

    /// The words of a row, and its evidence if that is wanted.
    fn lines(&self, row: &Row<'_, '_>, columns: usize) -> Vec<Line> {
        let words = wrap(&row.text, columns).into_iter();
        let mut lines: Vec<Line> = words.map(|text| Line { text, style: PLAIN }).collect();
        if self.layout.evidence {
            let evidence = wrap(&evidence(row), columns).into_iter();
            lines.extend(evidence.map(|text| Line { text, style: FAINT }));
        }
        lines
    }

    fn write_rows(&self, list: &[Row<'_, '_>], output: &mut dyn Write) -> io::Result<()> {
        let longest = list.iter().map(|row| name(row).width()).max().unwrap_or(0);
        let name_columns = longest.min(self.layout.columns / 3);
        let text_columns = self.layout.columns - name_columns - GAP.len();
        for row in list {
            let names = wrap(name(row), name_columns);
            let lines = self.lines(row, text_columns);
            let style = row.speaker.map_or(PLAIN, |speaker| style_of_speaker(speaker.index()));
            for number in 0..names.len().max(lines.len()) {
                let name = names.get(number).map_or("", String::as_str);
                let indent = " ".repeat(name_columns.saturating_sub(name.width()));
                write!(output, "{indent}{}", styled(name, style))?;
                if let Some(line) = lines.get(number) {
                    write!(output, "{GAP}{}", styled(&line.text, line.style))?;
                }
                writeln!(output)?;
            }
        }
        Ok(())
    }
}

impl Writer for Text {
    fn add(&mut self, answered: &Answered<'_>, output: &mut dyn Write) -> io::Result<()> {
        if !std::mem::replace(&mut self.is_first, false) {
            writeln!(output)?;
        }
        if self.layout.several {
            let name = wrap(answered.name, usize::MAX).concat();
            writeln!(output, "{}\n", styled(&name, HEADING))?;
        }
        let list = rows(answered.analysis, answered.text, self.layout.wanted);
        self.write_rows(&list, output)?;
        let tally = tally(list.iter().filter_map(|row| Some(row.speaker?.name())));
        let Some((_, max)) = tally.first() else { return Ok(()) };
        writeln!(output)?;
        let digits = max.to_string().len();
        for (name, times) in &tally {
            let lines = wrap(name, self.layout.columns - digits - GAP.len());
            for (number, line) in lines.iter().enumerate() {
                let times = if number == 0 { times.to_string() } else { String::new() };
                writeln!(output, "{times:>digits$}{GAP}{line}")?;
            }
        }
        Ok(())
    }
}

fn name<'a>(row: &Row<'a, '_>) -> &'a str {
    row.speaker.map_or(NO_SPEAKER, |speaker| speaker.name())
}

/// `source "he", cue "said", direct quote-source-cue, 0.97, 0.93 for the name`
fn evidence(row: &Row<'_, '_>) -> String {
    let Some(confidence) = row.confidence() else { return "nobody is found to have said it".to_owned() };
    let part = |name: &str, words: Option<&str>| words.map(|words| format!("{name} \"{words}\""));
    let mut parts: Vec<String> =
        [part("source", row.source()), part("cue", row.cue())].into_iter().flatten().collect();
    parts.push(format!("{} {}", row.kind(), row.rule().unwrap_or_default()));
    parts.push(format!("{confidence:.2}"));
    if let Some(confidence) = row.speaker_confidence() {
        parts.push(format!("{confidence:.2} for the name"));
    }
    parts.join(", ")
}

fn styled(text: &str, style: Style) -> String {
    if text.is_empty() || style == PLAIN {
        return text.to_owned();
    }
    format!("{style}{text}{style:#}")
}
