//! Offsets of characters: PolNeAR counts Unicode scalar values, the library counts bytes.

/// A half-open range of characters.
pub type CharSpan = (usize, usize);

/// Whether two spans share a character.
pub fn overlap(a: CharSpan, b: CharSpan) -> bool {
    a.0 < b.1 && b.0 < a.1
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

    /// The words at `span`, as much of it as lies inside the text.
    pub fn slice(&self, span: CharSpan) -> String {
        let end = span.1.min(self.0.len());
        self.0.get(span.0..end).unwrap_or_default().iter().collect()
    }

    /// The words at every span, in their order.
    pub fn join(&self, spans: &[CharSpan], separator: &str) -> String {
        spans.iter().map(|&span| self.slice(span)).collect::<Vec<_>>().join(separator)
    }

    /// Those characters of the spans that are neither space nor quotation mark: where a span begins
    /// or ends among these is a matter of taste, and no overlap should hang on it.
    pub fn solid(&self, spans: &[CharSpan]) -> CharSet {
        let mut set = CharSet::default();
        for &(start, end) in spans {
            for (at, &char) in self.0.iter().enumerate().take(end).skip(start) {
                if !is_space(char) && !"“”\"«»„".contains(char) {
                    set.insert(at);
                }
            }
        }
        set
    }
}

/// White space, and the four separators of ASCII that most other tools count as such.
fn is_space(char: char) -> bool {
    char.is_whitespace() || ('\x1c'..='\x1f').contains(&char)
}

/// A set of character offsets, a bit each: intersecting two takes an instruction per 64 characters.
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

    /// How many offsets are in both.
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

/// For every byte of `text`, and for its end, the offset of its character.
pub fn byte_offsets(text: &str) -> Vec<usize> {
    let mut offsets = Vec::with_capacity(text.len() + 1);
    for (at, char) in text.chars().chain(['\n']).enumerate() {
        offsets.resize(offsets.len() + char.len_utf8(), at);
    }
    offsets
}
