//! The same words in other characters.

use super::pairs::ENTITIES;

pub fn windows_line_ends(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

/// A zero-width space on either side of every mark and space, as content systems leave them.
pub fn zero_width_spaces(text: &str) -> String {
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

/// A character without width within every word of six letters or more, as hyphenation leaves them.
pub fn within_words(text: &str, invisible: char) -> String {
    let mut out = String::new();
    for part in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let middle = part.char_indices().nth(3).map(|(at, _)| at);
        match middle.filter(|_| part.chars().filter(|c| c.is_alphabetic()).count() >= 6) {
            Some(at) => out.extend([&part[..at], invisible.encode_utf8(&mut [0; 4]), &part[at..]]),
            None => out.push_str(part),
        }
    }
    out
}

/// Marks, apostrophes and ampersands as entities of this kind, the first that fits. A text that has some
/// stays as it is, and so does one with marks of two apostrophes, which no program writes as entities.
pub fn entities(text: &str, kind: Entities) -> String {
    if text.contains("''") || ENTITIES.iter().any(|(entity, _)| text.contains(entity)) {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        let entity = ENTITIES.iter().find(|(entity, is)| kind.has(entity) && is.chars().eq([c]));
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
        // A space is never written as one here, and an ampersand and straight marks have no other names.
        match self {
            Entities::Named => !entity.starts_with("&#") && entity != "&nbsp;",
            Entities::Decimal => entity.starts_with("&#") && !entity.starts_with("&#x") || entity == "&amp;",
            Entities::Hexadecimal => entity.starts_with("&#x") || matches!(entity, "&amp;" | "&quot;"),
        }
    }
}
