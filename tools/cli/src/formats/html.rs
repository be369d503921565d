//! One page for all texts, which the report makes.

use std::io::{self, Write};

use whosaid::Analysis;
use whosaid_report::{Document, Report};

use crate::formats::{Answered, Writer};

const TITLE: &str = "Who said what";

/// Keeps the texts until the page can be written.
#[derive(Default)]
pub struct Html {
    texts: Vec<Text>,
}

struct Text {
    name: String,
    text: String,
    analysis: Analysis<'static>,
}

impl Writer for Html {
    fn add(&mut self, answered: &Answered<'_>, _output: &mut dyn Write) -> io::Result<()> {
        self.texts.push(Text {
            name: answered.name.to_owned(),
            text: answered.text.to_owned(),
            analysis: answered.analysis.clone().into_owned(),
        });
        Ok(())
    }

    fn end(&mut self, output: &mut dyn Write) -> io::Result<()> {
        let title = match self.texts.as_slice() {
            [one] => format!("{TITLE}: {}", one.name),
            _ => TITLE.to_owned(),
        };
        let documents =
            self.texts.iter().map(|text| Document::new(text.name.as_str(), &text.text, &text.analysis));
        let report = documents.fold(Report::new(title), Report::with);
        output.write_all(report.to_html().as_bytes())
    }
}
