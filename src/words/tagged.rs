//! A text made ready for reading: its tokens, what the lexicon knows of each, and where words begin
//! sentences.

use crate::language::{folded_hash, hash_packed, Classes, Ending, Language, WordId, UNKNOWN};
use crate::models::Value;
use crate::tokenizer::token::Token;
use crate::tokenizer::{Document, Lists, Range, TokenKind};
use crate::words::view::{Shape, View};

/// A document and what the lexicon knows of its tokens.
pub(crate) struct Tagged<'t> {
    pub document: Document<'t>,
    pub language: Language,
}

impl<'t> Tagged<'t> {
    pub(crate) fn new(text: &'t str, language: &Language) -> Self {
        Tagged::read(text, language, &mut Lists::default())
    }

    /// The same, which takes lists and fills them.
    pub(crate) fn read(text: &'t str, language: &Language, lists: &mut Lists) -> Self {
        Tagged { document: Document::read(text, language, lists), language: language.clone() }
    }

    /// The number of the word that a token is.
    pub(crate) fn word_id(&self, token: usize) -> WordId {
        self.document.tokens.get(token).map_or(UNKNOWN, |token| token.word())
    }

    /// What is known of a token: nothing of one that does not exist.
    pub(crate) fn classes(&self, token: usize) -> Classes {
        self.language.classes(self.word_id(token))
    }

    /// What is known of a token as a word and how it is written.
    #[inline]
    pub(crate) fn view(&self, token: usize) -> View {
        let Some(piece) = self.document.tokens.get(token) else { return View::NONE };
        View { classes: self.language.classes(piece.word()), shape: WRITTEN[usize::from(piece.written())] }
    }

    /// Whether a token ends in "ed".
    #[inline]
    pub(crate) fn ends_in_ed(&self, token: usize) -> bool {
        self.language.ends_like(self.text_of(token), Ending::Past)
    }

    /// Whether a capital behind this token, which is of these classes, need not mean a name: it is a mark that ends
    /// or opens something, or that stands before an item of a list.
    #[inline]
    pub(crate) fn is_fresh(&self, token: usize, view: View) -> bool {
        view.has(Shape::MARK)
            | view.is(Classes::FRESH)
            | (view.classes == Classes::NONE
                && !view.has(Shape::WORD.or(Shape::MARK))
                && self.document.tokens[token].is_a(TokenKind::Punctuation)
                && matches!(self.text_of(token), "•" | "*"))
    }

    /// Whether a token is of one of these classes.
    pub(crate) fn is(&self, token: usize, of: Classes) -> bool {
        self.classes(token).any(of)
    }

    /// A word as a symbol; [`Value::NONE`] for the unknown one.
    pub(crate) fn symbol_of(&self, word: WordId) -> Value {
        self.language.value_of(word)
    }

    /// The tag of a word; [`Value::NONE`] for one of which too little is known.
    pub(crate) fn tag_of(&self, word: WordId) -> Value {
        self.language.tag_of(word)
    }

    /// The verb that a word is a form of; [`Value::NONE`] where it is of none.
    pub(crate) fn lemma_of(&self, word: WordId) -> Value {
        self.language.lemma_of(word)
    }

    /// A hash of a token that is the same whatever its capitals and apostrophes are like.
    #[inline]
    pub(crate) fn hash_of(&self, token: usize) -> u64 {
        match self.document.tokens[token].letters(self.document.text) {
            Some((letters, len)) => hash_packed(len, letters),
            None => folded_hash(self.text_of(token)),
        }
    }

    pub(crate) fn text_of(&self, token: usize) -> &'t str {
        self.document.text_of(token)
    }

    pub(crate) fn kind(&self, token: usize) -> Option<TokenKind> {
        self.document.tokens.get(token).map(|token| token.kind())
    }

    pub(crate) fn is_word(&self, token: usize) -> bool {
        self.kind(token) == Some(TokenKind::Word)
    }

    /// Whether a token is a word that is written like a name: "Li", "O’Neill", "al-Sisi", "iPhone" not.
    pub(crate) fn is_capitalised(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|piece| piece.is_capitalised())
    }

    /// Whether a capital at this place need not mean a name: a sentence, a quotation or a line begins.
    pub(crate) fn begins_sentence(&self, token: usize) -> bool {
        let Some(before) = token.checked_sub(1) else { return true };
        match self.kind(before) {
            Some(TokenKind::Mark | TokenKind::Punctuation) => self.is_fresh(before, self.view(before)),
            _ => self.document.begins_paragraph(token),
        }
    }

    pub(crate) fn slice(&self, tokens: Range) -> &'t str {
        self.document.slice(tokens)
    }
}

/// What is known of a token by how it is written, by [`Token::written`].
const WRITTEN: [Shape; 256] = {
    let mut written = [Shape::NONE; 256];
    let mut at = 0;
    while at < written.len() {
        let token = Token::written_like(at as u8);
        let number = token.is_a(TokenKind::Number);
        written[at] = Shape::WORD
            .when(number || token.is_a(TokenKind::Word))
            .or(Shape::NUMBER.when(number))
            .or(Shape::MARK.when(token.is_a(TokenKind::Mark)))
            .or(Shape::CAPITAL.when(token.is_capitalised()))
            .or(Shape::POINTED.when(token.ends_with_point()))
            .or(Shape::SPACED.when(token.has_space_before()));
        at += 1;
    }
    written
};
