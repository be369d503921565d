//! A sentence that is read for reported speech.

use crate::language::Classes;
use crate::models::{value, Value};
use crate::reading::cues::PossibleCue;
use crate::reading::paragraph::Paragraph;
use crate::reading::tags::tag;
use crate::reading::verbs::Form;
use crate::text::lists::refill;
use crate::tokenizer::Range;

/// Words that are names or parts of names.
const NAMES: Classes = Classes::GIVEN.or(Classes::PLACE);

/// A sentence and what is known of it.
pub(crate) struct Scene<'s, 'p, 't> {
    pub paragraph: &'s Paragraph<'p, 't>,
    pub sentence: &'s Range,
    pub cues: &'s [PossibleCue],
    /// What each unit of the sentence is.
    tags: &'s [Value],
    /// The units of its quotations.
    pub quotations: &'s [usize],
}

impl<'s, 'p, 't> Scene<'s, 'p, 't> {
    pub(crate) fn new(
        paragraph: &'s Paragraph<'p, 't>,
        sentence: &'s Range,
        cues: &'s [PossibleCue],
        quotations: &'s [usize],
        tags: &'s mut Vec<Value>,
    ) -> Self {
        refill(tags, sentence.clone().map(|at| tag(paragraph, at)));
        Scene { paragraph, sentence, cues, tags, quotations }
    }

    /// The word at a unit of the sentence. Names are all one: whose they are says nothing of other texts.
    pub(crate) fn symbol(&self, at: Option<usize>) -> Value {
        match at.filter(|at| self.sentence.contains(at)) {
            Some(at) if self.paragraph.is_quote(at) => value!("quotation"),
            Some(at) if self.paragraph.is(at, NAMES) => value!("name"),
            Some(at) => self.paragraph.symbol(at),
            None => value!("end"),
        }
    }

    pub(crate) fn tag(&self, at: Option<usize>) -> Value {
        let place = at.and_then(|at| at.checked_sub(self.sentence.start));
        place.and_then(|place| self.tags.get(place)).copied().unwrap_or(value!("end"))
    }

    /// Where the comma stands before the tag that ends the sentence: ", she said."
    pub(crate) fn closing_tag(&self) -> Option<usize> {
        let last = self.cues.last().filter(|cue| cue.group.end + 1 >= self.sentence.end)?;
        let is_finite = last.form == Some(Form::Finite) && self.paragraph.is(last.head, Classes::SPEECH);
        self.comma_before(last).filter(|_| is_finite)
    }

    /// Where the subject of a cue stands before it.
    pub(crate) fn subject<'c>(&self, cue: &'c PossibleCue) -> Option<&'c Range> {
        cue.subject(self.paragraph, self.sentence)
    }

    /// The comma right before the subject of a cue.
    pub(crate) fn comma_before(&self, cue: &PossibleCue) -> Option<usize> {
        let before = self.subject(cue)?.start.checked_sub(1)?;
        (before >= self.sentence.start && self.paragraph.is_comma(before)).then_some(before)
    }

    /// Whether a finite verb stands in these units of the sentence.
    pub(crate) fn has_verb(&self, units: Range) -> bool {
        let within = |at: usize| at.clamp(self.sentence.start, self.sentence.end);
        self.paragraph.has_verb(within(units.start)..within(units.end))
    }
}

/// A cue, and whoever decides what is asked about it.
pub(crate) struct Asking<'c, C> {
    pub about: Range,
    pub choose: &'c mut C,
}
