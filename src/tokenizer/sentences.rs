//! Where sentences end.

use crate::language::Language;
use crate::tokenizer::document::{Document, Range};
use crate::tokenizer::scan::TokenKind;

/// The sentences of a paragraph.
pub(crate) fn split<'d>(document: &'d Document<'_>, paragraph: Range) -> impl Iterator<Item = Range> + 'd {
    let mut start = paragraph.start;
    std::iter::from_fn(move || {
        if start >= paragraph.end {
            return None;
        }
        let mut at = start;
        while at < paragraph.end {
            if closes_sentence(document, at) {
                let mut end = at + 1;
                while end < paragraph.end && closes_with_sentence(document, end) {
                    end += 1;
                }
                if begins_sentence(document, end, at) {
                    at = end;
                    break;
                }
            }
            at += 1;
        }
        let sentence = start..at.min(paragraph.end);
        start = sentence.end;
        Some(sentence)
    })
}

/// Whether the token is a mark that can end a sentence, or an abbreviation that stands at its end.
pub(crate) fn closes_sentence(document: &Document<'_>, token: usize) -> bool {
    match document.tokens[token].kind() {
        TokenKind::Punctuation => {
            matches!(document.text_of(token), "." | "!" | "?" | "…" | "..." | "...." | "。")
                && !document.is(token + 1, ".")
        }
        TokenKind::Word => {
            document.tokens[token].ends_with_point() && ends_with_abbreviation(document, token)
        }
        _ => false,
    }
}

/// Whether the token is an abbreviation whose point ends the sentence as well.
fn ends_with_abbreviation(document: &Document<'_>, token: usize) -> bool {
    let text = document.text_of(token);
    let can_end = text.len() > 2 && text.as_bytes()[1] == b'.' || Language::english().ends_sentence(text);
    can_end
        && document.tokens.get(token + 1).is_none_or(|next| {
            next.is_capitalised() && Language::english().opens_sentence(document.text_of(token + 1))
        })
}

/// Whether the token closes with the sentence before it: a quotation mark or a bracket right after.
fn closes_with_sentence(document: &Document<'_>, token: usize) -> bool {
    let piece = document.tokens[token];
    let closer = piece.kind() == TokenKind::Mark || matches!(document.text_of(token), ")" | "]" | "!" | "?");
    closer && !piece.has_space_before()
}

/// Whether a sentence that has just been closed by `closer` is followed by the start of another.
fn begins_sentence(document: &Document<'_>, token: usize, closer: usize) -> bool {
    let Some(piece) = document.tokens.get(token) else { return true };
    match piece.kind() {
        TokenKind::Word => piece.is_capitalised(),
        TokenKind::Number => !matches!(document.text_of(closer), "…" | "..."),
        TokenKind::Mark => piece.has_space_before(),
        TokenKind::Punctuation => matches!(document.text_of(token), "(" | "[" | "—" | "–" | "-" | "¿" | "¡"),
        _ => true,
    }
}
