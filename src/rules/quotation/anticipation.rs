//! “Q.” “Q,” she said: a quotation that stands alone before another whose speaker is named.

use crate::reading::verbs as cues;
use crate::rules::link::Link;
use crate::rules::{propose_tags, Scene};

pub(crate) fn propose(scene: &Scene<'_, '_, '_>, _quote: usize, links: &mut Vec<Link>) {
    let paragraph = scene.paragraph;
    let number = scene.number + 1;
    let next = paragraph.sentences.get(number);
    let Some(next) = next.filter(|next| !scene.company.has_words && paragraph.is_quote(next.start)) else {
        return;
    };
    let cues: Vec<_> = cues::cues(paragraph, next).collect();
    let ahead = Scene { sentence: next, number, cues: &cues, verbs: &[], according: None, ..*scene };
    propose_tags(&ahead, next.start, links);
}
