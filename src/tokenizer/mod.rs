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
//!
//! Imports `text` and `language`.

mod document;
mod joints;
mod kind;
mod lines;
mod look_up;
pub(crate) mod marks;
mod markup;
mod paragraphs;
mod places;
mod references;
mod scan;
mod sentences;
mod token;
mod view;

pub(crate) use crate::language::{WordId, UNKNOWN};
pub(crate) use crate::tokenizer::document::{Document, Lists};
pub use crate::tokenizer::kind::TokenKind;
pub(crate) use crate::tokenizer::places::{Place, Places};
pub(crate) use crate::tokenizer::sentences::split;
pub(crate) use crate::tokenizer::view::{Shape, View};

use crate::language::Language;
use crate::text::span::Span;
use crate::tokenizer::scan::Scanner;

/// A word, a number, a mark or white space, with its place in the text.
///
/// ```
/// let token = whosaid::tokenizer::tokens("Mr. Li left.").next().unwrap();
/// assert_eq!((token.text(), token.span().range()), ("Mr.", 0..3));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token<'t> {
    text: &'t str,
    start: usize,
    kind: TokenKind,
}

impl<'t> Token<'t> {
    /// The characters of the token, borrowed from the text.
    ///
    /// ```
    /// let token = whosaid::tokenizer::tokens("Mr. Li left.").next().unwrap();
    /// assert_eq!(token.text(), "Mr.");
    /// ```
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The place of the token.
    ///
    /// ```
    /// let token = whosaid::tokenizer::tokens("Mr. Li left.").nth(2).unwrap();
    /// assert_eq!((token.text(), token.span().range()), ("Li", 4..6));
    /// ```
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }

    /// The kind of the token.
    ///
    /// ```
    /// use whosaid::tokenizer::{tokens, TokenKind};
    ///
    /// let kinds: Vec<TokenKind> = tokens("No, 12").map(|token| token.kind()).collect();
    /// assert_eq!(kinds, [TokenKind::Word, TokenKind::Punctuation, TokenKind::Space, TokenKind::Number]);
    /// ```
    #[must_use]
    pub fn kind(&self) -> TokenKind {
        self.kind
    }
}

/// The tokens of `text`, white space included: joined, they are the text. Linear in its length.
///
/// Abbreviations ("Mr.", "U.N."), initials, numbers ("300,000"), addresses and words with inner
/// hyphens or apostrophes are one token each; a clitic that can carry a verb or possession ("’s",
/// "’ll") is a token of its own. A mark that is left as a reference of HTML ("&quot;") is a mark.
///
/// ```
/// let tokens: Vec<&str> = whosaid::tokenizer::tokens("It’s 300,000.").map(|token| token.text()).collect();
/// assert_eq!(tokens, ["It", "’s", " ", "300,000", "."]);
/// ```
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    tokens_in(text, &Language::default())
}

/// The tokens of `text` like [`tokens`], with the abbreviations and clitics of a language.
///
/// ```
/// use whosaid::{tokenizer, Language};
///
/// let tokens = tokenizer::tokens_in("Mr. Li’s aide", &Language::english());
/// assert_eq!(tokens.map(|token| token.text()).collect::<Vec<_>>(), ["Mr.", " ", "Li", "’s", " ", "aide"]);
/// ```
pub fn tokens_in<'t>(text: &'t str, language: &Language) -> impl Iterator<Item = Token<'t>> + 't {
    let (language, mut start) = (language.clone(), 0);
    std::iter::from_fn(move || {
        let (end, kind) = Scanner { text, language: &language }.next(start)?;
        let token = Token { text: text.get(start..end)?, start, kind };
        start = end;
        Some(token)
    })
}

/// The paragraphs of `text`, without the white space around them. Linear in its length.
///
/// A blank line ends a paragraph; so does a single line break, unless the text is hard-wrapped (most
/// of its lines break off without a final mark) or a line that breaks off goes on in small letters.
///
/// ```
/// let text = "One.\n\nTwo.";
/// let paragraphs: Vec<_> = whosaid::tokenizer::paragraphs(text).filter_map(|span| span.of(text)).collect();
/// assert_eq!(paragraphs, ["One.", "Two."]);
/// ```
pub fn paragraphs(text: &str) -> impl Iterator<Item = Span> + '_ {
    paragraphs_in(text, &Language::default())
}

/// The paragraphs of `text` like [`paragraphs`], over the tokens of a language.
///
/// ```
/// use whosaid::{tokenizer, Language};
///
/// assert_eq!(tokenizer::paragraphs_in("One.\n\nTwo.", &Language::english()).count(), 2);
/// ```
pub fn paragraphs_in<'t>(text: &'t str, language: &Language) -> impl Iterator<Item = Span> + 't {
    let document = Document::unnumbered(text, language);
    let spans: Vec<Span> = document.paragraphs().map(|paragraph| document.span(paragraph)).collect();
    spans.into_iter()
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
    sentences_in(text, &Language::default())
}

/// The sentences of `text` like [`sentences`], with the abbreviations of a language.
///
/// ```
/// use whosaid::{tokenizer, Language};
///
/// let sentences = tokenizer::sentences_in("Mr. Li left. He was tired.", &Language::english());
/// assert_eq!(sentences.map(|span| span.len()).collect::<Vec<_>>(), [12, 13]);
/// ```
pub fn sentences_in<'t>(text: &'t str, language: &Language) -> impl Iterator<Item = Span> + 't {
    let document = Document::new(text, language);
    document
        .paragraphs()
        .flat_map(|paragraph| sentences::split(&document, paragraph))
        .map(|sentence| document.span(sentence))
        .collect::<Vec<_>>()
        .into_iter()
}
