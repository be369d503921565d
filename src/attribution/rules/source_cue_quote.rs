//! Smith said: “Q.” Smith told Lee that … “Q”. “Q,” Smith said, “Q.”

use super::{Link, Scene};
use crate::attribution::cues::Cue;
use crate::attribution::{clause, content};

pub(super) fn find(scene: &Scene<'_, '_, '_>, quote: usize) -> Option<Link> {
    let cue = nearest(scene, quote)?;
    if let Some(earlier) = scene.story.attribution_of_cue(scene.paragraph, cue) {
        return goes_on(scene, quote, cue).then_some(Link::Continues(earlier));
    }
    let source = clause::subject(scene.paragraph, scene.sentence, cue)?;
    let clause = content::after_cue(scene.paragraph, scene.sentence, scene.cues, cue, quote);
    Some(Link::Cued { cue: cue.group.clone(), source, clause: Some(clause) })
}

/// Asked about it, said Smith, “Q.”
pub(super) fn find_inverted(scene: &Scene<'_, '_, '_>, quote: usize) -> Option<Link> {
    let cue = nearest(scene, quote)?;
    if scene.story.attribution_of_cue(scene.paragraph, cue).is_some() {
        return None;
    }
    let source = clause::inverted_subject(scene.paragraph, scene.sentence, cue.head + 1)?;
    (source.end <= quote).then(|| Link::Cued { cue: cue.group.clone(), source, clause: None })
}

fn nearest<'s>(scene: &Scene<'s, '_, '_>, quote: usize) -> Option<&'s Cue> {
    scene.cues.iter().rev().find(|cue| cue.head < quote)
}

/// Whether a quotation goes on with what a cue already reports: after a cue in mid-quotation, behind
/// a comma; after a cue before them both, anywhere.
fn goes_on(scene: &Scene<'_, '_, '_>, quote: usize, cue: &Cue) -> bool {
    let paragraph = scene.paragraph;
    let cue_came_first = !(scene.sentence.start..cue.head).any(|unit| paragraph.is_quote(unit));
    let behind_comma = quote > 0 && matches!(paragraph.word(quote - 1), "," | ":" | "—" | "–" | "--" | "and" | "but" | ";" | "that");
    cue_came_first || behind_comma || scene.cues.iter().any(|cue| cue.head < quote && !paragraph.is_word(quote - 1))
}
