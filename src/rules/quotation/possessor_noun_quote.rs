//! Smith's claim that … “Q”. His answer was “Q.”

use crate::language::Classes;
use crate::reading::clause;
use crate::rules::link::Link;
use crate::rules::Scene;

pub(crate) fn propose(scene: &Scene<'_, '_, '_>, quote: usize, links: &mut Vec<Link>) {
    let nouns =
        (scene.sentence.start..quote).rev().filter(|&unit| scene.paragraph.is(unit, Classes::SPEECH_NOUN));
    for noun in nouns.take(2) {
        if let Some(source) = clause::possessor(scene.paragraph, scene.sentence, noun) {
            links.push(Link::Cued { cue: noun..noun + 1, source });
        }
    }
}
