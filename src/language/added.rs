//! Words that a caller adds to a language.

use crate::language::classes::Classes;
use crate::language::fold::hash_packed;
use crate::language::hash::hash;
use crate::language::lexicon::WordId;
use crate::text::index::narrow;
use crate::text::letters::Letters;

/// Words and phrases, looked up before those of the tables.
#[derive(Clone, Debug, Default)]
pub(crate) struct Added {
    words: Vec<Word>,
    /// The places of the words, in the order of their hashes.
    by_hash: Vec<u32>,
    /// Verbs that speak only together with the words after them, each word by its [`Language::key`].
    ///
    /// [`Language::key`]: crate::language::Language::key
    phrases: Vec<Vec<WordId>>,
    /// Bits that the hashes of the words set: most other words set none of them.
    filter: u64,
}

#[derive(Clone, Debug)]
struct Word {
    /// In lower case.
    letters: Box<[u8]>,
    hash: u64,
    classes: Classes,
    /// The same word in the tables.
    origin: WordId,
}

fn bit(hash: u64) -> u64 {
    1 << (hash >> 58)
}

impl Added {
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// Adds classes to a word in lower case, and the word where it is new.
    pub(crate) fn insert(&mut self, word: &[u8], classes: Classes, origin: WordId) {
        if let Some(known) = self.position(word) {
            let known = &mut self.words[known];
            known.classes = known.classes | classes;
            return;
        }
        let hash = hash(word);
        self.filter |= bit(hash);
        let at = self.by_hash.partition_point(|at| self.words[*at as usize].hash < hash);
        self.by_hash.insert(at, narrow(self.words.len()));
        self.words.push(Word { letters: word.into(), hash, classes, origin });
    }

    /// The place of a word in lower case.
    pub(crate) fn position(&self, word: &[u8]) -> Option<usize> {
        let hash = hash(word);
        let is_same = |known: &Word| known.hash == hash && *known.letters == *word;
        self.find(hash, is_same)
    }

    /// The place of a word of so many letters of ASCII.
    pub(crate) fn position_of_letters(&self, letters: Letters, len: usize) -> Option<usize> {
        let hash = hash_packed(len, letters);
        let is_same = |known: &Word| known.hash == hash && Letters::of(&known.letters) == Some(letters);
        self.find(hash, is_same)
    }

    /// The place of the word with this hash for which a condition holds. Constant for most words of a text, which set
    /// another bit; else logarithmic.
    #[inline]
    fn find(&self, hash: u64, is_same: impl Fn(&Word) -> bool) -> Option<usize> {
        if !self.may_hold(hash) {
            return None;
        }
        let first = self.by_hash.partition_point(|at| self.words[*at as usize].hash < hash);
        let places = self.by_hash[first..].iter().map(|at| *at as usize);
        places.take_while(|at| self.words[*at].hash == hash).find(|at| is_same(&self.words[*at]))
    }

    /// Adds a phrase that begins with a verb.
    pub(crate) fn insert_phrase(&mut self, words: Vec<WordId>) {
        if !self.phrases.contains(&words) {
            self.phrases.push(words);
        }
    }

    /// Whether one of the phrases starts here; `word` gives the words from here on.
    pub(crate) fn has_phrase_at(&self, word: impl Fn(usize) -> WordId) -> bool {
        self.phrases.iter().any(|phrase| phrase.iter().enumerate().all(|(at, part)| word(at) == *part))
    }

    fn may_hold(&self, hash: u64) -> bool {
        self.filter & bit(hash) != 0
    }

    pub(crate) fn classes(&self, at: usize) -> Classes {
        self.words.get(at).map_or(Classes::NONE, |word| word.classes)
    }

    pub(crate) fn origin(&self, at: usize) -> WordId {
        self.words.get(at).map_or(WordId::default(), |word| word.origin)
    }
}
