//! A text as tokens, without its white space.
//!
//! Imports the scanner, the lexicon and the lists of `text`. The look-ups are in `look_up`, the paragraphs in
//! `paragraphs`.

use crate::language::Language;
use crate::text::index::{TokenIdx, TokenRange};
use crate::text::lists;
use crate::tokenizer::kind::TokenKind;
use crate::tokenizer::lines::Break;
use crate::tokenizer::markup;
use crate::tokenizer::scan::{self, Scanner};
use crate::tokenizer::token::{Numbered, Numbering, Token, Unnumbered};

/// The maximum length of a text that is read, in bytes. The rest is ignored.
const LONGEST_TEXT: usize = u32::MAX as usize;

/// A text as tokens and paragraphs, and what the lexicon knows of its words.
pub(crate) struct Document<'t> {
    pub(crate) text: &'t str,
    pub(crate) language: Language,
    pub(super) tokens: Vec<Token>,
    /// The first token of each paragraph, and the end of the last one.
    pub(super) starts: Vec<TokenIdx>,
    marks: Vec<TokenIdx>,
}

/// The lists that a document fills.
#[derive(Default)]
pub(crate) struct Lists {
    tokens: Vec<Token>,
    starts: Vec<TokenIdx>,
    marks: Vec<TokenIdx>,
    breaks: Vec<Break>,
}

impl<'t> Document<'t> {
    pub(crate) fn new(text: &'t str, language: &Language) -> Self {
        Document::read(text, language, &mut Lists::default())
    }

    /// Reads a text into empty lists, which [`Document::into_lists`] gives back.
    pub(crate) fn read(text: &'t str, language: &Language, memory: &mut Lists) -> Self {
        Document::read_numbered(text, &Numbered(language), memory)
    }

    /// A document whose words have no numbers and so no classes: enough for paragraphs and quotations.
    pub(crate) fn unnumbered(text: &'t str, language: &Language) -> Self {
        Document::read_numbered(text, &Unnumbered(language), &mut Lists::default())
    }

    fn read_numbered(text: &'t str, numbering: &impl Numbering, memory: &mut Lists) -> Self {
        let mut lists = std::mem::take(memory);
        read_tokens(text, numbering, &mut lists);
        let Lists { tokens, starts, marks, mut breaks } = lists;
        let mut document = Document { text, language: numbering.language().clone(), tokens, starts, marks };
        document.begin_paragraphs(&breaks);
        lists::empty(&mut breaks);
        memory.breaks = breaks;
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

    /// The number of tokens.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The position after the last token.
    pub(crate) fn end(&self) -> TokenIdx {
        TokenIdx::new(self.len())
    }

    #[inline]
    pub(crate) fn token(&self, at: TokenIdx) -> Option<Token> {
        self.tokens.get(at.get()).copied()
    }

    /// These tokens.
    pub(crate) fn slice_of_tokens(&self, tokens: TokenRange) -> &[Token] {
        tokens.of(&self.tokens)
    }

    /// The tokens that are quotation marks or apostrophes, in order.
    pub(crate) fn marks(&self) -> &[TokenIdx] {
        &self.marks
    }
}

/// Fills the lists with the tokens of a text, those that are marks, and the line breaks.
fn read_tokens(text: &str, numbering: &impl Numbering, lists: &mut Lists) {
    let bytes = &text.as_bytes()[..text.len().min(LONGEST_TEXT)];
    lists.tokens.reserve_exact(bytes.len() / 5 + 8);
    let (mut at, mut spaced) = (0, true);
    loop {
        // Most white space is one space.
        if bytes.get(at) == Some(&b' ') {
            (at, spaced) = (at + 1, true);
        } else if let Some((len, letters)) = scan::plain_word(bytes, at) {
            let word = numbering.of_letters(letters, len);
            let is_capitalised = bytes[at].is_ascii_uppercase();
            lists::push(&mut lists.tokens, Token::of_letters(at, len, is_capitalised, spaced, word));
            // Most words are followed by one space.
            spaced = bytes.get(at + len) == Some(&b' ');
            at += len + usize::from(spaced);
        } else if let Some(mark) = scan::plain_mark(bytes, at) {
            lists::push(&mut lists.tokens, Token::of_mark(at, spaced, numbering.of_mark(mark)));
            (at, spaced) = (at + 1, false);
        } else if let Some(next) = read_other(text, at, spaced, numbering, lists) {
            (at, spaced) = next;
        } else {
            break;
        }
    }
}

/// Adds what starts at a byte and is no plain word or mark. Returns its end and whether white space was before that; `None`
/// at the end of the text. Apart from the loop, whose numbers then stay in registers.
#[inline(never)]
fn read_other(
    text: &str,
    at: usize,
    spaced: bool,
    numbering: &impl Numbering,
    Lists { tokens, marks, breaks, .. }: &mut Lists,
) -> Option<(usize, bool)> {
    let scanner = Scanner { text, language: numbering.language() };
    let (end, kind) = scanner.next_but_plain(at).filter(|(end, _)| *end <= LONGEST_TEXT)?;
    if kind == TokenKind::Space {
        let space = &text[at..end];
        breaks.extend(Break::read(space, TokenIdx::new(tokens.len())));
        return Some((end, spaced | has_width(space)));
    }
    if kind == TokenKind::Mark {
        marks.push(TokenIdx::new(tokens.len()));
    }
    lists::push(tokens, Token::read(text, at..end, kind, spaced, numbering));
    Some((end, false))
}

/// Whether white space separates anything. A reference among it means a space, and the tag of a block a line.
fn has_width(space: &str) -> bool {
    let has_width = |(is_block, space): (bool, &str)| is_block || space.contains(char::is_whitespace);
    matches!(space.as_bytes()[0], b' ' | b'&' | b'\n') || markup::between_tags(space).any(has_width)
}
