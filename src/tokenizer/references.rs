//! The character references of HTML that texts are left with: "&quot;", "&#8217;", "&amp;".

/// What a reference is called, its number in Windows-1252, which web pages use for the marks that are in
/// no older character set, and what it stands for.
const REFERENCES: &[(&str, u32, &str)] = &[
    ("quot", 34, "\""),
    ("apos", 39, "'"),
    ("amp", 38, "&"),
    ("nbsp", 160, "\u{a0}"),
    ("lsquo", 145, "‘"),
    ("rsquo", 146, "’"),
    ("ldquo", 147, "“"),
    ("rdquo", 148, "”"),
    ("sbquo", 130, "‚"),
    ("bdquo", 132, "„"),
    ("lsaquo", 139, "‹"),
    ("rsaquo", 155, "›"),
    ("laquo", 171, "«"),
    ("raquo", 187, "»"),
    ("hellip", 133, "…"),
    ("ndash", 150, "–"),
    ("mdash", 151, "—"),
];

/// No name or number is longer than this with its semicolon.
const LONGEST: usize = 8;

/// Where the reference that starts at byte `start` ends, and what it stands for; `None` where no reference
/// starts that is read as one.
pub(crate) fn at(text: &str, start: usize) -> Option<(usize, &'static str)> {
    let name = text.get(start..)?.strip_prefix('&')?;
    let length = name.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let is_meant = |number: u32| move |row: &&(&str, u32, &str)| row.1 == number || code(row.2) == number;
    let row = match name[..length].strip_prefix('#') {
        Some(digits) => REFERENCES.iter().find(is_meant(number(digits)?)),
        None => REFERENCES.iter().find(|row| row.0 == &name[..length]),
    };
    Some((start + 1 + length + 1, row?.2))
}

/// The characters of a token that starts with a reference: a mark, or an apostrophe and what it joins.
#[cold]
pub(crate) fn read(token: &str) -> &'static str {
    let Some((end, meaning)) = at(token, 0) else { return "" };
    let part = &token[end..];
    let joined = CLITICS.iter().find(|clitic| {
        clitic.strip_prefix(meaning).is_some_and(|letters| letters.eq_ignore_ascii_case(part))
    });
    joined.copied().unwrap_or(meaning)
}

const CLITICS: &[&str] = &["’s", "'s", "’ll", "'ll", "’re", "'re", "’ve", "'ve", "’d", "'d", "’m", "'m"];

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
    fn names_and_numbers() {
        for reference in ["&ldquo;", "&#8220;", "&#x201c;", "&#X201C;", "&#147;"] {
            assert_eq!(at(reference, 0), Some((reference.len(), "“")), "{reference}");
        }
        for none in
            ["&", "& so on;", "&quot", "&;", "&#;", "&#x;", "&nosuch;", "&#65;", "&#99999999999;", "&é;"]
        {
            assert_eq!(at(none, 0), None, "{none}");
        }
    }

    #[test]
    fn what_an_apostrophe_joins() {
        assert_eq!(read("&#39;s"), "'s");
        assert_eq!(read("&rsquo;LL"), "’ll");
        assert_eq!(read("&quot;"), "\"");
    }
}
