//! The words of one paragraph, each with its classes and the shape that its place shows.
//!
//! Imports `text`, `language`, `tokenizer` and `layout`.

mod finite_verbs;
mod unit;

pub(crate) use crate::tokenizer::{Shape, View};
pub(crate) use crate::words::unit::{Place, Unit};

use crate::language::{Classes, Ending};
use crate::layout::Block;
use crate::text::index::{TokenIdx, TokenRange};
use crate::text::lists;
use crate::tokenizer::Document;
use crate::words::finite_verbs::is_finite_verb;
pub(crate) use crate::words::finite_verbs::is_plural_noun;

/// The tokens of a paragraph as units, found once for all that ask for them.
///
/// Tokens are positions in the text. One outside the paragraph has the view [`View::NONE`].
pub(crate) struct Words<'a, 't> {
    pub document: &'a Document<'t>,
    block: Block,
    units: Vec<Unit>,
    /// Whether Every Word of It Is Capitalised.
    pub is_headline: bool,
}

impl<'a, 't> Words<'a, 't> {
    /// The words of no paragraph yet. Fills this list again and again.
    pub(crate) fn new(document: &'a Document<'t>, units: Vec<Unit>) -> Self {
        Words { document, block: Block::default(), units, is_headline: false }
    }

    /// The list, empty, for another text.
    pub(crate) fn finish(mut self) -> Vec<Unit> {
        lists::empty(&mut self.units);
        self.units
    }

    /// Moves to the paragraph of these tokens.
    pub(crate) fn read(&mut self, tokens: TokenRange) {
        let document = self.document;
        self.units.clear();
        let mut begins = document.begins_sentence(tokens.start);
        // A participle that begins a text is no part of a noun phrase.
        let mut before = tokens.start.before().map_or(Classes::AUXILIARY, |last| document.classes(last));
        let (mut at, mut verbs) = (tokens.start, 0);
        // Over a slice, whose length is known, the list makes room once and not for each item.
        self.units.extend(document.slice_of_tokens(tokens).iter().map(|token| {
            let view = document.view_of(*token);
            let is_finite = is_finite_verb(view, before, || document.ends_like(at, Ending::Past))
                && !is_plural_noun(document, at);
            let shape = view.shape | Shape::BEGINS.when(begins) | Shape::FINITE.when(is_finite);
            begins = document.is_fresh(at, view);
            before = view.classes;
            let unit = Unit::of_token(View { shape, ..view }, at, token.word(), verbs);
            (at, verbs) = (at + 1, unit.verbs_after());
            unit
        }));
        self.block = Block::read(tokens, self.units.iter().map(|unit| unit.view));
        self.is_headline = self.block.is_headline;
    }

    pub(crate) fn tokens(&self) -> TokenRange {
        self.block.tokens
    }

    /// Marks the capitalised words among these tokens as words of a name. A month or a day that is one is no date.
    pub(crate) fn mark_name(&mut self, tokens: TokenRange) {
        let first = self.block.tokens.start;
        let places = tokens.start - first..tokens.end - first;
        for Unit { view, .. } in self.units.get_mut(places).unwrap_or_default() {
            if view.has(Shape::CAPITAL) {
                view.shape = view.shape | Shape::NAME;
                view.classes = view.classes.and(Classes::CALENDAR.not());
            }
        }
    }

    /// The view of a token of the paragraph.
    #[inline]
    pub(crate) fn view(&self, at: TokenIdx) -> View {
        // A token before the paragraph wraps to a position beyond its end.
        let unit = self.units.get(at.get().wrapping_sub(self.block.tokens.start.get()));
        unit.map_or(View::NONE, |unit| unit.view)
    }

    /// The classes of the word at a token.
    #[inline]
    pub(crate) fn classes(&self, at: TokenIdx) -> Classes {
        self.view(at).classes
    }

    /// The units of all tokens of the paragraph.
    pub(crate) fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The units of these tokens of the paragraph.
    pub(crate) fn slice(&self, tokens: TokenRange) -> &[Unit] {
        &self.units[tokens.start - self.block.tokens.start..tokens.end - self.block.tokens.start]
    }

    /// Whether a token is of one of these classes.
    #[inline]
    pub(crate) fn is(&self, at: TokenIdx, of: Classes) -> bool {
        self.classes(at).any(of)
    }

    /// Whether a token has one of these shapes.
    #[inline]
    pub(crate) fn has(&self, at: TokenIdx, shape: Shape) -> bool {
        self.view(at).has(shape)
    }

    /// Whether a token is a word, and no number.
    #[inline]
    pub(crate) fn is_word(&self, at: TokenIdx) -> bool {
        let view = self.view(at);
        view.has(Shape::WORD) && !view.has(Shape::NUMBER)
    }

    /// Whether a token is a word that is written like a name.
    #[inline]
    pub(crate) fn is_capitalised(&self, at: TokenIdx) -> bool {
        self.has(at, Shape::CAPITAL)
    }
}
