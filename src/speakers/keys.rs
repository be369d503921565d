//! Words of names as keys of maps, so that none is copied.
//!
//! May import `text`, `language`, `tokenizer` and `words`.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher, RandomState};

use once_cell::sync::Lazy;

use crate::language::{folded_hash, hash, Classes, Language};
use crate::text::index::{EntityId, Id, SpeakerId, TokenIdx};
use crate::text::lists::MOST_KEPT;
use crate::tokenizer::Document;
use crate::words::Words;

/// The hash of a word that ignores capitals and the shape of apostrophes.
///
/// Held as bytes, so that a map entry of a key and a four-byte value has no padding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WordKey([u8; 8]);

impl Hash for WordKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.number());
    }
}

impl WordKey {
    fn of_hash(hash: u64) -> Self {
        WordKey(hash.to_ne_bytes())
    }

    fn number(self) -> u64 {
        u64::from_ne_bytes(self.0)
    }

    pub(crate) fn of(word: &str) -> Self {
        WordKey::of_hash(folded_hash(word))
    }

    /// The key of a title, exactly as it is written, of one speaker.
    pub(crate) fn of_title(title: &str, speaker: SpeakerId) -> Self {
        let hash = hash(title.as_bytes()).wrapping_mul(MULTIPLIER);
        WordKey::of_hash(hash.wrapping_add(speaker.get() as u64))
    }

    /// The key of these words as a name of an entity.
    pub(crate) fn of_entity(self, entity: EntityId) -> Self {
        WordKey::of_hash(self.number().wrapping_mul(MULTIPLIER) ^ entity.get() as u64)
    }

    /// The keys of words that say less of a person than this one.
    pub(crate) fn wider(self, language: &Language) -> impl Iterator<Item = WordKey> {
        language.wider_roles(self.number()).map(|wider| WordKey::of_hash(wider).as_wider())
    }

    /// The key of this word where it says less of a person than the text does.
    pub(crate) fn as_wider(self) -> Self {
        WordKey::of_hash(self.number().wrapping_mul(MULTIPLIER))
    }

    /// The key of several words in this order.
    pub(crate) fn of_sequence(words: impl Iterator<Item = WordKey>) -> Self {
        let mix = |hash: u64, word: WordKey| hash.rotate_left(5).wrapping_mul(MULTIPLIER) ^ word.number();
        WordKey::of_hash(words.fold(0, mix))
    }

    pub(crate) fn at(document: &Document<'_>, token: TokenIdx) -> Self {
        WordKey::of_hash(document.hash_of(token))
    }
}

/// Facts about one word of a name, collected while its paragraph is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameWord {
    pub key: WordKey,
    flags: u8,
}

const SUFFIX: u8 = 1;
const GIVEN: u8 = 2;
const INITIAL: u8 = 4;

impl NameWord {
    pub(crate) fn at(words: &Words<'_, '_>, token: TokenIdx) -> Self {
        let classes = words.classes(token);
        let text = words.document.text_of(token);
        let is_initial = text.len() <= LONGEST_INITIAL && text.trim_end_matches('.').chars().nth(1).is_none();
        let flag = |flag: u8, holds: bool| flag * u8::from(holds);
        let flags = flag(SUFFIX, classes.any(Classes::SUFFIX))
            | flag(GIVEN, classes.any(Classes::GIVEN))
            | flag(INITIAL, is_initial);
        NameWord { key: WordKey::at(words.document, token), flags }
    }

    /// Whether it is a suffix of names: "Jr.".
    pub(crate) fn is_suffix(self) -> bool {
        self.flags & SUFFIX != 0
    }

    /// Whether it is a given name.
    pub(crate) fn is_given(self) -> bool {
        self.flags & GIVEN != 0
    }

    /// Whether it is a single letter: "J.".
    pub(crate) fn is_initial(self) -> bool {
        self.flags & INITIAL != 0
    }

    pub(crate) fn hash(self) -> u64 {
        self.key.number()
    }
}

/// The maximum length of a letter with a full stop, in bytes.
const LONGEST_INITIAL: usize = 5;

/// A random number of this process.
static SECRET: Lazy<u64> = Lazy::new(|| RandomState::new().hash_one(0));

const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

/// A map whose keys are hashes already. Its order is never read.
pub(crate) type ByWord<T> = HashMap<WordKey, T, BuildHasherDefault<Hashed>>;

/// Mixes the key with a secret number. Without it, a hostile text could choose names whose
/// hashes all collide, since anyone can compute them.
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

/// Entries under words, for each word the latest first.
///
/// One list holds the entries of all words. Each entry knows the one before it under the same word.
pub(crate) struct Index<T> {
    latest: ByWord<EntryId>,
    entries: Vec<Entry<T>>,
}

#[derive(Clone, Copy)]
struct Entry<T> {
    item: T,
    before: Option<EntryId>,
}

/// Entries of one index.
#[derive(Clone, Copy)]
struct Entries;

type EntryId = Id<Entries>;

impl<T> Default for Index<T> {
    fn default() -> Self {
        Index { latest: ByWord::default(), entries: Vec::new() }
    }
}

impl<T: Copy> Index<T> {
    /// Empties the index for another text. Keeps its memory unless it is more than most texts need.
    pub(crate) fn emptied(mut self) -> Self {
        if self.entries.len() > MOST_KEPT {
            return Index::default();
        }
        self.latest.clear();
        self.entries.clear();
        self
    }

    pub(crate) fn push(&mut self, word: WordKey, item: T) {
        let before = self.latest.insert(word, EntryId::new(self.entries.len()));
        self.entries.push(Entry { item, before });
    }

    /// The entries of a word, the latest first.
    pub(crate) fn latest_first(&self, word: WordKey) -> impl Iterator<Item = T> + '_ {
        let mut next = self.latest.get(&word).copied();
        std::iter::from_fn(move || {
            let entry = next?.of(&self.entries)?;
            next = entry.before;
            Some(entry.item)
        })
    }
}
