//! The quotation marks, one a row: glyph, family, side and HTML reference.
//!
//! The scanner, the references, the lines and the quotation matcher all read this table. Imports nothing of the
//! crate.

/// Marks that close one another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Family {
    Double,
    Single,
    Guillemet,
    Corner,
}

/// The direction that a glyph shows by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Side {
    Opening,
    Closing,
    Straight,
}

/// One quotation mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct QuotationMark {
    /// The character, or the two characters, of the mark.
    pub glyph: &'static str,
    pub family: Family,
    pub side: Side,
    /// The name of the mark as a character reference of HTML, and its number in Windows-1252.
    pub reference: Option<(&'static str, u32)>,
    /// Whether the glyph is on the baseline, so that a mark of the opening glyph closes it: „ and ‚.
    pub is_low: bool,
}

/// A row without a reference.
const fn row(glyph: &'static str, family: Family, side: Side) -> QuotationMark {
    QuotationMark { glyph, family, side, reference: None, is_low: false }
}

impl QuotationMark {
    const fn called(mut self, name: &'static str, number: u32) -> Self {
        self.reference = Some((name, number));
        self
    }

    const fn low(mut self) -> Self {
        self.is_low = true;
        self
    }
}

/// Every quotation mark, the frequent ones first.
pub(crate) const QUOTATION_MARKS: &[QuotationMark] = &[
    row("“", Family::Double, Side::Opening).called("ldquo", 147),
    row("”", Family::Double, Side::Closing).called("rdquo", 148),
    row("\"", Family::Double, Side::Straight).called("quot", 34),
    row("’", Family::Single, Side::Closing).called("rsquo", 146),
    row("'", Family::Single, Side::Straight).called("apos", 39),
    row("‘", Family::Single, Side::Opening).called("lsquo", 145),
    row("``", Family::Double, Side::Opening),
    row("''", Family::Double, Side::Closing),
    row("`", Family::Single, Side::Opening),
    row("„", Family::Double, Side::Opening).called("bdquo", 132).low(),
    row("‚", Family::Single, Side::Opening).called("sbquo", 130).low(),
    row("‟", Family::Double, Side::Opening),
    row("‛", Family::Single, Side::Opening),
    row("＂", Family::Double, Side::Straight),
    row("«", Family::Guillemet, Side::Opening).called("laquo", 171),
    row("»", Family::Guillemet, Side::Closing).called("raquo", 187),
    row("‹", Family::Guillemet, Side::Opening).called("lsaquo", 139),
    row("›", Family::Guillemet, Side::Closing).called("rsaquo", 155),
    row("「", Family::Corner, Side::Opening),
    row("」", Family::Corner, Side::Closing),
    row("『", Family::Corner, Side::Opening),
    row("』", Family::Corner, Side::Closing),
];

impl QuotationMark {
    /// Whether the glyph lets the mark open a quotation.
    pub(crate) fn can_open(&self) -> bool {
        self.side != Side::Closing
    }

    /// Whether the mark may as well be an apostrophe, or the sign of feet: ' and ’.
    pub(crate) fn may_be_apostrophe(&self) -> bool {
        self.family == Family::Single && self.side != Side::Opening
    }
}

/// The mark with this glyph.
pub(crate) fn with_glyph(glyph: &str) -> Option<&'static QuotationMark> {
    let mut chars = glyph.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => with_char(c),
        _ => QUOTATION_MARKS.iter().find(|mark| mark.glyph == glyph),
    }
}

/// The mark with this character as its glyph.
pub(crate) fn with_char(c: char) -> Option<&'static QuotationMark> {
    let code = u32::from(c);
    // Excludes most characters in one step.
    if FILTER & bit(code) == 0 {
        return None;
    }
    CODES.iter().position(|known| *known == code).map(|at| &QUOTATION_MARKS[at])
}

/// Whether a byte of ASCII is a mark by itself.
pub(crate) const fn is_ascii_mark(byte: u8) -> bool {
    let mut at = 0;
    while at < QUOTATION_MARKS.len() {
        let glyph = QUOTATION_MARKS[at].glyph.as_bytes();
        if glyph.len() == 1 && glyph[0] == byte {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether a byte is the first one of a mark. Excludes most of the others without reading a character.
pub(crate) fn may_begin_mark(byte: u8) -> bool {
    FIRST_BYTES[usize::from(byte)]
}

const FIRST_BYTES: [bool; 256] = {
    let mut first = [false; 256];
    let mut at = 0;
    while at < QUOTATION_MARKS.len() {
        first[QUOTATION_MARKS[at].glyph.as_bytes()[0] as usize] = true;
        at += 1;
    }
    first
};

/// The character of each mark; `u32::MAX`, which is no character, for a mark of two.
const CODES: [u32; QUOTATION_MARKS.len()] = {
    let mut codes = [u32::MAX; QUOTATION_MARKS.len()];
    let mut at = 0;
    while at < codes.len() {
        if let Some(code) = code(QUOTATION_MARKS[at].glyph.as_bytes()) {
            codes[at] = code;
        }
        at += 1;
    }
    codes
};

/// The bits of all marks. With so many, no letter and no space shares one.
const FILTER: u128 = {
    let mut filter = 0;
    let mut at = 0;
    while at < CODES.len() {
        filter |= bit(CODES[at]);
        at += 1;
    }
    filter
};

const fn bit(code: u32) -> u128 {
    1 << (code % u128::BITS)
}

/// The character that these bytes are, if they are one of the basic plane.
const fn code(glyph: &[u8]) -> Option<u32> {
    match *glyph {
        [first, second, third] if first >= 0xe0 => {
            Some((first as u32 & 0xf) << 12 | (second as u32 & 0x3f) << 6 | third as u32 & 0x3f)
        }
        [first, second] if first >= 0xc0 => Some((first as u32 & 0x1f) << 6 | second as u32 & 0x3f),
        [first] => Some(first as u32),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_found_by_its_glyph() {
        for mark in QUOTATION_MARKS {
            assert_eq!(with_glyph(mark.glyph), Some(mark));
            let mut chars = mark.glyph.chars();
            if let (Some(c), None) = (chars.next(), chars.next()) {
                assert_eq!(with_char(c), Some(mark));
                assert_eq!(code(mark.glyph.as_bytes()), Some(u32::from(c)));
            }
        }
    }

    #[test]
    fn other_characters_are_no_marks() {
        for c in ['a', 'é', '—', '…', '，', '(', ',', '\u{0}'] {
            assert_eq!(with_char(c), None, "{c:?}");
        }
    }

    #[test]
    fn no_glyph_and_no_reference_stands_in_two_rows() {
        for (at, mark) in QUOTATION_MARKS.iter().enumerate() {
            for other in &QUOTATION_MARKS[..at] {
                assert_ne!(mark.glyph, other.glyph);
                assert!(mark.reference.is_none() || mark.reference != other.reference);
            }
        }
    }
}
