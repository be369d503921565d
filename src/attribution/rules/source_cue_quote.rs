//! Smith said: “Q.” Smith told Lee that … “Q”. “Q,” Smith said, “Q.”

use super::{Link, Scene};
use crate::attribution::cues::{Cue, Form};
use crate::attribution::{clause, content};
use crate::lexicon::Classes;

pub(super) fn find(scene: &Scene<'_, '_, '_>, quote: usize) -> Option<Link> {
    let cue = governing(scene, quote)?;
    if let Some(earlier) = scene.story.attribution_of_cue(scene.paragraph, cue) {
        return goes_on(scene, quote, cue).then_some(Link::Continues(earlier));
    }
    let source = clause::subject(scene.paragraph, scene.sentence, cue)?;
    let clause = content::after_cue(scene.paragraph, scene.sentence, scene.cues, cue, quote);
    let colon = usize::from(scene.paragraph.word(cue.group.end) == ":");
    Some(Link::Cued { cue: cue.group.start..cue.group.end + colon, source, clause: Some(clause) })
}

/// Asked about it, said Smith, “Q.”
pub(super) fn find_inverted(scene: &Scene<'_, '_, '_>, quote: usize) -> Option<Link> {
    let cue = governing(scene, quote)?;
    if scene.story.attribution_of_cue(scene.paragraph, cue).is_some() {
        return None;
    }
    let source = clause::inverted_subject(scene.paragraph, scene.sentence, cue.head + 1)?;
    let set_off = scene.paragraph.is_comma(source.end)
        || scene.paragraph.word(source.end) == ":"
        || source.end == quote;
    (set_off && source.end <= quote && cue.head > scene.sentence.start).then(|| Link::Cued {
        cue: cue.group.clone(),
        source,
        clause: None,
    })
}

/// The cue whose content the quotation stands in: the nearest one before it, or rather the outermost
/// of those that report one another ("said that Beijing supports “Q”").
fn governing<'s>(scene: &Scene<'s, '_, '_>, quote: usize) -> Option<&'s Cue> {
    let before = scene.cues.partition_point(|cue| cue.head < quote);
    let (nearest, outer) = scene.cues[..before].split_last()?;
    let mut chosen = nearest;
    for cue in outer.iter().rev() {
        if (cue.head..chosen.head).any(|unit| scene.paragraph.is_quote(unit)) {
            break;
        }
        if reports(scene, cue, chosen) {
            chosen = cue;
        }
    }
    Some(chosen)
}

/// Whether the words of one cue hold the other: its subject stands behind the first, in the same clause.
fn reports(scene: &Scene<'_, '_, '_>, outer: &Cue, inner: &Cue) -> bool {
    let paragraph = scene.paragraph;
    if !paragraph.is(outer.head, Classes::SPEECH) || outer.form == Form::Passive {
        return false;
    }
    if clause::subject(paragraph, scene.sentence, outer).is_none() {
        return false;
    }
    match clause::subject(paragraph, scene.sentence, inner) {
        None => true,
        Some(subject) if subject.start <= outer.head => false,
        Some(subject) => {
            let that = paragraph.is(outer.head + 1, Classes::THAT);
            that || !(outer.head..subject.start).any(|unit| paragraph.is_comma(unit))
        }
    }
}

/// Whether a quotation goes on with what a cue already reports: after a cue in mid-quotation, behind
/// a comma; after a cue before them both, anywhere.
fn goes_on(scene: &Scene<'_, '_, '_>, quote: usize, cue: &Cue) -> bool {
    let paragraph = scene.paragraph;
    let cue_came_first = !(scene.sentence.start..cue.head).any(|unit| paragraph.is_quote(unit));
    let behind_comma = quote > 0
        && matches!(paragraph.word(quote - 1), "," | ":" | "—" | "–" | "--" | "and" | "but" | ";" | "that");
    cue_came_first
        || behind_comma
        || scene.cues.iter().any(|cue| cue.head < quote && !paragraph.is_word(quote - 1))
}
