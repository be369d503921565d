//! From bytes of a text to code points.

/// Bytes that are counted at once. A look-up counts the characters of at most one block.
const BLOCK: usize = 128;

/// How many characters precede each place of a text. Made in linear time; each look-up takes the same short time.
pub(crate) struct Places {
    /// The characters that begin before each block. Empty for a text of ASCII, where bytes are characters.
    before: Vec<usize>,
}

impl Places {
    pub(crate) fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Places { before: Vec::new() };
        }
        let counts = text.as_bytes().chunks(BLOCK).scan(0, |count, block| {
            let before = *count;
            *count += beginnings(block);
            Some(before)
        });
        Places { before: counts.collect() }
    }

    /// The number of characters before a byte of the text that was given to [`new`](Self::new).
    pub(crate) fn chars_before(&self, text: &str, byte: usize) -> usize {
        // The end of a text that fills its last block has no block of its own.
        let block = (byte / BLOCK).min(self.before.len().saturating_sub(1));
        match self.before.get(block) {
            None => byte,
            Some(before) => before + text.as_bytes().get(block * BLOCK..byte).map_or(0, beginnings),
        }
    }
}

/// The number of characters that begin in these bytes: all bytes but the continuations 0b10xxxxxx.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}
