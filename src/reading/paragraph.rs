//! A paragraph as its sentences see it: words and, each as one piece, quotations.

use crate::language::{Classes, Ending, Phrase};
use crate::models::{value, Value};
use crate::quotes::Quotes;
use crate::text::lists;
use crate::text::lists::partition_point_near;
use crate::tokenizer::{Range, TokenKind, WordId, UNKNOWN};
use crate::words::{Shape, Tagged, View, Words};

/// One piece of a paragraph: a token outside quotations, or a quotation's part in this paragraph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    /// What is known of the token here; of a quotation only that it is one.
    view: View,
    /// The token, or the number of the piece of a quotation.
    place: u32,
    word: WordId,
    /// How many finite verbs stand before it in the paragraph; where they are too many to be counted in two
    /// bytes, all over again from none.
    verbs: u16,
}

/// A paragraph as units.
pub(crate) struct Paragraph<'a, 't> {
    pub text: &'a Tagged<'t>,
    pub quotes: &'a Quotes,
    /// Whether Every Word of It Is Capitalised.
    pub is_headline: bool,
    has_quotations: bool,
    units: Vec<Unit>,
    /// Ranges of units. A sentence goes on over a quotation in it, whatever ends in there.
    pub sentences: Vec<Range>,
}

/// The lists that a paragraph fills.
#[derive(Default)]
pub(crate) struct Units {
    units: Vec<Unit>,
    sentences: Vec<Range>,
}

impl<'a, 't> Paragraph<'a, 't> {
    /// Of no words yet.
    pub(crate) fn new(text: &'a Tagged<'t>, quotes: &'a Quotes, lists: Units) -> Self {
        let Units { units, sentences } = lists;
        Paragraph { text, quotes, is_headline: false, has_quotations: false, units, sentences }
    }

    /// Its lists, emptied for another text.
    pub(crate) fn into_lists(mut self) -> Units {
        lists::empty(&mut self.units);
        lists::empty(&mut self.sentences);
        Units { units: self.units, sentences: self.sentences }
    }

    /// Goes on to these words, among which stand these pieces of quotations; leaves the sentences to be told.
    pub(crate) fn read(&mut self, words: &Words<'_, '_>, pieces: Range) {
        let tokens = words.tokens();
        self.has_quotations = !pieces.is_empty();
        self.is_headline = words.is_headline;
        self.units.clear();
        self.units.reserve(tokens.len());
        let mut at = tokens.start;
        let mut verbs = 0;
        for piece in pieces {
            let quoted = self.quotes.pieces[piece].tokens();
            self.read_words(words, at..quoted.start, &mut verbs);
            let view = View { shape: Shape::QUOTATION, ..View::NONE };
            self.units.push(Unit { view, place: piece as u32, word: UNKNOWN, verbs });
            at = quoted.end;
        }
        self.read_words(words, at..tokens.end, &mut verbs);
    }

    fn read_words(&mut self, words: &Words<'_, '_>, tokens: Range, verbs: &mut u16) {
        let text = self.text;
        self.units.extend(words.slice(tokens.clone()).iter().zip(tokens).map(|(&view, token)| {
            let unit = Unit { view, place: token as u32, word: text.word_id(token), verbs: *verbs };
            *verbs = verbs.wrapping_add(u16::from(view.has(Shape::FINITE)));
            unit
        }));
    }

    /// Whether a finite verb stands in these units, which are of one sentence.
    pub(crate) fn has_verb(&self, units: Range) -> bool {
        if units.is_empty() {
            return false;
        }
        let last = self.units[units.end - 1];
        self.units[units.start].verbs != last.verbs || last.view.has(Shape::FINITE)
    }

    /// How many units it has.
    pub(crate) fn len(&self) -> usize {
        self.units.len()
    }

    /// The last token inside the quotation at this unit, its mark aside.
    pub(crate) fn last_quoted(&self, at: usize) -> Option<usize> {
        let tokens = self.quoted(at)?;
        let mut last = tokens.end.checked_sub(1)?;
        while last > tokens.start && self.text.kind(last) == Some(TokenKind::Mark) {
            last -= 1;
        }
        (last > tokens.start).then_some(last)
    }

    /// Whether these tokens stand in this paragraph.
    pub(crate) fn holds(&self, tokens: &Range) -> bool {
        let all = self.tokens(0..self.len());
        all.start <= tokens.start && tokens.end <= all.end
    }

    /// The first unit that does not end before this token. Logarithmic in the way from the unit `near`.
    pub(crate) fn unit_of(&self, token: usize, near: usize) -> usize {
        if !self.has_quotations {
            let first = self.units.first().map_or(0, |unit| unit.place as usize);
            return token.saturating_sub(first).min(self.units.len());
        }
        let ends_before = |unit: &Unit| match unit.view.has(Shape::QUOTATION) {
            true => self.quotes.pieces[unit.place as usize].end() <= token,
            false => (unit.place as usize) < token,
        };
        partition_point_near(&self.units, near, ends_before)
    }

    /// The number of the piece of a quotation at this unit; none where a word stands there.
    pub(crate) fn piece(&self, at: usize) -> Option<usize> {
        let unit = self.units.get(at).filter(|unit| unit.view.has(Shape::QUOTATION))?;
        Some(unit.place as usize)
    }

    /// The tokens of the quotation at this unit; none where a word stands there.
    pub(crate) fn quoted(&self, at: usize) -> Option<Range> {
        Some(self.quotes.pieces[self.piece(at)?].tokens())
    }

    /// The units of a range where quotations stand.
    pub(crate) fn quotations(&self, units: &Range) -> impl Iterator<Item = usize> + '_ {
        let units = if self.has_quotations { units.clone() } else { 0..0 };
        self.quotes_in(&units)
    }

    fn quotes_in(&self, units: &Range) -> impl Iterator<Item = usize> + '_ {
        self.those(units, |view| view.has(Shape::QUOTATION))
    }

    /// The units of a range that are of one of these classes.
    #[inline]
    pub(crate) fn those<'s>(
        &'s self,
        units: &Range,
        are: impl Fn(View) -> bool + 's,
    ) -> impl DoubleEndedIterator<Item = usize> + 's {
        let start = units.start;
        let these = self.units.get(units.clone()).unwrap_or(&[]);
        these.iter().enumerate().filter(move |(_, unit)| are(unit.view)).map(move |(at, _)| start + at)
    }

    pub(crate) fn is_quote(&self, at: usize) -> bool {
        self.has(at, Shape::QUOTATION)
    }

    /// The token at a unit; none where a quotation stands there.
    pub(crate) fn token(&self, at: usize) -> Option<usize> {
        let unit = self.units.get(at).filter(|unit| !unit.view.has(Shape::QUOTATION))?;
        Some(unit.place as usize)
    }

    /// What is known of the word at a unit and of its place.
    pub(crate) fn classes(&self, at: usize) -> Classes {
        self.units.get(at).map_or(Classes::NONE, |unit| unit.view.classes)
    }

    pub(crate) fn is(&self, at: usize, of: Classes) -> bool {
        self.classes(at).any(of)
    }

    /// What is known of the unit where it stands.
    pub(crate) fn view(&self, at: usize) -> View {
        self.units.get(at).map_or(View::NONE, |unit| unit.view)
    }

    pub(crate) fn has(&self, at: usize, shape: Shape) -> bool {
        self.view(at).has(shape)
    }

    /// The length of the phrase of a kind that starts at a unit.
    pub(crate) fn phrase_at(&self, kind: Phrase, at: usize) -> Option<usize> {
        self.text.language.phrase_at(kind, |offset| self.word_id(at + offset))
    }

    /// Whether the word at a unit is part of a phrase of a kind.
    pub(crate) fn is_in_phrase(&self, kind: Phrase, at: usize) -> bool {
        self.text.language.is_in_phrase(kind, at, |at| self.word_id(at))
    }

    /// Whether the word at a unit ends like that.
    pub(crate) fn ends_like(&self, at: usize, ending: Ending) -> bool {
        self.text.language.ends_like(self.word(at), ending)
    }

    fn word_id(&self, at: usize) -> WordId {
        self.units.get(at).map_or(UNKNOWN, |unit| unit.word)
    }

    /// The word at a unit, as the lexicon knows it.
    pub(crate) fn symbol(&self, at: usize) -> Value {
        self.units.get(at).map_or(Value::NONE, |unit| self.text.symbol_of(unit.word))
    }

    /// The tag of the word at a unit, wherever it stands.
    pub(crate) fn tag_of_word(&self, at: usize) -> Value {
        self.units.get(at).map_or(Value::NONE, |unit| self.text.tag_of(unit.word))
    }

    /// The verb that the word at a unit is a form of.
    pub(crate) fn lemma(&self, at: usize) -> Value {
        self.units.get(at).map_or(Value::NONE, |unit| self.text.lemma_of(unit.word))
    }

    /// The characters of the token at a unit, none of a quotation's.
    #[inline]
    pub(crate) fn word(&self, at: usize) -> &'t str {
        self.token(at).map_or("", |token| self.text.text_of(token))
    }

    pub(crate) fn is_comma(&self, at: usize) -> bool {
        self.is(at, Classes::COMMA)
    }

    pub(crate) fn is_capitalised(&self, at: usize) -> bool {
        self.has(at, Shape::CAPITAL)
    }

    /// Whether a word or a number stands at a unit.
    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.has(at, Shape::WORD)
    }

    /// The tokens that a range of units covers.
    pub(crate) fn tokens(&self, units: Range) -> Range {
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
    pub(crate) fn leads_on(&self, at: usize) -> bool {
        let last = self.last_quoted(at).map_or("", |token| self.text.text_of(token));
        matches!(last, "," | "." | "?" | "!" | "—" | "–" | "-" | "--" | "…" | "..." | "....")
            || self.is_comma(at + 1)
            || self.lacks_comma(at)
            || self.is(at + 1, Classes::DASH) && self.symbol(at + 1) != value!("-")
    }

    /// Whether the comma was forgotten that ends a quotation before its cue: “It leaks” said Ann Wu.
    pub(crate) fn lacks_comma(&self, at: usize) -> bool {
        let begins = at == 0 || self.is(at - 1, Classes::STOP);
        begins && self.is(at + 1, Classes::SPEECH) && self.is(at + 1, Classes::PAST)
    }
}
