//! The “Q” … would fail, she said.

use crate::reading::clause;
use crate::reading::verbs as cues;
use crate::reading::verbs::Form;
use crate::rules::link::Link;
use crate::rules::Scene;

pub(crate) fn propose(scene: &Scene<'_, '_, '_>, quote: usize, links: &mut Vec<Link>) {
    links.extend(find(scene, quote));
}

fn find(scene: &Scene<'_, '_, '_>, quote: usize) -> Option<Link> {
    let paragraph = scene.paragraph;
    let cue = scene.cues.iter().find(|cue| cue.head > quote && cues::is_speech(paragraph, cue.head))?;
    if cue.form != Form::Finite {
        return None;
    }
    let before = clause::subject(paragraph, scene.sentence, cue).filter(|source| source.start > quote + 1);
    let source = match before {
        Some(source) if paragraph.is_comma(source.start - 1) => source,
        _ if paragraph.is_comma(cue.group.start.checked_sub(1)?) => {
            clause::inverted_subject(paragraph, scene.sentence, cue.head + 1)?
        }
        _ => return None,
    };
    Some(Link::Cued { cue: cue.group.clone(), source })
}
