//! Letters: short words as numbers, and characters without width.
//!
//! A short word is measured, put in small letters and compared in a few steps, with no branch for each letter
//! that the processor could mispredict. Imports nothing of the crate.

use std::borrow::Cow;

/// The maximum length of a word that is read as numbers.
pub(crate) const MOST_LETTERS: usize = 16;

/// A word of at most sixteen characters of ASCII, in small letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Letters {
    /// The first eight, the first of them lowest.
    pub first: u64,
    /// The rest.
    pub second: u64,
}

/// One in each byte.
const EACH: u64 = 0x0101_0101_0101_0101;
const HIGH_BITS: u64 = EACH * 0x80;
const SMALL: u64 = EACH * 0x20;

impl Letters {
    /// The letters of ASCII from `at` on and their count; of more than sixteen, the first sixteen.
    #[inline]
    pub(crate) fn at(bytes: &[u8], at: usize) -> (usize, Letters) {
        let (first, second) = window(bytes, at);
        let len = match letters_from(first) {
            8 => 8 + letters_from(second),
            len => len,
        };
        let small = Letters { first: first | SMALL, second: second | SMALL };
        (len, small.cut(len))
    }

    /// A short word as it is written in a text; `None` for one with characters beyond ASCII.
    #[inline]
    pub(crate) fn of(word: &[u8]) -> Option<Letters> {
        Letters::within(word, 0, word.len())
    }

    /// The word of `len` bytes from `at` on; `None` where [`Letters::of`] gives none.
    #[inline]
    pub(crate) fn within(bytes: &[u8], at: usize, len: usize) -> Option<Letters> {
        if len > MOST_LETTERS {
            return None;
        }
        let (first, second) = window(bytes, at);
        let word = Letters { first, second }.cut(len);
        let is_ascii = (word.first | word.second) & HIGH_BITS == 0;
        is_ascii.then(|| Letters { first: lower(word.first), second: lower(word.second) })
    }

    fn cut(self, len: usize) -> Letters {
        let (first, second) = KEPT[len % KEPT.len()];
        Letters { first: self.first & first, second: self.second & second }
    }
}

/// Masks that keep the first letters of sixteen, by their number. Twice as many as necessary, so that the remainder of a
/// length is in range without a test.
const KEPT: [(u64, u64); 32] = {
    let mut kept = [(u64::MAX, u64::MAX); 32];
    let mut len = 0;
    while len < MOST_LETTERS {
        kept[len] = if len < 8 { ((1 << (8 * len)) - 1, 0) } else { (u64::MAX, (1 << (8 * (len - 8))) - 1) };
        len += 1;
    }
    kept
};

/// The sixteen bytes from `at`, filled up with zeros where the text ends sooner.
#[inline]
fn window(bytes: &[u8], at: usize) -> (u64, u64) {
    let rest = &bytes[at.min(bytes.len())..];
    let sixteen = match rest.first_chunk::<MOST_LETTERS>() {
        Some(sixteen) => *sixteen,
        None => padded(rest),
    };
    let both = u128::from_le_bytes(sixteen);
    (both as u64, (both >> 64) as u64)
}

#[inline]
fn padded(rest: &[u8]) -> [u8; MOST_LETTERS] {
    let mut sixteen = [0; MOST_LETTERS];
    sixteen[..rest.len()].copy_from_slice(rest);
    sixteen
}

/// The number of letters in eight bytes before the first other byte.
#[inline]
fn letters_from(eight: u64) -> usize {
    let small = eight & !HIGH_BITS | SMALL;
    let from_a = small + EACH * (0x80 - b'a' as u64);
    let beyond_z = small + EACH * (0x7f - b'z' as u64);
    let letters = from_a & !beyond_z & !eight & HIGH_BITS;
    (letters ^ HIGH_BITS).trailing_zeros() as usize / 8
}

/// Eight bytes of ASCII in small letters.
#[inline]
fn lower(eight: u64) -> u64 {
    let from_a = eight + EACH * (0x80 - b'A' as u64);
    let beyond_z = eight + EACH * (0x7f - b'Z' as u64);
    eight | ((from_a ^ beyond_z) & HIGH_BITS) >> 2
}

/// Whether a character has no width: a soft hyphen, a joiner, a byte order mark. It belongs to the word around
/// it and changes nothing there; anywhere else it is white space that separates nothing.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Whether a character is a hyphen that can be seen.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// The byte that divides a word at the end of a line, with or without a carriage return before it.
pub(crate) const LINE_BREAK: u8 = b'\n';

/// Words without the line breaks within them, and without the hyphens, soft or not, that show these: "coun-", "cil". The hyphen
/// before a capital is part of the word: "Jean-", "Paul".
pub(crate) fn undivided(words: &str) -> Cow<'_, str> {
    if !words.as_bytes().contains(&LINE_BREAK) {
        return Cow::Borrowed(words);
    }
    let (mut joined, mut rest) = (String::new(), words);
    while let Some((line, next)) = rest.split_once(char::from(LINE_BREAK)) {
        let (line, next) = (line.trim_end_matches('\r'), next.trim_start());
        let stem = line.trim_end_matches(|c| is_hyphen(c) || is_invisible(c));
        let is_divided = next.starts_with(char::is_lowercase);
        joined.push_str(if is_divided { stem } else { line });
        joined.push_str(if stem.len() < line.len() { "" } else { " " });
        rest = next;
    }
    Cow::Owned(joined + rest)
}

/// The letter without its accent, for the small letters of Latin-1 and Latin Extended-A.
pub(crate) fn unaccented(c: char) -> char {
    const ACCENTED: &str =
        "aàáâãäåāăą cçćĉċč dďđ eèéêëēĕėęě gĝğġģ hĥħ iìíîïĩīĭįı lĺļľł nñńņň oòóôõöøōŏő rŕŗř sśŝşšș \
         tţťŧț uùúûüũūŭůűų yýÿŷ zźżž";
    if c.is_ascii() {
        return c;
    }
    let letter = ACCENTED.split(' ').find(|forms| forms.contains(c));
    letter.and_then(|forms| forms.chars().next()).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_up_to_the_first_other_byte() {
        for (text, len) in [
            ("", 0),
            ("'s", 0),
            ("a", 1),
            ("said.", 4),
            ("Secretary", 9),
            ("secretary-general", 9),
            ("U.N.", 1),
            ("1st", 0),
            ("a@[`{", 1),
            ("caf\u{e9}", 3),
            ("constitutionally", 16),
            ("counterintuitively", 16),
        ] {
            let (counted, letters) = Letters::at(text.as_bytes(), 0);
            assert_eq!(counted, len, "{text:?}");
            assert_eq!(Some(letters), Letters::of(&text.as_bytes()[..len]), "{text:?}");
        }
    }

    #[test]
    fn any_short_word_of_ascii_is_read_in_small_letters() {
        assert_eq!(Letters::of(b"O'Neill"), Letters::of(b"o'nEILL"));
        assert_ne!(Letters::of(b"[HE@Z`{"), Letters::of(b"{he`z@["));
        assert_eq!(Letters::of("na\u{ef}ve".as_bytes()), None);
        assert_eq!(Letters::of(b"counterintuitively"), None);
    }
}
