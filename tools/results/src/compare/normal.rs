//! A quotation as words that can be compared.

use crate::words::fold;

/// A piece of a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A word in small letters, without accents and marks.
    Word(String),
    /// A place where words are left out or replaced: "...", "[the mayor]".
    Gap,
}

/// The maximum length of words between brackets that replace others, in characters. More is a passage of its own.
const LONGEST_REPLACED: usize = 60;

/// The pieces of a quotation. Gaps at both ends are left out, and two gaps are never neighbours.
///
/// A letter between brackets within a word ("[t]he") belongs to the word, and so do points, commas and apostrophes:
/// "U.N.", "1,000", "don’t".
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let chars: Vec<char> = text.chars().collect();
    let mut pieces = Pieces::default();
    let mut at = 0;
    while let Some(c) = chars.get(at).copied() {
        let next = chars.get(at + 1).copied();
        let is_next_letter = next.is_some_and(char::is_alphanumeric);
        match c {
            '[' | '(' => {
                // Otherwise it holds a letter of the word.
                if let Some(end) = replaced_until(&chars, at, pieces.is_in_word()) {
                    pieces.end_word();
                    pieces.gap();
                    at = end;
                }
            }
            ']' | ')' => {
                if !is_next_letter {
                    pieces.end_word();
                }
            }
            '…' => {
                pieces.end_word();
                pieces.gap();
            }
            '.' if is_ellipsis(&chars, at) => {
                pieces.end_word();
                pieces.gap();
            }
            '.' | ',' | '\'' | '’' if pieces.is_in_word() && is_next_letter => {}
            // What cannot be seen.
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            _ if c.is_alphanumeric() || pieces.is_in_word() && is_mark_above(c) => pieces.word.push(c),
            _ => pieces.end_word(),
        }
        at += 1;
    }
    pieces.end_word();
    if pieces.pieces.last() == Some(&Piece::Gap) {
        pieces.pieces.pop();
    }
    pieces.pieces
}

fn is_mark_above(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The index of the bracket that closes this one, if words between them replace others.
fn replaced_until(chars: &[char], start: usize, is_in_word: bool) -> Option<usize> {
    let length = chars[start..].iter().take(LONGEST_REPLACED).position(|c| matches!(c, ']' | ')'))?;
    let end = start + length;
    let continues = chars.get(end + 1).is_some_and(|c| c.is_alphanumeric());
    let is_letter = length == 2 && continues || is_in_word;
    (!is_letter).then_some(end)
}

/// Whether a point has another one directly or after a space beside it.
fn is_ellipsis(chars: &[char], at: usize) -> bool {
    let is_point = |at: Option<usize>| at.and_then(|at| chars.get(at)) == Some(&'.');
    let is_space = |at: Option<usize>| at.and_then(|at| chars.get(at)) == Some(&' ');
    let before = is_point(at.checked_sub(1)) || is_space(at.checked_sub(1)) && is_point(at.checked_sub(2));
    before || is_point(Some(at + 1)) || is_space(Some(at + 1)) && is_point(Some(at + 2))
}

#[derive(Default)]
struct Pieces {
    pieces: Vec<Piece>,
    word: String,
}

impl Pieces {
    fn is_in_word(&self) -> bool {
        !self.word.is_empty()
    }

    fn end_word(&mut self) {
        if !self.word.is_empty() {
            let word = fold(&self.word);
            self.word.clear();
            if !word.is_empty() {
                self.pieces.push(Piece::Word(word));
            }
        }
    }

    fn gap(&mut self) {
        if !matches!(self.pieces.last(), None | Some(Piece::Gap)) {
            self.pieces.push(Piece::Gap);
        }
    }
}
