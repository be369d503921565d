//! One token of a text.

use std::ops::Range;

use crate::language::{Language, WordId, UNKNOWN};
use crate::text::letters::Letters;
use crate::tokenizer::references;
use crate::tokenizer::scan;
use crate::tokenizer::scan::TokenKind;

/// Numbers the words of a text while it is split into tokens.
pub(crate) trait Numbering {
    /// The number of a short word of ASCII without a hyphen, given in small letters with how many they are.
    fn of_letters(&self, letters: Letters, len: usize) -> WordId;
    /// The number of a mark of ASCII.
    fn of_mark(&self, mark: u8) -> WordId;
    /// The number of any other word or mark.
    fn of(&self, word: &str) -> WordId;
}

impl Numbering for Language {
    #[inline]
    fn of_letters(&self, letters: Letters, len: usize) -> WordId {
        self.id_of_letters(letters, len)
    }

    #[inline]
    fn of_mark(&self, mark: u8) -> WordId {
        self.id_of_mark(mark)
    }

    fn of(&self, word: &str) -> WordId {
        self.id_of(word)
    }
}

/// Knows no words.
pub(crate) struct Unnumbered;

impl Numbering for Unnumbered {
    fn of_letters(&self, _letters: Letters, _len: usize) -> WordId {
        UNKNOWN
    }

    fn of_mark(&self, _mark: u8) -> WordId {
        UNKNOWN
    }

    fn of(&self, _word: &str) -> WordId {
        UNKNOWN
    }
}

/// Of a longer token only the beginning is read as a word: none of any language is that long.
const LONGEST_READ: usize = u8::MAX as usize - 1;
/// The length of a token of which only the beginning is read.
const LONGER: u8 = u8::MAX;

/// One token, in eight bytes: a text of many megabytes is held as a list of these.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    start: u32,
    word: WordId,
    len: u8,
    /// What kind it is, and its shape.
    is: u8,
}

const KINDS: [TokenKind; 6] = [
    TokenKind::Word,
    TokenKind::Number,
    TokenKind::Space,
    TokenKind::Mark,
    TokenKind::Punctuation,
    TokenKind::Other,
];
const KIND: u8 = 7;
const CAPITAL: u8 = 8;
const SPACE_BEFORE: u8 = 16;
const BEGINS_PARAGRAPH: u8 = 32;
const POINT: u8 = 64;
const REFERENCE: u8 = 128;

impl Token {
    /// The token of a short word of letters of ASCII.
    #[inline]
    pub(crate) fn of_letters(
        start: usize,
        len: usize,
        is_capitalised: bool,
        spaced: bool,
        word: WordId,
    ) -> Self {
        let capital = if is_capitalised { CAPITAL } else { 0 };
        let is = TokenKind::Word as u8 | space_before(spaced) | capital;
        Token { start: start as u32, word, len: len as u8, is }
    }

    /// The token of a mark of ASCII.
    #[inline]
    pub(crate) fn of_mark(start: usize, spaced: bool, word: WordId) -> Self {
        let is = TokenKind::Punctuation as u8 | space_before(spaced);
        Token { start: start as u32, word, len: 1, is }
    }

    /// The token at these bytes of a text.
    pub(crate) fn read(
        text: &str,
        bytes: Range<usize>,
        kind: TokenKind,
        spaced: bool,
        numbering: &impl Numbering,
    ) -> Self {
        let start = bytes.start as u32;
        let word = &text[bytes];
        let shape = if kind == TokenKind::Word { shape(word) } else { 0 };
        let is_reference = word.len() > 1 && word.starts_with('&');
        let reference = if is_reference { REFERENCE } else { 0 };
        let len = if word.len() > LONGEST_READ { LONGER } else { word.len() as u8 };
        let number = match kind {
            TokenKind::Word | TokenKind::Punctuation if is_reference => numbering.of(references::read(word)),
            TokenKind::Word | TokenKind::Punctuation => {
                match Letters::within(text.as_bytes(), start as usize, word.len()) {
                    Some(letters) if !word.contains('-') => numbering.of_letters(letters, word.len()),
                    _ => numbering.of(word),
                }
            }
            _ => UNKNOWN,
        };
        Token { start, word: number, len, is: kind as u8 | space_before(spaced) | shape | reference }
    }

    pub(crate) fn start(self) -> usize {
        self.start as usize
    }

    /// The number of the word that it is.
    pub(crate) fn word(self) -> WordId {
        self.word
    }

    /// What kind it is and how it is written, as one number.
    pub(crate) const fn written(self) -> u8 {
        self.is
    }

    /// A token of nothing that is written so.
    pub(crate) const fn written_like(written: u8) -> Self {
        Token { start: 0, word: UNKNOWN, len: 0, is: written }
    }

    pub(crate) fn kind(self) -> TokenKind {
        KINDS[usize::from(self.is & KIND) % KINDS.len()]
    }

    pub(crate) const fn is_a(self, kind: TokenKind) -> bool {
        self.is & KIND == kind as u8
    }

    /// Whether it is a word that ends with a point.
    pub(crate) const fn ends_with_point(self) -> bool {
        self.is & POINT != 0
    }

    /// Whether it is written like a name: "Li", "O’Neill", "al-Sisi"; "iPhone" not.
    pub(crate) const fn is_capitalised(self) -> bool {
        self.is & CAPITAL != 0
    }

    /// Whether white space, or nothing at all, stands before it.
    pub(crate) const fn has_space_before(self) -> bool {
        self.is & SPACE_BEFORE != 0
    }

    pub(crate) const fn begins_paragraph(self) -> bool {
        self.is & BEGINS_PARAGRAPH != 0
    }

    pub(crate) fn begin_paragraph(&mut self) {
        self.is |= BEGINS_PARAGRAPH;
    }

    /// Its characters, those that it stands for where it is a reference ("&quot;").
    #[inline]
    pub(crate) fn of(self, text: &str) -> &str {
        if self.len == LONGER {
            return beginning(text, self.start());
        }
        let written = text.get(self.start()..self.start() + usize::from(self.len)).unwrap_or("");
        if self.is & REFERENCE != 0 {
            references::read(written)
        } else {
            written
        }
    }

    /// It in small letters, and how many characters it has, if it is a short word in ASCII.
    #[inline]
    pub(crate) fn letters(self, text: &str) -> Option<(Letters, usize)> {
        if self.is & REFERENCE != 0 {
            return None;
        }
        let len = usize::from(self.len);
        Some((Letters::within(text.as_bytes(), self.start(), len)?, len))
    }

    /// The byte after it.
    pub(crate) fn end(self, text: &str) -> usize {
        match self.len {
            LONGER => scan::next(text, self.start()).map_or(text.len(), |(end, _)| end),
            len => self.start() + usize::from(len),
        }
    }
}

fn space_before(spaced: bool) -> u8 {
    if spaced {
        SPACE_BEFORE
    } else {
        0
    }
}

/// As much of a long token as is read.
#[cold]
fn beginning(text: &str, start: usize) -> &str {
    let cut = (start..=start + LONGEST_READ).rev().find(|&end| text.is_char_boundary(end));
    cut.and_then(|end| text.get(start..end)).unwrap_or("")
}

/// What the letters of a word say of its shape.
fn shape(word: &str) -> u8 {
    let bytes = word.as_bytes();
    let capital = match bytes[0] {
        b'A'..=b'Z' => true,
        0x80.. => word.chars().next().is_some_and(char::is_uppercase),
        _ => false,
    };
    let point = if bytes[bytes.len() - 1] == b'.' { POINT } else { 0 };
    if !capital {
        return point | if has_capital_after_article(word) { CAPITAL } else { 0 };
    }
    point | CAPITAL
}

/// "al-Sisi", "el-Baradei", "d’Estaing": a small article joined to a capital.
fn has_capital_after_article(word: &str) -> bool {
    let Some(joint) =
        word.bytes().take(LONGEST_ARTICLE + 1).position(|byte| matches!(byte, b'-' | b'\'' | 0xe2))
    else {
        return false;
    };
    let (article, rest) = word.split_at(joint);
    Language::english().is_name_article(article)
        && rest.strip_prefix(['-', '’', '\'']).is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// The longest article that is joined to a name, in bytes.
const LONGEST_ARTICLE: usize = 3;
