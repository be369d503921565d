//! What a transformation has to leave as it was: who said which words.

use unicode_normalization::UnicodeNormalization;
use whosaid::Span;

/// The words of a quotation and the name of its speaker, both as [`plain`] text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub words: String,
    pub speaker: Option<String>,
}

/// The pairs of a text in the order in which their quotations open.
pub fn of(text: &str) -> Vec<Pair> {
    placed(text).into_iter().map(|(_, pair)| pair).collect()
}

/// The pairs, each with the place of its quotation.
pub fn placed(text: &str) -> Vec<(Span, Pair)> {
    placed_as(text, str::to_owned)
}

/// The pairs in other words.
pub fn placed_as(text: &str, other: impl Fn(&str) -> String) -> Vec<(Span, Pair)> {
    let analysis = whosaid::attribute(text);
    let quotations = analysis.quotations().map(|quotation| {
        let words = plain(&other(quotation.content_text()));
        let speaker = quotation.speaker().map(|speaker| plain(&other(speaker.name())));
        (quotation.span(), Pair { words, speaker })
    });
    quotations.collect()
}

/// The text without what the transformations change: quotation marks and apostrophes, white space,
/// characters without width, composition of accents, entities.
pub fn plain(text: &str) -> String {
    let text = ENTITIES.iter().fold(text.to_owned(), |text, (entity, is)| text.replace(entity, is));
    let kept = text.nfc().filter(|c| !is_mark(*c) && !is_invisible(*c)).collect::<String>();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Entities that the transformations write, and what they stand for; the ampersand comes last.
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

/// How many pairs were compared and how many were equal.
#[derive(Clone, Copy, Default)]
pub struct Agreement {
    pub compared: usize,
    pub equal: usize,
}

impl Agreement {
    /// Compares two lists whatever their order. A pair that only one of them has counts as unequal.
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

/// The pairs of `these` that are not among `those`, each of which answers for one.
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
