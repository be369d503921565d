//! The paragraph and the sentence of a byte.
//!
//! Imports the document, its sentences and the narrowing of counts.

use crate::text::index::narrow;
use crate::tokenizer::document::Document;
use crate::tokenizer::sentences;

/// The numbers of a paragraph and of a sentence of a text, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub paragraph: u32,
    /// Counted over the whole text.
    pub sentence: u32,
}

/// Where the paragraphs and sentences of a text start, in bytes, so that the tokens can be freed before records are made.
pub(crate) struct Places {
    paragraphs: Vec<u32>,
    sentences: Vec<u32>,
}

impl Places {
    /// The paragraphs and sentences of a document, as the public functions of this module give them. Linear in its length.
    pub(crate) fn of(document: &Document<'_>) -> Self {
        let count = document.paragraphs_begun(document.end());
        let (mut paragraphs, mut starts) = (Vec::with_capacity(count), Vec::with_capacity(2 * count));
        let start_of = |at| document.token(at).map_or(document.text.len(), |token| token.start());
        for paragraph in document.paragraphs() {
            paragraphs.push(narrow(start_of(paragraph.start)));
            starts.extend(sentences::split(document, paragraph).map(|it| narrow(start_of(it.start))));
        }
        Places { paragraphs, sentences: starts }
    }

    /// The place of the token that starts at a byte. Logarithmic.
    pub(crate) fn at(&self, byte: usize) -> Place {
        let number = |starts: &[u32]| {
            let begun = starts.partition_point(|start| *start as usize <= byte);
            narrow(begun.saturating_sub(1))
        };
        Place { paragraph: number(&self.paragraphs), sentence: number(&self.sentences) }
    }
}
