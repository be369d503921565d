//! “Q.” “Q,” she said: a quotation that stands alone before another whose speaker is named.

use super::{propose_tags, Scene};
use crate::attribution::cues;
use crate::attribution::link::Link;

pub(super) fn propose(scene: &Scene<'_, '_, '_>, quote: usize, links: &mut Vec<Link>) {
    let paragraph = scene.paragraph;
    let next = paragraph.sentence_from(scene.sentence.end);
    let Some(next) = next.filter(|next| scene.stands_alone(quote) && paragraph.is_quote(next.start)) else {
        return;
    };
    let cues = cues::cues(paragraph, next.clone());
    let ahead = Scene { paragraph, sentence: next, cues: &cues, verbs: &[], story: scene.story };
    propose_tags(&ahead, next.start, links);
}
