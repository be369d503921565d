//! “Q.” — Smith

use crate::language::Classes;
use crate::rules::link::Link;
use crate::rules::Scene;

/// The longest signature, in words.
const LONGEST: usize = 12;

pub(crate) fn propose(scene: &Scene<'_, '_, '_>, quote: usize, links: &mut Vec<Link>) {
    links.extend(find(scene, quote).or_else(|| find_below(scene, quote)));
}

/// “Q.” and on a line of its own: — Smith
fn find_below(scene: &Scene<'_, '_, '_>, quote: usize) -> Option<Link> {
    let paragraph = scene.paragraph;
    if quote + 1 != paragraph.len() || !scene.cues.is_empty() {
        return None;
    }
    let text = paragraph.text;
    let line = text.document.paragraph_from(paragraph.tokens(quote..quote + 1).end)?;
    let dash = line.start;
    if !text.is(dash, Classes::DASH) {
        return None;
    }
    let end = (dash + 1..line.end).find(|&token| !text.is_word(token)).unwrap_or(line.end);
    let source = dash + 1..end;
    let signs = text.is_capitalised(source.start)
        && (1..=LONGEST).contains(&source.len())
        && line.len() <= 2 * LONGEST;
    signs.then_some(Link::Sourced { cue: Some(dash..dash + 1), source })
}

fn find(scene: &Scene<'_, '_, '_>, quote: usize) -> Option<Link> {
    let paragraph = scene.paragraph;
    let dash = quote + 1;
    if !paragraph.is(dash, Classes::DASH) || !scene.cues.is_empty() {
        return None;
    }
    let end = (dash + 1..paragraph.len()).find(|&unit| !paragraph.is_word(unit)).unwrap_or(paragraph.len());
    let source = dash + 1..end;
    let signs = paragraph.is_capitalised(source.start)
        && (1..=LONGEST).contains(&source.len())
        && end + 1 >= scene.sentence.end;
    signs.then_some(Link::Cued { cue: dash..dash + 1, source })
}
