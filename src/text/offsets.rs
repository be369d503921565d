//! The units in which places of a text can be counted. Imports the macros of names.

#[cfg(feature = "serde")]
use crate::text::named::unknown_is_refused;
use crate::text::named::{public_name, written_by_name};

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
    #[cfg(feature = "serde")]
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
#[cfg(feature = "serde")]
const BLOCK: usize = 64;

/// Converts places of a text from bytes to another unit.
#[cfg(feature = "serde")]
pub(crate) struct Converter<'t> {
    bytes: &'t [u8],
    unit: Offsets,
    /// The number of units before each block of bytes.
    before: Vec<usize>,
}

#[cfg(feature = "serde")]
impl<'t> Converter<'t> {
    /// Counts the units of a text. Linear in its length.
    pub(crate) fn new(text: &'t str, unit: Offsets) -> Self {
        let (mut before, mut count) = (Vec::with_capacity(text.len() / BLOCK + 1), 0);
        for block in text.as_bytes().chunks(BLOCK) {
            before.push(count);
            count += unit.count(block);
        }
        before.push(count);
        Converter { bytes: text.as_bytes(), unit, before }
    }

    /// The number of units before a byte; all of them if the text is shorter. Takes constant time.
    pub(crate) fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.bytes.len());
        let block = byte / BLOCK;
        let rest = self.bytes.get(block * BLOCK..byte).unwrap_or(&[]);
        self.before.get(block).copied().unwrap_or(0) + self.unit.count(rest)
    }
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    use super::*;

    #[test]
    fn a_converter_counts_as_the_standard_library_does() {
        let text = "«Да», 👍 said Zoë. ".repeat(20);
        for unit in Offsets::ALL {
            let converter = Converter::new(&text, *unit);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let before = &text[..byte];
                let expected = match unit {
                    Offsets::Bytes => byte,
                    Offsets::Chars => before.chars().count(),
                    Offsets::Utf16 => before.encode_utf16().count(),
                };
                assert_eq!(converter.at(byte), expected, "{unit} before byte {byte}");
            }
            assert_eq!(converter.at(text.len() + 9), converter.at(text.len()));
            assert_eq!(Converter::new("", *unit).at(3), 0);
        }
    }
}
