//! Words of names as keys, so that none is copied.

use std::collections::HashMap;
use std::hash::BuildHasher;
use std::hash::BuildHasherDefault;
use std::hash::Hash;
use std::hash::Hasher;
use std::hash::RandomState;

use once_cell::sync::Lazy;

use crate::language::{folded_hash, hash, Classes};
use crate::text::lists::MOST_KEPT;
use crate::words::{Tagged, Words};

/// A word, capitals and the shape of apostrophes aside: its hash, in two halves, so that a number beside it in
/// a map takes four bytes and not eight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word([u32; 2]);

impl Hash for Word {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(u64::from(self.0[1]) << 32 | u64::from(self.0[0]));
    }
}

impl Word {
    fn of_hash(hash: u64) -> Self {
        Word([hash as u32, (hash >> 32) as u32])
    }

    pub(crate) fn of(word: &str) -> Self {
        Word::of_hash(folded_hash(word))
    }

    /// A title of a speaker, as it is written.
    pub(crate) fn of_bearer(title: &str, speaker: usize) -> Self {
        Word::of_hash(hash(title.as_bytes()).wrapping_mul(MULTIPLIER).wrapping_add(speaker as u64))
    }

    pub(crate) fn at(text: &Tagged<'_>, token: usize) -> Self {
        Word::of_hash(text.hash_of(token))
    }
}

/// A word of a name, told while its paragraph is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameWord {
    pub word: Word,
    is: u8,
}

impl NameWord {
    pub(crate) fn at(words: &Words<'_, '_>, token: usize) -> Self {
        let word = Word::at(words.text, token);
        let classes = words.classes(token);
        let text = words.text.text_of(token);
        let is_initial = text.len() <= 5 && text.trim_end_matches('.').chars().nth(1).is_none();
        let is = u8::from(classes.any(Classes::SUFFIX))
            | u8::from(classes.any(Classes::GIVEN)) << 1
            | u8::from(is_initial) << 2;
        NameWord { word, is }
    }

    pub(crate) fn is_suffix(self) -> bool {
        self.is & 1 != 0
    }

    pub(crate) fn is_given(self) -> bool {
        self.is & 2 != 0
    }

    /// Whether it is no more than a letter.
    pub(crate) fn is_initial(self) -> bool {
        self.is & 4 != 0
    }

    pub(crate) fn hash(self) -> u64 {
        u64::from(self.word.0[1]) << 32 | u64::from(self.word.0[0])
    }
}

/// Of this process alone.
static SECRET: Lazy<u64> = Lazy::new(|| RandomState::new().hash_one(0));

const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

/// A map whose keys are hashes already. Its order says nothing, and nothing is read in it.
pub(crate) type ByWord<T> = HashMap<Word, T, BuildHasherDefault<Hashed>>;

/// Mixes the key, which is a hash that anybody can compute, with a number that nobody knows: whoever writes a
/// text cannot choose names that meet in one place of a map.
#[derive(Default)]
pub(crate) struct Hashed(u64);

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
        let mixed = u128::from(hash ^ *SECRET) * u128::from(MULTIPLIER);
        self.0 = mixed as u64 ^ (mixed >> 64) as u64;
    }
}

/// What was said under each word, the latest first: one list for all, in which each entry tells the one before
/// it under the same word.
pub(crate) struct Index<T> {
    /// The number of the latest entry of each word.
    latest: ByWord<u32>,
    /// Each with the number of the one before it.
    entries: Vec<(T, u32)>,
}

/// Before the first of a word.
const NONE: u32 = u32::MAX;

impl<T> Default for Index<T> {
    fn default() -> Self {
        Index { latest: ByWord::default(), entries: Vec::new() }
    }
}

impl<T: Copy> Index<T> {
    /// Nothing, with room for what was there, unless that is more than few texts need.
    pub(crate) fn emptied(mut self) -> Self {
        if self.entries.len() > MOST_KEPT {
            return Index::default();
        }
        self.latest.clear();
        self.entries.clear();
        self
    }

    pub(crate) fn push(&mut self, word: Word, entry: T) {
        let number = self.entries.len() as u32;
        let before = self.latest.insert(word, number).unwrap_or(NONE);
        self.entries.push((entry, before));
    }

    /// The entries of a word, the latest first.
    pub(crate) fn latest_first(&self, word: Word) -> impl Iterator<Item = T> + '_ {
        let mut next = self.latest.get(&word).copied().unwrap_or(NONE);
        std::iter::from_fn(move || {
            let (entry, before) = *self.entries.get(next as usize)?;
            next = before;
            Some(entry)
        })
    }
}
