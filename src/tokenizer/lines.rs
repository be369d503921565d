//! Lines and the paragraphs that they make.
//!
//! Imports word classes, the marks table, markup and typed indices.

use crate::language::Classes;
use crate::text::index::TokenIdx;
use crate::tokenizer::document::Document;
use crate::tokenizer::marks::{self, Family, Side};
use crate::tokenizer::markup;

/// White space that breaks a line.
pub(crate) struct Break {
    /// The token after it.
    token: TokenIdx,
    blank_line: bool,
}

impl Break {
    /// The break that the white space before a token makes; `None` where it breaks no line. The tag of a block is a blank
    /// line.
    pub(crate) fn read(space: &str, token: TokenIdx) -> Option<Self> {
        let of_part =
            |(is_block, space): (bool, &str)| 2 * usize::from(is_block) + line_breaks(space.as_bytes());
        let lines = match space.as_bytes().contains(&b'<') {
            true => markup::between_tags(space).map(of_part).sum(),
            false => line_breaks(space.as_bytes()),
        };
        (lines > 0).then_some(Break { token, blank_line: lines > 1 })
    }
}

/// The number of line breaks in a run of white space; two or more make a blank line.
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

/// Punctuation after which a line is complete.
const LINE_FINAL: [char; 5] = ['.', '!', '?', ':', ';'];

/// Whether the line from byte `start` to byte `end` is about as wide as a page's: a shorter one may be a verse or an
/// item of a list, a longer one is a paragraph.
fn is_wide(start: usize, end: usize) -> bool {
    (40..140).contains(&end.saturating_sub(start))
}

/// Whether the first word of a line may follow this character: a mark or a bracket that opens something.
fn opens_line(c: char) -> bool {
    c == '(' || marks::with_char(c).is_some_and(|mark| mark.can_open() && !mark.is_low)
}

/// Whether the last character of a line is a double mark that may close a quotation.
fn closes_line(line: &str) -> bool {
    let mark = line.chars().next_back().and_then(marks::with_char);
    mark.is_some_and(|mark| mark.family == Family::Double && mark.side != Side::Opening)
}

/// The length of the start of a line in which a time is looked for, in bytes.
const STAMP: usize = 22;

/// What opens a line of a log that tells what happens, or an item of a list: "* kit77 has joined".
const EVENT: &str = "* ";

/// Whether a line begins with a time, perhaps after a date, or with whoever says it, as the entries of a log do: "[10:31] …",
/// "12/04/2023, 18:02", "#salt <kit77> …".
fn opens_entry(line: &str) -> bool {
    if line.starts_with(EVENT) || line.starts_with(['<', '#']) && opens_with_nick(line) {
        return true;
    }
    let line = &line.as_bytes()[..line.len().min(STAMP)];
    let line = line.strip_prefix(b"[").or_else(|| line.strip_prefix(b"(")).unwrap_or(line);
    let stamp = line.iter().take_while(|byte| !byte.is_ascii_alphabetic()).count();
    let is_time = |part: &[u8]| matches!(part, [b'0'..=b'9', b':', b'0'..=b'9']);
    line.first().is_some_and(u8::is_ascii_digit) && line[..stamp].windows(3).any(is_time)
}

/// Whether a line begins with a name in angle brackets, perhaps after that of a channel.
fn opens_with_nick(line: &str) -> bool {
    let mut words = line.splitn(3, ' ').skip_while(|word| word.starts_with('#'));
    words.next().is_some_and(|word| word.len() > 2 && word.starts_with('<') && word.ends_with('>'))
}

/// How far after a line break the mark that closes a quotation is looked for, in bytes.
const LONGEST_WRAP: usize = 400;

/// The sides of the quotation marks in a text, from left to right, each with its place and its family. A straight one
/// opens before a word and closes after one; a single one, which may be an apostrophe, closes only after punctuation.
fn sides(text: &str) -> impl DoubleEndedIterator<Item = (usize, Family, Side)> + '_ {
    let starts = text.bytes().enumerate().filter(|(_, byte)| marks::may_begin_mark(*byte));
    starts.filter_map(move |(at, _)| {
        let c = text.get(at..)?.chars().next()?;
        let mark = marks::with_char(c).filter(|mark| OVER_LINES.contains(&mark.family) && !mark.is_low)?;
        let before = text.get(..at)?.chars().next_back();
        let follows_space = before.is_none_or(char::is_whitespace);
        let side = match mark.side {
            Side::Straight if follows_space => Side::Opening,
            Side::Straight => Side::Closing,
            side => side,
        };
        let may_be_apostrophe = match side {
            Side::Closing => follows_space || before.is_some_and(char::is_alphanumeric),
            _ => !follows_space,
        };
        (mark.family == Family::Double || !may_be_apostrophe).then_some((at, mark.family, side))
    })
}

/// Whether the next mark of this family in a text closes a quotation and is in the same block of lines.
fn closes_ahead(text: &str, family: Family) -> bool {
    let end = (LONGEST_WRAP..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    let near = &text[..end];
    let next = sides(near).find(|(_, of, _)| *of == family);
    let closing = next.filter(|(_, _, side)| *side == Side::Closing);
    closing.is_some_and(|(at, ..)| !near[..at].contains("\n\n") && !near[..at].contains("\r\n\r\n"))
}

/// The families of marks whose quotations may run over the end of a line.
const OVER_LINES: [Family; 2] = [Family::Double, Family::Single];

/// Notes which families of marks a line leaves open, given those that the line before left open.
fn follow_marks(line: &str, is_open: &mut [bool; OVER_LINES.len()]) {
    let mut is_read = [false; OVER_LINES.len()];
    for (_, family, side) in sides(line).rev() {
        let of = OVER_LINES.iter().position(|known| *known == family).unwrap_or(0);
        if !std::mem::replace(&mut is_read[of], true) {
            is_open[of] = side == Side::Opening;
        }
        if is_read.iter().all(|is_read| *is_read) {
            break;
        }
    }
}

impl Document<'_> {
    /// Lists the first token of each paragraph, and the position after the last token.
    pub(super) fn paragraph_starts(&self, breaks: &[Break], starts: &mut Vec<TokenIdx>) {
        let wrapped = self.is_hard_wrapped(breaks);
        starts.push(TokenIdx::START);
        let (mut line_start, mut is_open) = (0, [false; OVER_LINES.len()]);
        for at in breaks.iter().filter(|at| at.token > TokenIdx::START) {
            if let Some(token) = self.token(at.token) {
                // The marks of a line matter only where nothing else decides.
                let ahead = &self.text[token.start()..];
                let runs_on = !at.blank_line
                    && !opens_entry(ahead)
                    && (wrapped || {
                        follow_marks(&self.text[line_start..token.start()], &mut is_open);
                        let mut open = OVER_LINES.into_iter().zip(is_open).filter(|(_, is_open)| *is_open);
                        self.continues_line(at.token, line_start)
                            || open.any(|(family, _)| closes_ahead(ahead, family))
                    });
                if !runs_on {
                    starts.push(at.token);
                    is_open = [false; OVER_LINES.len()];
                }
                line_start = token.start();
            }
        }
        if self.len() > 0 {
            starts.push(self.end());
        }
    }

    /// Whether most single line breaks fall in mid-sentence, at the end of a line as wide as a page's.
    fn is_hard_wrapped(&self, breaks: &[Break]) -> bool {
        let (mut lines, mut broken_off, mut line_start) = (0, 0, 0);
        for at in breaks {
            if !at.blank_line {
                lines += 1;
                broken_off += usize::from(self.breaks_off(at.token, line_start));
            }
            line_start = self.token(at.token).map_or(self.text.len(), |token| token.start());
        }
        lines > 2 && broken_off as f64 >= WRAPPED_SHARE * lines as f64
    }

    /// Whether a token is an abbreviation that ends no sentence: "Mrs.".
    fn ends_in_abbreviation(&self, last: TokenIdx) -> bool {
        let word = self.text_of(last);
        let stem = word.strip_suffix('.');
        stem.is_some_and(|stem| self.language.is_abbreviation(stem)) && !self.language.ends_sentence(word)
    }

    /// Whether the line that ends before this token continues with a word in small letters, which is evidence
    /// even in a text of two lines. A quotation may end the one or begin the other.
    fn continues_line(&self, at: TokenIdx, line_start: usize) -> bool {
        let (Some(token), Some(last)) = (self.token(at), at.before()) else { return false };
        let next = self.text[token.start()..].trim_start_matches(opens_line);
        let end = self.end_of(last);
        let line = &self.text[..end];
        // No paragraph ends in "the" or "of".
        let unfinished = Classes::DETERMINER.or(Classes::CONJUNCTION).or(Classes::GENITIVE);
        // Looked up here, since a document for quotation marks alone has no numbers of words.
        let is_unfinished = || {
            let word = self.language.id_of(self.text_of(last));
            self.language.classes(word).any(unfinished)
        };
        is_wide(line_start, end)
            && (line.ends_with(',')
                || self.ends_in_abbreviation(last)
                || is_unfinished()
                || next.starts_with(char::is_lowercase) && !line.ends_with(LINE_FINAL))
    }

    /// Whether the line from byte `line_start` to the last token before this one ends in mid-sentence and is
    /// long enough to have been wrapped.
    fn breaks_off(&self, at: TokenIdx, line_start: usize) -> bool {
        let Some((last, token)) = at.before().and_then(|last| Some((last, self.token(last)?))) else {
            return false;
        };
        let end = self.end_of(last);
        let line = &self.text[token.start()..end];
        is_wide(line_start, end)
            && !line.ends_with(LINE_FINAL)
            && !closes_line(line)
            && !opens_entry(&self.text[token.start()..])
    }
}
