//! Word lists that the tokenizer goes by, one word a line in the files beside this one.

use once_cell::sync::Lazy;

/// Words that are written as they stand in a file.
pub(super) struct WordList(Vec<&'static str>);

impl WordList {
    fn read(file: &'static str) -> Self {
        let mut words: Vec<&str> = file.lines().filter(|line| !line.starts_with('#')).collect();
        words.sort_unstable();
        WordList(words)
    }

    /// Whether the word is in the list. Case counts: "no." and "col." are words.
    pub(super) fn contains(&self, word: &str) -> bool {
        self.0.binary_search(&word).is_ok()
    }
}

/// Abbreviations that are written with a point, without it.
pub(super) static ABBREVIATIONS: Lazy<WordList> =
    Lazy::new(|| WordList::read(include_str!("abbreviations.txt")));

pub(super) static SENTENCE_OPENERS: Lazy<WordList> =
    Lazy::new(|| WordList::read(include_str!("sentence_openers.txt")));

pub(super) static SENTENCE_ENDERS: Lazy<WordList> =
    Lazy::new(|| WordList::read(include_str!("sentence_enders.txt")));

/// No abbreviation is longer than this without its point.
pub(super) const LONGEST_ABBREVIATION: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_abbreviation_is_within_the_limit() {
        assert_eq!(ABBREVIATIONS.0.iter().map(|word| word.len()).max(), Some(LONGEST_ABBREVIATION));
    }
}
