//! Words of names as keys, so that none is copied.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::lexicon::{folded_hash, Tagged};

/// A word, capitals and the shape of apostrophes aside: its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Word(u64);

impl Word {
    pub(super) fn of(word: &str) -> Self {
        Word(folded_hash(word))
    }

    pub(super) fn at(text: &Tagged<'_>, token: usize) -> Self {
        Word::of(text.text_of(token))
    }
}

/// A map whose keys are hashes already.
pub(super) type ByWord<T> = HashMap<Word, T, BuildHasherDefault<Hashed>>;

/// Takes the key for its own hash.
#[derive(Default)]
pub(super) struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
