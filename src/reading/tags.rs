//! A word's part in its sentence, as far as its classes and its letters tell.

use crate::language::{symbol, Symbol, CLOSED};
use crate::reading::paragraph::Paragraph;
use crate::words::Shape;

/// What the unit is.
pub(crate) fn tag(paragraph: &Paragraph<'_, '_>, at: usize) -> Symbol {
    let Some(token) = paragraph.token(at) else {
        return if paragraph.is_quote(at) { symbol!("quotation") } else { symbol!("end") };
    };
    let (text, view) = (paragraph.text, paragraph.view(at));
    if view.is(CLOSED) {
        return paragraph.tag_of_word(at);
    }
    if !view.has(Shape::WORD) {
        return symbol!("other");
    }
    if view.has(Shape::NUMBER) {
        return symbol!("number");
    }
    let capital = view.has(Shape::CAPITAL);
    if capital && !view.has(Shape::BEGINS) {
        return symbol!("capital");
    }
    match paragraph.tag_of_word(at) {
        Symbol::NONE if capital => symbol!("capital"),
        Symbol::NONE => by_ending(text.text_of(token)),
        tag => tag,
    }
}

/// What a word of which nothing is known ends like, the first of these endings.
const ENDINGS: &[(&str, Symbol)] = &[
    ("ly", symbol!("adverb")),
    ("ing", symbol!("-ing")),
    ("ed", symbol!("-ed")),
    ("ion", symbol!("-ion")),
    ("ment", symbol!("-ion")),
    ("ness", symbol!("-ion")),
    ("s", symbol!("-s")),
    ("al", symbol!("-al")),
    ("ive", symbol!("-al")),
];

fn by_ending(word: &str) -> Symbol {
    ENDINGS.iter().find(|(ending, _)| word.ends_with(ending)).map_or(symbol!("word"), |(_, tag)| *tag)
}
