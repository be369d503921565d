//! The marks of a text that may open or close a quotation, with the evidence of the tokens around them.
//!
//! Imports the marks table, documents and the elisions of the language.

use std::ops::BitOr;
use std::str::FromStr;

use crate::error::UnknownName;
use crate::language::Ending;
use crate::text::index::{TokenIdx, TokenRange};
use crate::text::named::public_name;
use crate::tokenizer::marks::{self, Family, QuotationMark, Side};
use crate::tokenizer::{Document, TokenKind};

/// A set of quotation marks, by family. Combined with `|`.
///
/// ```
/// use whosaid::Marks;
///
/// let marks = Marks::DOUBLE | Marks::GUILLEMETS;
/// assert!(marks.contains(Marks::DOUBLE) && !marks.contains(Marks::SINGLE));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    /// Every family.
    pub const ALL: Marks = Marks(15);
    /// No family.
    pub const NONE: Marks = Marks(0);

    /// The families with their names.
    const FAMILIES: [(Marks, &'static str); 4] = [
        (Marks::DOUBLE, public_name!("double")),
        (Marks::SINGLE, public_name!("single")),
        (Marks::GUILLEMETS, public_name!("guillemets")),
        (Marks::CORNERS, public_name!("corners")),
    ];

    /// Whether every family of `other` is in this set.
    ///
    /// ```
    /// use whosaid::Marks;
    ///
    /// assert!(Marks::ALL.contains(Marks::DOUBLE | Marks::CORNERS));
    /// assert!(!Marks::DOUBLE.contains(Marks::ALL));
    /// ```
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

/// Reads the name of one family: "double", "single", "guillemets", "corners".
impl FromStr for Marks {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        let family = Marks::FAMILIES.iter().find(|(_, of_family)| *of_family == name);
        let found = family.map(|(marks, _)| *marks);
        found.ok_or_else(|| UnknownName::new(public_name!("family of quotation marks"), name))
    }
}

/// All of these together.
impl FromIterator<Marks> for Marks {
    fn from_iter<I: IntoIterator<Item = Marks>>(all: I) -> Self {
        all.into_iter().fold(Marks::NONE, |marks, more| marks | more)
    }
}

impl BitOr for Marks {
    type Output = Marks;

    fn bitor(self, other: Marks) -> Marks {
        Marks(self.0 | other.0)
    }
}

impl Marks {
    /// The set of one family.
    fn of(family: Family) -> Marks {
        match family {
            Family::Double => Marks::DOUBLE,
            Family::Single => Marks::SINGLE,
            Family::Guillemet => Marks::GUILLEMETS,
            Family::Corner => Marks::CORNERS,
        }
    }
}

/// A mark that may open or close a quotation here.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    pub token: TokenIdx,
    pub family: Family,
    pub side: Side,
    /// Whether the next token follows without a space.
    pub touches_next: bool,
    /// Whether the previous token precedes without a space.
    pub touches_previous: bool,
    /// Whether a closing single mark may as well be an apostrophe ("the dogs’ owner", "goin’ home").
    pub may_be_apostrophe: bool,
    /// Whether a straight mark may as well be inches: 12" record.
    pub may_be_inches: bool,
    /// Whether marks that open elsewhere close this one: „ and ‚.
    pub is_low: bool,
}

impl Mark {
    /// The mark at this token; `None` where it is an apostrophe, a measure or of no family in `counted`.
    pub(crate) fn at(
        document: &Document<'_>,
        at: TokenIdx,
        paragraph: TokenRange,
        counted: Marks,
    ) -> Option<Mark> {
        let QuotationMark { family, side, is_low, .. } = *marks::with_glyph(document.text_of(at))?;
        if !counted.contains(Marks::of(family)) {
            return None;
        }
        let here = document.token(at)?;
        let next = document.token(at + 1).filter(|_| at + 1 < paragraph.end);
        let mark = Mark {
            token: at,
            family,
            side,
            touches_next: next.is_some_and(|next| !next.has_space_before()),
            touches_previous: at > TokenIdx::START && !here.has_space_before(),
            may_be_inches: side == Side::Straight && is_number(document, at - 1),
            is_low,
            may_be_apostrophe: family == Family::Single && may_end_word(document, at),
        };
        let counts = match family {
            Family::Single => mark.is_quotation_mark(document),
            Family::Double => !measures_inches(document, at),
            Family::Guillemet | Family::Corner => true,
        };
        counts.then_some(mark)
    }

    pub(crate) fn can_only_open(&self) -> bool {
        !self.touches_previous && self.touches_next
    }

    pub(crate) fn can_only_close(&self) -> bool {
        self.touches_previous && !self.touches_next
    }

    /// Whether a closing mark has a space on either side, as after a lost dash: no apostrophe has.
    pub(crate) fn stands_alone(&self) -> bool {
        self.side == Side::Closing && !self.touches_previous && !self.touches_next
    }

    /// Whether a single mark is where only a quotation mark can be: not within a word, not before "90s".
    fn is_quotation_mark(&self, document: &Document<'_>) -> bool {
        if self.elides_first_letters(document) {
            return false;
        }
        let opens = self.touches_next && opens_after(document, self.token);
        match self.side {
            Side::Opening => true,
            _ if opens => !is_elision(document, self.token + 1) && self.side == Side::Straight,
            _ => self.stands_alone() || self.touches_previous && !joins_words(document, self),
        }
    }

    /// Whether a mark right after an opening single one is an apostrophe: "‘’Tis late,’ she said".
    fn elides_first_letters(&self, document: &Document<'_>) -> bool {
        let Some(before) = self.token.before().filter(|_| self.touches_previous && self.touches_next) else {
            return false;
        };
        let follows_single = marks::with_glyph(document.text_of(before))
            .is_some_and(|mark| mark.family == Family::Single && mark.can_open());
        follows_single && self.side != Side::Opening && is_elision(document, self.token + 1)
    }
}

/// Punctuation without a space after it that lets a quotation open.
const BEFORE_OPENING: [&str; 9] = ["(", "[", "{", "—", "–", "-", "--", "/", ":"];

/// Whether the token before a single mark lets a quotation open: a space, a bracket, a dash, a double mark.
fn opens_after(document: &Document<'_>, at: TokenIdx) -> bool {
    let Some(before) = at.before() else { return true };
    let text = document.text_of(before);
    document.token(at).is_some_and(|token| token.has_space_before())
        || BEFORE_OPENING.contains(&text)
        || marks::with_glyph(text).is_some_and(is_opening_around)
}

/// Whether a mark may open a quotation with a single mark directly inside it.
fn is_opening_around(mark: &QuotationMark) -> bool {
    mark.can_open() && matches!(mark.family, Family::Double | Family::Guillemet)
}

fn is_a(document: &Document<'_>, at: TokenIdx, kind: TokenKind) -> bool {
    document.token(at).is_some_and(|token| token.is_a(kind))
}

fn is_number(document: &Document<'_>, at: TokenIdx) -> bool {
    is_a(document, at, TokenKind::Number)
}

/// Whether the token is the rest of a word or a year after an apostrophe: "’tis", "’em", "’90s".
fn is_elision(document: &Document<'_>, at: TokenIdx) -> bool {
    let text = document.text_of(at);
    match document.kind(at) {
        Some(TokenKind::Number) => document.language.is_clipped_year(text),
        Some(TokenKind::Word) => document.language.is_elision(text),
        _ => false,
    }
}

/// Whether the mark is between two letters or digits, or after a number as a foot is (6' 2").
fn joins_words(document: &Document<'_>, mark: &Mark) -> bool {
    let Some(before) = mark.token.before() else { return false };
    let after = mark.token + 1;
    let is_word_or_number = |at: TokenIdx| document.is_word(at) || is_number(document, at);
    let measures = is_number(document, before) && mark.side == Side::Straight;
    (mark.touches_next && is_word_or_number(before) && is_word_or_number(after))
        || measures && is_number(document, after)
}

/// Whether the mark follows feet and inches: 6' 2".
fn measures_inches(document: &Document<'_>, at: TokenIdx) -> bool {
    let feet = |mark: TokenIdx| {
        marks::with_glyph(document.text_of(mark)).is_some_and(|mark| mark.may_be_apostrophe())
    };
    is_number(document, at - 1) && is_number(document, at - 3) && feet(at - 2)
}

/// Whether an apostrophe at this place could end its word: "dogs’", "goin’".
fn may_end_word(document: &Document<'_>, at: TokenIdx) -> bool {
    let (before, language) = (at - 1, &document.language);
    document.may_be_possessive(at)
        || document.is_within_words(at) && {
            let word = document.text_of(before);
            language.ends_like(word, Ending::DroppedG) || language.is_clipped(word)
        }
}
