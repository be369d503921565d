//! “Q,” according to Smith. According to Smith, … “Q”.

use crate::language::Phrase;
use crate::reading::clause;
use crate::reading::paragraph::Paragraph;
use crate::rules::link::Link;
use crate::rules::{after_quote, Scene};
use crate::tokenizer::Range;

pub(crate) fn propose(scene: &Scene<'_, '_, '_>, quote: usize, links: &mut Vec<Link>) {
    links.extend(find_beside(scene, quote).or_else(|| scene.according.cloned()));
}

/// Right behind the quotation.
fn find_beside(scene: &Scene<'_, '_, '_>, quote: usize) -> Option<Link> {
    let from = after_quote(scene, quote);
    let has_cue_before = scene.cues.iter().any(|cue| cue.head < quote);
    if has_cue_before {
        return None;
    }
    link(scene.paragraph, scene.sentence, from)
}

/// The first one anywhere in a sentence.
pub(crate) fn in_sentence(paragraph: &Paragraph<'_, '_>, sentence: &Range) -> Option<Link> {
    sentence.clone().find_map(|unit| link(paragraph, sentence, unit))
}

fn link(paragraph: &Paragraph<'_, '_>, sentence: &Range, unit: usize) -> Option<Link> {
    let cue = cue(paragraph, unit).filter(|cue| cue.end <= sentence.end)?;
    let source = clause::inverted_subject(paragraph, sentence, cue.end)?;
    Some(Link::Cued { cue, source })
}

fn cue(paragraph: &Paragraph<'_, '_>, unit: usize) -> Option<Range> {
    paragraph.phrase_at(Phrase::Source, unit).map(|length| unit..unit + length)
}
