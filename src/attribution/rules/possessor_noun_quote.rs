//! Smith's claim that … “Q”. His answer was “Q.”

use super::Scene;
use crate::attribution::link::Link;
use crate::lexicon::Classes;
use crate::tokenizer::Range;

/// How many words may stand between the possessor and the noun: "Smith's latest, boldest claim".
const ADJECTIVES: usize = 3;

pub(super) fn propose(scene: &Scene<'_, '_, '_>, quote: usize, links: &mut Vec<Link>) {
    let nouns =
        (scene.sentence.start..quote).rev().filter(|&unit| scene.paragraph.is(unit, Classes::SPEECH_NOUN));
    for noun in nouns.take(2) {
        if let Some(source) = possessor(scene, noun) {
            links.push(Link::Cued { cue: noun..noun + 1, source, clause: None });
        }
    }
}

/// "Donald Trump's", "his": whose claim the noun at this unit is.
fn possessor(scene: &Scene<'_, '_, '_>, noun: usize) -> Option<Range> {
    let paragraph = scene.paragraph;
    let low = scene.sentence.start.max(noun.saturating_sub(ADJECTIVES + 1));
    let owner =
        (low..noun).rev().find(|&unit| paragraph.is(unit, Classes::POSSESSIVE.or(Classes::CLITIC)))?;
    if paragraph.is(owner, Classes::POSSESSIVE) {
        return Some(owner..owner + 1);
    }
    let mut start = owner;
    let not_of_name =
        Classes::CONJUNCTION.or(Classes::PREPOSITION).or(Classes::SUBORDINATOR).or(Classes::ADVERB);
    while start > scene.sentence.start
        && paragraph.is_capitalised(start - 1)
        && !paragraph.is(start - 1, not_of_name)
    {
        start -= 1;
    }
    (start < owner).then_some(start..owner + 1)
}
