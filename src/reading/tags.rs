//! The part of speech of a unit, by the classes and the letters of its word.

use crate::language::{symbol, Symbol, CLOSED};
use crate::reading::paragraph::Paragraph;
use crate::text::index::UnitIdx;
use crate::words::Shape;

/// The part of speech of a unit.
pub(crate) fn tag(paragraph: &Paragraph<'_>, at: UnitIdx) -> Symbol {
    let view = paragraph.view(at);
    if view.has(Shape::QUOTATION) {
        return symbol!("quotation");
    }
    if view.is(CLOSED) {
        return paragraph.tag_of_word(at);
    }
    if !view.has(Shape::WORD) {
        return if paragraph.token(at).is_some() { symbol!("other") } else { symbol!("end") };
    }
    if view.has(Shape::NUMBER) {
        return symbol!("number");
    }
    let is_capitalised = view.has(Shape::CAPITAL);
    if is_capitalised && !view.has(Shape::BEGINS) {
        return symbol!("capital");
    }
    match paragraph.tag_of_word(at) {
        Symbol::NONE if is_capitalised => symbol!("capital"),
        Symbol::NONE => paragraph.document.lexicon.tag_by_ending(paragraph.word(at)),
        tag => tag,
    }
}
