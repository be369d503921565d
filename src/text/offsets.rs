//! The units in which places of a text can be counted. Imports spans and the macros of names.

use std::fmt;

#[cfg(feature = "serde")]
use crate::text::named::unknown_is_refused;
use crate::text::named::{public_name, written_by_name};
use crate::text::span::Span;

/// The unit in which the places of a text are counted.
///
/// ```
/// use whosaid::Offsets;
///
/// assert_eq!("utf16".parse(), Ok(Offsets::Utf16));
/// assert_eq!(Offsets::Utf16.to_string(), "utf16");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Offsets {
    /// Bytes of UTF-8, as Rust, Go and C count. Every [`Span`](crate::Span) counts them.
    #[default]
    Bytes,
    /// Unicode scalar values, as Python counts.
    Chars,
    /// Code units of UTF-16, as JavaScript, Java and C# count.
    Utf16,
}

impl Offsets {
    /// Every unit.
    pub const ALL: &'static [Offsets] = &[Offsets::Bytes, Offsets::Chars, Offsets::Utf16];

    /// The name in small letters, as in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Offsets::Bytes => public_name!("bytes"),
            Offsets::Chars => public_name!("chars"),
            Offsets::Utf16 => public_name!("utf16"),
        }
    }

    /// The number of units that begin in these bytes.
    fn count(self, bytes: &[u8]) -> usize {
        let begins = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
        let chars = || bytes.iter().filter(begins).count();
        match self {
            Offsets::Bytes => bytes.len(),
            Offsets::Chars => chars(),
            // A character of four bytes is a pair of code units.
            Offsets::Utf16 => chars() + bytes.iter().filter(|byte| **byte >= 0b1111_0000).count(),
        }
    }
}

written_by_name!(Offsets, public_name!("unit of offsets"), Offsets::ALL);
#[cfg(feature = "serde")]
unknown_is_refused!(Offsets);

/// The number of bytes between two places whose units are counted beforehand.
const BLOCK: usize = 64;

/// The places of one text, counted in another unit than bytes, for many of them: one alone is quicker by
/// [`Span::in_chars`](crate::Span::in_chars) or [`Span::in_utf16`](crate::Span::in_utf16).
///
/// It keeps counts and not the text, which every look-up takes again. For another text the answer means nothing.
///
/// ```
/// use whosaid::{Offsets, Places};
///
/// let text = "«Да», said Wang Yi.";
/// let places = Places::new(text, Offsets::Chars);
/// let analysis = whosaid::attribute(text);
/// let quotation = analysis.quotations().next().unwrap();
/// assert_eq!(places.of(text, quotation.span()), (0, 4));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Places {
    unit: Offsets,
    /// The number of units before each block of bytes. Empty where bytes are units.
    before: Vec<usize>,
}

impl Places {
    /// Counts the units of a text. Linear in its length.
    #[must_use]
    pub fn new(text: &str, unit: Offsets) -> Self {
        let mut before = Vec::new();
        if unit != Offsets::Bytes && !text.is_ascii() {
            let mut count = 0;
            before.reserve(text.len() / BLOCK + 2);
            for block in text.as_bytes().chunks(BLOCK) {
                before.push(count);
                count += unit.count(block);
            }
            before.push(count);
        }
        Places { unit, before }
    }

    /// The number of units before a byte of the text; all of them if the text is shorter. Takes constant time.
    ///
    /// ```
    /// use whosaid::{Offsets, Places};
    ///
    /// let text = "👍!";
    /// assert_eq!(Places::new(text, Offsets::Utf16).at(text, 4), 2);
    /// ```
    #[must_use]
    pub fn at(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(text.len());
        let block = byte / BLOCK;
        match self.before.get(block) {
            None => byte,
            Some(before) => {
                before + text.as_bytes().get(block * BLOCK..byte).map_or(0, |rest| self.unit.count(rest))
            }
        }
    }

    /// Where a span of the text starts and ends.
    #[must_use]
    pub fn of(&self, text: &str, span: Span) -> (usize, usize) {
        (self.at(text, span.start()), self.at(text, span.end()))
    }
}

impl fmt::Debug for Places {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "places in {}", self.unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_as_the_standard_library_counts() {
        for text in ["«Да», 👍 said Zoë. ".repeat(20), "ASCII alone. ".repeat(20), String::new()] {
            for unit in Offsets::ALL {
                let places = Places::new(&text, *unit);
                for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                    let before = &text[..byte];
                    let expected = match unit {
                        Offsets::Bytes => byte,
                        Offsets::Chars => before.chars().count(),
                        Offsets::Utf16 => before.encode_utf16().count(),
                    };
                    assert_eq!(places.at(&text, byte), expected, "{unit} before byte {byte}");
                }
                assert_eq!(places.at(&text, text.len() + 9), places.at(&text, text.len()));
            }
        }
    }
}
