//! One page for all texts, which the report makes.

use std::io::{self, Write};

use whosaid::Analysis;
use whosaid_report::{Document, Report};

use crate::formats::{Answered, Rejected, Writer};

/// Keeps the texts until the page can be written.
#[derive(Default)]
pub struct Html {
    texts: Vec<Text>,
}

struct Text {
    name: String,
    text: String,
    analysis: Analysis<'static>,
    rejected: Vec<Rejected>,
}

impl Text {
    fn document(&self) -> Document<'_> {
        let document = Document::new(self.name.as_str(), &self.text, &self.analysis);
        let rejected = self.rejected.iter();
        rejected.fold(document, |document, (attribution, line)| document.rejected(*attribution, [line]))
    }
}

impl Writer for Html {
    fn add(&mut self, answered: &Answered<'_>, _output: &mut dyn Write) -> io::Result<()> {
        self.texts.push(Text {
            name: answered.name.to_owned(),
            text: answered.text.to_owned(),
            analysis: answered.analysis.clone().into_owned(),
            rejected: answered.rejected.to_vec(),
        });
        Ok(())
    }

    fn end(&mut self, output: &mut dyn Write) -> io::Result<()> {
        // The page itself says what it is about.
        let title = match self.texts.as_slice() {
            [] => String::new(),
            [one] => one.name.clone(),
            [first, others @ ..] => format!("{} and {} more", first.name, others.len()),
        };
        let report = self.texts.iter().map(Text::document).fold(Report::new(title), Report::with);
        output.write_all(report.to_html().as_bytes())
    }
}
