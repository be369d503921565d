//! Titles of works: “Salt Road” in “Kofi Mensah wrote the song ‘Salt Road’” is nobody's words.

use crate::language::Classes;
use crate::reading::paragraph::Paragraph;
use crate::tokenizer::TokenKind;

/// The longest title, in words.
const LONGEST: usize = 8;

/// Words that stand small in a title.
const SMALL: Classes = Classes::PREPOSITION
    .or(Classes::DETERMINER)
    .or(Classes::CONJUNCTION)
    .or(Classes::AUXILIARY)
    .or(Classes::CLITIC);

/// Whether the quotation at this unit is the title of a work: it is written like one, and a noun or a
/// verb of naming stands right before it.
pub(crate) fn is_title(paragraph: &Paragraph<'_, '_>, quote: usize) -> bool {
    let Some(before) = quote.checked_sub(1) else { return false };
    introduces_title(paragraph, before) && is_written_like_title(paragraph, quote)
}

fn introduces_title(paragraph: &Paragraph<'_, '_>, before: usize) -> bool {
    let object = Classes::OBJECT.or(Classes::PRONOUN);
    let names = paragraph.is(before, Classes::NAMING) && !paragraph.is(before.saturating_sub(1), object);
    names || paragraph.is(before, Classes::DOCUMENT)
}

fn is_written_like_title(paragraph: &Paragraph<'_, '_>, quote: usize) -> bool {
    let Some(tokens) = paragraph.quoted(quote) else { return false };
    let text = paragraph.text;
    let mut count = 0;
    for word in tokens.filter(|&token| text.kind(token) == Some(TokenKind::Word)) {
        count += 1;
        if count > LONGEST || !(text.is_capitalised(word) || text.is(word, SMALL)) {
            return false;
        }
    }
    count > 0
}
