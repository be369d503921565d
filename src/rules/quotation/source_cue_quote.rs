//! Smith said: “Q.” Smith told Lee that … “Q”. “Q,” Smith said, “Q.”

use crate::language::Classes;
use crate::reading::clause;
use crate::reading::verbs::Cue;
use crate::rules::link::Link;
use crate::rules::Scene;

/// How many cues before a quotation are looked at: the nearest.
const CUES: usize = 4;

pub(crate) fn propose(scene: &Scene<'_, '_, '_>, quote: usize, links: &mut Vec<Link>) {
    for cue in before(scene.cues, quote) {
        if let Some(draft) = scene.story.attribution_of_cue(scene.paragraph, cue) {
            links.push(Link::Continues { draft, cue: Some(cue.group.clone()) });
        } else {
            links.extend(link(scene, cue, quote));
        }
    }
}

/// A verb that is no cue by itself: Smith coined the phrase “Q”.
pub(crate) fn propose_verbs(scene: &Scene<'_, '_, '_>, quote: usize, links: &mut Vec<Link>) {
    for verb in before(scene.verbs, quote) {
        links.extend(link(scene, verb, quote));
    }
}

/// Asked about it, said Smith, “Q.”
pub(crate) fn propose_inverted(scene: &Scene<'_, '_, '_>, quote: usize, links: &mut Vec<Link>) {
    for cue in before(scene.cues, quote) {
        let Some(source) = clause::inverted_subject(scene.paragraph, scene.sentence, cue.head + 1) else {
            continue;
        };
        let set_off =
            scene.paragraph.is(source.end, Classes::COMMA.or(Classes::COLON)) || source.end == quote;
        if set_off && source.end <= quote && cue.head > scene.sentence.start {
            links.push(Link::Cued { cue: cue.group.clone(), source });
        }
    }
}

fn before(cues: &[Cue], quote: usize) -> impl Iterator<Item = &Cue> {
    let end = cues.partition_point(|cue| cue.head < quote);
    cues[end.saturating_sub(CUES)..end].iter().rev()
}

fn link(scene: &Scene<'_, '_, '_>, cue: &Cue, quote: usize) -> Option<Link> {
    let source = clause::subject(scene.paragraph, scene.sentence, cue)?;
    if source.contains(&quote) {
        return None;
    }
    let colon = usize::from(scene.paragraph.is(cue.group.end, Classes::COLON));
    Some(Link::Cued { cue: cue.group.start..cue.group.end + colon, source })
}
