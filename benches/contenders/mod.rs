//! The functions that are timed: stages of the library and, for comparison, splitting the text into words.

use std::ops::RangeInclusive;

use once_cell::sync::Lazy;
use regex::Regex;
use unicode_segmentation::UnicodeSegmentation;
use whosaid::quotes::{quote_spans, Marks};
use whosaid::{speakers, tokenizer, AttributionKind, Attributor};

/// A function that is timed.
pub struct Contender {
    pub name: &'static str,
    /// Counts its results in a text.
    pub count: fn(&str) -> usize,
    /// Bounds on that count, computed independently.
    plausible: fn(&str) -> RangeInclusive<usize>,
}

impl Contender {
    /// Returns the count that every timed run must reproduce.
    pub fn expected(&self, text: &str) -> usize {
        let (count, plausible) = ((self.count)(text), (self.plausible)(text));
        assert!(plausible.contains(&count), "{}: {count} is not in {plausible:?}", self.name);
        count
    }
}

/// All contenders; those outside the library are first.
pub const CONTENDERS: [Contender; 8] = [
    Contender {
        name: "memchr over the marks",
        count: marks,
        plausible: |text| exactly(marks_one_by_one(text)),
    },
    Contender { name: r"regex \w+|[^\w\s]", count: regex_words, plausible: |text| words(text)..=text.len() },
    Contender {
        name: "unicode_words",
        count: unicode_words,
        plausible: |text| plain_words(text)..=text.len(),
    },
    Contender { name: "tokenizer", count: tokens, plausible: |text| words(text)..=text.len() },
    Contender {
        name: "quote spans",
        count: spans,
        plausible: |text| openings(text) / 2..=marks_one_by_one(text),
    },
    Contender { name: "speaker detection", count: names, plausible: |text| 1..=capitals(text) },
    Contender {
        name: "quotations alone",
        count: quoted,
        plausible: |text| (said(text) / 2).min(spans(text))..=spans(text),
    },
    Contender { name: "the whole", count: attributions, plausible: |text| quoted(text)..=words(text) },
];

static WORDS: Lazy<Regex> = Lazy::new(|| Regex::new(r"\w+|[^\w\s]").expect("a constant, valid pattern"));

static QUOTED: Lazy<Attributor> = Lazy::new(|| {
    let kinds = [AttributionKind::Direct, AttributionKind::Mixed];
    Attributor::builder().kinds(kinds).build().expect("a valid configuration")
});

fn marks(text: &str) -> usize {
    memchr::memchr3_iter(b'"', b'\'', 0xe2, text.as_bytes()).count()
}

fn regex_words(text: &str) -> usize {
    WORDS.find_iter(text).count()
}

fn unicode_words(text: &str) -> usize {
    text.unicode_words().count()
}

fn tokens(text: &str) -> usize {
    tokenizer::tokens(text).count()
}

fn spans(text: &str) -> usize {
    quote_spans(text, Marks::ALL).len()
}

fn names(text: &str) -> usize {
    speakers::name_mentions(text).len()
}

fn quoted(text: &str) -> usize {
    QUOTED.attribute(text).attributions().len()
}

fn attributions(text: &str) -> usize {
    whosaid::attribute(text).attributions().len()
}

fn exactly(count: usize) -> RangeInclusive<usize> {
    count..=count
}

fn marks_one_by_one(text: &str) -> usize {
    text.bytes().filter(|byte| matches!(byte, b'"' | b'\'' | 0xe2)).count()
}

fn openings(text: &str) -> usize {
    text.matches('“').count()
}

/// Counts quotations followed by "said".
fn said(text: &str) -> usize {
    text.matches("” said ").count()
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn plain_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().all(char::is_alphanumeric)).count()
}

fn capitals(text: &str) -> usize {
    text.chars().filter(|char| char.is_uppercase()).count()
}
