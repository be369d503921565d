//! Questions about the tokens of a document: their characters, and what the lexicon knows of their words.
//!
//! Imports the language, typed indices and spans. A position that is in no document has no characters and no
//! classes.

use crate::language::{folded_hash, hash_packed, Classes, Ending, WordId, UNKNOWN};
use crate::models::Value;
use crate::text::index::{TokenIdx, TokenRange};
use crate::text::span::{Bytes, Span};
use crate::tokenizer::document::Document;
use crate::tokenizer::kind::TokenKind;
use crate::tokenizer::token::Token;
use crate::tokenizer::view::{Shape, View, WRITTEN};

/// Punctuation that opens an item of a list, so that a capital after it need not mean a name.
const BULLETS: [&str; 2] = ["•", "*"];

impl<'t> Document<'t> {
    pub(crate) fn kind(&self, at: TokenIdx) -> Option<TokenKind> {
        self.token(at).map(|token| token.kind())
    }

    /// Whether a token is a quotation mark or an apostrophe.
    pub(crate) fn is_mark(&self, at: TokenIdx) -> bool {
        self.kind(at) == Some(TokenKind::Mark)
    }

    /// Whether a token is a word, and no number.
    pub(crate) fn is_word(&self, at: TokenIdx) -> bool {
        self.token(at).is_some_and(|token| token.is_a(TokenKind::Word))
    }

    /// The characters of a token, those that it means where it is a reference ("&quot;").
    #[inline]
    pub(crate) fn text_of(&self, at: TokenIdx) -> &'t str {
        self.token(at).map_or("", |token| token.of(self.text, &self.language))
    }

    /// The byte after a token; the end of the text where there is no token.
    pub(crate) fn end_of(&self, at: TokenIdx) -> usize {
        self.token(at).map_or(self.text.len(), |token| token.end(self.text, &self.language))
    }

    /// The characters from the first of these tokens to the last, references as they are written.
    pub(crate) fn slice(&self, tokens: TokenRange) -> &'t str {
        self.span(tokens).of(self.text).unwrap_or("")
    }

    /// The bytes from the first of these tokens to the last; the end of the text where there are none.
    pub(crate) fn span(&self, tokens: TokenRange) -> Span {
        let last = tokens.end.before().filter(|last| last.get() < self.len());
        match (self.token(tokens.start), last) {
            (Some(first), Some(last)) => Span::new(first.start(), self.end_of(last).max(first.start())),
            _ => Span::new(self.text.len(), self.text.len()),
        }
    }

    /// The same in eight bytes: no token ends after the first four gigabytes.
    pub(crate) fn bytes(&self, tokens: TokenRange) -> Bytes {
        self.span(tokens).into()
    }

    /// The number of a word; [`UNKNOWN`] for one that the lexicon does not have.
    #[inline]
    pub(crate) fn word_id(&self, at: TokenIdx) -> WordId {
        self.token(at).map_or(UNKNOWN, |token| token.word())
    }

    /// The classes of the word at a token.
    #[inline]
    pub(crate) fn classes(&self, at: TokenIdx) -> Classes {
        self.language.classes(self.word_id(at))
    }

    /// Whether a token is of one of these classes.
    #[inline]
    pub(crate) fn is(&self, at: TokenIdx, of: Classes) -> bool {
        self.classes(at).any(of)
    }

    /// The classes of a token and the shape of its letters.
    #[inline]
    pub(crate) fn view(&self, at: TokenIdx) -> View {
        self.token(at).map_or(View::NONE, |token| self.view_of(token))
    }

    /// The same, given the token.
    #[inline]
    pub(crate) fn view_of(&self, token: Token) -> View {
        View { classes: self.language.classes(token.word()), shape: WRITTEN[usize::from(token.written())] }
    }

    /// A word as a value of a feature; [`Value::NONE`] for the unknown one.
    pub(crate) fn value_of(&self, word: WordId) -> Value {
        self.language.value_of(word)
    }

    /// The tag of a word; [`Value::NONE`] where its classes give none.
    pub(crate) fn tag_of(&self, word: WordId) -> Value {
        self.language.tag_of(word)
    }

    /// The verb that a word is a form of; [`Value::NONE`] where it is no verb.
    pub(crate) fn lemma_of(&self, word: WordId) -> Value {
        self.language.lemma_of(word)
    }

    /// A hash of a token that does not depend on capitals and on the form of apostrophes.
    #[inline]
    pub(crate) fn hash_of(&self, at: TokenIdx) -> u64 {
        match self.token(at).and_then(|token| token.letters(self.text)) {
            Some((letters, len)) => hash_packed(len, letters),
            None => folded_hash(self.text_of(at)),
        }
    }

    /// Whether a word has an ending of this class.
    #[inline]
    pub(crate) fn ends_like(&self, at: TokenIdx, ending: Ending) -> bool {
        let Some(token) = self.token(at) else { return false };
        let word = self.text.get(token.start()..self.end_of(at)).unwrap_or("");
        self.language.ends_like(word, ending)
    }

    /// Whether the lexicon does not have a word that ends as adverbs do: "wryly".
    pub(crate) fn is_unlisted_adverb(&self, at: TokenIdx) -> bool {
        self.classes(at) == Classes::NONE && self.ends_like(at, Ending::Adverb)
    }

    /// Whether an apostrophe alone may mark the word before it as a possessor: "the voters’ fears".
    pub(crate) fn may_be_possessive(&self, mark: TokenIdx) -> bool {
        self.is_within_words(mark) && self.ends_like(mark - 1, Ending::Sibilant)
    }

    /// Whether a token follows a word and precedes one after a space.
    pub(crate) fn is_within_words(&self, at: TokenIdx) -> bool {
        let is_word = |next: Token| next.is_a(TokenKind::Word) && next.has_space_before();
        self.token(at + 1).is_some_and(is_word) && self.is_word(at - 1)
    }

    /// Whether a token is a word that is written like a name: "Li", "O’Neill", "al-Sisi"; "iPhone" is not.
    pub(crate) fn is_capitalised(&self, at: TokenIdx) -> bool {
        self.token(at).is_some_and(|token| token.is_capitalised())
    }

    /// Whether a token has two letters of ASCII or more, all of them capitals.
    pub(crate) fn is_all_capitals(&self, at: TokenIdx) -> bool {
        let capitals = |letters: &[u8]| {
            letters.iter().all(|byte| byte.is_ascii() && !byte.is_ascii_lowercase() && *byte != b'\'')
        };
        if !self.is_capitalised(at) {
            return false;
        }
        match self.text_of(at).as_bytes() {
            [_] | [_, b'.'] => false,
            [first, rest @ ..] => first.is_ascii_uppercase() && capitals(rest),
            [] => false,
        }
    }

    /// Whether a capital after this token, which has this view, need not mean a name: the token ends or opens
    /// something, or precedes an item of a list.
    #[inline]
    pub(crate) fn is_fresh(&self, at: TokenIdx, view: View) -> bool {
        let is_unlisted = (view.classes == Classes::NONE) & !view.has(Shape::WORD.or(Shape::MARK));
        (is_unlisted && self.is_bullet(at)) | view.has(Shape::MARK) | view.is(Classes::FRESH)
    }

    /// The white space before a token.
    pub(crate) fn space_before(&self, at: TokenIdx) -> &'t str {
        let end = self.token(at).map_or(self.text.len(), |token| token.start());
        let start = at.before().map_or(0, |last| self.end_of(last));
        self.text.get(start..end).unwrap_or("")
    }

    /// Whether a token begins the text or follows a blank line.
    pub(crate) fn follows_blank_line(&self, at: TokenIdx) -> bool {
        at == TokenIdx::START || self.space_before(at).bytes().filter(|byte| *byte == b'\n').count() > 1
    }

    /// Whether a token opens an item of a list.
    pub(crate) fn is_bullet(&self, at: TokenIdx) -> bool {
        self.token(at).is_some_and(|token| token.is_a(TokenKind::Punctuation))
            && BULLETS.contains(&self.text_of(at))
    }

    /// Whether a capital at this token need not mean a name: a sentence, a quotation or a line begins.
    #[inline]
    pub(crate) fn begins_sentence(&self, at: TokenIdx) -> bool {
        let Some(before) = at.before() else { return true };
        let marks = |token: &Token| token.is_a(TokenKind::Mark) | token.is_a(TokenKind::Punctuation);
        match self.token(before).filter(marks) {
            Some(mark) => self.is_fresh(before, self.view_of(mark)),
            None => self.begins_paragraph(at),
        }
    }
}
