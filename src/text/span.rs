//! Byte ranges of a text. Imports the narrowing of counts from its neighbour.

use std::fmt;
use std::ops::Range;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::text::index::narrow;

/// A half-open range of **bytes** of the input text: `start..end`.
///
/// Invariants: `start <= end`, and every span that this crate hands out lies inside the text it was
/// computed from, on character boundaries, so that `&text[span.range()]` never panics.
///
/// ```
/// use whosaid::Span;
///
/// let text = "«Ну да», he said";
/// let span = Span::new(0, 13);
/// assert_eq!(span.of(text), Some("«Ну да»"));
/// assert_eq!(span.in_chars(text), Some(0..7));
/// assert_eq!(span.in_utf16(text), Some(0..7));
/// ```
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "Bounds", into = "Bounds"))]
pub struct Span {
    start: usize,
    end: usize,
}

#[cfg(feature = "serde")]
#[derive(Serialize, Deserialize)]
struct Bounds {
    start: usize,
    end: usize,
}

#[cfg(feature = "serde")]
impl TryFrom<Bounds> for Span {
    type Error = String;

    fn try_from(bounds: Bounds) -> Result<Self, String> {
        Span::checked(bounds.start, bounds.end)
    }
}

#[cfg(feature = "serde")]
impl From<Span> for Bounds {
    fn from(span: Span) -> Self {
        Bounds { start: span.start, end: span.end }
    }
}

impl Span {
    /// The span from byte `start` up to, and without, byte `end`. Bounds in the wrong order are swapped.
    ///
    /// ```
    /// assert_eq!(whosaid::Span::new(3, 7).range(), 3..7);
    /// ```
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        if start <= end {
            Span { start, end }
        } else {
            Span { start: end, end: start }
        }
    }

    #[cfg(feature = "serde")]
    /// The same, or an error where the bounds are in the wrong order.
    pub(crate) fn checked(start: usize, end: usize) -> Result<Self, String> {
        match start <= end {
            true => Ok(Span { start, end }),
            false => Err(format!("span starts at {start} after its end {end}")),
        }
    }

    /// The first byte.
    ///
    /// ```
    /// assert_eq!(whosaid::Span::new(3, 7).start(), 3);
    /// ```
    #[must_use]
    pub const fn start(self) -> usize {
        self.start
    }

    /// The byte after the last one.
    ///
    /// ```
    /// assert_eq!(whosaid::Span::new(3, 7).end(), 7);
    /// ```
    #[must_use]
    pub const fn end(self) -> usize {
        self.end
    }

    /// How many bytes it covers.
    ///
    /// ```
    /// assert_eq!(whosaid::Span::new(3, 7).len(), 4);
    /// ```
    #[must_use]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    ///
    /// ```
    /// assert!(whosaid::Span::new(3, 3).is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range, for indexing: `&text[span.range()]`.
    ///
    /// ```
    /// let text = "Mr. Li left.";
    /// assert_eq!(&text[whosaid::Span::new(4, 6).range()], "Li");
    /// ```
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether every byte of `other` is a byte of this one.
    ///
    /// ```
    /// use whosaid::Span;
    ///
    /// assert!(Span::new(0, 9).contains(Span::new(3, 7)));
    /// assert!(!Span::new(0, 9).contains(Span::new(3, 12)));
    /// ```
    #[must_use]
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    ///
    /// ```
    /// use whosaid::Span;
    ///
    /// assert!(Span::new(0, 5).overlaps(Span::new(3, 7)));
    /// assert!(!Span::new(0, 5).overlaps(Span::new(5, 7)));
    /// ```
    #[must_use]
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The words it covers, or `None` where `text` is too short or the bounds cut a character: then
    /// the span was computed from another text.
    ///
    /// ```
    /// use whosaid::Span;
    ///
    /// assert_eq!(Span::new(4, 6).of("Mr. Li left."), Some("Li"));
    /// assert_eq!(Span::new(0, 1).of("«Ну»"), None);
    /// ```
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// The same range counted in Unicode scalar values, as Python and Go's runes count. `O(end)`.
    ///
    /// ```
    /// let text = "«Ну да», he said";
    /// assert_eq!(whosaid::Span::new(0, 13).in_chars(text), Some(0..7));
    /// ```
    #[must_use]
    pub fn in_chars(self, text: &str) -> Option<Range<usize>> {
        self.counted(text, |part| part.chars().count())
    }

    /// The same range counted in UTF-16 code units, as JavaScript, Java and C# count. `O(end)`.
    ///
    /// ```
    /// let text = "😀 “Yes,” he said";
    /// let span = whosaid::Span::new(5, 15);
    /// assert_eq!((span.of(text), span.in_utf16(text)), (Some("“Yes,”"), Some(3..9)));
    /// ```
    #[must_use]
    pub fn in_utf16(self, text: &str) -> Option<Range<usize>> {
        self.counted(text, |part| part.encode_utf16().count())
    }

    fn counted(self, text: &str, count: impl Fn(&str) -> usize) -> Option<Range<usize>> {
        let start = count(text.get(..self.start)?);
        Some(start..start + count(self.of(text)?))
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

/// A [`Span`] in eight bytes, of the first four billion bytes of a text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Bytes {
    start: u32,
    end: u32,
}

impl Bytes {
    /// The first byte.
    pub(crate) fn start(self) -> usize {
        self.start as usize
    }
}

impl From<Span> for Bytes {
    fn from(span: Span) -> Self {
        Bytes { start: narrow(span.start), end: narrow(span.end) }
    }
}

impl From<Bytes> for Span {
    fn from(bytes: Bytes) -> Self {
        Span { start: bytes.start as usize, end: bytes.end as usize }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
