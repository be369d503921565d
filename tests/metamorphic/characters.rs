//! Transformations that replace or add characters.

use super::pairs::ENTITIES;

pub fn with_windows_line_endings(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

/// Adds a zero-width space on both sides of every quotation mark and space, as some content systems do.
pub fn with_zero_width_spaces(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if matches!(c, '“' | '”' | '"' | ' ') {
            out.extend(['\u{200b}', c, '\u{200b}']);
        } else {
            out.push(c);
        }
    }
    out
}

/// Inserts this in every word of at least six letters before a small one, as hyphenation does.
pub fn with_inserted_in_words(text: &str, inserted: &str) -> String {
    let mut out = String::new();
    for part in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let middle = part.char_indices().nth(3).filter(|(_, c)| c.is_lowercase()).map(|(at, _)| at);
        match middle.filter(|_| part.chars().filter(|c| c.is_alphabetic()).count() >= 6) {
            Some(at) => out.extend([&part[..at], inserted, &part[at..]]),
            None => out.push_str(part),
        }
    }
    out
}

/// Replaces quotation marks, apostrophes and ampersands by entities of this kind.
///
/// Returns a text unchanged if it has entities already, or marks of two apostrophes, which no program writes as
/// entities.
pub fn with_entities(text: &str, kind: Entities) -> String {
    if text.contains("''") || ENTITIES.iter().any(|(entity, _)| text.contains(entity)) {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        let entity =
            ENTITIES.iter().find(|(entity, character)| kind.has(entity) && character.chars().eq([c]));
        match entity {
            Some((entity, _)) => out.push_str(entity),
            None => out.push(c),
        }
    }
    out
}

#[derive(Clone, Copy)]
pub enum Entities {
    Named,
    Decimal,
    Hexadecimal,
}

impl Entities {
    fn has(self, entity: &str) -> bool {
        // Spaces are not replaced. Ampersands and straight marks have no entity of every kind, so they borrow one.
        match self {
            Entities::Named => !entity.starts_with("&#") && entity != "&nbsp;",
            Entities::Decimal => entity.starts_with("&#") && !entity.starts_with("&#x") || entity == "&amp;",
            Entities::Hexadecimal => entity.starts_with("&#x") || matches!(entity, "&amp;" | "&quot;"),
        }
    }
}
