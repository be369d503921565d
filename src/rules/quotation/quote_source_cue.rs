//! “Q,” she said. “Q,” Smith, a doctor, said.

use crate::language::Classes;
use crate::reading::clause;
use crate::reading::verbs::{Cue, Form};
use crate::rules::link::Link;
use crate::rules::{after_quote, Scene};

/// What may stand between a quotation and the source behind it.
const PASSED_OVER: Classes = Classes::ADVERB.or(Classes::CONJUNCTION).or(Classes::CALENDAR);

pub(crate) fn propose(scene: &Scene<'_, '_, '_>, quote: usize, links: &mut Vec<Link>) {
    let first =
        |cues: &[Cue]| cues.iter().find(|cue| cue.head > quote).and_then(|cue| link(scene, quote, cue));
    links.extend(first(scene.cues));
    links.extend(first(scene.verbs));
}

fn link(scene: &Scene<'_, '_, '_>, quote: usize, cue: &Cue) -> Option<Link> {
    let paragraph = scene.paragraph;
    let passes_quotation = (quote + 1..cue.head).any(|unit| paragraph.is_quote(unit));
    if cue.form != Form::Finite || passes_quotation || !paragraph.leads_on(quote) {
        return None;
    }
    let source = clause::subject(paragraph, scene.sentence, cue)?;
    let from = after_quote(scene, quote);
    let adjacent = source.start >= from && (from..source.start).all(|unit| paragraph.is(unit, PASSED_OVER));
    (adjacent && source.end <= cue.group.start).then(|| Link::Cued { cue: cue.group.clone(), source })
}
