//! A cue whose content is looked for.

use crate::models::fields::Field;
use crate::models::linear::Description;
use crate::models::Named;
use crate::models::{value, Value};
use crate::reading::cues::{describe_word, PossibleCue};
use crate::reading::verbs::Form;
use crate::statements::scene::Scene;
use crate::tokenizer::Range;
use crate::words::Shape;

/// A cue whose content is looked for.
pub(crate) struct Reporting<'a, 's, 'p, 't> {
    pub scene: &'a Scene<'s, 'p, 't>,
    /// From the first to the last of cue and source.
    pub tag: Range,
    /// Where the sentence ends, its last point aside, or before the source that stands behind.
    pub end: usize,
    /// Whether the cue is "say" itself, behind which whole clauses stand.
    pub says: bool,
    /// Units of quotations that are known to be reported.
    pub quoted: &'a [usize],
    /// What is the same of all answers.
    pub base: Description,
}

impl<'a, 's, 'p, 't> Reporting<'a, 's, 'p, 't> {
    pub(crate) fn new(
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
        while end > tag.end && scene.paragraph.symbol(end - 1) == value!(".") {
            end -= 1;
        }
        // "Most fear that it is late, a poll found": what a closing tag reports goes on to that tag.
        if let Some(tag_of_all) = scene.closing_tag().filter(|at| *at > tag.end) {
            end = tag_of_all;
        }
        // "Noting that time was short, Lee said".
        let behind_comma = |at: usize| at > tag.end && scene.paragraph.is_comma(at - 1);
        let is_participle = cue.form == Some(Form::Participle);
        if let Some(source) = source.filter(|source| is_participle && behind_comma(source.start)) {
            end = source.start - 1;
        }
        let says = scene.paragraph.lemma(cue.head) == value!("say");
        let mut base = describe_word(scene.paragraph, cue);
        base.set(Field::Next, scene.symbol(Some(tag.end)));
        base.set(Field::NextTag, scene.tag(Some(tag.end)));
        base.set(Field::PreviousTag, scene.tag(tag.start.checked_sub(1)));
        let inverted = source.is_some_and(|source| source.start >= cue.group.end);
        base.set(Field::Place, if inverted { value!("inverted") } else { value!("plain") });
        Reporting { scene, tag, end, says, quoted, base }
    }

    /// An answer that says nothing but where the content stands.
    pub(crate) fn named(&self, content: Range) -> Named {
        let content = (!content.is_empty()).then(|| self.scene.paragraph.tokens(content));
        Named { content, ..Named::default() }
    }

    /// Whether a content may open or begin at this unit: no mark does.
    pub(crate) fn may_open(&self, at: usize) -> bool {
        self.scene.paragraph.has(at, Shape::WORD.or(Shape::QUOTATION))
    }

    /// What the rest of the sentence from a unit on is like.
    pub(crate) fn beyond(&self, at: usize) -> Value {
        match (self.end.saturating_sub(at), self.scene.has_verb(at..self.end)) {
            (0, _) => value!("none"),
            (1..=4, true) => value!("short-clause"),
            (1..=4, false) => value!("short"),
            (_, true) => value!("clause"),
            (_, false) => value!("phrase"),
        }
    }
}
