//! Reported speech: what a sentence says that somebody says, in whatever words.
//!
//! A few decisions a possible cue, each a choice among few candidates: whether it reports at all, whose
//! words, on which side of it they stand, and where they begin and end.

mod boundaries;
mod content;
mod cue;
mod source;

pub(super) use cue::possible as possible_cues;

use super::draft::{Draft, Drafts};
use super::link::Named;
use super::model::{Description, Schema};
use super::paragraph::Paragraph;
use super::tags::tag;
use super::{Choose, Question, Verdict};
use crate::analysis::Rule;
use crate::lexicon::{symbol, Classes, Symbol};
use crate::tokenizer::Range;
use cue::{PossibleCue, CUE};
use source::SOURCE;

/// A sentence and what is known of it.
pub(super) struct Scene<'s, 'p, 't> {
    paragraph: &'s Paragraph<'p, 't>,
    sentence: &'s Range,
    cues: &'s [PossibleCue],
    tags: Vec<Symbol>,
    /// How many finite verbs stand before each unit of the sentence, and in all of it.
    verbs: Vec<u16>,
    /// The first and the last quotation.
    quotations: Option<(usize, usize)>,
}

impl<'s, 'p, 't> Scene<'s, 'p, 't> {
    pub(super) fn new(
        paragraph: &'s Paragraph<'p, 't>,
        sentence: &'s Range,
        cues: &'s [PossibleCue],
    ) -> Self {
        let tags = sentence.clone().map(|at| tag(paragraph, at)).collect();
        let mut verbs = Vec::with_capacity(sentence.len() + 1);
        verbs.push(0);
        for at in sentence.clone() {
            verbs.push(verbs[verbs.len() - 1] + u16::from(paragraph.is(at, Classes::FINITE)));
        }
        let is_quote = |at: &usize| paragraph.is_quote(*at);
        let first = sentence.clone().find(is_quote);
        let quotations = first.map(|first| (first, sentence.clone().rfind(is_quote).unwrap_or(first)));
        Scene { paragraph, sentence, cues, tags, verbs, quotations }
    }

    /// The word at a unit of the sentence.
    fn symbol(&self, at: Option<usize>) -> Symbol {
        match at.filter(|at| self.sentence.contains(at)) {
            Some(at) if self.paragraph.is_quote(at) => symbol!("quotation"),
            Some(at) => self.paragraph.symbol(at),
            None => symbol!("end"),
        }
    }

    fn tag(&self, at: Option<usize>) -> Symbol {
        let place = at.and_then(|at| at.checked_sub(self.sentence.start));
        place.and_then(|place| self.tags.get(place)).copied().unwrap_or(symbol!("end"))
    }

    /// Whether a finite verb stands in these units of the sentence.
    fn has_verb(&self, units: Range) -> bool {
        let before =
            |at: usize| self.verbs[at.clamp(self.sentence.start, self.sentence.end) - self.sentence.start];
        before(units.start) < before(units.end)
    }
}

/// A cue, and whoever decides what is asked about it.
struct Asking<'c, C> {
    about: Range,
    choose: &'c mut C,
}

impl<C: Choose> Asking<'_, C> {
    /// Which of some answers is chosen.
    fn ask(
        &mut self,
        schema: &'static Schema,
        answers: usize,
        describe: &dyn Fn(usize) -> Description,
        named: &dyn Fn(usize) -> Named,
    ) -> Verdict {
        (self.choose)(&Question { schema, about: self.about.clone(), answers, describe, named })
    }
}

/// Adds the words around the quotations of a sentence to what their cues report: "that it was “vile”".
pub(super) fn complete(scene: &Scene<'_, '_, '_>, drafts: &mut Drafts<'_>, choose: &mut impl Choose) {
    let paragraph = scene.paragraph;
    for cue in scene.cues {
        let about = paragraph.tokens(cue.group.clone());
        let Some(draft) = drafts.of_cue(&about).filter(|draft| may_say_more(draft.rule)) else { continue };
        let Some(source) = draft.source.clone().filter(|source| paragraph.holds(source)) else { continue };
        let source = paragraph.unit_of(source.start)..paragraph.unit_of(source.end);
        let reports = |quoted: Range| draft.content.iter().any(|part| part.contains(&quoted.start));
        let quoted: Vec<usize> =
            scene.sentence.clone().filter(|&unit| paragraph.quoted(unit).is_some_and(reports)).collect();
        let mut asking = Asking { about, choose };
        let (content, _) = content::find(scene, cue, Some(&source), &quoted, &mut asking);
        for part in content.into_iter().flatten() {
            draft.add_content(paragraph.tokens(part));
        }
    }
}

/// Whether what a rule links may be more than the quotation.
fn may_say_more(rule: Rule) -> bool {
    !matches!(rule, Rule::QuoteSourceCue | Rule::QuoteCueSource | Rule::Signature)
}

/// Adds what the sentence reports besides its quotations.
pub(super) fn attribute(scene: &Scene<'_, '_, '_>, drafts: &mut Drafts<'_>, choose: &mut impl Choose) {
    let paragraph = scene.paragraph;
    let first = drafts.len();
    let mut covered = scene.sentence.start;
    for cue in scene.cues {
        if let Some(end) = drafts.covered(paragraph.tokens(cue.head..cue.head + 1)) {
            covered = covered.max(paragraph.unit_of(end));
        } else if cue.head >= covered {
            let Some(draft) = report(scene, cue, choose) else { continue };
            let last = draft.content.last().map_or(0, |content| content.end);
            covered = covered.max(paragraph.unit_of(last));
            drafts.push(draft);
        }
    }
    drafts.drop_nested(first);
}

fn report(scene: &Scene<'_, '_, '_>, cue: &PossibleCue, choose: &mut impl Choose) -> Option<Draft> {
    let tokens = |units: &Range| scene.paragraph.tokens(units.clone());
    let about = tokens(&cue.group);
    let mut asking = Asking { about: about.clone(), choose };
    let reports = asking.ask(
        &CUE,
        2,
        &|answer| if answer == 0 { Description::NOTHING } else { cue::describe(scene, cue) },
        &|answer| Named { cue: (answer > 0).then(|| about.clone()), ..Named::default() },
    );
    if reports.answer == 0 {
        return None;
    }
    let sources = source::possible(scene, cue);
    let base = source::describe_cue(scene, cue);
    let whose = asking.ask(
        &SOURCE,
        sources.len() + 1,
        &|answer| match answer.checked_sub(1) {
            None => Description::NOTHING,
            Some(answer) => source::describe(scene, cue, &sources[answer], &base),
        },
        &|answer| Named {
            cue: Some(about.clone()),
            source: answer.checked_sub(1).map(|answer| tokens(&sources[answer].range)),
            content: None,
        },
    );
    let source = whose.answer.checked_sub(1).map(|chosen| sources[chosen].range.clone());
    let (content, rule) = content::find(scene, cue, source.as_ref(), &[], &mut asking);
    let mut draft = Draft {
        rule,
        cue: Some(about),
        source: source.as_ref().map(tokens),
        content: Vec::new(),
        quotes: Vec::new(),
        confidence: reports.confidence * whose.confidence,
    };
    for part in content.iter().flatten() {
        draft.add_content(tokens(part));
    }
    (!draft.content.is_empty()).then_some(draft)
}
