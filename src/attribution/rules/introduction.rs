//! The sentence before tells who speaks: Smith took the floor next. “Q.”

use super::{Link, Scene};
use crate::attribution::clause;
use crate::attribution::cues::{self, Cue, Form};
use crate::attribution::paragraph::Paragraph;
use crate::tokenizer::Range;

pub(super) fn propose(scene: &Scene<'_, '_, '_>, quote: usize, links: &mut Vec<Link>) {
    links.extend(find(scene, quote));
}

fn find(scene: &Scene<'_, '_, '_>, quote: usize) -> Option<Link> {
    let alone = scene.sentence.clone().all(|unit| unit == quote || !scene.paragraph.is_word(unit));
    if !alone {
        return None;
    }
    if scene.sentence.start > 0 {
        let before =
            scene.paragraph.sentences.iter().rev().find(|sentence| sentence.end <= scene.sentence.start)?;
        return introduced(scene.paragraph, before);
    }
    let tokens = scene.story.paragraph_before()?;
    let paragraph = Paragraph::new(scene.paragraph.text, scene.paragraph.quotes, tokens, 0..0);
    introduced(&paragraph, paragraph.sentences.last()?)
}

/// The subject of a sentence that announces words: one with a cue, or one that ends in a colon.
fn introduced(paragraph: &Paragraph<'_, '_>, sentence: &Range) -> Option<Link> {
    let colon = paragraph.word(sentence.end - 1) == ":";
    let cue = cues::cues(paragraph, sentence.clone())
        .into_iter()
        .rfind(|cue| colon || cues::is_speech(paragraph, cue.head));
    let (source, cue) = match cue {
        Some(cue) => (clause::subject(paragraph, sentence, &cue)?, Some(cue.group)),
        None if colon => {
            let end = sentence.end - 1;
            let whole = Cue { head: end, group: end..end, form: Form::Infinitive };
            (clause::subject(paragraph, sentence, &whole)?, Some(end..end + 1))
        }
        None => return None,
    };
    Some(Link::Sourced { cue: cue.map(|cue| paragraph.tokens(cue)), source: paragraph.tokens(source) })
}
