//! Phrases of several words.

use crate::language::{symbol, Lexicon, Symbol};
use crate::tokenizer::WordId;

/// A kind of phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phrase {
    /// Names a source: "according to".
    Source,
}

const SOURCES: &[&[Symbol]] = &[
    &[symbol!("according"), symbol!("to")],
    &[symbol!("in"), symbol!("the"), symbol!("words"), symbol!("of")],
];

impl Lexicon {
    /// The number of words of a phrase, given its words by their distance from the first.
    pub(crate) fn phrase_at(&self, phrase: Phrase, word: impl Fn(usize) -> WordId) -> Option<usize> {
        let phrases = match phrase {
            Phrase::Source => SOURCES,
        };
        let reads = |phrase: &&&[Symbol]| {
            phrase.iter().enumerate().all(|(at, part)| self.value(word(at)).symbol == *part)
        };
        phrases.iter().find(reads).map(|phrase| phrase.len())
    }
}
