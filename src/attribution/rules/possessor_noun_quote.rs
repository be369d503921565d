//! Smith's claim that … “Q”. His answer was “Q.”

use super::Scene;
use crate::attribution::clause;
use crate::attribution::link::Link;
use crate::lexicon::Classes;

pub(super) fn propose(scene: &Scene<'_, '_, '_>, quote: usize, links: &mut Vec<Link>) {
    let nouns =
        (scene.sentence.start..quote).rev().filter(|&unit| scene.paragraph.is(unit, Classes::SPEECH_NOUN));
    for noun in nouns.take(2) {
        if let Some(source) = clause::possessor(scene.paragraph, scene.sentence, noun) {
            links.push(Link::Cued { cue: noun..noun + 1, source });
        }
    }
}
