//! Where the content of an attribution stands when it is more than the quotation.

use super::cues::Cue;
use super::paragraph::Paragraph;
use crate::lexicon::Classes;
use crate::tokenizer::Range;

/// The clause behind a cue, up to the end of the quotation or of the sentence.
pub(super) fn after_cue(
    paragraph: &Paragraph<'_, '_>,
    sentence: &Range,
    cues: &[Cue],
    cue: &Cue,
    quote: usize,
) -> Range {
    let start = content_start(paragraph, cue, quote);
    let mut end = sentence.end;
    while end > quote + 1 && !paragraph.is_word(end - 1) && !paragraph.is_quote(end - 1) {
        end -= 1;
    }
    // What the next cue reports is not this one's.
    if let Some(next) = cues.iter().find(|next| next.head > quote) {
        let comma = (quote + 1..next.group.start)
            .find(|&unit| paragraph.is_comma(unit) || paragraph.is(unit, Classes::CONJUNCTION));
        end = end.min(comma.unwrap_or(quote + 1));
    }
    if paragraph.leads_on(quote) || start == quote {
        end = quote + 1;
    }
    start..end.max(quote + 1)
}

/// Passes over the comma, the colon and whom it was said to.
fn content_start(paragraph: &Paragraph<'_, '_>, cue: &Cue, quote: usize) -> usize {
    let first = cue.head + 1;
    let that = (first..quote).take(12).find(|&unit| paragraph.is(unit, Classes::THAT));
    if let Some(that) = that {
        return that;
    }
    let punctuation =
        (first..quote).rev().find(|&unit| matches!(paragraph.word(unit), "," | ":" | "—" | "–"));
    punctuation.map_or(first, |unit| unit + 1)
}
