//! What a run has to say at its end.

use std::io::{self, Write};
use std::time::Duration;

use whosaid::Analysis;

use crate::tally::Tally;

const SPEAKERS_SHOWN: usize = 10;

#[derive(Default)]
pub struct Summary {
    pub documents: u64,
    pub refused: u64,
    /// Those that an earlier run answered or refused. The figures below know nothing of them.
    pub earlier: u64,
    pub earlier_bytes: u64,
    bytes: u64,
    quotations: u64,
    attributions: u64,
    quoted: Tally,
}

impl Summary {
    pub fn count(&mut self, text: &str, analysis: &Analysis<'_>) {
        self.documents += 1;
        self.bytes += text.len() as u64;
        self.quotations += analysis.quotations().len() as u64;
        self.attributions += analysis.attributions().len() as u64;
        for speaker in analysis.quotations().filter_map(|quotation| quotation.speaker()) {
            self.quoted.add(speaker.name(), 1);
        }
    }

    pub fn add(&mut self, other: Summary) {
        self.documents += other.documents;
        self.refused += other.refused;
        self.earlier += other.earlier;
        self.earlier_bytes += other.earlier_bytes;
        self.bytes += other.bytes;
        self.quotations += other.quotations;
        self.attributions += other.attributions;
        self.quoted.add_all(&other.quoted);
    }

    pub fn print(&self, elapsed: Duration, mut output: impl Write) -> io::Result<()> {
        if self.earlier > 0 {
            writeln!(output, "{:12}  answered by an earlier run", self.earlier)?;
        }
        writeln!(output, "{:12}  documents", self.documents)?;
        if self.refused > 0 {
            writeln!(output, "{:12}  refused", self.refused)?;
        }
        writeln!(output, "{:12}  bytes of text", self.bytes)?;
        writeln!(output, "{:12.0}  bytes a second", self.bytes as f64 / elapsed.as_secs_f64())?;
        writeln!(output, "{:12}  quotations", self.quotations)?;
        writeln!(output, "{:12}  attributions", self.attributions)?;
        let most = self.quoted.most(SPEAKERS_SHOWN);
        if !most.is_empty() {
            writeln!(output, "\nMost quoted:")?;
        }
        for (name, times) in most {
            writeln!(output, "{times:12}  {}", in_one_line(name))?;
        }
        if self.quoted.missing() > 0 {
            writeln!(output, "Too many names to count exactly: up to {} more each.", self.quoted.missing())?;
        }
        Ok(())
    }
}

/// A text from elsewhere must not steer the terminal, which escape characters do.
fn in_one_line(name: &str) -> String {
    let words: Vec<_> = name.split_whitespace().collect();
    words.join(" ").replace(char::is_control, "\u{FFFD}")
}
