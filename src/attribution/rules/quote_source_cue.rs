//! “Q,” she said. “Q,” Smith, a doctor, said.

use super::{after_quote, Link, Scene};
use crate::attribution::clause;
use crate::attribution::cues::{self, Form};
use crate::lexicon::Classes;

pub(super) fn propose(scene: &Scene<'_, '_, '_>, quote: usize, links: &mut Vec<Link>) {
    links.extend(find(scene, quote));
}

fn find(scene: &Scene<'_, '_, '_>, quote: usize) -> Option<Link> {
    let paragraph = scene.paragraph;
    if !paragraph.leads_on(quote) {
        return None;
    }
    let from = after_quote(scene, quote);
    let cue = scene.cues.iter().find(|cue| cue.head > quote)?;
    let spoken = cues::is_speech(paragraph, cue.head)
        || cue.head + 1 >= scene.sentence.end
        || !paragraph.is_word(cue.head + 1);
    if cue.form != Form::Finite || !spoken || (quote + 1..cue.head).any(|unit| paragraph.is_quote(unit)) {
        return None;
    }
    let source = clause::subject(paragraph, scene.sentence, cue)?;
    let skipped = (from..source.start)
        .all(|unit| paragraph.is(unit, Classes::ADVERB.or(Classes::CONJUNCTION).or(Classes::CALENDAR)));
    (source.start >= from && skipped && source.end <= cue.group.start).then(|| Link::Cued {
        cue: cue.group.clone(),
        source,
        clause: None,
    })
}
