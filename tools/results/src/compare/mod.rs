//! The same quotation in several documents.

mod align;
mod groups;
mod normal;
mod rows;

use std::collections::HashMap;
use std::rc::Rc;

use crate::compare::normal::Piece;
use crate::document::Document;
use crate::speakers::SpeakerTable;

pub use rows::{Comparison, QuotationUse, SharedQuotation, SpeakerCount, Verdict};

/// The default minimum number of words of a quotation that is compared.
pub const DEFAULT_MIN_WORDS: usize = 6;

/// Collects the quotations of documents and finds those that several have.
///
/// Holds each different wording once, with four bytes a word, and about 24 bytes for each use. While it compares, it
/// needs 12 more bytes for each word.
pub struct Comparer {
    min_words: usize,
    speakers: SpeakerTable,
    documents: Vec<Box<str>>,
    vocabulary: HashMap<String, u32>,
    texts: Vec<Rc<[u32]>>,
    /// The first wording of each text.
    wordings: Vec<Box<str>>,
    known: HashMap<Rc<[u32]>, u32>,
    uses: Vec<Use>,
    too_short: usize,
}

/// A quotation of one document.
struct Use {
    text: u32,
    document: u32,
    speaker: Option<u32>,
    confidence: Option<f32>,
}

impl Default for Comparer {
    fn default() -> Self {
        Comparer::new(DEFAULT_MIN_WORDS)
    }
}

impl Comparer {
    /// Compares quotations of at least this many words. Fewer than four are never enough.
    #[must_use]
    pub fn new(min_words: usize) -> Self {
        Comparer {
            min_words: min_words.max(align::RUN),
            speakers: SpeakerTable::new(),
            documents: Vec::new(),
            vocabulary: HashMap::new(),
            texts: Vec::new(),
            wordings: Vec::new(),
            known: HashMap::new(),
            uses: Vec::new(),
            too_short: 0,
        }
    }

    /// Adds the quotations of a document, those that nobody is reported to have said included.
    pub fn add(&mut self, document: &Document<'_>) {
        self.speakers.add(document);
        let number = narrow(self.documents.len());
        self.documents.push(document.id.as_ref().into());
        for quotation in &document.quotations {
            let pieces = normal::pieces(&quotation.text);
            let words = pieces.iter().filter(|piece| **piece != Piece::Gap).count();
            if words < self.min_words {
                self.too_short += 1;
                continue;
            }
            let text = self.text(pieces, &quotation.text);
            let (speaker, confidence) = document.speaker_of(quotation);
            self.uses.push(Use { text, document: number, speaker: speaker.map(narrow), confidence });
        }
    }

    fn text(&mut self, pieces: Vec<Piece>, wording: &str) -> u32 {
        let vocabulary = &mut self.vocabulary;
        let numbers = pieces.into_iter().map(|piece| match piece {
            Piece::Gap => align::GAP,
            Piece::Word(word) => {
                let next = narrow(vocabulary.len()).saturating_add(1);
                *vocabulary.entry(word).or_insert(next)
            }
        });
        let words: Rc<[u32]> = numbers.collect();
        if let Some(known) = self.known.get(&words) {
            return *known;
        }
        let number = narrow(self.texts.len());
        self.texts.push(Rc::clone(&words));
        self.wordings.push(wording.into());
        self.known.insert(words, number);
        number
    }

    /// Finds the quotations that several documents have.
    #[must_use]
    pub fn finish(self) -> Comparison {
        let Comparer { min_words, speakers, documents, texts, wordings, uses, too_short, .. } = self;
        let leaders = groups::leaders(&texts, min_words);
        rows::build(&speakers.finish(), &documents, &wordings, &leaders, &uses, too_short)
    }
}

/// A count as four bytes. More than four thousand million quotations do not fit into memory anyway.
fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
