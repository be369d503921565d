//! The part of speech of a unit, by the classes and the letters of its word.

use crate::language::CLOSED;
use crate::models::{value, Value};
use crate::reading::paragraph::Paragraph;
use crate::text::index::UnitIdx;
use crate::words::Shape;

/// The part of speech of a unit.
pub(crate) fn tag(paragraph: &Paragraph<'_>, at: UnitIdx) -> Value {
    let view = paragraph.view(at);
    if view.has(Shape::QUOTATION) {
        return value!("quotation");
    }
    if view.is(CLOSED) {
        return paragraph.tag_of_word(at);
    }
    if !view.has(Shape::WORD) {
        return if paragraph.token(at).is_some() { value!("other") } else { value!("end") };
    }
    if view.has(Shape::NUMBER) {
        return value!("number");
    }
    let is_capitalised = view.has(Shape::CAPITAL);
    if is_capitalised && !view.has(Shape::BEGINS) {
        return value!("capital");
    }
    match paragraph.tag_of_word(at) {
        Value::NONE if is_capitalised => value!("capital"),
        Value::NONE => paragraph.document.language.tag_by_ending(paragraph.word(at)),
        tag => tag,
    }
}
