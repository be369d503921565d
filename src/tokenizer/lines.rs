//! Lines and the paragraphs that they make.

use crate::tokenizer::document::Document;

/// White space that breaks a line.
pub(crate) struct Break {
    /// The token behind it.
    token: u32,
    blank_line: bool,
}

impl Break {
    /// The break that white space before a token is; `None` where it breaks no line.
    pub(crate) fn read(space: &str, token: usize) -> Option<Self> {
        let lines = line_breaks(space.as_bytes());
        (lines > 0).then_some(Break { token: token as u32, blank_line: lines > 1 })
    }
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

/// Whether the line from byte `start` to byte `end` is about as wide as a page's.
fn is_wide(start: usize, end: usize) -> bool {
    (40..140).contains(&end.saturating_sub(start))
}

impl Document<'_> {
    /// Lists the first token of each paragraph, and the number of tokens after the last.
    pub(crate) fn paragraph_starts(&self, breaks: &[Break], starts: &mut Vec<u32>) {
        let wrapped = self.is_hard_wrapped(breaks);
        starts.push(0);
        let mut line_start = 0;
        for at in breaks {
            let token = at.token as usize;
            if token > 0 && token < self.tokens.len() {
                let runs_on = wrapped || self.goes_on(token, line_start);
                if at.blank_line || !runs_on {
                    starts.push(at.token);
                }
                line_start = self.tokens[token].start();
            }
        }
        if !self.tokens.is_empty() {
            starts.push(self.tokens.len() as u32);
        }
    }

    /// Whether most single line breaks fall in mid-sentence, at the end of a line as wide as a page's.
    fn is_hard_wrapped(&self, breaks: &[Break]) -> bool {
        let (mut lines, mut broken_off, mut line_start) = (0, 0, 0);
        for at in breaks {
            let token = at.token as usize;
            if !at.blank_line {
                lines += 1;
                broken_off += usize::from(self.breaks_off(token, line_start));
            }
            line_start = self.tokens.get(token).map_or(self.text.len(), |token| token.start());
        }
        lines > 2 && broken_off as f64 >= WRAPPED_SHARE * lines as f64
    }

    /// Whether the line that ends before `token` goes on behind it with a word in small letters, which tells
    /// even in a text of two lines. A quotation may end the one or begin the other.
    fn goes_on(&self, token: usize, line_start: usize) -> bool {
        let next =
            self.text[self.tokens[token].start()..].trim_start_matches(['“', '‘', '"', '\'', '«', '(']);
        next.starts_with(char::is_lowercase) && {
            let last = self.end_of(token - 1);
            is_wide(line_start, last) && !self.text[..last].ends_with(['.', '!', '?', ':', ';'])
        }
    }

    /// Whether the line from byte `line_start` to the last token before `token` ends in mid-sentence and is
    /// long enough to have been wrapped.
    fn breaks_off(&self, token: usize, line_start: usize) -> bool {
        let Some(last) = token.checked_sub(1) else { return false };
        let (start, end) = (self.tokens[last].start(), self.end_of(last));
        is_wide(line_start, end) && !self.text[start..end].ends_with(['.', '!', '?', ':', ';', '"', '”'])
    }
}
