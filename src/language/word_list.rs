//! Lists of words as they are written.

/// A list of words in which case counts: "no." and "col." are words.
#[derive(Debug)]
pub(crate) struct WordList {
    /// Sorted.
    words: &'static [&'static str],
    /// Bits that the words set: most other words set none of them.
    filter: [u64; 4],
    /// The maximum length of a word in bytes.
    longest: usize,
}

impl WordList {
    /// A list of sorted words.
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
        let (mut filter, mut longest, mut at) = ([0; 4], 0, 0);
        while at < words.len() {
            let (place, bit) = bit(words[at].as_bytes());
            filter[place] |= bit;
            longest = if words[at].len() > longest { words[at].len() } else { longest };
            at += 1;
        }
        WordList { words, filter, longest }
    }

    pub(crate) fn contains(&self, word: &str) -> bool {
        let (place, bit) = bit(word.as_bytes());
        self.filter[place] & bit != 0 && self.words.binary_search(&word).is_ok()
    }

    /// The maximum length of a word in bytes.
    pub(crate) fn longest(&self) -> usize {
        self.longest
    }
}

/// A bit by the first and the last byte and the length of a word.
const fn bit(word: &[u8]) -> (usize, u64) {
    let ends = match word {
        [] => 0,
        [first, .., last] => (*first as u32 * 31) ^ (*last as u32 * 7),
        [only] => *only as u32,
    };
    let hash = (ends ^ ((word.len() as u32) << 5)).wrapping_mul(0x9e37_79b1) >> 24;
    (hash as usize / 64, 1 << (hash % 64))
}
