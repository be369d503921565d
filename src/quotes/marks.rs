//! Which marks there are, and what each can do where it stands.

use std::ops::BitOr;

use crate::language::{Ending, Language};
use crate::tokenizer::{Document, TokenKind};

/// A set of quotation marks, by family. Combined with `|`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks(u8);

impl Marks {
    /// “ ”, „ “, " and ``…''.
    pub const DOUBLE: Marks = Marks(1);
    /// ‘ ’, ‚ ‘, ' and `…'.
    pub const SINGLE: Marks = Marks(2);
    /// « » and ‹ ›, either way round.
    pub const GUILLEMETS: Marks = Marks(4);
    /// 「 」 and 『 』.
    pub const CORNERS: Marks = Marks(8);
    /// All of them.
    pub const ALL: Marks = Marks(15);
    /// None of them.
    pub const NONE: Marks = Marks(0);

    /// Whether every family of `other` is in this set.
    #[must_use]
    pub const fn contains(self, other: Marks) -> bool {
        self.0 & other.0 == other.0
    }
}

impl Default for Marks {
    fn default() -> Self {
        Marks::ALL
    }
}

impl BitOr for Marks {
    type Output = Marks;

    fn bitor(self, other: Marks) -> Marks {
        Marks(self.0 | other.0)
    }
}

/// Marks that close one another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Family {
    Double,
    Single,
    Guillemet,
    Corner,
}

/// What the glyph itself says about its direction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Glyph {
    Opening,
    Closing,
    Straight,
}

/// A mark that may open or close a quotation here.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    token: u32,
    pub family: Family,
    pub glyph: Glyph,
    /// Whether something follows it without a space.
    pub touches_next: bool,
    /// Whether something stands before it without a space.
    pub touches_previous: bool,
    /// Whether a closing single mark may as well be an apostrophe ("the dogs’ owner", "goin’ home").
    pub may_be_apostrophe: bool,
    /// Whether a straight mark may as well be inches: 12" record.
    pub may_be_inches: bool,
    /// „ and ‚, which “ and ‘ close.
    pub is_low: bool,
}

impl Mark {
    /// The mark at this token, or `None` where it is an apostrophe, a measure, an attribute of markup
    /// or not to be counted.
    pub(crate) fn at(
        document: &Document<'_>,
        token: usize,
        paragraph_end: usize,
        marks: Marks,
    ) -> Option<Mark> {
        let (family, glyph) = family(document.text_of(token))?;
        if !marks.contains(family.marks()) {
            return None;
        }
        let here = document.tokens[token];
        let next = (token + 1 < paragraph_end).then(|| document.tokens[token + 1]);
        let mark = Mark {
            token: token as u32,
            family,
            glyph,
            touches_next: next.is_some_and(|next| !next.has_space_before()),
            touches_previous: token > 0 && !here.has_space_before(),
            may_be_inches: glyph == Glyph::Straight
                && token > 0
                && document.tokens[token - 1].is_a(TokenKind::Number),
            is_low: matches!(document.text_of(token), "„" | "‚"),
            may_be_apostrophe: family == Family::Single && may_be_possessive(document, token),
        };
        let counts = match family {
            Family::Single => mark.is_quotation_mark(document),
            Family::Double => !measures_inches(document, token),
            Family::Guillemet | Family::Corner => true,
        };
        counts.then_some(mark)
    }

    pub(crate) fn token(&self) -> usize {
        self.token as usize
    }

    pub(crate) fn can_only_open(&self) -> bool {
        !self.touches_previous && self.touches_next
    }

    pub(crate) fn can_only_close(&self) -> bool {
        self.touches_previous && !self.touches_next
    }

    /// Whether a single mark stands where only a quotation's can: not within a word, not before "90s".
    fn is_quotation_mark(&self, document: &Document<'_>) -> bool {
        let opens = self.touches_next && opens_after(document, self.token());
        match self.glyph {
            Glyph::Opening => true,
            _ if opens => !is_elision(document, self.token() + 1) && self.glyph == Glyph::Straight,
            _ => self.touches_previous && !joins_words(document, self),
        }
    }
}

impl Family {
    fn marks(self) -> Marks {
        match self {
            Family::Double => Marks::DOUBLE,
            Family::Single => Marks::SINGLE,
            Family::Guillemet => Marks::GUILLEMETS,
            Family::Corner => Marks::CORNERS,
        }
    }
}

fn family(mark: &str) -> Option<(Family, Glyph)> {
    Some(match mark {
        "“" | "„" | "‟" | "``" => (Family::Double, Glyph::Opening),
        "”" | "''" | "’’" => (Family::Double, Glyph::Closing),
        "\"" => (Family::Double, Glyph::Straight),
        "‘" | "‚" | "‛" | "`" => (Family::Single, Glyph::Opening),
        "’" => (Family::Single, Glyph::Closing),
        "'" => (Family::Single, Glyph::Straight),
        "«" | "‹" => (Family::Guillemet, Glyph::Opening),
        "»" | "›" => (Family::Guillemet, Glyph::Closing),
        "「" | "『" => (Family::Corner, Glyph::Opening),
        "」" | "』" => (Family::Corner, Glyph::Closing),
        _ => return None,
    })
}

/// Whether what stands before the mark lets a quotation open: a space, a bracket, a dash, a mark.
fn opens_after(document: &Document<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return true };
    document.tokens[token].has_space_before()
        || matches!(
            document.text_of(before),
            "(" | "[" | "{" | "—" | "–" | "-" | "--" | "/" | ":" | "“" | "\"" | "„" | "«" | "``"
        )
}

/// Whether the token is what is left of a word or a year after an apostrophe: "’tis", "’em", "’90s".
fn is_elision(document: &Document<'_>, token: usize) -> bool {
    let text = document.text_of(token);
    match document.tokens.get(token).map(|token| token.kind()) {
        Some(TokenKind::Number) => {
            let digits = text.trim_end_matches('s');
            digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit())
        }
        Some(TokenKind::Word) => Language::english().is_elision(text),
        _ => false,
    }
}

/// Whether the mark stands between two letters or digits, or after a number as a foot does (6' 2").
fn joins_words(document: &Document<'_>, mark: &Mark) -> bool {
    let is_word = |token: usize| {
        document
            .tokens
            .get(token)
            .is_some_and(|token| matches!(token.kind(), TokenKind::Word | TokenKind::Number))
    };
    let Some(before) = mark.token().checked_sub(1) else { return false };
    let measures = document.tokens[before].is_a(TokenKind::Number) && mark.glyph == Glyph::Straight;
    (mark.touches_next && is_word(before) && is_word(mark.token() + 1))
        || measures && followed_by_number(document, mark)
}

/// Whether the mark stands behind feet and inches: 6' 2".
fn measures_inches(document: &Document<'_>, token: usize) -> bool {
    let [feet, mark, inches] = [3, 2, 1].map(|back| token.checked_sub(back));
    let is_number =
        |token: Option<usize>| token.is_some_and(|token| document.tokens[token].is_a(TokenKind::Number));
    is_number(inches)
        && is_number(feet)
        && mark.is_some_and(|mark| matches!(document.text_of(mark), "'" | "’"))
}

fn followed_by_number(document: &Document<'_>, mark: &Mark) -> bool {
    document.tokens.get(mark.token() + 1).is_some_and(|next| next.is_a(TokenKind::Number))
}

/// Whether an apostrophe at this place could end its word: "dogs’", "goin’".
fn may_be_possessive(document: &Document<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return false };
    let (word, english) = (document.text_of(before), Language::english());
    let continues = document
        .tokens
        .get(token + 1)
        .is_some_and(|next| next.is_a(TokenKind::Word) && next.has_space_before());
    continues
        && document.tokens[before].is_a(TokenKind::Word)
        && (english.ends_like(word, Ending::Sibilant)
            || english.ends_like(word, Ending::DroppedG)
            || english.is_clipped(word))
}
