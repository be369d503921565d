//! A quotation that goes on without a cue of its own: Smith said so. “Q.”

use crate::rules::link::Link;
use crate::rules::Scene;

pub(crate) fn propose(scene: &Scene<'_, '_, '_>, _quote: usize, links: &mut Vec<Link>) {
    links.extend(scene.story.running().map(|draft| Link::Continues { draft, cue: None }));
}
