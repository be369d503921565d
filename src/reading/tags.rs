//! The part of speech of a unit, by the classes and the letters of its word.

use crate::language::CLOSED;
use crate::models::{value, Value};
use crate::reading::paragraph::Paragraph;
use crate::words::{Place, Shape, Unit};

/// The part of speech of a unit. Looked up by the answers to all questions, without a branch for each: no processor
/// could predict them for words in a row.
#[inline]
pub(crate) fn tag(paragraph: &Paragraph<'_>, unit: &Unit) -> Value {
    let of_word = paragraph.document.tag_of(unit.word);
    let key = unit.view.shape.of_tags()
        + Shape::TAGGED * usize::from(unit.view.is(CLOSED))
        + 2 * Shape::TAGGED * usize::from(of_word != Value::NONE);
    match TAGS[key] {
        Tag::This(tag) => tag,
        Tag::OfWord => of_word,
        Tag::OfEnding => tag_by_ending(paragraph, unit),
    }
}

/// How a unit with certain answers gets its tag.
#[derive(Clone, Copy)]
enum Tag {
    This(Value),
    /// From its word in the language.
    OfWord,
    /// From the last letters of its word.
    OfEnding,
}

/// By the sum of [`tag`].
const TAGS: [Tag; 4 * Shape::TAGGED] = {
    let mut tags = [Tag::OfWord; 4 * Shape::TAGGED];
    let mut key = 0;
    while key < tags.len() {
        let shape = Shape::with_index(key % Shape::TAGGED);
        let (is_closed, is_known) = (key / Shape::TAGGED % 2 == 1, key / Shape::TAGGED / 2 == 1);
        let begins_known = shape.any(Shape::BEGINS) && is_known;
        tags[key] = match () {
            () if shape.any(Shape::QUOTATION) => Tag::This(value!("quotation")),
            () if is_closed => Tag::OfWord,
            () if !shape.any(Shape::WORD) => Tag::This(value!("other")),
            () if shape.any(Shape::NUMBER) => Tag::This(value!("number")),
            () if shape.any(Shape::CAPITAL) && !begins_known => Tag::This(value!("capital")),
            () if is_known => Tag::OfWord,
            () => Tag::OfEnding,
        };
        key += 1;
    }
    tags
};

fn tag_by_ending(paragraph: &Paragraph<'_>, unit: &Unit) -> Value {
    match unit.place() {
        Place::Token(token) => paragraph.document.language.tag_by_ending(paragraph.document.text_of(token)),
        Place::Piece(_) => value!("quotation"),
    }
}
