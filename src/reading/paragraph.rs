//! A paragraph as a list of units: its words and marks, and each quotation as one unit.

use crate::language::Classes;
use crate::models::Value;
use crate::quotes::Quotes;
use crate::reading::sentence::Sentence;
use crate::text::index::{PieceIdx, PieceRange, SentenceId, TokenIdx, TokenRange, UnitIdx, UnitRange};
use crate::text::lists::{self, partition_point_near};
use crate::tokenizer::{Document, TokenKind, WordId, UNKNOWN};
use crate::words::{Place, Shape, Unit, View, Words};

/// A paragraph as units, with its sentences.
pub(crate) struct Paragraph<'p> {
    pub document: &'p Document<'p>,
    pub quotes: &'p Quotes,
    /// Whether Every Word of It Is Capitalised.
    pub is_headline: bool,
    has_quotations: bool,
    units: &'p [Unit],
    sentences: &'p [UnitRange],
}

/// The lists that paragraphs fill one after another.
#[derive(Default)]
pub(crate) struct Lists {
    units: Vec<Unit>,
    sentences: Vec<UnitRange>,
}

impl Lists {
    /// Empties the lists for another text.
    pub(crate) fn empty(&mut self) {
        lists::empty(&mut self.units);
        lists::empty(&mut self.sentences);
    }
}

impl<'p> Paragraph<'p> {
    /// Reads the units and the sentences of a paragraph with these pieces of quotations. Its units are the words
    /// themselves where it has no quotation, as most have none: copying them took 1.6 per cent of all instructions.
    pub(crate) fn read(
        words: &'p Words<'_, '_>,
        quotes: &'p Quotes,
        pieces: PieceRange,
        lists: &'p mut Lists,
    ) -> Self {
        let Lists { units, sentences } = lists;
        let has_quotations = !pieces.is_empty();
        if has_quotations {
            fill(units, words, quotes, pieces);
        }
        let mut paragraph = Paragraph {
            document: words.document,
            quotes,
            is_headline: words.is_headline,
            has_quotations,
            units: if has_quotations { units } else { words.units() },
            sentences: &[],
        };
        super::sentences::split(&paragraph, words, sentences);
        paragraph.sentences = sentences;
        paragraph
    }

    /// The number of sentences.
    pub(crate) fn sentence_count(&self) -> usize {
        self.sentences.len()
    }

    /// The sentence with this number, if there is one. A sentence goes on over a quotation in it, whatever ends
    /// inside that quotation.
    pub(crate) fn sentence(&self, id: SentenceId) -> Option<Sentence<'_>> {
        Some(Sentence::new(self, *id.of(self.sentences)?))
    }

    /// The last sentence.
    pub(crate) fn last_sentence(&self) -> Option<Sentence<'_>> {
        Some(Sentence::new(self, *self.sentences.last()?))
    }

    /// All units.
    pub(crate) fn units(&self) -> UnitRange {
        UnitRange::new(0, self.units.len())
    }

    /// These units.
    pub(crate) fn units_at(&self, units: UnitRange) -> &'p [Unit] {
        units.of(self.units)
    }

    #[inline]
    pub(super) fn unit(&self, at: UnitIdx) -> Option<&Unit> {
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
        let ends_before = |unit: &Unit| match unit.place() {
            Place::Piece(piece) => self.quotes.piece(piece).end() <= token,
            Place::Token(at) => at < token,
        };
        UnitIdx::new(partition_point_near(self.units, near.get(), ends_before))
    }

    /// The piece of a quotation at this unit, if it is one.
    pub(crate) fn piece(&self, at: UnitIdx) -> Option<PieceIdx> {
        match self.unit(at)?.place() {
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
        let these = units.of(self.units).iter().enumerate();
        these.filter(move |(_, unit)| accepts(unit.view)).map(move |(place, _)| units.start + place)
    }

    pub(crate) fn is_quotation(&self, at: UnitIdx) -> bool {
        self.has(at, Shape::QUOTATION)
    }

    /// The token at a unit, unless it is a quotation.
    pub(crate) fn token(&self, at: UnitIdx) -> Option<TokenIdx> {
        match self.unit(at)?.place() {
            Place::Token(token) => Some(token),
            Place::Piece(_) => None,
        }
    }

    /// The view of a unit.
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

    /// The verb that the word at a unit is a form of, as a feature value.
    pub(crate) fn lemma(&self, at: UnitIdx) -> Value {
        self.unit(at).map_or(Value::NONE, |unit| self.document.lemma_of(unit.word))
    }

    /// The characters of the token at a unit; empty for a quotation.
    #[inline]
    pub(crate) fn word(&self, at: UnitIdx) -> &'p str {
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

    /// Whether the unit is a mark that no class has, such as "£" or "%".
    pub(crate) fn is_symbol(&self, at: UnitIdx) -> bool {
        self.classes(at) == Classes::NONE && !self.has(at, Shape::WORD.or(Shape::QUOTATION).or(Shape::MARK))
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
        match self.unit(at).map(Unit::place) {
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

/// Fills a list with the units of a paragraph with quotations. Verbs inside these do not count.
fn fill(units: &mut Vec<Unit>, words: &Words<'_, '_>, quotes: &Quotes, pieces: PieceRange) {
    let tokens = words.tokens();
    units.clear();
    units.reserve(tokens.len());
    let outside = |tokens: TokenRange, quoted: u16| {
        words.slice(tokens).iter().map(move |unit| unit.after_fewer_verbs(quoted))
    };
    let (mut at, mut quoted) = (tokens.start, 0_u16);
    for id in pieces {
        let piece = quotes.piece(id).tokens();
        units.extend(outside(at.to(piece.start), quoted));
        let inside = words.slice(piece);
        let verbs = inside.first().map_or(0, |first| first.verbs);
        units.push(Unit::of_piece(id, verbs.wrapping_sub(quoted)));
        let verbs_after = inside.last().map_or(verbs, Unit::verbs_after);
        quoted = quoted.wrapping_add(verbs_after.wrapping_sub(verbs));
        at = piece.end;
    }
    units.extend(outside(at.to(tokens.end), quoted));
}
