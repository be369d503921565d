//! A word's part in its sentence, as far as its classes and its letters tell.

use super::paragraph::Paragraph;
use crate::lexicon::{symbol, Classes, Symbol, CLOSED};
use crate::tokenizer::TokenKind;

/// What the unit is.
pub(super) fn tag(paragraph: &Paragraph<'_, '_>, at: usize) -> Symbol {
    let Some(token) = paragraph.token(at) else {
        return if paragraph.is_quote(at) { symbol!("quotation") } else { symbol!("end") };
    };
    let (text, classes) = (paragraph.text, paragraph.classes(at));
    if classes.any(CLOSED) {
        return paragraph.tag_of_word(at);
    }
    match text.kind(token) {
        Some(TokenKind::Word) => {}
        Some(TokenKind::Number) => return symbol!("number"),
        _ => return symbol!("other"),
    }
    let capital = classes.any(Classes::CAPITAL);
    if capital && !text.begins_sentence(token) {
        return symbol!("capital");
    }
    match paragraph.tag_of_word(at) {
        Symbol::NONE if capital => symbol!("capital"),
        Symbol::NONE => by_ending(text.text_of(token)),
        tag => tag,
    }
}

/// What an unknown word ends like.
fn by_ending(word: &str) -> Symbol {
    match () {
        () if word.ends_with("ly") => symbol!("adverb"),
        () if word.ends_with("ing") => symbol!("-ing"),
        () if word.ends_with("ed") => symbol!("-ed"),
        () if word.ends_with("ion") || word.ends_with("ment") || word.ends_with("ness") => symbol!("-ion"),
        () if word.ends_with('s') => symbol!("-s"),
        () if word.ends_with("al") || word.ends_with("ive") || word.ends_with("ous") => symbol!("-al"),
        () => symbol!("word"),
    }
}
