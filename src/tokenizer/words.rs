//! Word lists that the tokenizer goes by, one word a line in the files beside this one.

use once_cell::sync::Lazy;

/// Words that are written as they stand in a file.
pub(crate) struct WordList(Vec<&'static str>, [u64; 4]);

impl WordList {
    fn read(file: &'static str) -> Self {
        let mut words: Vec<&str> = file.lines().filter(|line| !line.starts_with('#')).collect();
        words.sort_unstable();
        let mut marks = [0; 4];
        for word in &words {
            let (at, bit) = mark(word);
            marks[at] |= bit;
        }
        WordList(words, marks)
    }

    /// Whether the word is in the list. Case counts: "no." and "col." are words.
    pub(crate) fn contains(&self, word: &str) -> bool {
        let (at, bit) = mark(word);
        self.1[at] & bit != 0 && self.0.binary_search(&word).is_ok()
    }
}

/// A bit that tells most words apart from those of a list.
fn mark(word: &str) -> (usize, u64) {
    let bytes = word.as_bytes();
    let ends = match bytes {
        [] => 0,
        [first, .., last] => (u32::from(*first) * 31) ^ (u32::from(*last) * 7),
        [only] => u32::from(*only),
    };
    let hash = (ends ^ ((bytes.len() as u32) << 5)).wrapping_mul(0x9e37_79b1) >> 24;
    (hash as usize / 64, 1 << (hash % 64))
}

/// Abbreviations that are written with a point, without it.
pub(crate) static ABBREVIATIONS: Lazy<WordList> =
    Lazy::new(|| WordList::read(include_str!("../language/english/abbreviations.txt")));

pub(crate) static SENTENCE_OPENERS: Lazy<WordList> =
    Lazy::new(|| WordList::read(include_str!("../language/english/sentence_openers.txt")));

pub(crate) static SENTENCE_ENDERS: Lazy<WordList> =
    Lazy::new(|| WordList::read(include_str!("../language/english/sentence_enders.txt")));

/// No abbreviation is longer than this without its point.
pub(crate) const LONGEST_ABBREVIATION: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_abbreviation_is_within_the_limit() {
        assert_eq!(ABBREVIATIONS.0.iter().map(|word| word.len()).max(), Some(LONGEST_ABBREVIATION));
    }
}
