//! Lays a paragraph out in sentences that go on over the quotations in them.

use crate::language::Classes;
use crate::reading::clause;
use crate::reading::paragraph::Paragraph;
use crate::tokenizer::{closes_sentence, Range, TokenKind};
use crate::words::{Shape, Words};

/// A longer sentence is read in parts, so that what is done for each quotation in it stays bounded.
const LONGEST_SENTENCE: usize = 200;

/// Lays these words out, among which stand these pieces of quotations.
pub(crate) fn lay_out(paragraph: &mut Paragraph<'_, '_>, words: &Words<'_, '_>, pieces: Range) {
    paragraph.read(words, pieces);
    let mut found = std::mem::take(&mut paragraph.sentences);
    sentences(paragraph, &mut found);
    paragraph.sentences = found;
}

/// What a sentence may end with.
const CLOSERS: Shape = Shape::POINTED.or(Shape::QUOTATION);

fn sentences(paragraph: &Paragraph<'_, '_>, sentences: &mut Vec<Range>) {
    sentences.clear();
    let dateline = dateline_end(paragraph);
    if dateline > 0 {
        sentences.push(0..dateline);
    }
    let mut start = dateline;
    for at in dateline..paragraph.len() {
        let ends = (paragraph.is(at, Classes::STOP) || paragraph.has(at, CLOSERS))
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

/// The longest line that tells where and when a report was written, in units.
const LONGEST_DATELINE: usize = 10;

/// "LIMA (AP) --", "New Delhi, Aug 14 (PTI)", "CAIRO —": where the line ends that tells where a report was written.
fn dateline_end(paragraph: &Paragraph<'_, '_>) -> usize {
    let of_line = |at: &usize| {
        let marks = Classes::COMMA.or(Classes::OPENING_BRACKET).or(Classes::CLOSING_BRACKET);
        paragraph.is_capitalised(*at) || paragraph.has(*at, Shape::NUMBER) || paragraph.is(*at, marks)
    };
    let end = (0..paragraph.len().min(LONGEST_DATELINE)).take_while(of_line).count();
    let is = |at: usize, of: Classes| paragraph.is(at, of);
    let in_capitals =
        |at: usize| paragraph.token(at).is_some_and(|token| paragraph.text.document.is_all_capitals(token));
    let dated = (0..end).any(|at| is(at, Classes::CALENDAR));
    let bracket =
        (3..end).find(|&at| is(at, Classes::CLOSING_BRACKET) && is(at - 2, Classes::OPENING_BRACKET));
    if let Some(bracket) = bracket {
        return match is(bracket + 1, Classes::DASH) {
            true if dated || in_capitals(0) => bracket + 2,
            false if dated && in_capitals(bracket - 1) => bracket + 1,
            _ => 0,
        };
    }
    let of_place = |at: usize| in_capitals(at) || !paragraph.is_word(at) || is(at, Classes::PLACE);
    let begins = paragraph.is_capitalised(end + 1) || paragraph.is_quote(end + 1);
    let is_place = in_capitals(0) && is(end, Classes::DASH) && begins && (0..end).all(of_place);
    if is_place {
        end + 1
    } else {
        0
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
