//! “Q.” — Smith

use super::{Link, Scene};

/// The longest signature, in words.
const LONGEST: usize = 12;

pub(super) fn find(scene: &Scene<'_, '_, '_>, quote: usize) -> Option<Link> {
    let paragraph = scene.paragraph;
    let dash = quote + 1;
    if !matches!(paragraph.word(dash), "—" | "–" | "-" | "--" | "―") || !scene.cues.is_empty() {
        return None;
    }
    let end = (dash + 1..paragraph.units.len()).find(|&unit| !paragraph.is_word(unit)).unwrap_or(paragraph.units.len());
    let source = dash + 1..end;
    let signs = paragraph.is_capitalised(source.start) && (1..=LONGEST).contains(&source.len()) && end + 1 >= scene.sentence.end;
    signs.then_some(Link::Cued { cue: dash..dash + 1, source, clause: None })
}
