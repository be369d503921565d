//! One token of a text, in eight bytes.
//!
//! Imports letters, the language, the references and the scanner.

use std::ops::Range;

use crate::language::{Language, WordId, UNKNOWN};
use crate::text::index::narrow;
use crate::text::letters::{Letters, LINE_BREAK};
use crate::tokenizer::kind::TokenKind;
use crate::tokenizer::references;
use crate::tokenizer::scan::Scanner;

/// The way in which words get their numbers while a text is split into tokens.
pub(crate) trait Numbering {
    fn language(&self) -> &Language;
    /// The number of a short word of ASCII without a hyphen, given in small letters with its length.
    fn of_letters(&self, letters: Letters, len: usize) -> WordId;
    /// The number of any other word or mark.
    fn of(&self, word: &str) -> WordId;
    /// The number of a mark of ASCII.
    fn of_mark(&self, mark: u8) -> WordId;
}

/// Numbers words by the language.
pub(crate) struct Numbered<'l>(pub &'l Language);

impl Numbering for Numbered<'_> {
    fn language(&self) -> &Language {
        self.0
    }

    #[inline]
    fn of_letters(&self, letters: Letters, len: usize) -> WordId {
        self.0.id_of_letters(letters, len)
    }

    fn of(&self, word: &str) -> WordId {
        self.0.id_of(word)
    }

    #[inline]
    fn of_mark(&self, mark: u8) -> WordId {
        self.0.id_of_mark(mark)
    }
}

/// Leaves every word [`UNKNOWN`], which saves a look-up a word.
pub(crate) struct Unnumbered<'l>(pub &'l Language);

impl Numbering for Unnumbered<'_> {
    fn language(&self) -> &Language {
        self.0
    }

    #[inline]
    fn of_letters(&self, _letters: Letters, _len: usize) -> WordId {
        UNKNOWN
    }

    fn of(&self, _word: &str) -> WordId {
        UNKNOWN
    }

    #[inline]
    fn of_mark(&self, _mark: u8) -> WordId {
        UNKNOWN
    }
}

/// The maximum length of a token that is read as a whole. Of a longer one the beginning is read: no word of any
/// language is that long.
const LONGEST_READ: usize = u8::MAX as usize - 1;
/// The stored length of a token that is longer.
const LONGER: u8 = u8::MAX;

/// One token, in eight bytes: a text of many megabytes is held as a list of these.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    start: u32,
    word: WordId,
    len: u8,
    /// The kind and the shape.
    written: u8,
}

/// The kinds by their bits of [`KIND`]. The last two numbers are those of no kind.
const KINDS: [TokenKind; 8] = [
    TokenKind::Word,
    TokenKind::Number,
    TokenKind::Space,
    TokenKind::Mark,
    TokenKind::Punctuation,
    TokenKind::Other,
    TokenKind::Other,
    TokenKind::Other,
];
const KIND: u8 = 7;
const CAPITAL: u8 = 8;
const SPACE_BEFORE: u8 = 16;
const BEGINS_PARAGRAPH: u8 = 32;
const POINT: u8 = 64;
/// The token is written otherwise than it is read: a reference of HTML, a word divided at the end of a line.
const ENCODED: u8 = 128;

impl Token {
    /// The token of a short word of letters of ASCII. `len` is at most [`MOST_LETTERS`].
    ///
    /// [`MOST_LETTERS`]: crate::text::letters::MOST_LETTERS
    #[inline]
    pub(crate) fn of_letters(
        start: usize,
        len: usize,
        is_capitalised: bool,
        spaced: bool,
        word: WordId,
    ) -> Self {
        let capital = if is_capitalised { CAPITAL } else { 0 };
        let written = TokenKind::Word as u8 | space_before(spaced) | capital;
        Token { start: narrow(start), word, len: stored_len(len), written }
    }

    /// The token of a mark of ASCII.
    #[inline]
    pub(crate) fn of_mark(start: usize, spaced: bool, word: WordId) -> Self {
        let written = TokenKind::Punctuation as u8 | space_before(spaced);
        Token { start: narrow(start), word, len: 1, written }
    }

    /// The token at these bytes of a text.
    pub(crate) fn read(
        text: &str,
        bytes: Range<usize>,
        kind: TokenKind,
        spaced: bool,
        numbering: &impl Numbering,
    ) -> Self {
        let start = bytes.start;
        let word = &text[bytes];
        let shape = if kind == TokenKind::Word { shape(word, numbering.language()) } else { 0 };
        let is_reference = word.len() > 1 && word.starts_with('&');
        let is_divided = kind == TokenKind::Word && word.as_bytes().contains(&LINE_BREAK);
        let encoded = if is_reference || is_divided { ENCODED } else { 0 };
        let number = match kind {
            TokenKind::Word | TokenKind::Punctuation if is_reference => {
                numbering.of(references::read(word, numbering.language()))
            }
            TokenKind::Word | TokenKind::Punctuation => {
                match Letters::within(text.as_bytes(), start, word.len()) {
                    Some(letters) if !word.contains('-') => numbering.of_letters(letters, word.len()),
                    _ => numbering.of(word),
                }
            }
            _ => UNKNOWN,
        };
        let written = kind as u8 | space_before(spaced) | shape | encoded;
        Token { start: narrow(start), word: number, len: stored_len(word.len()), written }
    }

    /// The first byte.
    pub(crate) fn start(self) -> usize {
        self.start as usize
    }

    /// The number of the word.
    pub(crate) fn word(self) -> WordId {
        self.word
    }

    /// The kind and the shape as one number.
    pub(crate) const fn written(self) -> u8 {
        self.written
    }

    /// A token without characters that has this kind and shape.
    pub(crate) const fn written_like(written: u8) -> Self {
        Token { start: 0, word: UNKNOWN, len: 0, written }
    }

    pub(crate) fn kind(self) -> TokenKind {
        KINDS[usize::from(self.written & KIND)]
    }

    pub(crate) const fn is_a(self, kind: TokenKind) -> bool {
        self.written & KIND == kind as u8
    }

    /// Whether the token is a word that ends with a point.
    pub(crate) const fn ends_with_point(self) -> bool {
        self.written & POINT != 0
    }

    /// Whether a sentence may end with the token: it is punctuation, or a word that ends with a point. Other tokens,
    /// which are few, share the bit of punctuation.
    pub(crate) const fn may_close_sentence(self) -> bool {
        self.written & (TokenKind::Punctuation as u8 | POINT) != 0
    }

    /// Whether the token is a word that does not begin a paragraph.
    pub(crate) const fn is_inner_word(self) -> bool {
        self.written & (KIND | BEGINS_PARAGRAPH) == TokenKind::Word as u8
    }

    /// Whether the token is written like a name: "Li", "O’Neill", "al-Sisi"; "iPhone" is not.
    pub(crate) const fn is_capitalised(self) -> bool {
        self.written & CAPITAL != 0
    }

    /// Whether white space, or the start of the text, precedes the token.
    pub(crate) const fn has_space_before(self) -> bool {
        self.written & SPACE_BEFORE != 0
    }

    pub(crate) const fn begins_paragraph(self) -> bool {
        self.written & BEGINS_PARAGRAPH != 0
    }

    pub(crate) fn begin_paragraph(&mut self) {
        self.written |= BEGINS_PARAGRAPH;
    }

    /// The characters of the token, those that it means where it is a reference ("&quot;").
    #[inline]
    pub(crate) fn of<'t>(self, text: &'t str, language: &Language) -> &'t str {
        if self.len == LONGER {
            return beginning(text, self.start());
        }
        let written = text.get(self.start()..self.start() + usize::from(self.len)).unwrap_or("");
        if self.written & ENCODED != 0 {
            references::read(written, language)
        } else {
            written
        }
    }

    /// The token in small letters, and its length, if it is a short word in ASCII.
    #[inline]
    pub(crate) fn letters(self, text: &str) -> Option<(Letters, usize)> {
        if self.written & ENCODED != 0 {
            return None;
        }
        let len = usize::from(self.len);
        Some((Letters::within(text.as_bytes(), self.start(), len)?, len))
    }

    /// The byte after the token.
    pub(crate) fn end(self, text: &str, language: &Language) -> usize {
        match self.len {
            LONGER => {
                let scanner = Scanner { text, language };
                scanner.next(self.start()).map_or(text.len(), |(end, _)| end)
            }
            len => self.start() + usize::from(len),
        }
    }
}

fn stored_len(len: usize) -> u8 {
    u8::try_from(len).unwrap_or(LONGER)
}

fn space_before(spaced: bool) -> u8 {
    if spaced {
        SPACE_BEFORE
    } else {
        0
    }
}

/// The part of a long token that is read.
#[cold]
fn beginning(text: &str, start: usize) -> &str {
    let cut = (start..=start + LONGEST_READ).rev().find(|&end| text.is_char_boundary(end));
    cut.and_then(|end| text.get(start..end)).unwrap_or("")
}

/// The shape that the letters of a word show.
fn shape(word: &str, language: &Language) -> u8 {
    let bytes = word.as_bytes();
    let capital = match bytes[0] {
        b'A'..=b'Z' => true,
        0x80.. => word.chars().next().is_some_and(char::is_uppercase),
        _ => false,
    };
    let point = if bytes[bytes.len() - 1] == b'.' { POINT } else { 0 };
    if capital || has_capital_after_article(word, language) {
        point | CAPITAL
    } else {
        point
    }
}

/// Whether a small article is joined to a capital: "al-Sisi", "d’Estaing".
fn has_capital_after_article(word: &str, language: &Language) -> bool {
    // The first byte of ’ is 0xe2.
    let Some(joint) = word.bytes().position(|byte| matches!(byte, b'-' | b'\'' | 0xe2)) else { return false };
    let (article, rest) = word.split_at(joint);
    let name = rest.strip_prefix(['-', '’', '\'']);
    name.is_some_and(|name| name.starts_with(char::is_uppercase)) && language.is_name_article(article)
}
