//! The tokens of a whole text without its white space, and the paragraphs over them.

use crate::text::letters::MOST_LETTERS;
use crate::text::lists;
use crate::text::span::{Bytes, Span};
use crate::tokenizer::lines::Break;
use crate::tokenizer::scan;
use crate::tokenizer::scan::TokenKind;
use crate::tokenizer::token::{Numbering, Token};

/// A half-open range of token indices.
pub(crate) type Range = std::ops::Range<usize>;

/// The same in eight bytes, for lists that are as long as a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tokens {
    start: u32,
    end: u32,
}

impl Tokens {
    pub(crate) fn start(self) -> usize {
        self.start as usize
    }

    pub(crate) fn end(self) -> usize {
        self.end as usize
    }

    pub(crate) fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub(crate) fn range(self) -> Range {
        self.start()..self.end()
    }
}

impl From<Range> for Tokens {
    /// A text has no more than four billion tokens.
    fn from(tokens: Range) -> Self {
        Tokens { start: tokens.start as u32, end: tokens.end as u32 }
    }
}

/// The longest text that is looked at; what stands after it is left alone.
const LONGEST_TEXT: usize = u32::MAX as usize;

/// Where the last word starts at most that is a plain one.
const LAST_PLAIN_START: usize = LONGEST_TEXT - MOST_LETTERS;

/// A text as tokens and paragraphs.
pub(crate) struct Document<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: Vec<Token>,
    /// The first token of each paragraph, and the number of tokens after the last.
    starts: Vec<u32>,
    marks: Vec<u32>,
}

/// The lists that a document fills.
#[derive(Default)]
pub(crate) struct Lists {
    tokens: Vec<Token>,
    starts: Vec<u32>,
    marks: Vec<u32>,
    breaks: Vec<Break>,
}

impl<'t> Document<'t> {
    pub(crate) fn new(text: &'t str, numbering: &impl Numbering) -> Self {
        Document::read(text, numbering, &mut Lists::default())
    }

    /// The same, which takes empty lists and fills them.
    pub(crate) fn read(text: &'t str, numbering: &impl Numbering, memory: &mut Lists) -> Self {
        let Lists { mut tokens, mut starts, mut marks, mut breaks } = std::mem::take(memory);
        tokens.reserve_exact(text.len().min(LONGEST_TEXT) / 5 + 8);
        let (mut at, mut spaced) = (0, true);
        let bytes = text.as_bytes();
        loop {
            // Most white space is one space.
            if bytes.get(at) == Some(&b' ') {
                (at, spaced) = (at + 1, true);
                continue;
            }
            if let Some((len, letters)) = scan::plain_word(bytes, at).filter(|_| at < LAST_PLAIN_START) {
                let word = numbering.of_letters(letters, len);
                lists::push(
                    &mut tokens,
                    Token::of_letters(at, len, bytes[at].is_ascii_uppercase(), spaced, word),
                );
                // Most words are followed by one space.
                spaced = bytes.get(at + len) == Some(&b' ');
                at += len + usize::from(spaced);
                continue;
            }
            if let Some(mark) = scan::plain_mark(bytes, at).filter(|_| at < LAST_PLAIN_START) {
                lists::push(&mut tokens, Token::of_mark(at, spaced, numbering.of_mark(mark)));
                (at, spaced) = (at + 1, false);
                continue;
            }
            let Some((end, kind)) = scan::next_but_plain(text, at) else { break };
            if end > LONGEST_TEXT {
                break;
            }
            if kind == TokenKind::Space {
                breaks.extend(Break::read(&text[at..end], tokens.len()));
                spaced |= has_width(&text[at..end]);
            } else {
                if kind == TokenKind::Mark {
                    marks.push(tokens.len() as u32);
                }
                lists::push(&mut tokens, Token::read(text, at..end, kind, spaced, numbering));
                spaced = false;
            }
            at = end;
        }
        let mut document = Document { text, tokens, starts: Vec::new(), marks };
        document.paragraph_starts(&breaks, &mut starts);
        document.starts = starts;
        lists::empty(&mut breaks);
        memory.breaks = breaks;
        for &start in &document.starts {
            if let Some(token) = document.tokens.get_mut(start as usize) {
                token.begin_paragraph();
            }
        }
        document
    }

    /// Gives its lists back, emptied for another text.
    pub(crate) fn into_lists(self, memory: &mut Lists) {
        let Document { mut tokens, mut starts, mut marks, .. } = self;
        lists::empty(&mut tokens);
        lists::empty(&mut starts);
        lists::empty(&mut marks);
        *memory = Lists { tokens, starts, marks, breaks: std::mem::take(&mut memory.breaks) };
    }

    /// The tokens that are quotation marks or apostrophes, in order.
    pub(crate) fn marks(&self) -> &[u32] {
        &self.marks
    }

    pub(crate) fn paragraph_count(&self) -> usize {
        self.starts.len() - 1
    }

    /// The tokens of each paragraph.
    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = Range> + '_ {
        (0..self.paragraph_count()).map(|at| self.paragraph(at))
    }

    /// How many paragraphs begin up to a token. Logarithmic.
    pub(crate) fn paragraphs_begun(&self, token: usize) -> usize {
        self.starts.partition_point(|&start| start as usize <= token)
    }

    /// The same, logarithmic in the way from so many.
    pub(crate) fn paragraphs_begun_near(&self, token: usize, begun: usize) -> usize {
        lists::partition_point_near(&self.starts, begun, |&start| start as usize <= token)
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
        self.tokens.get(token).is_none_or(|token| token.begins_paragraph())
    }

    /// The characters of a token, those that it stands for where it is a reference ("&quot;").
    #[inline]
    pub(crate) fn text_of(&self, token: usize) -> &'t str {
        self.tokens[token].of(self.text)
    }

    /// The byte after a token.
    pub(crate) fn end_of(&self, token: usize) -> usize {
        self.tokens[token].end(self.text)
    }

    /// Whether a token has two letters or more of ASCII, all of them capitals.
    pub(crate) fn is_all_capitals(&self, token: usize) -> bool {
        let word = self.text_of(token).as_bytes();
        let capitals = |letters: &[u8]| {
            letters.iter().all(|byte| byte.is_ascii() && !byte.is_ascii_lowercase() && *byte != b'\'')
        };
        match word {
            [_] | [_, b'.'] => false,
            [first, rest @ ..] => first.is_ascii_uppercase() && capitals(rest),
            [] => false,
        }
    }

    /// The characters from the first of these tokens to the last.
    pub(crate) fn span(&self, tokens: Range) -> Span {
        match tokens.end.checked_sub(1) {
            Some(last) if tokens.start < self.tokens.len() && last < self.tokens.len() => {
                let start = self.tokens[tokens.start].start();
                Span::new(start, self.end_of(last).max(start))
            }
            _ => Span::new(self.text.len(), self.text.len()),
        }
    }

    /// The same in eight bytes: no token ends behind the first four billion.
    pub(crate) fn bytes(&self, tokens: Range) -> Bytes {
        self.span(tokens).into()
    }

    pub(crate) fn slice(&self, tokens: Range) -> &'t str {
        self.span(tokens).of(self.text).unwrap_or("")
    }

    /// Whether the token is exactly this character or these characters.
    pub(crate) fn is(&self, token: usize, text: &str) -> bool {
        token < self.tokens.len() && self.text_of(token) == text
    }
}

/// Whether white space separates anything. A reference among it stands for a space.
fn has_width(space: &str) -> bool {
    matches!(space.as_bytes()[0], b' ' | b'&') || space.contains(char::is_whitespace)
}
