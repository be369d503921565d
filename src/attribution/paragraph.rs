//! A paragraph as its sentences see it: words and, each as one piece, quotations.

use crate::lexicon::{Classes, Tagged};
use crate::quotes::Quotes;
use crate::speakers::is_headline;
use crate::tokenizer::{Range, TokenKind};

/// One piece of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A token outside quotations.
    Token(usize),
    /// A quotation's part in this paragraph, by its index among the pieces.
    Quote(usize),
}

/// A paragraph that holds a quotation.
pub(super) struct Paragraph<'a, 't> {
    pub text: &'a Tagged<'t>,
    pub quotes: &'a Quotes,
    /// Whether Every Word of It Is Capitalised.
    pub is_headline: bool,
    pub units: Vec<Unit>,
    /// Ranges of units. A sentence goes on over a quotation in it, whatever ends in there.
    pub sentences: Vec<Range>,
}

impl<'a, 't> Paragraph<'a, 't> {
    /// The units of the paragraph of these tokens, which holds these pieces of quotations; not yet its
    /// sentences.
    pub(super) fn new(text: &'a Tagged<'t>, quotes: &'a Quotes, tokens: Range, pieces: Range) -> Self {
        let is_headline = is_headline(text, tokens.clone());
        let mut units = Vec::with_capacity(tokens.len());
        let mut at = tokens.start;
        for piece in pieces {
            let quoted = &quotes.pieces[piece].tokens;
            units.extend((at..quoted.start).map(Unit::Token));
            units.push(Unit::Quote(piece));
            at = quoted.end;
        }
        units.extend((at..tokens.end).map(Unit::Token));
        Paragraph { text, quotes, is_headline, units, sentences: Vec::new() }
    }

    /// The sentence that starts at this unit.
    pub(super) fn sentence_from(&self, start: usize) -> Option<&Range> {
        let at = self.sentences.partition_point(|sentence| sentence.start < start);
        self.sentences.get(at).filter(|sentence| sentence.start == start)
    }

    /// The sentence that ends before this unit.
    pub(super) fn sentence_before(&self, start: usize) -> Option<&Range> {
        let at = self.sentences.partition_point(|sentence| sentence.end <= start);
        self.sentences.get(at.checked_sub(1)?)
    }

    /// The last token inside the quotation at this unit, its mark aside.
    pub(super) fn last_quoted(&self, at: usize) -> Option<usize> {
        let tokens = self.quoted(at)?;
        let mut last = tokens.end.checked_sub(1)?;
        while last > tokens.start && self.text.kind(last) == Some(TokenKind::Mark) {
            last -= 1;
        }
        (last > tokens.start).then_some(last)
    }

    /// Whether these tokens stand in this paragraph.
    pub(super) fn holds(&self, tokens: &Range) -> bool {
        let all = self.tokens(0..self.units.len());
        all.start <= tokens.start && tokens.end <= all.end
    }

    /// The first unit that does not end before this token.
    pub(super) fn unit_of(&self, token: usize) -> usize {
        self.units.partition_point(|unit| match *unit {
            Unit::Token(at) => at < token,
            Unit::Quote(piece) => self.quotes.pieces[piece].tokens.end <= token,
        })
    }

    /// The tokens of the quotation at this unit; none where a word stands there.
    pub(super) fn quoted(&self, at: usize) -> Option<Range> {
        match self.units.get(at)? {
            Unit::Quote(piece) => Some(self.quotes.pieces[*piece].tokens.clone()),
            Unit::Token(_) => None,
        }
    }

    pub(super) fn is_quote(&self, at: usize) -> bool {
        matches!(self.units.get(at), Some(Unit::Quote(_)))
    }

    /// The token at a unit; none where a quotation stands there.
    pub(super) fn token(&self, at: usize) -> Option<usize> {
        match self.units.get(at)? {
            Unit::Token(token) => Some(*token),
            Unit::Quote(_) => None,
        }
    }

    /// What is known of the word at a unit.
    pub(super) fn classes(&self, at: usize) -> Classes {
        self.token(at).map_or(Classes::NONE, |token| self.text.classes(token))
    }

    pub(super) fn is(&self, at: usize, of: Classes) -> bool {
        self.classes(at).any(of)
    }

    /// The characters of the token at a unit, none of a quotation's.
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.token(at).map_or("", |token| self.text.text_of(token))
    }

    pub(super) fn is_comma(&self, at: usize) -> bool {
        self.word(at) == ","
    }

    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| self.text.is_capitalised(token))
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| matches!(self.text.kind(token), Some(TokenKind::Word | TokenKind::Number)))
    }

    /// The tokens that a range of units covers.
    pub(super) fn tokens(&self, units: Range) -> Range {
        let start = units.clone().next().map_or(0, |at| self.first_token(at));
        let end = units.last().map_or(start, |at| match self.quoted(at) {
            Some(tokens) => tokens.end,
            None => self.first_token(at) + 1,
        });
        start..end
    }

    fn first_token(&self, at: usize) -> usize {
        match self.units[at] {
            Unit::Token(token) => token,
            Unit::Quote(piece) => self.quotes.pieces[piece].tokens.start,
        }
    }

    /// Whether the quotation's own words lead on to what stands behind it: they end in a comma, a
    /// question, a dash, or a comma follows.
    pub(super) fn leads_on(&self, at: usize) -> bool {
        let last = self.last_quoted(at).map_or("", |token| self.text.text_of(token));
        matches!(last, "," | "?" | "!" | "—" | "–" | "-" | "--" | "…" | "..." | "....")
            || self.is_comma(at + 1)
            || matches!(self.word(at + 1), "—" | "–" | "--")
            || last == "."
    }
}
