//! What the letters of a word show: endings, elisions, clitics, abbreviations.
//!
//! Imports: the symbols of this module and nothing above it. The lists move to the data of the language.

use once_cell::sync::Lazy;

use crate::language::{symbol, Lexicon, Symbol};

/// A class of word endings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The past form of a regular verb: "walked".
    Past,
    /// An adverb that is derived from an adjective: "quietly".
    Adverb,
    /// A plural noun: "dogs".
    Plural,
    /// A word that loses its last letter in plain speech: "goin’".
    DroppedG,
    /// A word whose possessive is an apostrophe alone: "dogs’", "Ramirez’".
    BarePossessive,
}

/// The letters of clitics, and each clitic with either apostrophe.
const CLITICS: &[(&str, [&str; 2])] = &[
    ("s", ["’s", "'s"]),
    ("ll", ["’ll", "'ll"]),
    ("re", ["’re", "'re"]),
    ("ve", ["’ve", "'ve"]),
    ("d", ["’d", "'d"]),
    ("m", ["’m", "'m"]),
];

/// Words that an apostrophe for missing letters precedes, in order: "’tis".
const ELISIONS: &[&str] = &[
    "bout", "cause", "cept", "cuz", "em", "er", "gainst", "im", "n", "neath", "nother", "nuff", "round", "s",
    "til", "till", "tis", "twas", "tween", "twere", "twill", "twould", "un",
];

/// Words that an apostrophe for missing letters follows: "ol’".
const CLIPPED: &[&str] = &["n", "ol", "an", "o", "th"];

/// Articles that are joined to a name: "al-Sisi", "d’Estaing".
const NAME_ARTICLES: &[&str] = &["al", "el", "an", "as", "ad", "ash", "d", "l", "bin", "ibn"];

/// The tag of an unknown word by its ending. The first match counts.
const TAGS: &[(&str, Symbol)] = &[
    ("ly", symbol!("adverb")),
    ("ing", symbol!("-ing")),
    ("ed", symbol!("-ed")),
    ("ion", symbol!("-ion")),
    ("ment", symbol!("-ion")),
    ("ness", symbol!("-ion")),
    ("s", symbol!("-s")),
    ("al", symbol!("-al")),
    ("ive", symbol!("-al")),
];

static ABBREVIATIONS: Lazy<WordList> =
    Lazy::new(|| WordList::read(include_str!("english/abbreviations.txt")));

static SENTENCE_OPENERS: Lazy<WordList> =
    Lazy::new(|| WordList::read(include_str!("english/sentence_openers.txt")));

static SENTENCE_ENDERS: Lazy<WordList> =
    Lazy::new(|| WordList::read(include_str!("english/sentence_enders.txt")));

/// No abbreviation is longer than this without its point.
const LONGEST_ABBREVIATION: usize = 6;

impl Lexicon {
    /// Whether a word has an ending of this class. Case counts.
    #[inline]
    pub(crate) fn ends_like(&self, word: &str, ending: Ending) -> bool {
        match ending {
            Ending::Past => word.ends_with("ed"),
            Ending::Adverb => word.ends_with("ly"),
            Ending::Plural => word.ends_with('s'),
            Ending::DroppedG => word.ends_with("in"),
            Ending::BarePossessive => word.ends_with(['s', 'S', 'z', 'x']),
        }
    }

    /// Whether these letters after an apostrophe are a token of their own: "s", "ll".
    pub(crate) fn is_clitic(&self, letters: &str) -> bool {
        CLITICS.iter().any(|(clitic, _)| letters.eq_ignore_ascii_case(clitic))
    }

    /// The clitic of this apostrophe and these letters, as words are written.
    pub(crate) fn clitic(&self, apostrophe: &str, letters: &str) -> Option<&'static str> {
        let (_, written) = CLITICS.iter().find(|(clitic, _)| letters.eq_ignore_ascii_case(clitic))?;
        written.iter().find(|clitic| clitic.starts_with(apostrophe)).copied()
    }

    /// Whether an apostrophe before this word can stand for missing letters: "tis". Any case.
    pub(crate) fn is_elision(&self, word: &str) -> bool {
        ELISIONS.binary_search(&word.to_ascii_lowercase().as_str()).is_ok()
    }

    /// Whether an apostrophe after this word can stand for missing letters: "ol". Case counts.
    pub(crate) fn is_clipped(&self, word: &str) -> bool {
        CLIPPED.contains(&word)
    }

    /// Whether a number after an apostrophe is a year without its century: "90s", "68".
    pub(crate) fn is_clipped_year(&self, number: &str) -> bool {
        let digits = number.trim_end_matches('s');
        digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether a capital letter is a word by itself, so that a point after it ends a sentence: "I".
    pub(crate) fn is_letter_word(&self, letter: u8) -> bool {
        letter == b'I'
    }

    /// Whether a small article of this form is joined to names: "al". Case counts.
    pub(crate) fn is_name_article(&self, word: &str) -> bool {
        NAME_ARTICLES.contains(&word)
    }

    /// Whether a word is written with a point, which is not given: "Mr". Case counts.
    pub(crate) fn is_abbreviation(&self, word: &str) -> bool {
        word.len() <= LONGEST_ABBREVIATION && ABBREVIATIONS.contains(word)
    }

    /// Whether an abbreviation, given with its point, may end a sentence: "Inc.". Case counts.
    pub(crate) fn ends_sentence(&self, word: &str) -> bool {
        SENTENCE_ENDERS.contains(word)
    }

    /// Whether a capitalised word after an abbreviation begins a sentence: "The". Case counts.
    pub(crate) fn opens_sentence(&self, word: &str) -> bool {
        SENTENCE_OPENERS.contains(word)
    }

    /// The tag of an unknown word by its ending.
    pub(crate) fn tag_by_ending(&self, word: &str) -> Symbol {
        TAGS.iter().find(|(ending, _)| word.ends_with(ending)).map_or(symbol!("word"), |(_, tag)| *tag)
    }
}

/// Words in order, compared as they are written.
struct WordList {
    words: Vec<&'static str>,
    /// The bits of [`bit`] that the words set.
    bits: [u64; 4],
}

impl WordList {
    fn read(file: &'static str) -> Self {
        let mut words: Vec<&str> = file.lines().filter(|line| !line.starts_with('#')).collect();
        words.sort_unstable();
        let mut bits = [0; 4];
        for word in &words {
            let (at, bit) = bit(word);
            bits[at] |= bit;
        }
        WordList { words, bits }
    }

    fn contains(&self, word: &str) -> bool {
        let (at, bit) = bit(word);
        self.bits[at] & bit != 0 && self.words.binary_search(&word).is_ok()
    }
}

/// A bit that most words outside a list do not share with a word of it.
fn bit(word: &str) -> (usize, u64) {
    let bytes = word.as_bytes();
    let ends = match bytes {
        [] => 0,
        [first, .., last] => (u32::from(*first) * 31) ^ (u32::from(*last) * 7),
        [only] => u32::from(*only),
    };
    let hash = (ends ^ (crate::text::index::narrow(bytes.len()) << 5)).wrapping_mul(0x9e37_79b1) >> 24;
    (hash as usize / 64, 1 << (hash % 64))
}

impl Lexicon {
    /// The age in a noun that refers to somebody by it: "54" of "54-year-old".
    pub(crate) fn age<'w>(&self, noun: &'w str) -> Option<&'w str> {
        noun.strip_suffix("-year-old")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_abbreviation_is_within_the_limit() {
        assert_eq!(ABBREVIATIONS.words.iter().map(|word| word.len()).max(), Some(LONGEST_ABBREVIATION));
    }

    #[test]
    fn elisions_are_in_order() {
        assert!(ELISIONS.is_sorted());
    }

    #[test]
    fn clitics_take_their_apostrophe() {
        let lexicon = Lexicon::default();
        assert_eq!(lexicon.clitic("'", "S"), Some("'s"));
        assert_eq!(lexicon.clitic("’", "LL"), Some("’ll"));
        assert_eq!(lexicon.clitic("’", "x"), None);
    }
}
