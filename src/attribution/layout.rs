//! Lays a paragraph out in sentences that go on over the quotations in them.

use super::clause;
use super::paragraph::Paragraph;
use crate::lexicon::{Classes, Words};
use crate::tokenizer::{closes_sentence, Range, TokenKind};

/// A longer sentence is read in parts, so that what is done for each quotation in it stays bounded.
const LONGEST_SENTENCE: usize = 200;

/// Lays these words out, among which stand these pieces of quotations.
pub(super) fn lay_out(paragraph: &mut Paragraph<'_, '_>, words: &Words<'_, '_>, pieces: Range) {
    paragraph.read(words, pieces);
    let mut found = std::mem::take(&mut paragraph.sentences);
    sentences(paragraph, &mut found);
    paragraph.sentences = found;
}

/// What a sentence may end with.
const CLOSERS: Classes = Classes::STOP.or(Classes::POINTED).or(Classes::QUOTATION);

fn sentences(paragraph: &Paragraph<'_, '_>, sentences: &mut Vec<Range>) {
    sentences.clear();
    let mut start = 0;
    for at in 0..paragraph.len() {
        let ends = paragraph.is(at, CLOSERS)
            && match paragraph.token(at) {
                Some(token) => {
                    closes_sentence(&paragraph.text.document, token) && starts_afresh(paragraph, at + 1)
                }
                None => closes_with_quotation(paragraph, at),
            };
        if ends || at - start >= LONGEST_SENTENCE {
            sentences.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < paragraph.len() {
        sentences.push(start..paragraph.len());
    }
}

fn starts_afresh(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    let Some(token) = paragraph.token(at) else { return true };
    match paragraph.text.kind(token) {
        Some(TokenKind::Word) => paragraph.text.is_capitalised(token),
        Some(TokenKind::Punctuation) => {
            matches!(paragraph.text.text_of(token), "(" | "[" | "—" | "–" | "-")
        }
        _ => true,
    }
}

/// Whether the quotation at this unit ends its sentence: its last words do, and no "she asked" follows.
fn closes_with_quotation(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    let Some(last) = paragraph.last_quoted(at) else { return false };
    closes_sentence(&paragraph.text.document, last)
        && starts_afresh(paragraph, at + 1)
        && !clause::tag_follows(paragraph, at + 1, paragraph.text.text_of(last) == ".")
}
