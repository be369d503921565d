//! What a cue reports: on which side of it, from where, up to where.

use super::boundaries::{begin, end, opening};
use super::cue::{form, kind, lemma, PossibleCue};
use super::{Asking, Scene};
use crate::analysis::Rule;
use crate::attribution::describe::bucket;
use crate::attribution::fields::Field;
use crate::attribution::link::Named;
use crate::attribution::model::{schema, Description};
use crate::attribution::Choose;
use crate::lexicon::{symbol, Classes, Symbol};
use crate::tokenizer::Range;

schema! {
    /// What decides on which side of the cue its content stands.
    FRAME = "frame":
    [Frame]
    [Frame, Lemma]
    [Frame, Kind, Form]
    [Frame, Next]
    [Frame, NextTag, SecondTag]
    [Frame, NextTag, PreviousTag]
    [Frame, PreviousTag, Rest]
    [Frame, Rest]
    [Frame, Start]
    [Frame, Start, Rest]
    [Frame, Kind, Start, NextTag]
    [Frame, Kind, Rest, PreviousTag]
    [Frame, Place, NextTag]
    [Frame, Place, Kind, PreviousTag]
    [Frame, Verb]
    [Frame, PreviousTag, Verb, Beyond]
    [Frame, PreviousTag, NextTag, Beyond]
    [Frame, Kind, Verb, Beyond]
    [Frame, Form, PreviousTag, Beyond]
    [Frame, Lemma, PreviousTag]
}

pub(super) const LENGTHS: &[(usize, Symbol)] = &[
    (0, symbol!("0")),
    (1, symbol!("1")),
    (2, symbol!("2")),
    (4, symbol!("3-4")),
    (7, symbol!("5-7")),
    (12, symbol!("8-12")),
    (20, symbol!("13-20")),
    (usize::MAX, symbol!("21+")),
];

/// On which side of its cue a content stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    After,
    Before,
    Both,
}

impl Frame {
    fn symbol(self) -> Symbol {
        match self {
            Frame::After => symbol!("after"),
            Frame::Before => symbol!("before"),
            Frame::Both => symbol!("both"),
        }
    }

    fn rule(self) -> Rule {
        match self {
            Frame::After => Rule::SourceCueClause,
            Frame::Before => Rule::ClauseSourceCue,
            Frame::Both => Rule::ClauseAroundCue,
        }
    }
}

/// A cue whose content is looked for.
pub(super) struct Reporting<'a, 's, 'p, 't> {
    pub scene: &'a Scene<'s, 'p, 't>,
    /// From the first to the last of cue and source.
    pub tag: Range,
    /// Where the sentence ends, its last point aside.
    pub end: usize,
    /// Units of quotations that are known to be reported.
    pub quoted: &'a [usize],
    /// What is the same of all answers.
    pub base: Description,
}

/// The content of a cue, in units: the part before it and the part behind it, and the rule that they
/// make. It holds the quotations at the units `quoted`.
pub(super) fn find<C: Choose>(
    scene: &Scene<'_, '_, '_>,
    cue: &PossibleCue,
    source: Option<&Range>,
    quoted: &[usize],
    asking: &mut Asking<'_, C>,
) -> ([Option<Range>; 2], Rule) {
    let reporting = Reporting::new(scene, cue, source, quoted);
    let frame = reporting.frame(asking);
    let before = (frame != Frame::After).then(|| begin(&reporting, frame.symbol(), asking));
    let after = (frame != Frame::Before).then(|| {
        let start = opening(&reporting, asking);
        start..end(&reporting, start, asking)
    });
    ([before, after], frame.rule())
}

impl<'a, 's, 'p, 't> Reporting<'a, 's, 'p, 't> {
    fn new(
        scene: &'a Scene<'s, 'p, 't>,
        cue: &PossibleCue,
        source: Option<&Range>,
        quoted: &'a [usize],
    ) -> Self {
        let mut tag = cue.group.clone();
        if let Some(source) = source {
            tag.start = tag.start.min(source.start);
            // A source far behind the cue stands after what was said.
            if source.start <= cue.group.end + 1 {
                tag.end = tag.end.max(source.end);
            }
        }
        let mut end = scene.sentence.end;
        while end > tag.end && scene.paragraph.symbol(end - 1) == symbol!(".") {
            end -= 1;
        }
        let mut base = Description::NOTHING;
        base.set(Field::Lemma, lemma(scene.paragraph, cue));
        base.set(Field::Kind, kind(scene.paragraph, cue));
        base.set(Field::Form, form(scene.paragraph, cue));
        base.set(Field::Next, scene.symbol(Some(tag.end)));
        base.set(Field::NextTag, scene.tag(Some(tag.end)));
        let inverted = source.is_some_and(|source| source.start >= cue.group.end);
        base.set(Field::Place, if inverted { symbol!("inverted") } else { symbol!("plain") });
        Reporting { scene, tag, end, quoted, base }
    }

    fn frame<C: Choose>(&self, asking: &mut Asking<'_, C>) -> Frame {
        let scene = self.scene;
        let (before, after) = (scene.sentence.start..self.tag.start, self.tag.end..scene.sentence.end);
        let mut base = self.base;
        base.set(Field::SecondTag, scene.tag(Some(self.tag.end + 1)));
        base.set(Field::PreviousTag, scene.tag(self.tag.start.checked_sub(1)));
        base.set(Field::Rest, bucket(self.end - self.tag.end, LENGTHS));
        base.set(Field::Start, bucket(before.len(), LENGTHS));
        base.set(Field::Verb, yes(scene.has_verb(before.clone())));
        base.set(Field::Beyond, self.beyond(self.tag.end));
        let quoted = |side: &Range| self.quoted.iter().any(|unit| side.contains(unit));
        let frames: &[Frame] = match (quoted(&before), quoted(&after)) {
            (false, false) => &[Frame::After, Frame::Before, Frame::Both],
            (false, true) => &[Frame::After, Frame::Both],
            (true, false) => &[Frame::Before, Frame::Both],
            (true, true) => &[Frame::Both],
        };
        let describe = |answer: usize| {
            let mut description = base;
            description.set(Field::Frame, frames[answer].symbol());
            description
        };
        let content = |answer: usize| match frames[answer] {
            Frame::After => after.clone(),
            Frame::Before => before.clone(),
            Frame::Both => before.start..after.end,
        };
        let chosen = asking.ask(&FRAME, frames.len(), &describe, &|answer| self.named(content(answer)));
        frames[chosen.answer]
    }

    /// An answer that says nothing but where the content stands.
    pub(super) fn named(&self, content: Range) -> Named {
        Named { content: Some(self.scene.paragraph.tokens(content)), ..Named::default() }
    }

    /// Whether a content may open or begin at this unit: no mark does.
    pub(super) fn may_open(&self, at: usize) -> bool {
        self.scene.paragraph.is(at, Classes::WORD.or(Classes::QUOTATION))
    }

    /// What the rest of the sentence from a unit on is like.
    pub(super) fn beyond(&self, at: usize) -> Symbol {
        match (self.end.saturating_sub(at), self.scene.has_verb(at..self.end)) {
            (0, _) => symbol!("none"),
            (1..=4, true) => symbol!("short-clause"),
            (1..=4, false) => symbol!("short"),
            (_, true) => symbol!("clause"),
            (_, false) => symbol!("phrase"),
        }
    }
}

pub(super) fn yes(holds: bool) -> Symbol {
    if holds {
        symbol!("yes")
    } else {
        symbol!("no")
    }
}
