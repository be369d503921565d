//! What a cue reports: on which side of it, from where, up to where.

use super::cue::{form, kind, lemma, PossibleCue};
use super::Scene;
use crate::analysis::Rule;
use crate::attribution::clause;
use crate::attribution::describe::bucket;
use crate::attribution::fields::Field;
use crate::attribution::link::Named;
use crate::attribution::model::{schema, Description, Schema};
use crate::lexicon::{symbol, Classes, Symbol};
use crate::tokenizer::Range;

schema! {
    /// What decides on which side of the cue its content stands.
    pub(crate) FRAME = "frame":
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

schema! {
    /// What decides where the content behind a cue opens.
    pub(crate) OPENING = "opening":
    [Gap]
    [Gap, Lemma]
    [Gap, Kind, Form]
    [Gap, WordTag]
    [Word]
    [Word, Lemma]
    [Word, Gap]
    [WordTag, TagBefore]
    [WordBefore]
    [WordBefore, WordTag]
    [WordBefore, Lemma]
    [That, Gap]
    [That, Word]
    [NextTag, Gap]
    [NextTag, WordTag, Lemma]
    [Next, Gap]
    [TagBefore, TagAfter]
}

schema! {
    /// What decides where the content behind a cue ends.
    pub(crate) END = "end":
    [Word]
    [WordTag, TagBefore]
    [Word, TagAfter]
    [Length, WordTag]
    [Length, Place]
    [Beyond, Length]
    [Lemma, WordTag]
    [Lemma, Place]
    [Kind, WordTag, Place]
    [Opening, Word]
    [Opening, Verb, WordTag]
    [Opening, Verb, Length]
    [Verb, WordTag, TagAfter]
    [WordBefore]
    [Word, Beyond]
    [Tag, WordTag]
}

schema! {
    /// What decides where the content before a cue begins.
    pub(crate) BEGIN = "begin":
    [Place]
    [Word]
    [WordBefore]
    [WordTag, TagBefore]
    [Length, TagBefore]
    [Length, Place]
    [Beyond, TagBefore]
    [Kind, TagBefore, Place]
    [WordBefore, WordTag]
    [WordBefore, Verb]
    [TagBefore, Verb]
    [Verb]
    [Frame, TagBefore]
}

const LENGTHS: &[(usize, Symbol)] = &[
    (0, symbol!("0")),
    (1, symbol!("1")),
    (2, symbol!("2")),
    (4, symbol!("3-4")),
    (7, symbol!("5-7")),
    (12, symbol!("8-12")),
    (20, symbol!("13-20")),
    (usize::MAX, symbol!("21+")),
];

/// Asks a question of a schema: answers and their descriptions.
type Ask<'a> = dyn FnMut(&'static Schema, &[Named], &[Description]) -> (usize, f32) + 'a;

/// The content of a cue in units, in order, and the rule that its frame makes; it holds the quotations
/// at the units `quoted`.
pub(super) fn find(
    scene: &Scene<'_, '_, '_>,
    cue: &PossibleCue,
    source: Option<&Range>,
    quoted: &[usize],
    ask: &mut Ask<'_>,
) -> Option<(Vec<Range>, Rule)> {
    let finder = Finder::new(scene, cue, source, quoted);
    let mut content = Vec::new();
    let frame = finder.frame(ask);
    if frame != After {
        content.push(finder.before(frame, ask));
    }
    if frame != Before {
        content.push(finder.after(ask));
    }
    content.retain(|part| !part.is_empty());
    let rule = match frame {
        After => Rule::SourceCueClause,
        Before => Rule::ClauseSourceCue,
        Both => Rule::ClauseAroundCue,
    };
    (!content.is_empty()).then_some((content, rule))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Frame {
    After,
    Before,
    Both,
}
use Frame::{After, Before, Both};

struct Finder<'a, 's, 'p, 't> {
    scene: &'a Scene<'s, 'p, 't>,
    /// What of cue and source comes first and last.
    tag: Range,
    /// Units of quotations that are known to be reported.
    quoted: &'a [usize],
    base: Description,
}

impl<'a, 's, 'p, 't> Finder<'a, 's, 'p, 't> {
    fn new(scene: &'a Scene<'s, 'p, 't>, cue: &'a PossibleCue, source: Option<&Range>, quoted: &'a [usize]) -> Self {
        let mut tag = cue.group.clone();
        if let Some(source) = source {
            tag.start = tag.start.min(source.start);
            // A source far behind the cue stands after what was said.
            if source.start <= cue.group.end + 1 {
                tag.end = tag.end.max(source.end);
            }
        }
        let mut base = Description::NOTHING;
        base.set(Field::Lemma, lemma(scene.paragraph, cue));
        base.set(Field::Kind, kind(scene.paragraph, cue));
        base.set(Field::Form, form(scene.paragraph, cue));
        base.set(Field::Next, scene.symbol(Some(tag.end)));
        base.set(Field::NextTag, scene.tag(Some(tag.end)));
        let inverted = source.is_some_and(|source| source.start >= cue.group.end);
        base.set(Field::Place, if inverted { symbol!("inverted") } else { symbol!("plain") });
        Finder { scene, tag, quoted, base }
    }

    fn choose(
        &self,
        schema: &'static Schema,
        spans: &[Range],
        descriptions: &[Description],
        ask: &mut Ask<'_>,
    ) -> usize {
        let answers: Vec<Named> = spans
            .iter()
            .map(|span| Named {
                cue: None,
                source: None,
                content: Some(self.scene.paragraph.tokens(span.clone())),
            })
            .collect();
        if answers.len() < 2 {
            0
        } else {
            ask(schema, &answers, descriptions).0
        }
    }

    fn frame(&self, ask: &mut Ask<'_>) -> Frame {
        let scene = self.scene;
        let mut description = self.base;
        description.set(Field::SecondTag, scene.tag(Some(self.tag.end + 1)));
        description.set(Field::PreviousTag, scene.tag(self.tag.start.checked_sub(1)));
        description.set(Field::Rest, bucket(self.rest(), LENGTHS));
        description.set(Field::Start, bucket(self.tag.start - scene.sentence.start, LENGTHS));
        let verb = (scene.sentence.start..self.tag.start).any(|at| clause::is_verb(scene.paragraph, at));
        description.set(Field::Verb, if verb { symbol!("yes") } else { symbol!("no") });
        description.set(Field::Beyond, self.beyond(self.tag.end, self.end_of_sentence()));
        let (before, after) = (scene.sentence.start..self.tag.start, self.tag.end..scene.sentence.end);
        let whole = before.start..after.end;
        let mut frames = vec![
            (After, symbol!("after"), after.clone()),
            (Before, symbol!("before"), before.clone()),
            (Both, symbol!("both"), whole),
        ];
        let quoted = |side: &Range| self.quoted.iter().any(|unit| side.contains(unit));
        frames.retain(|(frame, ..)| {
            !(*frame == After && quoted(&before) || *frame == Before && quoted(&after))
        });
        let described = frames.iter().map(|(_, name, _)| {
            let mut description = description;
            description.set(Field::Frame, *name);
            description
        });
        let descriptions: Vec<Description> = described.collect();
        let spans: Vec<Range> = frames.iter().map(|(.., span)| span.clone()).collect();
        frames[self.choose(&FRAME, &spans, &descriptions, ask)].0
    }

    /// Units between cue and the end of the sentence, its last mark aside.
    fn rest(&self) -> usize {
        self.end_of_sentence().saturating_sub(self.tag.end)
    }

    fn end_of_sentence(&self) -> usize {
        let mut end = self.scene.sentence.end;
        while end > self.tag.end
            && self.scene.tag(Some(end - 1)) == symbol!("stop")
            && self.scene.paragraph.symbol(end - 1) == symbol!(".")
        {
            end -= 1;
        }
        end
    }

    fn after(&self, ask: &mut Ask<'_>) -> Range {
        let start = self.opening(ask);
        let end = self.end(start, ask);
        start..end.max(start)
    }

    fn opening(&self, ask: &mut Ask<'_>) -> usize {
        let scene = self.scene;
        let end = self.end_of_sentence();
        let latest = self.quoted.iter().find(|unit| **unit >= self.tag.end).map_or(end, |unit| unit + 1);
        let starts: Vec<usize> = (self.tag.end..end.min(latest).min(self.tag.end + OPENINGS))
            .filter(|&at| self.may_open(at))
            .collect();
        let that = (self.tag.end..end.min(self.tag.end + OPENINGS))
            .find(|&at| scene.paragraph.is(at, Classes::THAT));
        let descriptions: Vec<Description> = starts
            .iter()
            .map(|&at| {
                let mut description = self.base;
                description.set(Field::Gap, bucket(at - self.tag.end, LENGTHS));
                self.describe_place(at, &mut description);
                let that = match that {
                    Some(that) if that == at => symbol!("here"),
                    Some(that) if that > at => symbol!("ahead"),
                    Some(_) => symbol!("behind"),
                    None => symbol!("none"),
                };
                description.set(Field::That, that);
                description
            })
            .collect();
        let spans: Vec<Range> = starts.iter().map(|&at| at..end).collect();
        let chosen = self.choose(&OPENING, &spans, &descriptions, ask);
        starts.get(chosen).copied().unwrap_or(end)
    }

    fn describe_place(&self, at: usize, description: &mut Description) {
        let scene = self.scene;
        description.set(Field::Word, scene.symbol(Some(at)));
        description.set(Field::WordTag, scene.tag(Some(at)));
        description.set(Field::WordBefore, scene.symbol(at.checked_sub(1)));
        description.set(Field::TagBefore, scene.tag(at.checked_sub(1)));
        description.set(Field::TagAfter, scene.tag(Some(at + 1)));
    }

    /// Whether a content may open at this unit: no mark does.
    fn may_open(&self, at: usize) -> bool {
        self.scene.paragraph.is_word(at) || self.scene.paragraph.is_quote(at)
    }

    fn end(&self, start: usize, ask: &mut Ask<'_>) -> usize {
        let scene = self.scene;
        let last = self.end_of_sentence();
        let earliest = self.quoted.last().map_or(start, |unit| *unit).max(start) + 1;
        let mut ends: Vec<usize> = (earliest..last).filter(|&at| self.may_end(at)).take(ENDS).collect();
        if last > start {
            ends.push(last);
        }
        let opening = self.opening_kind(start);
        let descriptions: Vec<Description> = ends
            .iter()
            .map(|&at| {
                let mut description = self.base;
                self.describe_place(at, &mut description);
                let place = match at {
                    _ if at == last => symbol!("last"),
                    _ if at == ends[0] => symbol!("first"),
                    _ => symbol!("middle"),
                };
                description.set(Field::Place, place);
                description.set(Field::Length, bucket(at - start, LENGTHS));
                description.set(Field::Opening, opening);
                let has_verb = |mut units: Range| units.any(|at| clause::is_verb(scene.paragraph, at));
                description
                    .set(Field::Verb, if has_verb(start..at) { symbol!("yes") } else { symbol!("no") });
                description.set(Field::Beyond, self.beyond(at, last));
                let tag = scene
                    .cues
                    .iter()
                    .any(|cue| cue.head > at && scene.paragraph.is(cue.head, Classes::SPEECH));
                description.set(Field::Tag, if tag { symbol!("yes") } else { symbol!("no") });
                description
            })
            .collect();
        let spans: Vec<Range> = ends.iter().map(|&at| start..at).collect();
        let chosen = self.choose(&END, &spans, &descriptions, ask);
        ends.get(chosen).copied().unwrap_or(last)
    }

    /// What the rest of the sentence is like behind an end of the content.
    fn beyond(&self, at: usize, last: usize) -> Symbol {
        let scene = self.scene;
        let verb = (at..last).any(|at| clause::is_verb(scene.paragraph, at));
        match (last - at, verb) {
            (0, _) => symbol!("none"),
            (1..=4, true) => symbol!("short-clause"),
            (1..=4, false) => symbol!("short"),
            (_, true) => symbol!("clause"),
            (_, false) => symbol!("phrase"),
        }
    }

    fn opening_kind(&self, start: usize) -> Symbol {
        let tag = self.scene.tag(Some(start));
        match tag {
            _ if self.scene.paragraph.is(start, Classes::PREPOSITION.or(Classes::SUBORDINATOR)) => {
                self.scene.symbol(Some(start))
            }
            _ => tag,
        }
    }

    fn may_end(&self, at: usize) -> bool {
        let paragraph = self.scene.paragraph;
        let stops = Classes::CONJUNCTION
            .or(Classes::SUBORDINATOR)
            .or(Classes::PREPOSITION)
            .or(Classes::RELATIVE)
            .or(Classes::CALENDAR)
            .or(Classes::ADVERB);
        !paragraph.is_word(at) && !paragraph.is_quote(at) && !paragraph.is(at, Classes::CLITIC)
            || paragraph.is(at, stops)
            || paragraph.is_quote(at - 1)
            || paragraph.is(at, Classes::GERUND)
    }

    /// The content before the cue.
    fn before(&self, frame: Frame, ask: &mut Ask<'_>) -> Range {
        let scene = self.scene;
        let mut end = self.tag.start;
        while end > scene.sentence.start
            && !self.may_open(end - 1)
            && scene.paragraph.is(end - 1, Classes::COMMA.or(Classes::DASH).or(Classes::OPENING_BRACKET))
        {
            end -= 1;
        }
        let latest = self.quoted.first().map_or(end, |unit| *unit).min(end.saturating_sub(1));
        let mut starts: Vec<usize> =
            (scene.sentence.start + 1..latest + 1).rev().filter(|&at| self.may_begin(at)).take(ENDS).collect();
        starts.push(scene.sentence.start);
        let descriptions: Vec<Description> = starts
            .iter()
            .map(|&at| {
                let mut description = self.base;
                self.describe_place(at, &mut description);
                let place = if at == scene.sentence.start { symbol!("first") } else { symbol!("middle") };
                description.set(Field::Place, place);
                description.set(Field::Length, bucket(end - at, LENGTHS));
                let has_verb = |mut units: Range| units.any(|at| clause::is_verb(scene.paragraph, at));
                description.set(Field::Verb, if has_verb(at..end) { symbol!("yes") } else { symbol!("no") });
                description.set(
                    Field::Beyond,
                    if has_verb(scene.sentence.start..at) { symbol!("clause") } else { symbol!("phrase") },
                );
                description
                    .set(Field::Frame, if frame == Both { symbol!("both") } else { symbol!("before") });
                description
            })
            .collect();
        let spans: Vec<Range> = starts.iter().map(|&at| at..end).collect();
        let chosen = self.choose(&BEGIN, &spans, &descriptions, ask);
        starts[chosen]..end
    }

    fn may_begin(&self, at: usize) -> bool {
        let paragraph = self.scene.paragraph;
        (paragraph.is_word(at) || paragraph.is_quote(at))
            && (!paragraph.is_word(at - 1)
                || paragraph.is(at - 1, Classes::CONJUNCTION.or(Classes::SUBORDINATOR).or(Classes::ADVERB)))
    }
}

/// How far behind the cue a content is looked for, in units.
const OPENINGS: usize = 14;
/// How many ends of a content are weighed.
const ENDS: usize = 16;
