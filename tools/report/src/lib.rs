//! A page that shows who says what: each text with its quotations in the colours of their speakers, the speakers
//! beside it, and a record of every attribution with its evidence.
//!
//! ```
//! let text = "“We won,” said Wang Yi. He added that nobody lost.";
//! let analysis = whosaid::attribute(text);
//! let page = whosaid_report::Report::new("Result").document("match.txt", text, &analysis).to_html();
//! assert!(page.starts_with("<!DOCTYPE html>"));
//! assert!(page.contains("Wang Yi"));
//! ```
//!
//! The page is one file. It loads nothing, can be read without its script, and its rules let no other script run.
//! [`Report::to_fragment`] gives its parts, for a page that has its own frame.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod article;
mod colours;
mod facts;
mod frame;
mod rejected;
mod runs;
mod speakers;
mod view;
mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;

pub use rejected::rejected;
use whosaid::explanation::Explanation;
use whosaid::Analysis;

/// What a page shows: one document or several, in the order in which they were added.
///
/// Nothing is read or written, and the same input gives the same page.
#[derive(Debug, Clone)]
pub struct Report<'a> {
    title: Cow<'a, str>,
    documents: Vec<Document<'a>>,
}

impl<'a> Report<'a> {
    /// A report without documents.
    #[must_use]
    pub fn new(title: impl Into<Cow<'a, str>>) -> Self {
        Report { title: title.into(), documents: Vec::new() }
    }

    /// Adds a text under a name, with the analysis of that text.
    #[must_use]
    pub fn document(self, name: impl Into<Cow<'a, str>>, text: &'a str, analysis: &'a Analysis<'a>) -> Self {
        self.with(Document::new(name, text, analysis))
    }

    /// Adds a document that has more to it than text and analysis.
    #[must_use]
    pub fn with(mut self, document: Document<'a>) -> Self {
        self.documents.push(document);
        self
    }

    /// The whole page, in UTF-8.
    ///
    /// The text of each document is there character by character, except that NUL, which HTML cannot hold, is
    /// replaced by U+FFFD. Time and memory are linear in the texts and the records, up to a logarithm.
    #[must_use]
    pub fn to_html(&self) -> String {
        frame::page(&self.title, &self.documents).into_string()
    }

    /// The parts of the page, for a page that has its own frame.
    #[must_use]
    pub fn to_fragment(&self) -> Fragment {
        Fragment { html: frame::body(&self.documents).into_string(), style: STYLE, script: SCRIPT }
    }
}

/// A text, the analysis of that text, and what is known beyond it.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    name: Cow<'a, str>,
    text: &'a str,
    analysis: &'a Analysis<'a>,
    rejected: BTreeMap<usize, Vec<Cow<'a, str>>>,
}

impl<'a> Document<'a> {
    /// A text under a name, with the analysis of that text. Records with spans outside the text are not shown in it.
    #[must_use]
    pub fn new(name: impl Into<Cow<'a, str>>, text: &'a str, analysis: &'a Analysis<'a>) -> Self {
        Document { name: name.into(), text, analysis, rejected: BTreeMap::new() }
    }

    /// A text with the explanation of its analysis: for each attribution the answers that were rejected are shown.
    ///
    /// ```
    /// use whosaid_report::{Document, Report};
    ///
    /// let explanation = whosaid::Attributor::default().explain("“We won,” said Wang Yi.");
    /// let page = Report::new("Result").with(Document::explained("match.txt", &explanation)).to_html();
    /// assert!(page.contains("Who said it? [“We won,”] nobody"));
    /// ```
    #[must_use]
    pub fn explained(name: impl Into<Cow<'a, str>>, explanation: &'a Explanation<'a>) -> Self {
        let document = Document::new(name, explanation.text(), explanation.analysis());
        rejected(explanation)
            .fold(document, |document, (attribution, line)| document.rejected(attribution, [line]))
    }

    /// Adds lines about what was considered and rejected for an attribution, given by its index in the analysis.
    ///
    /// ```
    /// use whosaid_report::{Document, Report};
    ///
    /// let text = "“We won,” said Wang Yi.";
    /// let analysis = whosaid::attribute(text);
    /// let document = Document::new("match.txt", text, &analysis).rejected(0, ["nobody: 0.01"]);
    /// assert!(Report::new("Result").with(document).to_html().contains("nobody: 0.01"));
    /// ```
    #[must_use]
    pub fn rejected<L: Into<Cow<'a, str>>>(
        mut self,
        attribution: usize,
        lines: impl IntoIterator<Item = L>,
    ) -> Self {
        self.rejected.entry(attribution).or_default().extend(lines.into_iter().map(Into::into));
        self
    }
}

/// The parts of a report, to be put into another page.
///
/// The script sets up every report that is on the page when it runs. For one that is put there later, call its
/// function `whosaidReport` with the element of class `whosaid`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fragment {
    /// One `div` of class `whosaid`, whose headings begin at level two.
    pub html: String,
    /// The style sheet. All its rules but those for `.whosaid-page` are about what is inside the `div`.
    pub style: &'static str,
    /// The script. The fragment can be read without it.
    pub script: &'static str,
}

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");
