//! A word's part in its sentence, as far as its classes and its letters tell.

use crate::language::CLOSED;
use crate::models::{value, Value};
use crate::reading::paragraph::Paragraph;
use crate::words::Shape;

/// What the unit is.
pub(crate) fn tag(paragraph: &Paragraph<'_, '_>, at: usize) -> Value {
    let Some(token) = paragraph.token(at) else {
        return if paragraph.is_quote(at) { value!("quotation") } else { value!("end") };
    };
    let (text, view) = (paragraph.text, paragraph.view(at));
    if view.is(CLOSED) {
        return paragraph.tag_of_word(at);
    }
    if !view.has(Shape::WORD) {
        return value!("other");
    }
    if view.has(Shape::NUMBER) {
        return value!("number");
    }
    let capital = view.has(Shape::CAPITAL);
    if capital && !view.has(Shape::BEGINS) {
        return value!("capital");
    }
    match paragraph.tag_of_word(at) {
        Value::NONE if capital => value!("capital"),
        Value::NONE => text.language.tag_by_ending(text.text_of(token)),
        tag => tag,
    }
}
