//! The quotation matcher: from quotation marks to quotation spans.
//!
//! It knows “ ”, ", ‘ ’, ', « », » «, „ “, ‹ ›, ``…'' and 「」; distinguishes apostrophes from single marks;
//! nests; joins a quotation over several paragraphs, which is opened again in each and closed in the last; and
//! limits the damage of an unclosed mark to its own paragraph.
//!
//! ```
//! use whosaid::quotes::{quote_spans, Marks};
//!
//! let text = "“They call it ‘progress’,” the dogs' owner said in the '90s.";
//! let spans: Vec<&str> = quote_spans(text, Marks::ALL)
//!     .iter()
//!     .map(|quote| &text[quote.span.range()])
//!     .collect();
//! assert_eq!(spans, ["“They call it ‘progress’,”", "‘progress’"]);
//! ```
//!
//! Imports `text`, `language` and `tokenizer`.

mod marks;
mod matcher;
mod nested;
mod paragraphs;

pub use crate::quotes::marks::Marks;
pub(crate) use crate::quotes::nested::Level;
pub(crate) use crate::quotes::paragraphs::{match_quotes, Piece, Quotes};

use crate::language::Language;
use crate::text::span::Span;
use crate::tokenizer::Document;

/// A quotation: the text between two quotation marks.
///
/// ```
/// use whosaid::quotes::{quote_spans, Marks};
///
/// let text = "She said: «Я здесь».";
/// let quote = quote_spans(text, Marks::ALL)[0];
/// assert_eq!((quote.content.of(text), quote.is_closed, quote.parent), (Some("Я здесь"), true, None));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct QuoteSpan {
    /// The quotation with its marks.
    pub span: Span,
    /// The quotation without its marks.
    pub content: Span,
    /// The index of the quotation around it, always smaller than its own.
    pub parent: Option<usize>,
    /// Whether a closing mark was found. One that was not closed ends with its paragraph.
    pub is_closed: bool,
}

/// The quotations of `text` in the order in which they open. Linear in the length of the text.
///
/// ```
/// use whosaid::quotes::{quote_spans, Marks};
///
/// let text = "“They cried ‘No!’ twice,” he said.";
/// let quotes = quote_spans(text, Marks::ALL);
/// assert_eq!(quotes[1].span.of(text), Some("‘No!’"));
/// assert_eq!(quotes[1].parent, Some(0));
/// assert_eq!(quote_spans(text, Marks::DOUBLE).len(), 1);
/// ```
#[must_use]
pub fn quote_spans(text: &str, marks: Marks) -> Vec<QuoteSpan> {
    quote_spans_in(text, marks, &Language::default())
}

/// The quotations of `text` like [`quote_spans`], with the words that a language writes with an apostrophe.
///
/// ```
/// use whosaid::quotes::{quote_spans_in, Marks};
/// use whosaid::Language;
///
/// let text = "'Let 'em in,' she said.";
/// let quote = quote_spans_in(text, Marks::ALL, &Language::english())[0];
/// assert_eq!(quote.span.of(text), Some("'Let 'em in,'"));
/// ```
#[must_use]
pub fn quote_spans_in(text: &str, marks: Marks, language: &Language) -> Vec<QuoteSpan> {
    let document = Document::unnumbered(text, language);
    let quotes = match_quotes(&document, marks);
    quotes.spans(&document).collect()
}
