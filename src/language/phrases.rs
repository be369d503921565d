//! Fixed phrases, as the numbers of their words.

use crate::language::lexicon::WordId;
use crate::language::Language;

/// A kind of phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phrase {
    /// A phrase with a verb of speech that reports nothing: "that is to say".
    Idiom,
    /// A phrase that precedes a source: "according to".
    Source,
}

/// The phrases of a kind.
#[derive(Debug)]
pub(crate) struct Phrases {
    phrases: &'static [&'static [u16]],
    /// Bits that their words set: most other words set none of them.
    filter: u64,
}

const fn bit(word: usize) -> u64 {
    1 << (word % 64)
}

impl Phrases {
    pub(crate) const fn new(phrases: &'static [&'static [u16]]) -> Self {
        let (mut filter, mut at) = (0, 0);
        while at < phrases.len() {
            let mut word = 0;
            while word < phrases[at].len() {
                filter |= bit(phrases[at][word] as usize);
                word += 1;
            }
            at += 1;
        }
        Phrases { phrases, filter }
    }

    fn may_hold(&self, word: WordId) -> bool {
        self.filter & bit(word.get()) != 0
    }
}

impl Language {
    /// The length of the phrase of a kind that starts here, in words; `word` gives the words from here on.
    pub(crate) fn phrase_at(&self, kind: Phrase, word: impl Fn(usize) -> WordId) -> Option<usize> {
        let phrases = self.phrases(kind);
        let is_part = |at: usize, part: u16| self.origin(word(at)).get() == usize::from(part);
        if !phrases.may_hold(self.origin(word(0))) {
            return None;
        }
        let is_here = |phrase: &&&[u16]| (0..).zip(**phrase).all(|(at, part)| is_part(at, *part));
        phrases.phrases.iter().find(is_here).map(|phrase| phrase.len())
    }

    /// Whether the word at a place is part of a phrase of a kind; `word` gives the words around by their places.
    pub(crate) fn is_in_phrase(&self, kind: Phrase, place: usize, word: impl Fn(usize) -> WordId) -> bool {
        let phrases = self.phrases(kind);
        if !phrases.may_hold(self.origin(word(place))) {
            return false;
        }
        let longest = phrases.phrases.iter().map(|phrase| phrase.len()).max().unwrap_or(0);
        (place.saturating_sub(longest)..=place)
            .any(|start| self.phrase_at(kind, |at| word(start + at)).is_some_and(|len| start + len > place))
    }

    fn phrases(&self, kind: Phrase) -> &Phrases {
        match kind {
            Phrase::Idiom => &self.tables.idioms,
            Phrase::Source => &self.tables.sources,
        }
    }
}
