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
use crate::analysis::Rule;
pub(super) use cue::possible as possible_cues;
use cue::{PossibleCue, CUE};
use source::SOURCE;

/// A sentence and what is asked about it.
struct Scene<'s, 'p, 't> {
    paragraph: &'s Paragraph<'p, 't>,
    sentence: &'s Range,
    cues: &'s [PossibleCue],
}

/// Adds the words around the quotations of a sentence to what their cues report: "that it was “vile”".
pub(super) fn complete(
    paragraph: &Paragraph<'_, '_>,
    sentence: &Range,
    cues: &[PossibleCue],
    drafts: &mut Drafts<'_>,
    choose: &mut impl Choose,
) {
    let scene = Scene { paragraph, sentence, cues };
    for cue in cues {
        let about = paragraph.tokens(cue.group.clone());
        let Some(draft) = drafts.of_cue(&about).filter(|draft| may_say_more(draft.rule)) else { continue };
        let Some(source) = draft.source.clone().filter(|source| paragraph.holds(source)) else { continue };
        let source = paragraph.unit_of(source.start)..paragraph.unit_of(source.end);
        let quoted = sentence.clone().filter(|&unit| {
            paragraph.quoted(unit).is_some_and(|quoted| draft.content.iter().any(|part| part.contains(&quoted.start)))
        });
        let quoted: Vec<usize> = quoted.collect();
        let mut ask = |schema: &'static Schema, answers: &[Named], descriptions: &[Description]| {
            choose(&Question { schema, about: about.clone(), answers, descriptions })
        };
        let found = content::find(&scene, cue, Some(&source), &quoted, &mut ask);
        for part in found.iter().flat_map(|(content, _)| content) {
            draft.add_content(paragraph.tokens(part.clone()));
        }
    }
}

/// Whether what a rule links may be more than the quotation.
fn may_say_more(rule: Rule) -> bool {
    !matches!(rule, Rule::QuoteSourceCue | Rule::QuoteCueSource | Rule::Signature)
}

/// Adds what the sentence reports besides its quotations.
pub(super) fn attribute(
    paragraph: &Paragraph<'_, '_>,
    sentence: &Range,
    cues: &[PossibleCue],
    drafts: &mut Drafts<'_>,
    choose: &mut impl Choose,
) {
    let scene = Scene { paragraph, sentence, cues };
    let first = drafts.len();
    let mut covered = sentence.start;
    for cue in cues {
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
    let (content, rule) = content::find(scene, cue, source.as_ref(), &[], &mut ask)?;
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
