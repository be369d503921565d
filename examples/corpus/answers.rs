//! Batches of documents and their answers. One thread attributes a batch at a time.

use std::io;

use serde::Serialize;
use serde_json::value::RawValue;
use whosaid::Attributor;

use crate::documents::Document;
use crate::summary::Summary;

/// Consecutive documents of the input.
#[derive(Default)]
pub struct Batch {
    documents: Vec<Document>,
    bytes: u64,
    bytes_in_memory: usize,
}

/// The output lines of a batch.
#[derive(Default)]
pub struct Answers {
    pub lines: Vec<u8>,
    pub summary: Summary,
    /// The size of the answered input in bytes.
    pub input_bytes: u64,
}

impl Batch {
    pub fn push(&mut self, document: Document) {
        self.bytes += document.bytes();
        self.bytes_in_memory += document.bytes_in_memory();
        self.documents.push(document);
    }

    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// The size of the documents in the input, in bytes.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The memory that the documents use before they are attributed, in bytes.
    pub fn bytes_in_memory(&self) -> usize {
        self.bytes_in_memory
    }

    pub fn answer(self, attributor: &Attributor) -> io::Result<Answers> {
        let mut answers = Answers { input_bytes: self.bytes, ..Answers::default() };
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
                Err(reason) => self.reject(line.id(), &reason),
            },
            Document::File(file) => match file.text() {
                Ok(text) => self.record(&file.id, &text, attributor),
                Err(reason) => self.reject(None, &reason),
            },
            Document::Unreadable(reason) => self.reject(None, reason),
        }
    }

    fn record(&mut self, id: impl Serialize, text: &str, attributor: &Attributor) -> io::Result<()> {
        let analysis = attributor.attribute(text);
        self.summary.count(text, &analysis);
        records::write_record(&mut self.lines, id, analysis)
    }

    fn reject(&mut self, id: Option<&RawValue>, reason: &str) -> io::Result<()> {
        self.summary.rejected += 1;
        records::write_error(&mut self.lines, id, reason)
    }
}
