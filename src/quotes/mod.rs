//! The quote-span matcher: from quotation marks to quotation spans.
//!
//! It knows “ ”, ", ‘ ’, ', « », » «, „ “, ‹ ›, ``…'' and 「」; tells apostrophes from single marks; nests;
//! joins a quotation that runs over paragraphs, opened anew on each and closed on the last; and keeps
//! the harm of an unclosed mark to its own paragraph.
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

mod marks;
mod matcher;
mod paragraphs;

pub use crate::quotes::marks::Marks;
pub(crate) use crate::quotes::paragraphs::{match_quotes, Quotes};

use crate::text::span::Span;
use crate::tokenizer::{Document, Unnumbered};

/// What stands between two quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuoteSpan {
    /// Where it stands, its marks included.
    pub span: Span,
    /// Where its words stand, without the marks.
    pub content: Span,
    /// The index of the quotation that it stands in, always smaller than its own.
    pub parent: Option<usize>,
    /// Whether a closing mark was found. One that was not closed ends with its paragraph.
    pub is_closed: bool,
}

/// The quotations of `text` in the order in which they open. Linear in the length of the text.
#[must_use]
pub fn quote_spans(text: &str, marks: Marks) -> Vec<QuoteSpan> {
    let document = Document::new(text, &Unnumbered);
    let quotes = match_quotes(&document, marks);
    quotes.spans(&document).collect()
}
