//! The kinds of tokens. Imports nothing.

/// What a token is.
///
/// ```
/// use whosaid::tokenizer::{tokens, TokenKind};
///
/// let words = tokens("Mr. Li left.").filter(|token| token.kind() == TokenKind::Word);
/// assert_eq!(words.count(), 3);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum TokenKind {
    /// A word, an abbreviation with its point, a clitic, an address.
    Word,
    /// A number: "300,000", "3.5", "90s".
    Number,
    /// White space, line breaks included, and markup: tags of HTML, emphasis and links of Markdown.
    Space,
    /// A quotation mark or a lone apostrophe.
    Mark,
    /// A point, comma, dash, bracket or another mark that is no quotation mark.
    Punctuation,
    /// Anything else: emoji, symbols, controls.
    Other,
}
