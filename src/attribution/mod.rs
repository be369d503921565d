//! Attribution: which quotation is linked to which cue and source.
//!
//! Paragraph by paragraph and sentence by sentence; within a sentence each quotation is offered to
//! the rules in the order of [`rules::RULES`], and the first that finds a link makes it.

mod clause;
mod content;
mod cues;
mod draft;
mod paragraph;
mod rules;
mod works;

pub(crate) use draft::Draft;

use crate::lexicon::Tagged;
use crate::quotes::Quotes;
use crate::tokenizer::Range;
use draft::Drafts;
use paragraph::Paragraph;
use rules::{Scene, RULES};

/// Links the quotations of a text. Linear in its length: a paragraph is read at most twice.
pub(crate) fn attribute(text: &Tagged<'_>, quotes: &Quotes) -> Vec<Draft> {
    let mut drafts = Drafts::new(quotes);
    let mut piece = 0;
    for at in 0..text.document.paragraph_count() {
        let tokens = text.document.paragraph(at);
        let first = piece;
        while quotes.pieces.get(piece).is_some_and(|piece| piece.tokens.start < tokens.end) {
            piece += 1;
        }
        if first == piece {
            drafts.pass_paragraph(tokens);
            continue;
        }
        let paragraph = Paragraph::new(text, quotes, tokens.clone(), first..piece);
        drafts.begin_paragraph();
        for sentence in &paragraph.sentences {
            attribute_sentence(&paragraph, sentence.clone(), &mut drafts);
        }
        drafts.end_paragraph(&paragraph, tokens);
    }
    drafts.finish()
}

fn attribute_sentence(paragraph: &Paragraph<'_, '_>, sentence: Range, drafts: &mut Drafts<'_>) {
    let quoted: Vec<usize> = sentence.clone().filter(|&unit| paragraph.is_quote(unit)).collect();
    if quoted.is_empty() {
        drafts.pass_sentence();
        return;
    }
    let cues = cues::cues(paragraph, sentence.clone());
    for unit in quoted {
        if drafts.continues_quotation(paragraph, unit) {
            continue;
        }
        if works::is_title(paragraph, unit) {
            continue;
        }
        let scene = Scene { paragraph, sentence: &sentence, cues: &cues, story: drafts.story() };
        let link = RULES.iter().find_map(|(rule, find)| find(&scene, unit).map(|link| (*rule, link)));
        match link {
            Some((rule, link)) => drafts.add(paragraph, unit, rule, link),
            None => drafts.leave(unit),
        }
    }
    drafts.pass_sentence();
}
