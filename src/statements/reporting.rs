//! The facts about a cue that decide where its content is.

use crate::language::Classes;
use crate::models::fields::Field;
use crate::models::linear::Description;
use crate::models::Parts;
use crate::models::{value, Value};
use crate::reading::{Cue, CueKind, Form, Reading};
use crate::statements::cue::describe_word;
use crate::text::index::{UnitIdx, UnitRange};
use crate::words::Shape;

/// A cue and its source, whose content is still to be found.
pub(super) struct Reporting<'s, 'q> {
    pub reading: Reading<'s>,
    /// From the first to the last unit of cue and source.
    pub tag: UnitRange,
    /// The upper bound of the content: the final full stop of the sentence, or a source that follows the content.
    pub end: UnitIdx,
    /// Whether the cue is "say" itself, whose content is a whole clause.
    pub is_plain_speech: bool,
    /// The units of quotations that the cue is known to report.
    pub quoted: &'q [UnitIdx],
    /// The description that all answers share.
    pub base: Description,
}

impl<'s, 'q> Reporting<'s, 'q> {
    pub(super) fn new(
        reading: Reading<'s>,
        cue: &Cue,
        source: Option<UnitRange>,
        quoted: &'q [UnitIdx],
    ) -> Self {
        let tag = tag_of(cue, source);
        let is_inverted = source.is_some_and(|source| source.start >= cue.group.end);
        let mut base = describe_word(reading, cue);
        base.set(Field::Next, reading.value(Some(tag.end)));
        base.set(Field::NextTag, reading.tag(Some(tag.end)));
        base.set(Field::PreviousTag, reading.tag(tag.start.before()));
        base.set(Field::Place, if is_inverted { value!("inverted") } else { value!("plain") });
        Reporting {
            reading,
            tag,
            end: end_of_content(reading, cue, source, tag),
            is_plain_speech: reading.is(cue.head, Classes::PLAIN_SPEECH),
            quoted,
            base,
        }
    }

    /// The parts that an answer about the content names.
    pub(super) fn parts(&self, content: UnitRange) -> Parts {
        let content = (!content.is_empty()).then(|| self.reading.tokens(content));
        Parts { content, ..Parts::default() }
    }

    /// Whether a content may open or begin at this unit: not at a mark.
    pub(super) fn may_open(&self, at: UnitIdx) -> bool {
        self.reading.has(at, Shape::WORD.or(Shape::QUOTATION))
    }

    /// The kind of the rest of the sentence from a unit on, as a feature value.
    pub(super) fn beyond(&self, at: UnitIdx) -> Value {
        match (self.end - at, self.reading.has_verb(at.to(self.end))) {
            (0, _) => value!("none"),
            (1..=4, true) => value!("short-clause"),
            (1..=4, false) => value!("short"),
            (_, true) => value!("clause"),
            (_, false) => value!("phrase"),
        }
    }
}

/// The units of cue and source. A source far after the cue follows the content and does not count.
fn tag_of(cue: &Cue, source: Option<UnitRange>) -> UnitRange {
    let mut tag = cue.group;
    if let Some(source) = source {
        tag.start = tag.start.min(source.start);
        if source.start <= cue.group.end + 1 {
            tag.end = tag.end.max(source.end);
        }
    }
    tag
}

/// The upper bound of the content of a cue.
fn end_of_content(reading: Reading<'_>, cue: &Cue, source: Option<UnitRange>, tag: UnitRange) -> UnitIdx {
    let mut end = reading.end();
    while end > tag.end && reading.is(end - 1, Classes::FULL_STOP) {
        end -= 1;
    }
    // "Most fear that it is late, a poll found": the content of a closing tag ends before that tag.
    if let Some(comma) = reading.comma_of_closing_tag().filter(|comma| *comma > tag.end) {
        end = comma;
    }
    // "Noting that time was short, Lee said".
    let is_participle = cue.kind == CueKind::Verb(Form::Participle);
    match source {
        Some(source) if is_participle && source.start > tag.end && reading.is_comma(source.start - 1) => {
            source.start - 1
        }
        _ => end,
    }
}
