//! A paragraph as its sentences see it: words and, each as one piece, quotations.

use crate::lexicon::{symbol, Classes, Symbol, Tagged, Words};
use crate::quotes::Quotes;
use crate::tokenizer::{Range, TokenKind, WordId, UNKNOWN};

/// One piece of a paragraph: a token outside quotations, or a quotation's part in this paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// What is known of the word here and of its place; of a quotation nothing but that it is one.
    classes: Classes,
    /// The token, or the number of the piece of a quotation.
    place: u32,
    word: WordId,
}

impl Unit {
    fn of(words: &Words<'_, '_>, token: usize) -> Self {
        Unit { classes: words.classes(token), place: token as u32, word: words.text.word_id(token) }
    }
}

/// A paragraph as units.
pub(super) struct Paragraph<'a, 't> {
    pub text: &'a Tagged<'t>,
    pub quotes: &'a Quotes,
    /// Whether Every Word of It Is Capitalised.
    pub is_headline: bool,
    units: Vec<Unit>,
    /// Ranges of units. A sentence goes on over a quotation in it, whatever ends in there.
    pub sentences: Vec<Range>,
}

impl<'a, 't> Paragraph<'a, 't> {
    /// The units of these words, among which stand these pieces of quotations; not yet the sentences.
    pub(super) fn new(words: &Words<'a, 't>, quotes: &'a Quotes, pieces: Range) -> Self {
        let tokens = words.tokens();
        let mut units = Vec::with_capacity(tokens.len());
        let mut at = tokens.start;
        for piece in pieces {
            let quoted = quotes.pieces[piece].tokens();
            units.extend((at..quoted.start).map(|token| Unit::of(words, token)));
            units.push(Unit { classes: Classes::QUOTATION, place: piece as u32, word: UNKNOWN });
            at = quoted.end;
        }
        units.extend((at..tokens.end).map(|token| Unit::of(words, token)));
        Paragraph { text: words.text, quotes, is_headline: words.is_headline, units, sentences: Vec::new() }
    }

    /// How many units it has.
    pub(super) fn len(&self) -> usize {
        self.units.len()
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
        let all = self.tokens(0..self.len());
        all.start <= tokens.start && tokens.end <= all.end
    }

    /// The first unit that does not end before this token.
    pub(super) fn unit_of(&self, token: usize) -> usize {
        self.units.partition_point(|unit| match unit.classes.any(Classes::QUOTATION) {
            true => self.quotes.pieces[unit.place as usize].end() <= token,
            false => (unit.place as usize) < token,
        })
    }

    /// The number of the piece of a quotation at this unit; none where a word stands there.
    pub(super) fn piece(&self, at: usize) -> Option<usize> {
        let unit = self.units.get(at).filter(|unit| unit.classes.any(Classes::QUOTATION))?;
        Some(unit.place as usize)
    }

    /// The tokens of the quotation at this unit; none where a word stands there.
    pub(super) fn quoted(&self, at: usize) -> Option<Range> {
        Some(self.quotes.pieces[self.piece(at)?].tokens())
    }

    pub(super) fn is_quote(&self, at: usize) -> bool {
        self.is(at, Classes::QUOTATION)
    }

    /// The token at a unit; none where a quotation stands there.
    pub(super) fn token(&self, at: usize) -> Option<usize> {
        let unit = self.units.get(at).filter(|unit| !unit.classes.any(Classes::QUOTATION))?;
        Some(unit.place as usize)
    }

    /// What is known of the word at a unit and of its place.
    pub(super) fn classes(&self, at: usize) -> Classes {
        self.units.get(at).map_or(Classes::NONE, |unit| unit.classes)
    }

    pub(super) fn is(&self, at: usize, of: Classes) -> bool {
        self.classes(at).any(of)
    }

    /// The word at a unit, as the lexicon knows it.
    pub(super) fn symbol(&self, at: usize) -> Symbol {
        self.units.get(at).map_or(Symbol::NONE, |unit| self.text.symbol_of(unit.word))
    }

    /// The tag of the word at a unit, wherever it stands.
    pub(super) fn tag_of_word(&self, at: usize) -> Symbol {
        self.units.get(at).map_or(Symbol::NONE, |unit| self.text.tag_of(unit.word))
    }

    /// The verb that the word at a unit is a form of.
    pub(super) fn lemma(&self, at: usize) -> Symbol {
        self.units.get(at).map_or(Symbol::NONE, |unit| self.text.lemma_of(unit.word))
    }

    /// The characters of the token at a unit, none of a quotation's.
    #[inline]
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.token(at).map_or("", |token| self.text.text_of(token))
    }

    pub(super) fn is_comma(&self, at: usize) -> bool {
        self.is(at, Classes::COMMA)
    }

    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.is(at, Classes::CAPITAL)
    }

    /// Whether a word or a number stands at a unit.
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.is(at, Classes::WORD)
    }

    /// The tokens that a range of units covers.
    pub(super) fn tokens(&self, units: Range) -> Range {
        let start = if units.is_empty() { 0 } else { self.tokens_at(units.start).start };
        let end = if units.is_empty() { start } else { self.tokens_at(units.end - 1).end };
        start..end
    }

    fn tokens_at(&self, at: usize) -> Range {
        let place = self.units[at].place as usize;
        match self.piece(at) {
            Some(piece) => self.quotes.pieces[piece].tokens(),
            None => place..place + 1,
        }
    }

    /// Whether what stands behind the quotation may tell who said it: its words end in a mark, or a comma or a
    /// dash follows.
    pub(super) fn leads_on(&self, at: usize) -> bool {
        let last = self.last_quoted(at).map_or("", |token| self.text.text_of(token));
        matches!(last, "," | "." | "?" | "!" | "—" | "–" | "-" | "--" | "…" | "..." | "....")
            || self.is_comma(at + 1)
            || self.is(at + 1, Classes::DASH) && self.symbol(at + 1) != symbol!("-")
    }
}
