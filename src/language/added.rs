//! Words that a caller adds to a language.

use crate::language::classes::Classes;
use crate::language::fold::hash_packed;
use crate::language::hash::hash;
use crate::language::lexicon::WordId;
use crate::text::letters::Letters;

/// A few words, looked up before those of the tables.
#[derive(Clone, Debug, Default)]
pub(crate) struct Added {
    words: Vec<Word>,
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
        self.words.push(Word { letters: word.into(), hash, classes, origin });
    }

    /// The place of a word in lower case.
    pub(crate) fn position(&self, word: &[u8]) -> Option<usize> {
        let hash = hash(word);
        let is_same = |known: &Word| known.hash == hash && *known.letters == *word;
        self.may_hold(hash).then(|| self.words.iter().position(is_same)).flatten()
    }

    /// The place of a word of so many letters of ASCII.
    pub(crate) fn id_of_letters(&self, letters: Letters, len: usize) -> Option<usize> {
        let hash = hash_packed(len, letters);
        let is_same = |known: &Word| known.hash == hash && Letters::of(&known.letters) == Some(letters);
        self.may_hold(hash).then(|| self.words.iter().position(is_same)).flatten()
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
