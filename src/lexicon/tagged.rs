//! A text made ready for reading: its tokens, what the lexicon knows of each, and where words begin
//! sentences.

use super::table::{WordId, UNKNOWN};
use super::{Classes, Lexicon, Symbol};
use crate::tokenizer::{Document, Range, TokenKind};

/// A document and what the lexicon knows of its tokens.
pub(crate) struct Tagged<'t> {
    pub document: Document<'t>,
    words: Vec<WordId>,
    lexicon: Lexicon,
}

impl<'t> Tagged<'t> {
    pub(crate) fn new(document: Document<'t>, lexicon: &Lexicon) -> Self {
        let words = lexicon.read(&document);
        Tagged { document, words, lexicon: lexicon.clone() }
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    fn word_id(&self, token: usize) -> WordId {
        self.words.get(token).copied().unwrap_or(UNKNOWN)
    }

    /// What is known of a token: nothing of one that does not exist.
    pub(crate) fn classes(&self, token: usize) -> Classes {
        self.lexicon.entry(self.word_id(token)).classes
    }

    /// Whether a token is of one of these classes.
    pub(crate) fn is(&self, token: usize, of: Classes) -> bool {
        self.classes(token).any(of)
    }

    /// The token as a word of the lexicon; [`Symbol::NONE`] where it is none.
    pub(crate) fn symbol(&self, token: usize) -> Symbol {
        self.lexicon.entry(self.word_id(token)).symbol
    }

    /// The verb that a token is a form of; [`Symbol::NONE`] where it is none.
    pub(crate) fn lemma(&self, token: usize) -> Symbol {
        self.lexicon.entry(self.lexicon.entry(self.word_id(token)).lemma).symbol
    }

    pub(crate) fn text_of(&self, token: usize) -> &'t str {
        self.document.text_of(token)
    }

    pub(crate) fn kind(&self, token: usize) -> Option<TokenKind> {
        self.document.tokens.get(token).map(|token| token.kind)
    }

    pub(crate) fn is_word(&self, token: usize) -> bool {
        self.kind(token) == Some(TokenKind::Word)
    }

    /// Whether a token is a word that is written like a name: "Li", "O’Neill", "al-Sisi", "iPhone" not.
    pub(crate) fn is_capitalised(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|piece| piece.is_capitalised())
            || self.is_word(token) && has_capital_after_article(self.text_of(token))
    }

    /// Whether a capital at this place need not mean a name: a sentence, a quotation or a line begins.
    pub(crate) fn begins_sentence(&self, token: usize) -> bool {
        let Some(before) = token.checked_sub(1) else { return true };
        match self.kind(before) {
            Some(TokenKind::Mark) => true,
            Some(TokenKind::Punctuation) => {
                matches!(
                    self.text_of(before),
                    "." | "!" | "?" | "…" | "..." | ":" | "•" | "*" | "-" | "—" | "(" | "[" | ";"
                )
            }
            _ => self.document.begins_paragraph(token),
        }
    }

    pub(crate) fn slice(&self, tokens: Range) -> &'t str {
        self.document.slice(tokens)
    }
}

/// "al-Sisi", "el-Baradei", "d’Estaing": a small article joined to a capital.
fn has_capital_after_article(word: &str) -> bool {
    let mut parts = word.splitn(2, ['-', '’', '\'']);
    match (parts.next(), parts.next()) {
        (Some(article), Some(name)) => {
            matches!(article, "al" | "el" | "an" | "as" | "ad" | "ash" | "d" | "l" | "bin" | "ibn")
                && name.starts_with(char::is_uppercase)
        }
        _ => false,
    }
}
