//! The summary that is printed at the end of a run.

use std::io::{self, Write};
use std::time::Duration;

use whosaid::Analysis;

use crate::corpus::tally::Tally;
use crate::failure;

const SPEAKERS_SHOWN: usize = 10;

#[derive(Default)]
pub struct Summary {
    pub documents: u64,
    pub rejected: u64,
    /// Documents of an earlier run, answered or rejected. The other figures do not include them.
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
        self.rejected += other.rejected;
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
        if self.rejected > 0 {
            writeln!(output, "{:12}  rejected", self.rejected)?;
        }
        writeln!(output, "{:12}  bytes of text", self.bytes)?;
        writeln!(output, "{:12.0}  bytes per second", self.bytes as f64 / elapsed.as_secs_f64())?;
        writeln!(output, "{:12}  quotations", self.quotations)?;
        writeln!(output, "{:12}  attributions", self.attributions)?;
        let most_quoted = self.quoted.most_frequent(SPEAKERS_SHOWN);
        if !most_quoted.is_empty() {
            writeln!(output, "\nMost quoted:")?;
        }
        for (name, times) in most_quoted {
            writeln!(output, "{times:12}  {}", on_one_line(name))?;
        }
        if self.quoted.max_error() > 0 {
            writeln!(
                output,
                "Too many names to count exactly: each count may be up to {} too low.",
                self.quoted.max_error()
            )?;
        }
        Ok(())
    }
}

/// Collapses white space and replaces control characters.
fn on_one_line(name: &str) -> String {
    let words: Vec<_> = name.split_whitespace().collect();
    failure::printable(&words.join(" ")).into_owned()
}
