//! The scanner: the end and the kind of the token that starts at a byte.
//!
//! Imports letters, the lexicon (abbreviations and clitics), the marks table and the references.

use crate::language::Language;
use crate::text::letters::{is_invisible, Letters};
use crate::tokenizer::kind::TokenKind;
use crate::tokenizer::marks;
use crate::tokenizer::markup;
use crate::tokenizer::references::{self, NO_BREAK_SPACE};

/// Byte classes of ASCII. Bytes beyond it are read as characters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Letter,
    Digit,
    Space,
    Mark,
    Punctuation,
    Other,
    Multibyte,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            byte if marks::is_ascii_mark(byte) => Class::Mark,
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b' ' | b'\t'..=b'\r' => Class::Space,
            b'!'..=b'/' | b':'..=b'@' | b'['..=b'_' | b'{'..=b'~' => Class::Punctuation,
            0x80.. => Class::Multibyte,
            _ => Class::Other,
        };
        byte += 1;
    }
    classes
};

/// Punctuation beyond ASCII that is no quotation mark.
const PUNCTUATION: [char; 12] = ['–', '—', '―', '…', '‐', '‑', '·', '•', '¡', '¿', '。', '、'];

/// Punctuation that is one token however often it is repeated: "...", "--".
const REPEATED: [u8; 6] = *b".-_=*~";

/// Characters besides quotation marks and white space that end an address.
const AFTER_ADDRESS: [char; 5] = ['<', '>', '(', ')', ','];

/// Punctuation at the end of an address that belongs to the sentence.
const SENTENCE_POINTS: [char; 5] = ['.', ':', ';', '!', '?'];

pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

pub(super) fn class_at(text: &str, at: usize) -> Class {
    text.as_bytes().get(at).map_or(Class::Space, |&byte| CLASSES[usize::from(byte)])
}

/// Whether a character is a letter, or an accent that follows one.
pub(super) fn is_word_char(c: char) -> bool {
    // Most questions are about marks and spaces of general punctuation.
    !matches!(c, '\u{2000}'..='\u{206f}') && c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// Whether a character is an apostrophe: ' or ’.
pub(super) fn is_apostrophe(c: char) -> bool {
    marks::with_char(c).is_some_and(|mark| mark.may_be_apostrophe())
}

/// The short word that starts at `start`, and its length, if it consists of letters of ASCII alone and the next
/// character cannot be part of it, as with most words. Finds the same as [`Scanner::next`], but sooner.
#[inline]
pub(crate) fn plain_word(bytes: &[u8], start: usize) -> Option<(usize, Letters)> {
    let (len, letters) = Letters::at(bytes, start);
    let ends = AFTER_PLAIN_WORD[usize::from(*bytes.get(start + len)?)];
    (len > 0 && ends).then_some((len, letters))
}

/// Characters that are part of no word.
const AFTER_PLAIN_WORD: [bool; 256] = {
    let (mut ends, mut byte) = ([false; 256], 0);
    while byte < 256 {
        ends[byte] = matches!(byte as u8, b' ' | b',' | b'\n' | b'\r' | b';' | b'!' | b'?' | b')' | b'"');
        byte += 1;
    }
    ends
};

/// Marks of ASCII that are a token each, unless the same one follows or they start a reference, a name or markup.
const PLAIN_MARKS: [bool; 256] = {
    let (mut plain, mut byte) = ([false; 256], 0);
    while byte < 256 {
        let is_other = matches!(byte as u8, b'&' | b'@' | b'#' | b'<' | b'*' | b'_' | b'[' | b']');
        plain[byte] = matches!(CLASSES[byte], Class::Punctuation) && !is_other;
        byte += 1;
    }
    plain
};

/// The mark at `at`, if it is certainly a token by itself.
#[inline]
pub(crate) fn plain_mark(bytes: &[u8], at: usize) -> Option<u8> {
    let mark = *bytes.get(at)?;
    (PLAIN_MARKS[usize::from(mark)] && bytes.get(at + 1) != Some(&mark)).then_some(mark)
}

/// Reads tokens of a text in a language.
#[derive(Clone, Copy)]
pub(crate) struct Scanner<'a> {
    pub text: &'a str,
    pub language: &'a Language,
}

impl Scanner<'_> {
    /// The same as [`next`](Self::next) where no plain word starts.
    pub(crate) fn next_but_plain(self, start: usize) -> Option<(usize, TokenKind)> {
        match self.text.as_bytes().get(start)? {
            first if first.is_ascii_alphabetic() => Some((self.word(start, start + 1), TokenKind::Word)),
            _ => self.next(start),
        }
    }

    /// The end and the kind of the token that starts at byte `start`; `None` at the end of the text.
    pub(crate) fn next(&self, start: usize) -> Option<(usize, TokenKind)> {
        let bytes = self.text.as_bytes();
        let first = *bytes.get(start)?;
        Some(match CLASSES[usize::from(first)] {
            Class::Letter => match plain_word(bytes, start) {
                Some((len, _)) => (start + len, TokenKind::Word),
                None => (self.word(start, start + 1), TokenKind::Word),
            },
            Class::Digit => (self.number(start), TokenKind::Number),
            Class::Space => (self.space(start + 1), TokenKind::Space),
            Class::Mark => self.mark(start, first),
            Class::Punctuation => self.punctuation(start, first),
            Class::Other => (start + 1, TokenKind::Other),
            Class::Multibyte => self.multibyte(start),
        })
    }

    /// The end of the run of letters, digits and joined parts that began before `at`.
    fn word(&self, start: usize, mut at: usize) -> usize {
        let bytes = self.text.as_bytes();
        if start + 1 == at && bytes.get(at) == Some(&b'.') {
            if let Some(end) = self.initials(start) {
                return if bytes.get(end) == Some(&b'-') { self.joined(start, end) } else { end };
            }
        }
        if matches!(bytes[start], b'@' | b'#') {
            return self.run(at);
        }
        loop {
            at = self.run(at);
            let Some(after) = bytes.get(at) else { return at };
            match after {
                b'-' | b'\'' | b'&' | 0xe2 => match self.joined(start, at) {
                    end if end == at => return at,
                    end => at = end,
                },
                b'.' => return self.point(start, at),
                b'@' if class_at(self.text, at + 1) == Class::Letter => return self.address(at),
                b':' if bytes[at..].starts_with(b"://") => return self.address(at),
                _ => return at,
            }
        }
    }

    /// The end of "U.N.", "a.m.", "J." from `start`; `None` where the point ends a sentence instead.
    pub(super) fn initials(&self, start: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut end = start;
        while bytes.get(end).is_some_and(u8::is_ascii_alphabetic) && bytes.get(end + 1) == Some(&b'.') {
            end += 2;
        }
        let letters = (end - start) / 2;
        let single =
            letters == 1 && bytes[start].is_ascii_uppercase() && !self.language.is_letter_word(bytes[start]);
        let runs_on = bytes.get(end).is_some_and(u8::is_ascii_alphabetic);
        ((letters > 1 || single) && !(runs_on && letters == 1)).then_some(end)
    }

    /// The end of the run of letters and digits from `at`.
    pub(super) fn run(&self, mut at: usize) -> usize {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(at) {
            match CLASSES[usize::from(byte)] {
                Class::Letter | Class::Digit => at += 1,
                Class::Multibyte => match char_at(self.text, at) {
                    Some(c) if is_word_char(c) => at += c.len_utf8(),
                    Some(c) if is_invisible(c) => match self.after_invisible(at) {
                        Some(after) => at = after,
                        None => break,
                    },
                    _ => break,
                },
                _ => break,
            }
        }
        at
    }

    /// The end of a word at a point: after it in an abbreviation or a domain, else before it.
    fn point(&self, start: usize, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        match bytes.get(at + 1) {
            Some(next) if next.is_ascii_lowercase() && at > start + 1 => self.address(at),
            // "Vt" of "R-Vt." as well.
            _ if self.language.is_abbreviation(self.text.get(start..at).unwrap_or("")) => at + 1,
            Some(b' ') if bytes.get(at + 2).is_some_and(u8::is_ascii_digit) => {
                let word = self.text.get(start..at).unwrap_or("");
                at + usize::from(self.language.is_abbreviation_before_number(word))
            }
            _ => at,
        }
    }

    /// The end of an e-mail or web address that reaches `at`.
    fn address(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or("");
        let ends = |c: char| is_space(c) || AFTER_ADDRESS.contains(&c) || marks::with_char(c).is_some();
        let end = rest.find(ends).unwrap_or(rest.len());
        at + rest[..end].trim_end_matches(SENTENCE_POINTS).len().max(1)
    }

    /// The end of digits with points, commas and colons between them, and a suffix ("90s", "43-year-old").
    fn number(&self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = self.run(start);
        while let Some(&byte) = bytes.get(at) {
            let continues = match byte {
                b'.' | b',' | b':' | b'/' => class_at(self.text, at + 1) == Class::Digit,
                b'-' => matches!(class_at(self.text, at + 1), Class::Digit | Class::Letter),
                _ => false,
            };
            if !continues {
                break;
            }
            at = self.run(at + 1);
        }
        at
    }

    /// The end of the white space that reaches `at`.
    fn space(&self, mut at: usize) -> usize {
        let text = self.text;
        loop {
            match class_at(text, at) {
                _ if at >= text.len() => return at,
                Class::Space => at += 1,
                Class::Multibyte => match char_at(text, at) {
                    Some(c) if is_space(c) => at += c.len_utf8(),
                    _ => return at,
                },
                Class::Punctuation => match (references::at(text, at), markup::end(text, at)) {
                    (Some((end, NO_BREAK_SPACE)), _) | (None, Some(end)) => at = end,
                    _ => return at,
                },
                _ => return at,
            }
        }
    }

    /// A quotation mark of ASCII, or the clitic that an apostrophe begins.
    fn mark(&self, start: usize, first: u8) -> (usize, TokenKind) {
        let bytes = self.text.as_bytes();
        let repeated = bytes[start..].iter().take(4).take_while(|byte| **byte == first).count();
        // Of three closing ones, the first belongs to the inner quotation: ``She said `no.'''
        let closes_two =
            first == b'\'' && repeated == 3 && start > 0 && !bytes[start - 1].is_ascii_whitespace();
        if first != b'"' && repeated > 1 && !closes_two && !self.opens_before_elision(start, repeated) {
            return (start + 2, TokenKind::Mark);
        }
        if first == b'\'' && self.is_after_word(start) && self.is_clitic(start + 1) {
            return (self.run(start + 1), TokenKind::Word);
        }
        (start + 1, TokenKind::Mark)
    }

    /// Whether the second of two apostrophes at the start of a word replaces its first letters: "''Tis late,' she
    /// said". Two before other words are a double mark.
    fn opens_before_elision(&self, start: usize, repeated: usize) -> bool {
        let word = start + repeated;
        let begins = self.text[..start].chars().next_back().is_none_or(char::is_whitespace);
        let is_apostrophe = self.text[start..].starts_with('\'');
        is_apostrophe && repeated == 2 && begins && {
            let end = self.run(word);
            self.text.get(word..end).is_some_and(|letters| self.language.is_elision(letters))
        }
    }

    /// Whether the character before `at` is one of a word, so that an apostrophe here can begin a clitic.
    fn is_after_word(&self, at: usize) -> bool {
        let before = self.text.get(..at).and_then(|before| before.chars().next_back());
        before.is_some_and(|c| is_word_char(c) || c == '.')
    }

    fn punctuation(&self, start: usize, first: u8) -> (usize, TokenKind) {
        let bytes = self.text.as_bytes();
        if let Some((end, meaning)) = references::at(self.text, start) {
            return self.reference(start, end, meaning);
        }
        if let Some(end) = markup::end(self.text, start) {
            return (self.space(end), TokenKind::Space);
        }
        let is_name = matches!(first, b'@' | b'#') && class_at(self.text, start + 1) == Class::Letter;
        if is_name {
            return (self.word(start, start + 1), TokenKind::Word);
        }
        let repeats = REPEATED.contains(&first);
        let mut end = start + 1;
        while repeats && bytes.get(end) == Some(&first) {
            end += 1;
        }
        (end, TokenKind::Punctuation)
    }

    /// A reference has the kind of the character that it means.
    fn reference(&self, start: usize, end: usize, meaning: &str) -> (usize, TokenKind) {
        match marks::with_glyph(meaning) {
            Some(mark) if mark.may_be_apostrophe() && self.is_after_word(start) && self.is_clitic(end) => {
                (self.run(end), TokenKind::Word)
            }
            Some(_) => (end, TokenKind::Mark),
            None if meaning == NO_BREAK_SPACE => (self.space(end), TokenKind::Space),
            None => (end, TokenKind::Punctuation),
        }
    }

    fn multibyte(&self, start: usize) -> (usize, TokenKind) {
        let Some(c) = char_at(self.text, start) else { return (self.text.len(), TokenKind::Other) };
        let end = start + c.len_utf8();
        if let Some(mark) = marks::with_char(c) {
            return match mark.may_be_apostrophe() && self.is_after_word(start) && self.is_clitic(end) {
                true => (self.run(end), TokenKind::Word),
                false => (end, TokenKind::Mark),
            };
        }
        match c {
            c if PUNCTUATION.contains(&c) => (end, TokenKind::Punctuation),
            c if is_space(c) => (self.space(end), TokenKind::Space),
            c if c.is_numeric() => (self.number(start), TokenKind::Number),
            c if is_word_char(c) => (self.word(start, end), TokenKind::Word),
            _ => (end, TokenKind::Other),
        }
    }
}

/// The character at `at`, by itself or as a reference, and its end.
pub(super) fn character(text: &str, at: usize) -> Option<(usize, char)> {
    let c = char_at(text, at)?;
    let reference = if c == '&' { references::at(text, at) } else { None };
    match reference {
        Some((end, meaning)) => Some((end, meaning.chars().next()?)),
        None => Some((at + c.len_utf8(), c)),
    }
}
