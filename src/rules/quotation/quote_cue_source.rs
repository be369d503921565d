//! “Q,” said Hugh Hill, a doctor.

use crate::reading::clause;
use crate::reading::verbs::Form;
use crate::rules::link::Link;
use crate::rules::{after_quote, Scene};

pub(crate) fn propose(scene: &Scene<'_, '_, '_>, quote: usize, links: &mut Vec<Link>) {
    links.extend(find(scene, quote));
}

fn find(scene: &Scene<'_, '_, '_>, quote: usize) -> Option<Link> {
    let paragraph = scene.paragraph;
    if !paragraph.leads_on(quote) {
        return None;
    }
    let from = after_quote(scene, quote);
    let cue = scene.cues.iter().chain(scene.verbs).find(|cue| cue.group.start == from)?;
    if cue.form != Form::Finite {
        return None;
    }
    let source = clause::inverted_subject(paragraph, scene.sentence, cue.head + 1)?;
    Some(Link::Cued { cue: cue.group.clone(), source })
}
