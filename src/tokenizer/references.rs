//! The character references of HTML that texts are left with: "&quot;", "&#8217;", "&amp;".
//!
//! Imports the table of quotation marks and the clitics of the language.

use crate::language::Language;
use crate::tokenizer::marks::QUOTATION_MARKS;

/// References to characters that are no quotation marks: name, number in Windows-1252, and meaning. Web pages
/// use the numbers of Windows-1252 for characters that no older character set has.
const OTHERS: &[(&str, u32, &str)] = &[
    ("amp", 38, "&"),
    ("nbsp", 160, NO_BREAK_SPACE),
    ("hellip", 133, "…"),
    ("ndash", 150, "–"),
    ("mdash", 151, "—"),
];

/// The meaning of a reference that is white space.
pub(crate) const NO_BREAK_SPACE: &str = "\u{a0}";

/// The maximum length of a name or a number with its semicolon.
const LONGEST: usize = 8;

/// The end and the meaning of the reference that starts at byte `start`; `None` where no known reference
/// starts.
pub(crate) fn at(text: &str, start: usize) -> Option<(usize, &'static str)> {
    let name = text.get(start..)?.strip_prefix('&')?;
    let length = name.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let meaning = match name[..length].strip_prefix('#') {
        Some(digits) => with_number(number(digits)?),
        None => all().find(|row| row.0 == &name[..length]),
    };
    Some((start + 1 + length + 1, meaning?.2))
}

fn with_number(number: u32) -> Option<(&'static str, u32, &'static str)> {
    all().find(|row| row.1 == number || code(row.2) == number)
}

/// Name, number and meaning of every reference.
fn all() -> impl Iterator<Item = (&'static str, u32, &'static str)> {
    let of_marks = QUOTATION_MARKS.iter().filter_map(|mark| {
        let (name, number) = mark.reference?;
        Some((name, number, mark.glyph))
    });
    of_marks.chain(OTHERS.iter().copied())
}

/// The characters of a token that starts with a reference: a mark, or an apostrophe and its clitic. Those of the token where
/// it does not.
#[cold]
pub(crate) fn read<'t>(token: &'t str, language: &Language) -> &'t str {
    let Some((end, meaning)) = at(token, 0) else { return token };
    language.clitic(meaning, &token[end..]).unwrap_or(meaning)
}

fn number(digits: &str) -> Option<u32> {
    match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => digits.parse().ok(),
    }
}

fn code(meaning: &str) -> u32 {
    meaning.chars().next().map_or(0, u32::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_found_by_name_and_by_number() {
        for reference in ["&ldquo;", "&#8220;", "&#x201c;", "&#X201C;", "&#147;"] {
            assert_eq!(at(reference, 0), Some((reference.len(), "“")), "{reference}");
        }
        for other in
            ["&", "& so on;", "&quot", "&;", "&#;", "&#x;", "&nosuch;", "&#65;", "&#99999999999;", "&é;"]
        {
            assert_eq!(at(other, 0), None, "{other}");
        }
    }

    #[test]
    fn an_apostrophe_reads_together_with_its_clitic() {
        let language = Language::default();
        assert_eq!(read("&#39;s", &language), "'s");
        assert_eq!(read("&rsquo;LL", &language), "’ll");
        assert_eq!(read("&quot;", &language), "\"");
    }
}
