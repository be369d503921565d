//! A paragraph as a list of units: its words and marks, and each quotation as one unit.

use crate::language::Classes;
use crate::models::Value;
use crate::quotes::Quotes;
use crate::reading::sentence::Sentence;
use crate::text::index::{PieceIdx, PieceRange, SentenceId, TokenIdx, TokenRange, UnitIdx, UnitRange};
use crate::text::lists::{self, partition_point_near};
use crate::tokenizer::{Document, TokenKind, WordId, UNKNOWN};
use crate::words::{Shape, View, Words};

/// One unit of a paragraph.
#[derive(Clone, Copy, Debug)]
struct Unit {
    /// What is known of the token here; of a quotation only that it is one.
    view: View,
    place: Place,
    word: WordId,
    /// The number of finite verbs before this unit in the paragraph. Wraps around: only differences within a
    /// sentence are asked for.
    verbs: u16,
}

/// What a unit stands for.
#[derive(Clone, Copy, Debug)]
enum Place {
    Token(TokenIdx),
    Piece(PieceIdx),
}

/// A paragraph as units, with its sentences.
pub(crate) struct Paragraph<'a> {
    pub document: &'a Document<'a>,
    pub quotes: &'a Quotes,
    /// Whether Every Word of It Is Capitalised.
    pub is_headline: bool,
    has_quotations: bool,
    units: Vec<Unit>,
    sentences: Vec<UnitRange>,
}

/// The lists that paragraphs fill one after another.
#[derive(Default)]
pub(crate) struct Lists {
    units: Vec<Unit>,
    sentences: Vec<UnitRange>,
}

impl<'a> Paragraph<'a> {
    /// An empty paragraph that fills these lists.
    pub(crate) fn new(document: &'a Document<'a>, quotes: &'a Quotes, lists: Lists) -> Self {
        let Lists { units, sentences } = lists;
        Paragraph { document, quotes, is_headline: false, has_quotations: false, units, sentences }
    }

    /// Its lists, emptied for another text.
    pub(crate) fn into_lists(mut self) -> Lists {
        lists::empty(&mut self.units);
        lists::empty(&mut self.sentences);
        Lists { units: self.units, sentences: self.sentences }
    }

    /// Reads the units and the sentences of another paragraph.
    pub(crate) fn read(&mut self, words: &Words<'_, '_>, pieces: PieceRange) {
        let tokens = words.tokens();
        self.has_quotations = !pieces.is_empty();
        self.is_headline = words.is_headline;
        self.units.clear();
        self.units.reserve(tokens.len());
        let mut at = tokens.start;
        let mut verbs = 0;
        for piece in pieces {
            let quoted = self.quotes.piece(piece).tokens();
            self.read_words(words, at.to(quoted.start), &mut verbs);
            let view = View { shape: Shape::QUOTATION, ..View::NONE };
            self.units.push(Unit { view, place: Place::Piece(piece), word: UNKNOWN, verbs });
            at = quoted.end;
        }
        self.read_words(words, at.to(tokens.end), &mut verbs);
        self.split_into_sentences(words);
    }

    fn read_words(&mut self, words: &Words<'_, '_>, tokens: TokenRange, verbs: &mut u16) {
        let document = self.document;
        self.units.extend(words.slice(tokens).iter().zip(tokens).map(|(&view, token)| {
            let unit =
                Unit { view, place: Place::Token(token), word: document.word_id(token), verbs: *verbs };
            *verbs = verbs.wrapping_add(u16::from(view.has(Shape::FINITE)));
            unit
        }));
    }

    /// Replaces the sentences by those that `split` finds.
    fn split_into_sentences(&mut self, words: &Words<'_, '_>) {
        let mut found = std::mem::take(&mut self.sentences);
        super::sentences::split(self, words, &mut found);
        self.sentences = found;
    }

    /// The number of sentences.
    pub(crate) fn sentence_count(&self) -> usize {
        self.sentences.len()
    }

    /// The sentence with this number, if there is one. A sentence goes on over a quotation in it, whatever ends
    /// inside that quotation.
    pub(crate) fn sentence(&self, id: SentenceId) -> Option<Sentence<'_>> {
        Some(Sentence::new(self, *id.of(&self.sentences)?))
    }

    /// The last sentence.
    pub(crate) fn last_sentence(&self) -> Option<Sentence<'_>> {
        Some(Sentence::new(self, *self.sentences.last()?))
    }

    /// All units.
    pub(crate) fn units(&self) -> UnitRange {
        UnitRange::new(0, self.units.len())
    }

    fn unit(&self, at: UnitIdx) -> Option<&Unit> {
        self.units.get(at.get())
    }

    /// Whether a finite verb is among these units of one sentence.
    pub(crate) fn has_verb(&self, units: UnitRange) -> bool {
        let (Some(first), Some(last)) =
            (self.unit(units.start), units.last().and_then(|last| self.unit(last)))
        else {
            return false;
        };
        first.verbs != last.verbs || last.view.has(Shape::FINITE)
    }

    /// The last token inside the quotation at this unit, its closing marks aside.
    pub(crate) fn last_quoted(&self, at: UnitIdx) -> Option<TokenIdx> {
        let tokens = self.quoted(at)?;
        let mut last = tokens.last()?;
        while last > tokens.start && self.document.kind(last) == Some(TokenKind::Mark) {
            last -= 1;
        }
        (last > tokens.start).then_some(last)
    }

    /// Whether these tokens are in this paragraph.
    pub(crate) fn covers(&self, tokens: TokenRange) -> bool {
        self.tokens(self.units()).covers(tokens)
    }

    /// The first unit that does not end before this token. Logarithmic in the distance from the unit `near`.
    pub(crate) fn unit_of(&self, token: TokenIdx, near: UnitIdx) -> UnitIdx {
        if !self.has_quotations {
            let first = self.tokens(self.units()).start;
            return UnitIdx::new((token - first).min(self.units.len()));
        }
        let ends_before = |unit: &Unit| match unit.place {
            Place::Piece(piece) => self.quotes.piece(piece).end() <= token,
            Place::Token(at) => at < token,
        };
        UnitIdx::new(partition_point_near(&self.units, near.get(), ends_before))
    }

    /// The piece of a quotation at this unit, if it is one.
    pub(crate) fn piece(&self, at: UnitIdx) -> Option<PieceIdx> {
        match self.unit(at)?.place {
            Place::Piece(piece) => Some(piece),
            Place::Token(_) => None,
        }
    }

    /// The tokens of the quotation at this unit, if it is one.
    pub(crate) fn quoted(&self, at: UnitIdx) -> Option<TokenRange> {
        Some(self.quotes.piece(self.piece(at)?).tokens())
    }

    /// The units of a range that are quotations.
    pub(crate) fn quotations(&self, units: UnitRange) -> impl Iterator<Item = UnitIdx> + '_ {
        let units = if self.has_quotations { units } else { UnitRange::default() };
        self.those(units, |view| view.has(Shape::QUOTATION))
    }

    /// The units of a range that a test accepts. Looks at every unit once, without a look-up of words.
    #[inline]
    pub(crate) fn those<'s>(
        &'s self,
        units: UnitRange,
        accepts: impl Fn(View) -> bool + 's,
    ) -> impl DoubleEndedIterator<Item = UnitIdx> + 's {
        let these = units.of(&self.units).iter().zip(units);
        these.filter(move |(unit, _)| accepts(unit.view)).map(|(_, at)| at)
    }

    pub(crate) fn is_quotation(&self, at: UnitIdx) -> bool {
        self.has(at, Shape::QUOTATION)
    }

    /// The token at a unit, unless it is a quotation.
    pub(crate) fn token(&self, at: UnitIdx) -> Option<TokenIdx> {
        match self.unit(at)?.place {
            Place::Token(token) => Some(token),
            Place::Piece(_) => None,
        }
    }

    /// What is known of the unit where it stands.
    #[inline]
    pub(crate) fn view(&self, at: UnitIdx) -> View {
        self.unit(at).map_or(View::NONE, |unit| unit.view)
    }

    /// The classes of the word at a unit.
    #[inline]
    pub(crate) fn classes(&self, at: UnitIdx) -> Classes {
        self.view(at).classes
    }

    /// Whether the word at a unit is of one of these classes.
    #[inline]
    pub(crate) fn is(&self, at: UnitIdx, of: Classes) -> bool {
        self.classes(at).any(of)
    }

    /// Whether the unit has one of these shapes.
    #[inline]
    pub(crate) fn has(&self, at: UnitIdx, shape: Shape) -> bool {
        self.view(at).has(shape)
    }

    /// The number of the word at a unit in the language.
    pub(crate) fn word_id(&self, at: UnitIdx) -> WordId {
        self.unit(at).map_or(UNKNOWN, |unit| unit.word)
    }

    /// The word at a unit as a feature value.
    pub(crate) fn value_of_word(&self, at: UnitIdx) -> Value {
        self.unit(at).map_or(Value::NONE, |unit| self.document.value_of(unit.word))
    }

    /// The part of speech of the word at a unit, wherever it stands.
    pub(crate) fn tag_of_word(&self, at: UnitIdx) -> Value {
        self.unit(at).map_or(Value::NONE, |unit| self.document.tag_of(unit.word))
    }

    /// The verb that the word at a unit is a form of, as a feature value.
    pub(crate) fn lemma(&self, at: UnitIdx) -> Value {
        self.unit(at).map_or(Value::NONE, |unit| self.document.lemma_of(unit.word))
    }

    /// The characters of the token at a unit; empty for a quotation.
    #[inline]
    pub(crate) fn word(&self, at: UnitIdx) -> &'a str {
        self.token(at).map_or("", |token| self.document.text_of(token))
    }

    pub(crate) fn is_comma(&self, at: UnitIdx) -> bool {
        self.is(at, Classes::COMMA)
    }

    pub(crate) fn is_capitalised(&self, at: UnitIdx) -> bool {
        self.has(at, Shape::CAPITAL)
    }

    /// Whether the unit is a capitalised word of a name or of its title.
    pub(crate) fn is_name(&self, at: UnitIdx) -> bool {
        self.has(at, Shape::NAME)
    }

    /// Whether the unit is a word or a number.
    pub(crate) fn is_word_or_number(&self, at: UnitIdx) -> bool {
        self.has(at, Shape::WORD)
    }

    /// Whether the unit is a verb that agrees with a subject.
    pub(crate) fn is_finite(&self, at: UnitIdx) -> bool {
        self.has(at, Shape::FINITE)
    }

    /// Whether the unit starts with a digit: an age in "Hill, 43, said".
    pub(crate) fn starts_with_digit(&self, at: UnitIdx) -> bool {
        self.word(at).starts_with(|c: char| c.is_ascii_digit())
    }

    /// The tokens that a range of units covers.
    pub(crate) fn tokens(&self, units: UnitRange) -> TokenRange {
        let Some(last) = units.last() else { return TokenRange::default() };
        self.tokens_at(units.start).start.to(self.tokens_at(last).end)
    }

    fn tokens_at(&self, at: UnitIdx) -> TokenRange {
        match self.unit(at).map(|unit| unit.place) {
            Some(Place::Token(token)) => token.only(),
            Some(Place::Piece(piece)) => self.quotes.piece(piece).tokens(),
            None => TokenRange::default(),
        }
    }

    /// Whether the words after the quotation may name its speaker: it ends in a mark, or a comma or a dash
    /// follows.
    pub(crate) fn may_be_followed_by_tag(&self, at: UnitIdx) -> bool {
        self.last_quoted(at).is_some_and(|last| self.is_closing_mark(last))
            || self.is_comma(at + 1)
            || self.lacks_comma(at)
            || self.is(at + 1, Classes::DASH) && !self.is(at + 1, Classes::HYPHEN)
    }

    /// Whether a token inside a quotation is a mark after which "she said" may follow.
    fn is_closing_mark(&self, token: TokenIdx) -> bool {
        self.document.is(token, Classes::COMMA.or(Classes::STOP).or(Classes::DASH))
    }

    /// Whether the comma is missing that ends a quotation before its cue: “It leaks” said Ann Wu.
    pub(crate) fn lacks_comma(&self, at: UnitIdx) -> bool {
        let begins = at == UnitIdx::START || self.is(at - 1, Classes::STOP);
        begins && self.is(at + 1, Classes::SPEECH) && self.is(at + 1, Classes::PAST)
    }
}
