//! A quotation that goes on without a cue of its own: Smith said so. “Q.”

use super::Scene;
use crate::attribution::link::Link;

pub(super) fn propose(scene: &Scene<'_, '_, '_>, _quote: usize, links: &mut Vec<Link>) {
    links.extend(scene.story.running().map(|draft| Link::Continues { draft, cue: None }));
}
