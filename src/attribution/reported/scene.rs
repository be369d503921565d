//! A sentence that is read for reported speech.

use super::possible::PossibleCue;
use crate::attribution::cues::Form;
use crate::attribution::paragraph::Paragraph;
use crate::attribution::tags::tag;
use crate::lexicon::{symbol, Classes, Symbol};
use crate::lists::refill;
use crate::tokenizer::Range;

/// Words that are names or parts of names.
const NAMES: Classes = Classes::GIVEN.or(Classes::PLACE);

/// A sentence and what is known of it.
pub(in crate::attribution) struct Scene<'s, 'p, 't> {
    pub paragraph: &'s Paragraph<'p, 't>,
    pub sentence: &'s Range,
    pub cues: &'s [PossibleCue],
    /// What each unit of the sentence is.
    tags: &'s [Symbol],
    /// The units of its quotations.
    pub quotations: &'s [usize],
}

impl<'s, 'p, 't> Scene<'s, 'p, 't> {
    pub(in crate::attribution) fn new(
        paragraph: &'s Paragraph<'p, 't>,
        sentence: &'s Range,
        cues: &'s [PossibleCue],
        quotations: &'s [usize],
        tags: &'s mut Vec<Symbol>,
    ) -> Self {
        refill(tags, sentence.clone().map(|at| tag(paragraph, at)));
        Scene { paragraph, sentence, cues, tags, quotations }
    }

    /// The word at a unit of the sentence. Names are all one: whose they are says nothing of other texts.
    pub(super) fn symbol(&self, at: Option<usize>) -> Symbol {
        match at.filter(|at| self.sentence.contains(at)) {
            Some(at) if self.paragraph.is_quote(at) => symbol!("quotation"),
            Some(at) if self.paragraph.is(at, NAMES) => symbol!("name"),
            Some(at) => self.paragraph.symbol(at),
            None => symbol!("end"),
        }
    }

    pub(super) fn tag(&self, at: Option<usize>) -> Symbol {
        let place = at.and_then(|at| at.checked_sub(self.sentence.start));
        place.and_then(|place| self.tags.get(place)).copied().unwrap_or(symbol!("end"))
    }

    /// Where the comma stands before the tag that ends the sentence: ", she said."
    pub(super) fn closing_tag(&self) -> Option<usize> {
        let last = self.cues.last().filter(|cue| cue.group.end + 1 >= self.sentence.end)?;
        let is_finite = last.form == Some(Form::Finite) && self.paragraph.is(last.head, Classes::SPEECH);
        self.comma_before(last).filter(|_| is_finite)
    }

    /// The comma right before the subject of a cue.
    pub(super) fn comma_before(&self, cue: &PossibleCue) -> Option<usize> {
        let before = cue.subject.as_ref()?.start.checked_sub(1)?;
        (before >= self.sentence.start && self.paragraph.is_comma(before)).then_some(before)
    }

    /// Whether a finite verb stands in these units of the sentence.
    pub(super) fn has_verb(&self, units: Range) -> bool {
        let within = |at: usize| at.clamp(self.sentence.start, self.sentence.end);
        self.paragraph.has_verb(within(units.start)..within(units.end))
    }
}

/// A cue, and whoever decides what is asked about it.
pub(super) struct Asking<'c, C> {
    #[cfg(feature = "training")]
    pub about: Range,
    pub choose: &'c mut C,
}
