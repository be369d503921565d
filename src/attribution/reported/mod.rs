//! Reported speech: what a sentence says that somebody says, in whatever words.
//!
//! Four decisions a possible cue, each a choice among few candidates: whether it reports at all, whose
//! words, on which side of it they stand, and where they begin and end.

mod content;
mod cue;
mod source;

use super::draft::{Draft, Drafts};
use super::link::Named;
use super::model::{Description, Schema};
use super::paragraph::Paragraph;
use super::{Choose, Question};
use crate::tokenizer::Range;
use cue::{PossibleCue, CUE};
use source::SOURCE;

/// A sentence and what is asked about it.
struct Scene<'s, 'p, 't> {
    paragraph: &'s Paragraph<'p, 't>,
    sentence: &'s Range,
    cues: &'s [PossibleCue],
}

/// Adds what the sentence reports besides its quotations.
pub(super) fn attribute(
    paragraph: &Paragraph<'_, '_>,
    sentence: &Range,
    drafts: &mut Drafts<'_>,
    choose: &mut impl Choose,
) {
    let cues = cue::possible(paragraph, sentence);
    let scene = Scene { paragraph, sentence, cues: &cues };
    let first = drafts.len();
    let mut covered = sentence.start;
    for cue in &cues {
        if let Some(end) = drafts.covered(paragraph.tokens(cue.head..cue.head + 1)) {
            covered = covered.max(paragraph.unit_of(end));
            continue;
        }
        if cue.head < covered {
            continue;
        }
        let Some(draft) = report(&scene, cue, choose) else { continue };
        let last = draft.content.last().map_or(0, |content| content.end);
        covered = covered.max(paragraph.unit_of(last));
        drafts.push(draft);
    }
    drafts.drop_nested(first);
}

fn report(scene: &Scene<'_, '_, '_>, cue: &PossibleCue, choose: &mut impl Choose) -> Option<Draft> {
    let tokens = |units: &Range| scene.paragraph.tokens(units.clone());
    let about = tokens(&cue.group);
    let mut ask = |schema: &'static Schema, answers: &[Named], descriptions: &[Description]| {
        choose(&Question { schema, about: about.clone(), answers, descriptions })
    };
    let cued = Named { cue: Some(about.clone()), ..Named::default() };
    let (is_cue, confidence) =
        ask(&CUE, &[Named::default(), cued.clone()], &[Description::NOTHING, cue::describe(scene, cue)]);
    if is_cue == 0 {
        return None;
    }
    let sources = source::possible(scene, cue);
    let descriptions: Vec<Description> = std::iter::once(Description::NOTHING)
        .chain(sources.iter().map(|source| source::describe(scene, cue, source)))
        .collect();
    let named = sources.iter().map(|source| Named { source: Some(tokens(&source.range)), ..cued.clone() });
    let answers: Vec<Named> = std::iter::once(cued.clone()).chain(named).collect();
    let (chosen, certainty) = ask(&SOURCE, &answers, &descriptions);
    let source = chosen.checked_sub(1).map(|chosen| sources[chosen].range.clone());
    let (content, rule) = content::find(scene, cue, source.as_ref(), &mut ask)?;
    let mut draft = Draft {
        rule,
        cue: Some(about),
        source: source.as_ref().map(tokens),
        content: Vec::new(),
        quotes: Vec::new(),
        confidence: confidence * certainty,
    };
    for part in &content {
        draft.add_content(tokens(part));
    }
    (!draft.content.is_empty()).then_some(draft)
}
