//! The sentence before tells who speaks: Smith took the floor next. “Q.”

use crate::language::Classes;
use crate::reading::clause;
use crate::reading::paragraph::{Paragraph, Units};
use crate::reading::sentences::lay_out;
use crate::reading::verbs as cues;
use crate::rules::link::Link;
use crate::rules::Scene;
use crate::tokenizer::Range;
use crate::words::Words;

pub(crate) fn propose(scene: &Scene<'_, '_, '_>, quote: usize, links: &mut Vec<Link>) {
    links.extend(find(scene, quote));
}

fn find(scene: &Scene<'_, '_, '_>, quote: usize) -> Option<Link> {
    if quote != scene.sentence.start || scene.company.has_words {
        return None;
    }
    if let Some(before) = scene.number.checked_sub(1) {
        return introduced(scene.paragraph, &scene.paragraph.sentences[before]);
    }
    let earlier = scene.story.paragraph_before()?;
    let (text, quotes) = (scene.paragraph.text, scene.paragraph.quotes);
    let mut classes = Vec::new();
    let mut words = Words::new(text, &mut classes);
    words.read(earlier.tokens.clone());
    let mut paragraph = Paragraph::new(text, quotes, Units::default());
    lay_out(&mut paragraph, &words, earlier.pieces.clone());
    introduced(&paragraph, paragraph.sentences.last()?)
}

/// The subject of a sentence before a quotation, with its cue or colon where there is one.
fn introduced(paragraph: &Paragraph<'_, '_>, sentence: &Range) -> Option<Link> {
    let colon = paragraph.is(sentence.end - 1, Classes::COLON);
    let cue = cues::cues(paragraph, sentence).rfind(|cue| colon || cues::is_speech(paragraph, cue.head));
    let (source, cue) = match cue {
        Some(cue) => (clause::subject(paragraph, sentence, &cue)?, Some(cue.group)),
        None => {
            let end = sentence.end - 1;
            (clause::first_subject(paragraph, &(sentence.start..end))?, colon.then_some(end..end + 1))
        }
    };
    Some(Link::Sourced { cue: cue.map(|cue| paragraph.tokens(cue)), source: paragraph.tokens(source) })
}
