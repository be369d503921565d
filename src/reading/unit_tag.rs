//! The part of speech of a unit, by the classes and the letters of its word.

use crate::language::CLOSED;
use crate::models::{value, Value};
use crate::reading::paragraph::Paragraph;
use crate::words::{Place, Shape, Unit};

/// The part of speech of a unit. Looked up by the answers to all questions, without a branch for each: no processor
/// could predict them for words in a row.
#[inline(always)]
pub(crate) fn tag(paragraph: &Paragraph<'_>, unit: &Unit) -> Value {
    let of_word = paragraph.document.tag_of(unit.word);
    let key = unit.view.shape.of_tags()
        + Shape::TAGGED * usize::from(unit.view.is(CLOSED))
        + 2 * Shape::TAGGED * usize::from(of_word != Value::NONE);
    match TAGS[key] {
        Tag::OF_ENDING => tag_by_ending(paragraph, unit),
        tag => Value(tag.this.0 | of_word.0 & tag.of_word),
    }
}

/// How a unit with certain answers gets its tag: a certain one, or the one that its word has in the language. Both as
/// bits, so that no branch chooses between them.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Tag {
    this: Value,
    of_word: u16,
}

impl Tag {
    const OF_WORD: Tag = Tag { this: Value(0), of_word: u16::MAX };
    /// Stands for the tag that the last letters show.
    const OF_ENDING: Tag = Tag { this: Value(0), of_word: 0 };

    const fn this(this: Value) -> Tag {
        Tag { this, of_word: 0 }
    }
}

/// By the sum of [`tag`].
const TAGS: [Tag; 4 * Shape::TAGGED] = {
    let mut tags = [Tag::OF_WORD; 4 * Shape::TAGGED];
    let mut key = 0;
    while key < tags.len() {
        let shape = Shape::with_index(key % Shape::TAGGED);
        let (is_closed, is_known) = (key / Shape::TAGGED % 2 == 1, key / Shape::TAGGED / 2 == 1);
        let begins_known = shape.any(Shape::BEGINS) && is_known;
        tags[key] = match () {
            () if shape.any(Shape::QUOTATION) => Tag::this(value!("quotation")),
            () if is_closed => Tag::OF_WORD,
            () if !shape.any(Shape::WORD) => Tag::this(value!("other")),
            () if shape.any(Shape::NUMBER) => Tag::this(value!("number")),
            () if shape.any(Shape::CAPITAL) && !begins_known => Tag::this(value!("capital")),
            () if is_known => Tag::OF_WORD,
            () => Tag::OF_ENDING,
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
