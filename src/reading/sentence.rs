//! A sentence of a paragraph, and what was found in it.

use std::ops::Deref;

use crate::language::{Classes, Phrase};
use crate::models::{value, Value};
use crate::reading::cues::Cue;
use crate::reading::paragraph::Paragraph;
use crate::speakers::names::Names;
use crate::text::index::{UnitIdx, UnitRange};
use crate::words::Shape;

/// A sentence: a range of units of its paragraph, whose methods it has too.
#[derive(Clone, Copy)]
pub(crate) struct Sentence<'s> {
    paragraph: &'s Paragraph<'s>,
    units: UnitRange,
}

impl<'s> Deref for Sentence<'s> {
    type Target = Paragraph<'s>;

    fn deref(&self) -> &Paragraph<'s> {
        self.paragraph
    }
}

impl<'s> Sentence<'s> {
    pub(crate) fn new(paragraph: &'s Paragraph<'s>, units: UnitRange) -> Self {
        Sentence { paragraph, units }
    }

    pub(crate) fn paragraph(self) -> &'s Paragraph<'s> {
        self.paragraph
    }

    /// Its units.
    pub(crate) fn range(self) -> UnitRange {
        self.units
    }

    pub(crate) fn start(self) -> UnitIdx {
        self.units.start
    }

    pub(crate) fn end(self) -> UnitIdx {
        self.units.end
    }

    /// The same sentence from another unit on.
    pub(crate) fn from(self, start: UnitIdx) -> Self {
        Sentence { units: start.to(self.units.end), ..self }
    }

    /// The part of the sentence that these units are.
    pub(crate) fn part(self, units: UnitRange) -> Self {
        Sentence { units, ..self }
    }

    /// The unit before another one, if both are in the sentence.
    pub(crate) fn before(self, at: UnitIdx) -> Option<UnitIdx> {
        at.before().filter(|before| *before >= self.start())
    }

    /// Where a look back over at most `count` units from a unit begins.
    pub(crate) fn reach_back(self, from: UnitIdx, count: usize) -> UnitIdx {
        self.start().max(from.saturating_sub(count))
    }

    /// Where a look ahead over at most `count` units from a unit ends.
    pub(crate) fn reach_ahead(self, from: UnitIdx, count: usize) -> UnitIdx {
        self.end().min(from + count)
    }

    /// The units of its quotations.
    pub(crate) fn quotation_units(self) -> impl Iterator<Item = UnitIdx> + 's {
        self.paragraph.quotations(self.units)
    }

    /// The length of a phrase of the language that starts at a unit.
    pub(crate) fn phrase_at(self, phrase: Phrase, at: UnitIdx) -> Option<usize> {
        self.document.language.phrase_at(phrase, |offset| self.word_id(at + offset))
    }

    /// Whether it holds a word outside quotations.
    pub(crate) fn has_words(self) -> bool {
        self.paragraph.those(self.units, |view| view.has(Shape::WORD)).next().is_some()
    }
}

/// Names and parts of names.
const NAMES: Classes = Classes::GIVEN.or(Classes::PLACE);

/// A sentence with its cues, its quotations and the parts of speech of its units, each found once.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'s> {
    pub sentence: Sentence<'s>,
    /// The names of its paragraph.
    pub names: &'s Names<'s>,
    /// From left to right.
    pub cues: &'s [Cue],
    /// The units of quotations, from left to right.
    pub quotations: &'s [UnitIdx],
    /// The part of speech of each unit. Empty where nothing asks for it.
    pub tags: &'s [Value],
    /// How the text speaks, where something asks for it.
    pub register: Value,
}

impl<'s> Deref for Reading<'s> {
    type Target = Sentence<'s>;

    fn deref(&self) -> &Sentence<'s> {
        &self.sentence
    }
}

impl<'s> Reading<'s> {
    /// A part of the sentence, whose cues are given, as if it were a sentence of its own.
    pub(crate) fn within(self, sentence: Sentence<'s>, cues: &'s [Cue]) -> Self {
        let units = sentence.range();
        let from = self.quotations.partition_point(|at| *at < units.start);
        let to = self.quotations.partition_point(|at| *at < units.end);
        let tags = self.tags.get(units.start - self.start()..units.end - self.start()).unwrap_or_default();
        Reading { sentence, cues, quotations: &self.quotations[from..to], tags, ..self }
    }

    /// The cues that may link a quotation to its source: "said", "went on".
    pub(crate) fn quoting(self) -> impl DoubleEndedIterator<Item = &'s Cue> + Clone {
        self.cues.iter().filter(|cue| cue.introduces_quotations)
    }

    /// The verbs that are no cues but may introduce a quotation: "coined the phrase “Q”".
    pub(crate) fn other_verbs(self) -> impl DoubleEndedIterator<Item = &'s Cue> + Clone {
        self.cues.iter().filter(|cue| cue.is_other_verb)
    }

    /// The cues that may report a statement.
    pub(crate) fn reporting(self) -> impl DoubleEndedIterator<Item = &'s Cue> + Clone {
        self.cues.iter().filter(|cue| cue.may_report)
    }

    /// The source of a cue that precedes it, looked for once.
    pub(crate) fn subject(self, cue: &Cue) -> Option<UnitRange> {
        cue.subject(self.sentence)
    }

    /// The word at a unit as a feature value. All names share one value: which names a corpus holds says
    /// nothing about other texts.
    pub(crate) fn value(self, at: Option<UnitIdx>) -> Value {
        match at.filter(|at| self.range().contains(*at)).and_then(|at| self.unit(at)) {
            Some(unit) if unit.view.has(Shape::QUOTATION) => value!("quotation"),
            Some(unit) if unit.view.is(NAMES) => value!("name"),
            Some(unit) => self.document.value_of(unit.word),
            None => value!("end"),
        }
    }

    /// The part of speech of a unit.
    pub(crate) fn tag(self, at: Option<UnitIdx>) -> Value {
        let place = at.filter(|at| self.range().contains(*at)).map(|at| at - self.start());
        place.and_then(|place| self.tags.get(place)).copied().unwrap_or(value!("end"))
    }

    /// The comma before the tag that ends the sentence: ", she said."
    pub(crate) fn comma_of_closing_tag(self) -> Option<UnitIdx> {
        let last = self.reporting().next_back().filter(|cue| cue.group.end + 1 >= self.end())?;
        self.comma_before(last).filter(|_| last.is_finite_speech(self.sentence))
    }

    /// The comma right before the subject of a cue.
    pub(crate) fn comma_before(self, cue: &Cue) -> Option<UnitIdx> {
        let before = self.before(self.subject(cue)?.start)?;
        self.is_comma(before).then_some(before)
    }

    /// Whether a finite verb is among these units of the sentence.
    pub(crate) fn has_verb(self, units: UnitRange) -> bool {
        let within = |at: UnitIdx| at.clamp(self.start(), self.end());
        self.paragraph().has_verb(within(units.start).to(within(units.end)))
    }
}
