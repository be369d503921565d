//! The tokens of a whole text without its white space, and the paragraphs over them.

use super::references;
use super::scan::{self, TokenKind};
use crate::span::Span;

/// A half-open range of token indices.
pub(crate) type Range = std::ops::Range<usize>;

/// The longest text that is looked at; what stands after it is left alone.
const LONGEST_TEXT: usize = u32::MAX as usize;
/// A longer token keeps its place but loses its tail: no word of any language is that long.
const LONGEST_TOKEN: usize = u16::MAX as usize;

/// One token, in eight bytes: a text of many megabytes is held as a list of these.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    start: u32,
    len: u16,
    pub kind: TokenKind,
    shape: u8,
}

const CAPITAL: u8 = 1;
const ALL_CAPITALS: u8 = 2;
const SPACE_BEFORE: u8 = 4;
const BEGINS_PARAGRAPH: u8 = 8;
const POINT: u8 = 16;
const REFERENCE: u8 = 32;

impl Token {
    pub(crate) fn start(self) -> usize {
        self.start as usize
    }

    pub(crate) fn end(self) -> usize {
        self.start() + usize::from(self.len)
    }

    /// Whether it is a word that ends with a point.
    pub(crate) fn ends_with_point(self) -> bool {
        self.shape & POINT != 0
    }

    /// Whether it is written like a name: "Li", "O’Neill", "al-Sisi"; "iPhone" not.
    pub(crate) fn is_capitalised(self) -> bool {
        self.shape & CAPITAL != 0
    }

    /// Whether it has two letters or more, all of them capitals.
    pub(crate) fn is_all_capitals(self) -> bool {
        self.shape & ALL_CAPITALS != 0
    }

    /// Whether white space, or nothing at all, stands before it.
    pub(crate) fn has_space_before(self) -> bool {
        self.shape & SPACE_BEFORE != 0
    }
}

/// A text as tokens and paragraphs.
pub(crate) struct Document<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: Vec<Token>,
    /// The first token of each paragraph, and the number of tokens after the last.
    starts: Vec<u32>,
}

impl<'t> Document<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let mut tokens = Vec::with_capacity(text.len() / 5 + 8);
        let mut breaks = Vec::new();
        let (mut at, mut spaced) = (0, true);
        let bytes = text.as_bytes();
        loop {
            // Most white space is one space.
            if bytes.get(at) == Some(&b' ') {
                (at, spaced) = (at + 1, true);
                continue;
            }
            if let Some(end) = scan::plain_word(bytes, at).filter(|end| *end <= LONGEST_TEXT) {
                tokens.push(plain_token(&bytes[at..end], at, spaced));
                (at, spaced) = (end, false);
                continue;
            }
            let Some((end, kind)) = scan::next(text, at) else { break };
            if end > LONGEST_TEXT {
                break;
            }
            if kind == TokenKind::Space {
                let lines = line_breaks(&text.as_bytes()[at..end]);
                if lines > 0 {
                    breaks.push(Break { token: tokens.len() as u32, blank_line: lines > 1 });
                }
                spaced |= has_width(&text[at..end]);
            } else {
                tokens.push(token(text, at, end, kind, spaced));
                spaced = false;
            }
            at = end;
        }
        let starts = paragraph_starts(text, &tokens, &breaks);
        for &start in &starts {
            if let Some(token) = tokens.get_mut(start as usize) {
                token.shape |= BEGINS_PARAGRAPH;
            }
        }
        Document { text, tokens, starts }
    }

    pub(crate) fn paragraph_count(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many paragraphs begin after the token `from` and not after the token `to`. Logarithmic.
    pub(crate) fn paragraphs_between(&self, from: usize, to: usize) -> usize {
        let begun = |token: usize| self.starts.partition_point(|&start| start as usize <= token);
        begun(to).saturating_sub(begun(from))
    }

    /// The tokens of the paragraph that begins with this token.
    pub(crate) fn paragraph_from(&self, token: usize) -> Option<Range> {
        let at = self.starts.binary_search(&u32::try_from(token).ok()?).ok()?;
        (at < self.paragraph_count()).then(|| self.paragraph(at))
    }

    /// The tokens of a paragraph: never empty.
    pub(crate) fn paragraph(&self, at: usize) -> Range {
        self.starts[at] as usize..self.starts[at + 1] as usize
    }

    /// Whether the token is the first of its paragraph.
    pub(crate) fn begins_paragraph(&self, token: usize) -> bool {
        self.tokens.get(token).is_none_or(|token| token.shape & BEGINS_PARAGRAPH != 0)
    }

    /// The characters of a token, those that it stands for where it is a reference ("&quot;").
    #[inline]
    pub(crate) fn text_of(&self, token: usize) -> &'t str {
        let token = self.tokens[token];
        let text = self.text.get(token.start()..token.end()).unwrap_or("");
        if token.shape & REFERENCE != 0 {
            references::read(text)
        } else {
            text
        }
    }

    /// The characters from the first of these tokens to the last.
    pub(crate) fn span(&self, tokens: Range) -> Span {
        match (
            self.tokens.get(tokens.start),
            tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last)),
        ) {
            (Some(first), Some(last)) => Span::new(first.start(), last.end().max(first.start())),
            _ => Span::new(self.text.len(), self.text.len()),
        }
    }

    pub(crate) fn slice(&self, tokens: Range) -> &'t str {
        self.span(tokens).of(self.text).unwrap_or("")
    }

    /// Whether the token is exactly this character or these characters.
    pub(crate) fn is(&self, token: usize, text: &str) -> bool {
        token < self.tokens.len() && self.text_of(token) == text
    }
}

struct Break {
    token: u32,
    blank_line: bool,
}

fn token(text: &str, start: usize, end: usize, kind: TokenKind, spaced: bool) -> Token {
    let mut len = (end - start).min(LONGEST_TOKEN);
    while !text.is_char_boundary(start + len) {
        len -= 1;
    }
    let shape = if kind == TokenKind::Word { letters(&text[start..start + len]) } else { 0 };
    let shape = shape | if spaced { SPACE_BEFORE } else { 0 };
    let is_reference = len > 1 && text.as_bytes()[start] == b'&';
    let shape = shape | if is_reference { REFERENCE } else { 0 };
    Token { start: start as u32, len: len as u16, kind, shape }
}

/// The token of a word of which [`scan::plain_word`] found the end.
fn plain_token(word: &[u8], start: usize, spaced: bool) -> Token {
    let mut shape = if spaced { SPACE_BEFORE } else { 0 };
    if word[0].is_ascii_uppercase() {
        shape |= CAPITAL;
        if word.len() > 1 && word[1..].iter().all(u8::is_ascii_uppercase) {
            shape |= ALL_CAPITALS;
        }
    }
    Token { start: start as u32, len: word.len() as u16, kind: TokenKind::Word, shape }
}

fn letters(word: &str) -> u8 {
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
    let all = bytes.len() > 1 && bytes[1..].iter().all(|byte| !byte.is_ascii_lowercase() && *byte != b'\'');
    let longer = bytes.len() > 2 || (bytes.len() == 2 && bytes[1] != b'.');
    point | CAPITAL | if all && longer && word.is_ascii() { ALL_CAPITALS } else { 0 }
}

/// "al-Sisi", "el-Baradei", "d’Estaing": a small article joined to a capital.
fn has_capital_after_article(word: &str) -> bool {
    let Some(joint) =
        word.bytes().take(LONGEST_ARTICLE + 1).position(|byte| matches!(byte, b'-' | b'\'' | 0xe2))
    else {
        return false;
    };
    let (article, rest) = word.split_at(joint);
    matches!(article, "al" | "el" | "an" | "as" | "ad" | "ash" | "d" | "l" | "bin" | "ibn")
        && rest.strip_prefix(['-', '’', '\'']).is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// The longest article that is joined to a name, in bytes.
const LONGEST_ARTICLE: usize = 3;

/// Whether white space separates anything. A reference among it stands for a space.
fn has_width(space: &str) -> bool {
    matches!(space.as_bytes()[0], b' ' | b'&') || space.contains(char::is_whitespace)
}

/// How many line breaks a run of white space holds; two or more make a blank line.
fn line_breaks(space: &[u8]) -> usize {
    let mut count = 0;
    for (at, byte) in space.iter().enumerate() {
        match byte {
            b'\n' => count += 1,
            b'\r' if space.get(at + 1) != Some(&b'\n') => count += 1,
            // U+2029, the paragraph separator, is a blank line by itself; U+2028 a line break.
            0xe2 if space[at..].starts_with("\u{2029}".as_bytes()) => count += 2,
            0xe2 if space[at..].starts_with("\u{2028}".as_bytes()) => count += 1,
            _ => {}
        }
    }
    count
}

/// The share of single line breaks in mid-sentence from which a text counts as hard-wrapped.
const WRAPPED_SHARE: f64 = 0.6;

fn paragraph_starts(text: &str, tokens: &[Token], breaks: &[Break]) -> Vec<u32> {
    let wrapped = is_hard_wrapped(text, tokens, breaks);
    let mut starts = vec![0];
    let mut line_start = 0;
    for at in breaks {
        let token = at.token as usize;
        if token > 0 && token < tokens.len() {
            let runs_on = wrapped || goes_on(text, tokens, token, line_start);
            if at.blank_line || !runs_on {
                starts.push(at.token);
            }
            line_start = tokens[token].start();
        }
    }
    if !tokens.is_empty() {
        starts.push(tokens.len() as u32);
    }
    starts
}

/// Whether most single line breaks fall in mid-sentence, at the end of a line as wide as a page's.
fn is_hard_wrapped(text: &str, tokens: &[Token], breaks: &[Break]) -> bool {
    let (mut lines, mut broken_off, mut line_start) = (0, 0, 0);
    for at in breaks {
        let token = at.token as usize;
        if !at.blank_line {
            lines += 1;
            broken_off += usize::from(breaks_off(text, &tokens[..token], line_start));
        }
        line_start = tokens.get(token).map_or(text.len(), |token| token.start());
    }
    lines > 2 && broken_off as f64 >= WRAPPED_SHARE * lines as f64
}

/// Whether the line that ends before `token` goes on behind it with a word in small letters, which tells
/// even in a text of two lines. A quotation may end the one or begin the other.
fn goes_on(text: &str, tokens: &[Token], token: usize, line_start: usize) -> bool {
    let next = text[tokens[token].start()..].trim_start_matches(['“', '‘', '"', '\'', '«', '(']);
    next.starts_with(char::is_lowercase)
        && tokens[..token].last().is_some_and(|last| {
            is_wide(line_start, *last) && !text[..last.end()].ends_with(['.', '!', '?', ':', ';'])
        })
}

/// Whether the line from byte `start` to the last of `tokens` ends in mid-sentence and is long enough
/// to have been wrapped.
fn breaks_off(text: &str, tokens: &[Token], start: usize) -> bool {
    let Some(last) = tokens.last() else { return false };
    let closes = text[last.start()..last.end()].ends_with(['.', '!', '?', ':', ';', '"', '”']);
    is_wide(start, *last) && !closes
}

/// Whether the line from byte `start` to this token is about as wide as a page's.
fn is_wide(start: usize, last: Token) -> bool {
    (40..140).contains(&last.end().saturating_sub(start))
}
