//! Character offsets: PolNeAR counts Unicode scalar values, the library counts bytes.

use super::marks::Mark;

/// A half-open range of character offsets.
pub type CharSpan = (usize, usize);

/// Whether two spans share a character.
pub fn overlap(a: CharSpan, b: CharSpan) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// The span from the start of the first span to the end of the last one.
pub fn hull(spans: &[CharSpan]) -> Option<CharSpan> {
    Some((spans.first()?.0, spans.last()?.1))
}

/// The characters of a text, addressed by their offsets.
pub struct Chars(Vec<char>);

impl Chars {
    pub fn new(text: &str) -> Self {
        Chars(text.chars().collect())
    }

    pub fn as_slice(&self) -> &[char] {
        &self.0
    }

    /// The text of `span`, cut off at the end of the document.
    pub fn slice(&self, span: CharSpan) -> String {
        let end = span.1.min(self.0.len());
        self.0.get(span.0..end).unwrap_or_default().iter().collect()
    }

    /// The texts of all spans, in the order given.
    pub fn join(&self, spans: &[CharSpan], separator: &str) -> String {
        spans.iter().map(|&span| self.slice(span)).collect::<Vec<_>>().join(separator)
    }

    /// The characters of the spans, without white space and quotation marks.
    ///
    /// Annotators disagree whether a span includes them, and that must not change an overlap.
    pub fn solid(&self, spans: &[CharSpan]) -> CharSet {
        let mut set = CharSet::default();
        for &(start, end) in spans {
            for (at, &char) in self.0.iter().enumerate().take(end).skip(start) {
                if !is_space(char) && Mark::of(char).is_none() {
                    set.insert(at);
                }
            }
        }
        set
    }
}

/// Whether `char` is white space or one of the four ASCII separators, which Python's `isspace` includes.
fn is_space(char: char) -> bool {
    char.is_whitespace() || ('\x1c'..='\x1f').contains(&char)
}

/// A set of character offsets, one bit each.
#[derive(Debug, Default)]
pub struct CharSet(Vec<u64>);

impl CharSet {
    fn insert(&mut self, at: usize) {
        let word = at / 64;
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (at % 64);
    }

    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The number of offsets in both sets.
    pub fn shared(&self, other: &CharSet) -> usize {
        self.0.iter().zip(&other.0).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// The union of all `sets`.
    pub fn union(sets: &[CharSet]) -> CharSet {
        let mut union = vec![0; sets.iter().map(|set| set.0.len()).max().unwrap_or(0)];
        for set in sets {
            union.iter_mut().zip(&set.0).for_each(|(all, word)| *all |= word);
        }
        CharSet(union)
    }
}

/// The character offset of every byte of `text`, and of its end.
pub fn byte_offsets(text: &str) -> Vec<usize> {
    let mut offsets = Vec::with_capacity(text.len() + 1);
    for (at, char) in text.chars().chain(['\n']).enumerate() {
        offsets.resize(offsets.len() + char.len_utf8(), at);
    }
    offsets
}
