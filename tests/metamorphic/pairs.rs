//! The part of the answer that a transformation must keep: each quotation and its speaker.

use unicode_normalization::UnicodeNormalization;
use whosaid::{Analysis, Attributor, Genre, Span};

/// The content of a quotation and the name of its speaker, both as [`plain`] text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub content: String,
    pub speaker: Option<String>,
}

/// Returns the pairs of a text, ordered by the start of their quotations.
pub fn of(text: &str) -> Vec<Pair> {
    with_spans(text).into_iter().map(|(_, pair)| pair).collect()
}

/// Returns the pairs, each with the span of its quotation.
pub fn with_spans(text: &str) -> Vec<(Span, Pair)> {
    with_spans_mapped(text, str::to_owned)
}

/// Returns the pairs with spans, after applying `map` to contents and names.
pub fn with_spans_mapped(text: &str, map: impl Fn(&str) -> String) -> Vec<(Span, Pair)> {
    pairs(&whosaid::attribute(text), map)
}

/// Returns the pairs of a text that is read as a narrative with dialogue.
pub fn of_narrative(text: &str) -> Vec<Pair> {
    let narratives = Attributor::builder().genre(Genre::Fiction).build().expect("a genre alone can be built");
    let pairs = pairs(&narratives.attribute(text), str::to_owned);
    pairs.into_iter().map(|(_, pair)| pair).collect()
}

fn pairs(analysis: &Analysis<'_>, map: impl Fn(&str) -> String) -> Vec<(Span, Pair)> {
    let quotations = analysis.quotations().map(|quotation| {
        let content = plain(&map(quotation.content_text()));
        let speaker = quotation.speaker().map(|speaker| plain(&map(speaker.name())));
        (quotation.span(), Pair { content, speaker })
    });
    quotations.collect()
}

/// Removes what the transformations change: quotation marks and apostrophes, white space, zero-width characters,
/// the composition of accents, entities, the hyphens at the ends of lines.
pub fn plain(text: &str) -> String {
    let text = ENTITIES
        .iter()
        .fold(text.replace("-\n", "").replace("\u{ad}\r\n  ", ""), |text, (entity, character)| {
            text.replace(entity, character)
        });
    let kept = text.nfc().filter(|c| !is_mark(*c) && !is_invisible(*c)).collect::<String>();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Entities and their characters. The ampersand is last, so that replacing it does not create another entity.
pub const ENTITIES: &[(&str, &str)] = &[
    ("&quot;", "\""),
    ("&#34;", "\""),
    ("&#39;", "'"),
    ("&apos;", "'"),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&lsquo;", "‘"),
    ("&rsquo;", "’"),
    ("&#8220;", "“"),
    ("&#8221;", "”"),
    ("&#8216;", "‘"),
    ("&#8217;", "’"),
    ("&#x201c;", "“"),
    ("&#x201d;", "”"),
    ("&#x2018;", "‘"),
    ("&#x2019;", "’"),
    ("&laquo;", "«"),
    ("&raquo;", "»"),
    ("&#147;", "“"),
    ("&#148;", "”"),
    ("&#146;", "’"),
    ("&nbsp;", " "),
    ("&amp;", "&"),
];

fn is_mark(c: char) -> bool {
    "“”„‟\"‘’‚‛'`´«»‹›「」『』".contains(c)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The number of pairs compared and of those that are equal.
#[derive(Clone, Copy, Default)]
pub struct Agreement {
    pub compared: usize,
    pub equal: usize,
}

impl Agreement {
    /// Compares two lists regardless of order. A pair in only one of them counts as unequal.
    pub fn of(before: &[Pair], after: &[Pair]) -> Agreement {
        let lost = difference(before, after).len();
        Agreement { compared: before.len().max(after.len()), equal: before.len() - lost }
    }

    pub fn add(&mut self, other: Agreement) {
        self.compared += other.compared;
        self.equal += other.equal;
    }

    pub fn share(self) -> f64 {
        self.equal as f64 / self.compared.max(1) as f64
    }
}

/// The multiset difference of two lists of pairs.
pub fn difference(these: &[Pair], those: &[Pair]) -> Vec<Pair> {
    let mut those: Vec<&Pair> = those.iter().collect();
    let is_missing = |pair: &&Pair| match those.iter().position(|it| it == pair) {
        Some(at) => {
            those.swap_remove(at);
            false
        }
        None => true,
    };
    these.iter().filter(is_missing).cloned().collect()
}
