//! A few documents, and what they are answered: the work of one thread at a time.

use std::io;

use serde::Serialize;
use whosaid::Attributor;

use crate::documents::Document;
use crate::summary::Summary;

/// Documents that stand one behind the other in the input.
#[derive(Default)]
pub struct Batch {
    documents: Vec<Document>,
    bytes: u64,
    held: usize,
}

/// The lines to be written for a batch.
#[derive(Default)]
pub struct Answers {
    pub lines: Vec<u8>,
    pub summary: Summary,
    /// How many bytes of the input they answer.
    pub read: u64,
}

impl Batch {
    pub fn push(&mut self, document: Document) {
        self.bytes += document.bytes();
        self.held += document.held();
        self.documents.push(document);
    }

    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// How many bytes of the input it is.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// How much memory it takes.
    pub fn held(&self) -> usize {
        self.held
    }

    pub fn answer(self, attributor: &Attributor) -> io::Result<Answers> {
        let mut answers = Answers { read: self.bytes, ..Answers::default() };
        for document in self.documents {
            answers.add(&document, attributor)?;
        }
        Ok(answers)
    }
}

impl Answers {
    fn add(&mut self, document: &Document, attributor: &Attributor) -> io::Result<()> {
        match document {
            Document::Line(line) => match line.request() {
                Ok(request) => self.record(request.id, &request.text, attributor),
                Err(reason) => self.refuse(&reason),
            },
            Document::File(file) => match file.text() {
                Ok(text) => self.record(&file.id, &text, attributor),
                Err(reason) => self.refuse(&reason),
            },
            Document::Closed(reason) => self.refuse(reason),
        }
    }

    fn record(&mut self, id: impl Serialize, text: &str, attributor: &Attributor) -> io::Result<()> {
        let analysis = attributor.attribute(text);
        self.summary.count(text, &analysis);
        records::write_record(&mut self.lines, id, analysis)
    }

    fn refuse(&mut self, reason: &str) -> io::Result<()> {
        self.summary.refused += 1;
        records::write_refusal(&mut self.lines, reason)
    }
}
