//! Splits a paragraph into sentences that go on over the quotations in them.

use crate::language::Classes;
use crate::layout;
use crate::reading::paragraph::Paragraph;
use crate::reading::sentence::Sentence;
use crate::text::index::{UnitIdx, UnitRange};
use crate::tokenizer::TokenKind;
use crate::words::{Shape, View, Words};

/// A longer sentence is cut, so that the work for each quotation in it stays bounded. In units.
const LONGEST_SENTENCE: usize = 200;

/// What a sentence may end with, besides a sentence-final mark.
const CLOSERS: Shape = Shape::POINTED.or(Shape::QUOTATION);

/// Fills a list with the sentences of a paragraph. A dateline is one by itself.
pub(super) fn split(paragraph: &Paragraph<'_>, words: &Words<'_, '_>, sentences: &mut Vec<UnitRange>) {
    sentences.clear();
    let all = paragraph.units();
    let mut start = end_of_dateline(paragraph, words);
    if start > all.start {
        sentences.push(all.start.to(start));
    }
    while start < all.end {
        let longest = start.to(all.end.min(start + LONGEST_SENTENCE + 1));
        let may_end = |view: View| view.is(Classes::STOP) | view.has(CLOSERS);
        let end = paragraph.those(longest, may_end).find(|&at| ends_sentence(paragraph, at));
        let sentence = start.to(end.or(longest.last()).map_or(all.end, |last| last + 1));
        sentences.push(sentence);
        start = sentence.end;
    }
}

/// The unit after the dateline: "LIMA (AP) --".
fn end_of_dateline(paragraph: &Paragraph<'_>, words: &Words<'_, '_>) -> UnitIdx {
    let start = paragraph.units().start;
    let begins_quotation = |token| paragraph.is_quotation(paragraph.unit_of(token, start));
    let dateline = layout::dateline(paragraph.document, words.tokens(), begins_quotation);
    match dateline.is_empty() {
        true => start,
        false => paragraph.unit_of(dateline.end, start),
    }
}

/// Whether a sentence ends with this unit, which is a sentence-final mark or one of the [`CLOSERS`].
fn ends_sentence(paragraph: &Paragraph<'_>, at: UnitIdx) -> bool {
    match paragraph.token(at) {
        Some(token) => paragraph.document.closes_sentence(token) && may_begin_sentence(paragraph, at + 1),
        None => closes_with_quotation(paragraph, at),
    }
}

fn may_begin_sentence(paragraph: &Paragraph<'_>, at: UnitIdx) -> bool {
    let Some(token) = paragraph.token(at) else { return true };
    match paragraph.document.kind(token) {
        Some(TokenKind::Word) => paragraph.is_capitalised(at),
        Some(TokenKind::Punctuation) => {
            // "--" interrupts a sentence, and "―" opens the signature of one.
            let is_dash = paragraph.is(at, Classes::DASH) && !paragraph.is(at, Classes::QUOTATION_DASH);
            paragraph.is(at, Classes::OPENING_BRACKET) || is_dash && paragraph.word(at).chars().count() == 1
        }
        _ => true,
    }
}

/// Whether the quotation at this unit ends its sentence: its last words do, and no "she asked" follows.
fn closes_with_quotation(paragraph: &Paragraph<'_>, at: UnitIdx) -> bool {
    let Some(last) = paragraph.last_quoted(at) else { return false };
    let rest = Sentence::new(paragraph, (at + 1).to(paragraph.units().end));
    let is_stop = paragraph.document.is(last, Classes::FULL_STOP);
    paragraph.document.closes_sentence(last)
        && may_begin_sentence(paragraph, at + 1)
        && !rest.begins_with_tag(is_stop)
        && (is_stop || !rest.is_capitalised_tag())
}
