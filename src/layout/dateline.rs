//! Datelines: "LIMA (AP) --", "New Delhi, Aug 14 (PTI)", "CAIRO —", and the times of entries: "16:35 Fire crews …".
//!
//! Imports word classes, typed indices and documents.

use crate::language::Classes;
use crate::text::index::{TokenIdx, TokenRange};
use crate::tokenizer::{Document, Shape, TokenKind, View};

/// The maximum length of a dateline without its dash, in tokens.
const LONGEST_DATELINE: usize = 10;

/// Marks within a dateline.
const MARKS: Classes = Classes::COMMA.or(Classes::OPENING_BRACKET).or(Classes::CLOSING_BRACKET);

/// The dateline at the start of a paragraph, with its dash; empty where there is none.
///
/// A place and a dash need a capital or a quotation after them. The caller decides whether a quotation begins at
/// a token, since quotations are matched after the layout.
pub(crate) fn dateline(
    document: &Document<'_>,
    paragraph: TokenRange,
    begins_quotation: impl Fn(TokenIdx) -> bool,
) -> TokenRange {
    let line = Line { document, paragraph };
    paragraph.start.to(paragraph.start + line.dateline_len(begins_quotation))
}

/// The first tokens of a paragraph, counted from its start.
struct Line<'d, 't> {
    document: &'d Document<'t>,
    paragraph: TokenRange,
}

impl Line<'_, '_> {
    /// The view of a token, if it is one of the paragraph.
    fn view(&self, nth: usize) -> View {
        let at = self.paragraph.start + nth;
        if self.paragraph.contains(at) {
            self.document.view(at)
        } else {
            View::NONE
        }
    }

    fn is(&self, nth: usize, of: Classes) -> bool {
        self.view(nth).is(of)
    }

    fn is_all_capitals(&self, nth: usize) -> bool {
        let at = self.paragraph.start + nth;
        self.paragraph.contains(at) && self.document.is_all_capitals(at)
    }

    /// Whether the time of an entry opens it: "16:35 Fire crews are here."
    fn opens_with_time(&self, begins_quotation: impl Fn(TokenIdx) -> bool) -> bool {
        let first = self.paragraph.start;
        self.document.kind(first) == Some(TokenKind::Number)
            && self.document.text_of(first).contains(':')
            && (self.view(1).has(Shape::CAPITAL) || begins_quotation(first + 1))
    }

    /// The number of signs before a quotation that open it, as the stars of a review do: "★★★★☆ “Good beds.”"
    fn signs_len(&self, begins_quotation: impl Fn(TokenIdx) -> bool) -> usize {
        let is_sign = |at: &TokenIdx| self.document.kind(*at) == Some(TokenKind::Other);
        let count = self.paragraph.iter().take(LONGEST_DATELINE).take_while(is_sign).count();
        if count > 0 && begins_quotation(self.paragraph.start + count) {
            count
        } else {
            0
        }
    }

    fn dateline_len(&self, begins_quotation: impl Fn(TokenIdx) -> bool) -> usize {
        if self.opens_with_time(&begins_quotation) {
            return 1;
        }
        let signs = self.signs_len(&begins_quotation);
        if signs > 0 {
            return signs;
        }
        let may_continue = |nth: &usize| {
            let view = self.view(*nth);
            view.has(Shape::CAPITAL.or(Shape::NUMBER)) || view.is(MARKS)
        };
        let longest = self.paragraph.len().min(LONGEST_DATELINE);
        let end = (0..longest).take_while(may_continue).count();
        let bracket = (3..end).find(|&nth| {
            self.is(nth, Classes::CLOSING_BRACKET) && self.is(nth - 2, Classes::OPENING_BRACKET)
        });
        if let Some(bracket) = bracket {
            return self.len_with_agency(end, bracket);
        }
        let begins =
            || self.view(end + 1).has(Shape::CAPITAL) || begins_quotation(self.paragraph.start + (end + 1));
        let is_place = self.is_all_capitals(0)
            && self.is(end, Classes::DASH)
            && (0..end).all(|nth| self.is_of_place(nth))
            && begins();
        if is_place {
            end + 1
        } else {
            0
        }
    }

    /// The length of a dateline that names an agency before this closing bracket; 0 where it is none.
    fn len_with_agency(&self, end: usize, bracket: usize) -> usize {
        let is_dated = (0..end).any(|nth| self.is(nth, Classes::CALENDAR));
        match self.is(bracket + 1, Classes::DASH) {
            true if is_dated || self.is_all_capitals(0) => bracket + 2,
            false if is_dated && self.is_all_capitals(bracket - 1) => bracket + 1,
            _ => 0,
        }
    }

    /// Whether a token may be part of a place in capitals.
    fn is_of_place(&self, nth: usize) -> bool {
        let view = self.view(nth);
        self.is_all_capitals(nth) || !view.has(Shape::WORD) || view.is(Classes::PLACE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn found(text: &str) -> &str {
        let document = Document::new(text, &Language::default());
        let paragraph = document.paragraphs().next().unwrap_or_default();
        let begins_quotation = |at: TokenIdx| document.text_of(at) == "“";
        document.slice(dateline(&document, paragraph, begins_quotation))
    }

    #[test]
    fn datelines_end_with_their_dash_or_bracket() {
        for (text, dateline) in [
            ("LIMA (AP) -- The mayor left.", "LIMA (AP) --"),
            ("New Delhi, Aug 14 (PTI) The mayor left.", "New Delhi, Aug 14 (PTI)"),
            ("CAIRO — The mayor left.", "CAIRO —"),
            ("CAIRO — “We left,” she said.", "CAIRO —"),
            ("CAIRO — the mayor left.", ""),
            ("Cairo (the capital) — The mayor left.", ""),
            ("The mayor left.", ""),
            ("LIMA\n\n— The mayor left.", ""),
        ] {
            assert_eq!(found(text), dateline, "{text}");
        }
    }
}
