//! The static tables of a lexicon: one or two probes a word, no allocation.

use crate::language::classes::Classes;
use crate::language::fold::hash_packed;
use crate::models::Value;
use crate::text::letters::Letters;

/// The number of a word of a lexicon, of a compound of one, or of a word that a caller adds.
///
/// Words that have a weight come first, and each part is in order of frequency: the entries that most texts use share few
/// cache lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub(crate) struct WordId(u16);

/// The number of a word that is in no lexicon.
pub(crate) const UNKNOWN: WordId = WordId(0);

impl WordId {
    pub(crate) const fn get(self) -> usize {
        self.0 as usize
    }

    /// The number of a word at a place after so many other words; [`UNKNOWN`] for one word too many.
    pub(crate) fn after(words: usize, at: usize) -> WordId {
        u16::try_from(words + at).map_or(UNKNOWN, WordId)
    }
}

/// The number of places for words: as many as 16 bits of a hash distinguish.
const SLOTS: usize = 1 << 16;

/// The number of places for class sets: a power of two, so that a number is kept in range without a test.
const CLASS_SETS: usize = 1 << 10;

/// The tables of a lexicon, which the build script makes. Those by number start with the unknown word, and the
/// compounds follow the words.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// The number of the word at each place, zero where there is none: a word is at its hash or soon after.
    pub slots: &'static [u16; SLOTS],
    /// Each word, if it is a short one in ASCII, as [`Letters`]; zeros for any other word.
    pub short: &'static [[u64; 2]],
    /// The other words with their numbers. Sorted.
    pub long: &'static [(&'static str, u16)],
    /// The numbers of the marks of ASCII.
    pub marks: &'static [u16; 128],
    /// The number of each word's class set.
    pub sets: &'static [u16],
    /// The class sets.
    pub classes: &'static [Classes; CLASS_SETS],
    /// The tag of each class set.
    pub tags: &'static [Value; CLASS_SETS],
    /// The value by which the models know each word.
    pub values: &'static [u16],
    /// The verb that each word is a form of.
    pub lemmas: &'static [u16],
    /// The entry of a compound that ends with each word.
    pub compounds: &'static [u16],
}

impl Lexicon {
    /// The number of entries, the unknown word and compounds included.
    pub(crate) fn len(&self) -> usize {
        self.sets.len()
    }

    /// The number of a short word. No word contains a zero, so that its letters show its length.
    #[inline]
    pub(crate) fn id_of_letters(&self, letters: Letters, len: usize) -> WordId {
        let mut at = hash_packed(len, letters) as u16;
        loop {
            let id = self.slots[usize::from(at)];
            if id == 0 || self.short[usize::from(id)] == [letters.first, letters.second] {
                return WordId(id);
            }
            at = at.wrapping_add(1);
        }
    }

    /// The number of a word in lower case.
    pub(crate) fn id(&self, word: &[u8]) -> WordId {
        match Letters::of(word) {
            Some(letters) => self.id_of_letters(letters, word.len()),
            None => {
                let at = self.long.binary_search_by(|(known, _)| known.as_bytes().cmp(word));
                at.map_or(UNKNOWN, |at| WordId(self.long[at].1))
            }
        }
    }

    /// The number of a mark of ASCII.
    #[inline]
    pub(crate) fn id_of_mark(&self, mark: u8) -> WordId {
        WordId(self.marks[usize::from(mark & 127)])
    }

    /// The entry of a compound that ends with this word; [`UNKNOWN`] where it shares nothing with the word.
    pub(crate) fn compound(&self, id: WordId) -> WordId {
        self.compounds.get(id.get()).map_or(UNKNOWN, |compound| WordId(*compound))
    }

    #[inline]
    pub(crate) fn classes(&self, id: WordId) -> Option<Classes> {
        self.sets.get(id.get()).map(|set| self.classes[usize::from(*set) % CLASS_SETS])
    }

    #[inline]
    pub(crate) fn tag(&self, id: WordId) -> Option<Value> {
        self.sets.get(id.get()).map(|set| self.tags[usize::from(*set) % CLASS_SETS])
    }

    #[inline]
    pub(crate) fn value(&self, id: WordId) -> Option<Value> {
        self.values.get(id.get()).map(|value| Value(*value))
    }

    /// The verb that a word is a form of; [`UNKNOWN`] where it is a form of none.
    #[inline]
    pub(crate) fn lemma(&self, id: WordId) -> WordId {
        self.lemmas.get(id.get()).map_or(UNKNOWN, |lemma| WordId(*lemma))
    }

    /// The words with their numbers.
    pub(crate) fn words(&self) -> impl Iterator<Item = (WordId, String)> + '_ {
        let long = self.long.iter().map(|(word, id)| (WordId(*id), (*word).to_owned()));
        let short = (0..).zip(self.short).filter(|(_, letters)| letters[0] != 0).map(|(id, letters)| {
            let bytes = letters.iter().flat_map(|eight| eight.to_le_bytes()).take_while(|byte| *byte != 0);
            (WordId(id), bytes.map(char::from).collect())
        });
        long.chain(short)
    }
}
