//! Batches of documents and their answers. One thread attributes a batch at a time.

use std::io;

use crate::corpus::documents::{Document, Read};
use crate::corpus::id::Id;
use crate::corpus::requests::Requests;
use crate::corpus::summary::Summary;
use crate::formats::{write_json, Answered, Table};

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

/// The form of the output.
#[derive(Clone, Copy)]
pub enum Shape {
    /// JSON Lines, one a document.
    Lines,
    Table(Table),
}

pub struct Answerer {
    pub requests: Requests,
    pub shape: Shape,
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

    pub fn answer(self, answerer: &Answerer) -> io::Result<Answers> {
        let mut answers = Answers { input_bytes: self.bytes, ..Answers::default() };
        for document in self.documents {
            answerer.answer(&document, &mut answers)?;
        }
        Ok(answers)
    }
}

impl Answerer {
    /// Adds the answer to a document, or the reason why it is refused.
    pub fn answer(&self, document: &Document, answers: &mut Answers) -> io::Result<()> {
        let read = match document.read() {
            Ok(read) => read,
            Err(reason) => return self.refuse(document.id(), &reason, answers),
        };
        let Read { id, text, request } = read;
        let reader =
            match request.as_ref().map_or_else(|| Ok(self.requests.usual()), |it| self.requests.reader(it)) {
                Ok(reader) => reader,
                Err(reason) => return self.refuse(Some(id), &(document.error_start() + &reason), answers),
            };
        let analysis = reader.attributor.attribute(&text);
        answers.summary.count(&text, &analysis);
        let label = id.label();
        let answered = Answered { name: &label, text: &text, analysis: &analysis, rejected: &[] };
        match self.shape {
            Shape::Lines => write_json(id, &answered, reader.offsets, &mut answers.lines),
            Shape::Table(table) => {
                table.with_offsets(reader.offsets).write(&answered, !reader.leaves_out, &mut answers.lines)
            }
        }
    }

    fn refuse(&self, id: Option<Id<'_>>, reason: &str, answers: &mut Answers) -> io::Result<()> {
        answers.summary.rejected += 1;
        match self.shape {
            Shape::Lines => records::write_error(&mut answers.lines, id, reason),
            Shape::Table(table) => {
                let name = id.map(Id::label).unwrap_or_default();
                table.write_error(&name, reason, &mut answers.lines)
            }
        }
    }
}
