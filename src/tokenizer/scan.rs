//! The scanner: where the token that starts here ends, and what it is.

use crate::language::{is_invisible, Language};
use crate::text::letters::Letters;
use crate::tokenizer::references;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum TokenKind {
    /// A word, an abbreviation with its point, a clitic, an address.
    Word,
    /// A number: "300,000", "3.5", "90s".
    Number,
    /// White space, line breaks included.
    Space,
    /// A quotation mark or a lone apostrophe.
    Mark,
    /// A point, comma, dash, bracket or another mark that is none of quotation.
    Punctuation,
    /// Anything else: emoji, symbols, controls.
    Other,
}

/// Byte classes of ASCII; bytes above it are looked at as characters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
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
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b' ' | b'\t'..=b'\r' => Class::Space,
            b'"' | b'\'' | b'`' => Class::Mark,
            b'!'..=b'/' | b':'..=b'@' | b'['..=b'_' | b'{'..=b'~' => Class::Punctuation,
            0x80.. => Class::Multibyte,
            _ => Class::Other,
        };
        byte += 1;
    }
    classes
};

/// Marks of ASCII that are a token each, unless the same one follows or they start a reference or a name.
const PLAIN_MARKS: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let is_other = matches!(byte as u8, b'&' | b'@' | b'#');
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

/// The same as [`next`] where no plain word starts.
pub(crate) fn next_but_plain(text: &str, start: usize) -> Option<(usize, TokenKind)> {
    match text.as_bytes().get(start)? {
        first if first.is_ascii_alphabetic() => Some((word(text, start, start + 1), TokenKind::Word)),
        _ => next(text, start),
    }
}

/// The end and the kind of the token that starts at byte `start`; `None` at the end of the text.
pub(crate) fn next(text: &str, start: usize) -> Option<(usize, TokenKind)> {
    let bytes = text.as_bytes();
    let first = *bytes.get(start)?;
    Some(match CLASSES[usize::from(first)] {
        Class::Letter => match plain_word(bytes, start) {
            Some((len, _)) => (start + len, TokenKind::Word),
            None => (word(text, start, start + 1), TokenKind::Word),
        },
        Class::Digit => (number(text, start), TokenKind::Number),
        Class::Space => (space(text, start + 1), TokenKind::Space),
        Class::Mark => mark(text, start, first),
        Class::Punctuation => punctuation(text, start, first),
        Class::Other => (start + 1, TokenKind::Other),
        Class::Multibyte => multibyte(text, start),
    })
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

fn class_at(text: &str, at: usize) -> Class {
    text.as_bytes().get(at).map_or(Class::Space, |&byte| CLASSES[usize::from(byte)])
}

/// A letter, or a mark that only ever stands with one.
fn is_word_char(c: char) -> bool {
    // Marks and spaces of general punctuation are asked about most.
    !matches!(c, '\u{2000}'..='\u{206f}') && c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

/// White space. A character without width belongs to the word around it; anywhere else it is white space that
/// separates nothing.
fn is_space(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// Where the run of letters, digits and joined parts that began before `at` ends.
fn word(text: &str, start: usize, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    if start + 1 == at && bytes.get(at) == Some(&b'.') {
        if let Some(end) = initials(bytes, start) {
            return if bytes.get(end) == Some(&b'-') { joined(text, start, end) } else { end };
        }
    }
    if matches!(bytes[start], b'@' | b'#') {
        return run(text, at);
    }
    loop {
        at = run(text, at);
        let Some(after) = bytes.get(at) else { return at };
        match after {
            b'-' | b'\'' | b'&' | 0xe2 => match joined(text, start, at) {
                end if end == at => return at,
                end => at = end,
            },
            b'.' => return point(text, start, at),
            b'@' if class_at(text, at + 1) == Class::Letter => return address(text, at),
            b':' if bytes[at..].starts_with(b"://") => return address(text, at),
            _ => return at,
        }
    }
}

/// The short word that starts at `start`, and how long it is, if it is of letters of ASCII alone and what
/// follows it can be no part of it, as with most words; what [`next`] would find as well, but sooner.
#[inline]
pub(crate) fn plain_word(bytes: &[u8], start: usize) -> Option<(usize, Letters)> {
    let (len, letters) = Letters::at(bytes, start);
    let ends =
        matches!(bytes.get(start + len)?, b' ' | b',' | b'\n' | b'\r' | b';' | b'!' | b'?' | b')' | b'"');
    (len > 0 && ends).then_some((len, letters))
}

/// Where the run of letters and digits from `at` ends.
fn run(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        match CLASSES[usize::from(byte)] {
            Class::Letter | Class::Digit => at += 1,
            Class::Multibyte => match char_at(text, at) {
                Some(c) if is_word_char(c) => at += c.len_utf8(),
                Some(c) if is_invisible(c) => match after_invisible(text, at) {
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

/// Where a word goes on behind the characters without width at `at`; `None` where it does not.
fn after_invisible(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let letters = rest.trim_start_matches(is_invisible);
    letters.starts_with(is_word_char).then(|| at + rest.len() - letters.len())
}

/// The end of "U.N.", "a.m.", "J." from `start`; `None` where the point ends a sentence instead.
fn initials(bytes: &[u8], start: usize) -> Option<usize> {
    let mut end = start;
    while bytes.get(end).is_some_and(u8::is_ascii_alphabetic) && bytes.get(end + 1) == Some(&b'.') {
        end += 2;
    }
    let letters = (end - start) / 2;
    let single = letters == 1 && bytes[start].is_ascii_uppercase() && bytes[start] != b'I';
    let runs_on = bytes.get(end).is_some_and(u8::is_ascii_alphabetic);
    ((letters > 1 || single) && !(runs_on && letters == 1)).then_some(end)
}

/// Goes on over a hyphen, an ampersand or an apostrophe that joins two parts of one word; gives `at`
/// back where it does not.
fn joined(text: &str, start: usize, at: usize) -> usize {
    let Some((after, joint)) = character(text, at) else { return at };
    if !char_at(text, after).is_some_and(is_word_char) {
        return at;
    }
    match joint {
        '-' | '\u{2010}' | '\u{2011}' => run(text, after),
        '&' if text.as_bytes()[start].is_ascii_uppercase() && class_at(text, after) == Class::Letter => {
            run(text, after)
        }
        '\'' | '\u{2019}' if !is_clitic(text, after) => run(text, after),
        _ => at,
    }
}

/// The character at `at`, by itself or as a reference, and where it ends.
fn character(text: &str, at: usize) -> Option<(usize, char)> {
    let c = char_at(text, at)?;
    let reference = if c == '&' { references::at(text, at) } else { None };
    match reference {
        Some((end, meaning)) => Some((end, meaning.chars().next()?)),
        None => Some((at + c.len_utf8(), c)),
    }
}

/// Whether the letters from `at` are the part after the apostrophe of "he’s", "they’ll", "I’d".
fn is_clitic(text: &str, at: usize) -> bool {
    let end = run(text, at);
    Language::english().is_clitic(text.get(at..end).unwrap_or(""))
}

/// A point after a word: part of an abbreviation or of a domain, else no part of the token.
fn point(text: &str, start: usize, at: usize) -> usize {
    let bytes = text.as_bytes();
    match bytes.get(at + 1) {
        Some(next) if next.is_ascii_lowercase() && at > start + 1 => address(text, at),
        _ if Language::english().is_abbreviation(text.get(start..at).unwrap_or("")) => at + 1,
        _ => at,
    }
}

/// Where an e-mail or web address ends that is known to reach `at`.
fn address(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    let end = rest
        .find(|c: char| {
            is_space(c) || matches!(c, '"' | '“' | '”' | '’' | '\'' | '<' | '>' | '(' | ')' | ',')
        })
        .unwrap_or(rest.len());
    at + rest[..end].trim_end_matches(['.', ':', ';', '!', '?']).len().max(1)
}

/// Digits with points, commas and colons between digits, and what hangs on to them ("90s", "43-year-old").
fn number(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = run(text, start);
    while let Some(&byte) = bytes.get(at) {
        let more = match byte {
            b'.' | b',' | b':' | b'/' => class_at(text, at + 1) == Class::Digit,
            b'-' => matches!(class_at(text, at + 1), Class::Digit | Class::Letter),
            _ => false,
        };
        if !more {
            break;
        }
        at = run(text, at + 1);
    }
    at
}

fn space(text: &str, mut at: usize) -> usize {
    loop {
        match class_at(text, at) {
            _ if at >= text.len() => return at,
            Class::Space => at += 1,
            Class::Multibyte => match char_at(text, at) {
                Some(c) if is_space(c) => at += c.len_utf8(),
                _ => return at,
            },
            Class::Punctuation => match references::at(text, at) {
                Some((end, "\u{a0}")) => at = end,
                _ => return at,
            },
            _ => return at,
        }
    }
}

fn mark(text: &str, start: usize, first: u8) -> (usize, TokenKind) {
    let bytes = text.as_bytes();
    let repeated = bytes[start..].iter().take(4).take_while(|byte| **byte == first).count();
    // Of three that close, the first is the inner quotation's: ``She said `no.'''
    let closes_two = first == b'\'' && repeated == 3 && start > 0 && !bytes[start - 1].is_ascii_whitespace();
    if first != b'"' && repeated > 1 && !closes_two {
        return (start + 2, TokenKind::Mark);
    }
    if first == b'\'' && after_word(text, start) && is_clitic(text, start + 1) {
        return (run(text, start + 1), TokenKind::Word);
    }
    (start + 1, TokenKind::Mark)
}

/// Whether the character before `at` is one of a word, so that an apostrophe here can begin a clitic.
fn after_word(text: &str, at: usize) -> bool {
    text.get(..at).and_then(|before| before.chars().next_back()).is_some_and(|c| is_word_char(c) || c == '.')
}

fn punctuation(text: &str, start: usize, first: u8) -> (usize, TokenKind) {
    let bytes = text.as_bytes();
    if let Some((end, meaning)) = references::at(text, start) {
        return reference(text, start, end, meaning);
    }
    let named = matches!(first, b'@' | b'#') && class_at(text, start + 1) == Class::Letter;
    if named {
        return (word(text, start, start + 1), TokenKind::Word);
    }
    let repeats = matches!(first, b'.' | b'-' | b'_' | b'=' | b'*' | b'~');
    let mut end = start + 1;
    while repeats && bytes.get(end) == Some(&first) {
        end += 1;
    }
    (end, TokenKind::Punctuation)
}

/// A reference is what it stands for.
fn reference(text: &str, start: usize, end: usize, meaning: &str) -> (usize, TokenKind) {
    match meaning {
        "\u{a0}" => (space(text, end), TokenKind::Space),
        "&" | "…" | "–" | "—" => (end, TokenKind::Punctuation),
        "'" | "’" if after_word(text, start) && is_clitic(text, end) => (run(text, end), TokenKind::Word),
        _ => (end, TokenKind::Mark),
    }
}

fn multibyte(text: &str, start: usize) -> (usize, TokenKind) {
    let Some(c) = char_at(text, start) else { return (text.len(), TokenKind::Other) };
    let end = start + c.len_utf8();
    match c {
        '’' if after_word(text, start) && is_clitic(text, end) => (run(text, end), TokenKind::Word),
        '“' | '”' | '‘' | '’' | '„' | '‚' | '‟' | '‛' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' => {
            (end, TokenKind::Mark)
        }
        '–' | '—' | '―' | '…' | '‐' | '‑' | '·' | '•' | '¡' | '¿' | '。' | '、' => {
            (end, TokenKind::Punctuation)
        }
        c if is_space(c) => (space(text, end), TokenKind::Space),
        c if c.is_numeric() => (number(text, start), TokenKind::Number),
        c if is_word_char(c) => (word(text, start, end), TokenKind::Word),
        _ => (end, TokenKind::Other),
    }
}
