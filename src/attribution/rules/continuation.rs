//! A quotation that goes on without a cue of its own: Smith said so. “Q.”

use super::{Link, Scene};

pub(super) fn find(scene: &Scene<'_, '_, '_>, quote: usize) -> Option<Link> {
    stands_alone(scene, quote).then(|| scene.story.running()).flatten().map(Link::Continues)
}

/// Whether the sentence is the quotation and nothing else.
fn stands_alone(scene: &Scene<'_, '_, '_>, quote: usize) -> bool {
    scene.sentence.clone().all(|unit| unit == quote || !scene.paragraph.is_word(unit))
}
