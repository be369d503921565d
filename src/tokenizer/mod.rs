//! Tokens that tile a text, and the paragraphs and sentences over them.
//!
//! ```
//! use whosaid::tokenizer;
//!
//! let text = "“We can’t,” said Mr. Li’s aide.";
//! let tokens: Vec<&str> = tokenizer::tokens(text).map(|token| token.text()).collect();
//! assert_eq!(tokens.concat(), text);
//! let words: Vec<&str> = tokenizer::tokens(text)
//!     .filter(|token| token.kind() == tokenizer::TokenKind::Word)
//!     .map(|token| token.text())
//!     .collect();
//! assert_eq!(words, ["We", "can’t", "said", "Mr.", "Li", "’s", "aide"]);
//! ```

mod document;
mod lines;
mod references;
mod scan;
mod sentences;
pub(crate) mod token;

pub(crate) use crate::language::{WordId, UNKNOWN};
pub(crate) use crate::tokenizer::document::{Document, Lists, Range, Tokens};
pub use crate::tokenizer::scan::TokenKind;
pub(crate) use crate::tokenizer::sentences::closes_sentence;
pub(crate) use crate::tokenizer::token::Unnumbered;

use crate::text::span::Span;

/// A word, a number, a mark or white space, with the place where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'t> {
    text: &'t str,
    start: usize,
    kind: TokenKind,
}

impl<'t> Token<'t> {
    /// Its characters, borrowed from the text.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> TokenKind {
        self.kind
    }
}

/// The tokens of `text`, white space included: joined, they are the text. Linear in its length.
///
/// Abbreviations ("Mr.", "U.N."), initials, numbers ("300,000"), addresses and words with inner
/// hyphens or apostrophes are one token each; a clitic that can carry a verb or possession ("’s",
/// "’ll") is one of its own. A mark that is left as a reference of HTML ("&quot;") is a mark.
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let (end, kind) = scan::next(text, start)?;
        let token = Token { text: text.get(start..end)?, start, kind };
        start = end;
        Some(token)
    })
}

/// The paragraphs of `text`, without the white space around them. Linear in its length.
///
/// A blank line ends a paragraph; so does a single line break, unless the text is hard-wrapped (most
/// of its lines break off without a final mark) or a line that breaks off goes on in small letters.
pub fn paragraphs(text: &str) -> impl Iterator<Item = Span> + '_ {
    let document = Document::new(text, &Unnumbered);
    (0..document.paragraph_count()).map(move |at| document.span(document.paragraph(at)))
}

/// The sentences of `text`, in order, none across a paragraph's end. Linear in its length.
///
/// Closing marks belong to the sentence that they close; "Mr." and "U.N." end none.
///
/// ```
/// let sentences = whosaid::tokenizer::sentences("Mr. Li left the U.N. He was tired.");
/// assert_eq!(sentences.map(|span| span.len()).collect::<Vec<_>>(), [20, 13]);
/// ```
pub fn sentences(text: &str) -> impl Iterator<Item = Span> + '_ {
    let document = Document::new(text, &Unnumbered);
    (0..document.paragraph_count())
        .flat_map(|at| sentences::split(&document, document.paragraph(at)))
        .map(|sentence| document.span(sentence))
        .collect::<Vec<_>>()
        .into_iter()
}
