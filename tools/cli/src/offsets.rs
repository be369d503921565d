//! Places in a text, counted in another unit than bytes.

use whosaid::{Offsets, Span};

/// How many bytes are counted anew for one place.
const STEP: usize = 256;

/// The places of one text in a unit.
pub struct Places<'t> {
    text: &'t str,
    offsets: Offsets,
    /// The count before each step of the text; none for bytes.
    before: Vec<usize>,
}

impl<'t> Places<'t> {
    /// Linear in the text, unless the unit is the byte.
    pub fn new(text: &'t str, offsets: Offsets) -> Self {
        let mut before = Vec::new();
        if offsets != Offsets::Bytes {
            let mut count = 0;
            for step in text.as_bytes().chunks(STEP) {
                before.push(count);
                count += units(offsets, step);
            }
        }
        Self { text, offsets, before }
    }

    /// Where the span starts and ends.
    pub fn of(&self, span: Span) -> (usize, usize) {
        (self.at(span.start()), self.at(span.end()))
    }

    fn at(&self, byte: usize) -> usize {
        if self.offsets == Offsets::Bytes {
            return byte;
        }
        let bytes = self.text.as_bytes();
        let byte = byte.min(bytes.len());
        // The end of the text may be the start of a step that does not exist.
        let step = (byte / STEP).min(self.before.len().saturating_sub(1));
        let before = self.before.get(step).copied().unwrap_or(0);
        before + units(self.offsets, bytes.get(step * STEP..byte).unwrap_or_default())
    }
}

/// Counts the characters or units that begin in a part of a text in UTF-8.
fn units(offsets: Offsets, part: &[u8]) -> usize {
    let starts = || part.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
    match offsets {
        Offsets::Chars => starts(),
        // A character of four bytes is two units.
        Offsets::Utf16 => starts() + part.iter().filter(|&&byte| byte >= 0xF0).count(),
        _ => part.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_library() {
        let text = "a«Ну да»😀 ".repeat(60);
        let places = |offsets| Places::new(&text, offsets);
        let (bytes, chars, utf16) = (places(Offsets::Bytes), places(Offsets::Chars), places(Offsets::Utf16));
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for pair in starts.windows(2) {
            let span = Span::new(pair[0], pair[1]);
            let as_pair = |range: Option<std::ops::Range<usize>>| range.map(|it| (it.start, it.end));
            assert_eq!(bytes.of(span), (pair[0], pair[1]));
            assert_eq!(Some(chars.of(span)), as_pair(span.in_chars(&text)));
            assert_eq!(Some(utf16.of(span)), as_pair(span.in_utf16(&text)));
        }
        assert_eq!(Places::new("", Offsets::Chars).of(Span::new(0, 0)), (0, 0));
    }
}
