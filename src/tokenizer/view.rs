//! The view of one token: the classes of its word, and the shape that its place and its letters show.
//!
//! Imports word classes, tokens and the narrowing of counts.

use std::ops::BitOr;

use crate::language::Classes;
use crate::text::index::narrow_to_u16;
use crate::tokenizer::kind::TokenKind;
use crate::tokenizer::token::Token;

/// A set of facts that the place and the letters of a token show.
///
/// What its word may be in any place is a set of [`Classes`] from the language.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Shape(u16);

impl Shape {
    pub(crate) const NONE: Shape = Shape(0);
    // The first five are those that a part of speech depends on, see [`Shape::of_tags`].
    /// Written like a name: "Li", "O’Neill", "al-Sisi"; not "iPhone".
    pub(crate) const CAPITAL: Shape = Shape(1 << 0);
    /// A word or a number.
    pub(crate) const WORD: Shape = Shape(1 << 1);
    /// A whole quotation: only units of a paragraph have this shape, no token does.
    pub(crate) const QUOTATION: Shape = Shape(1 << 2);
    pub(crate) const NUMBER: Shape = Shape(1 << 3);
    /// The first word of a sentence, a quotation or a line, so that its capital need not mean a name.
    pub(crate) const BEGINS: Shape = Shape(1 << 4);
    /// A verb that agrees with a subject: "said", "has".
    pub(crate) const FINITE: Shape = Shape(1 << 5);
    /// A word that ends with a point: "Mr.", "U.N."
    pub(crate) const POINTED: Shape = Shape(1 << 6);
    /// A quotation mark or an apostrophe.
    pub(crate) const MARK: Shape = Shape(1 << 7);
    /// A capitalised word of a name or of the title before one. Known once the names of its paragraph are found.
    pub(crate) const NAME: Shape = Shape(1 << 9);
    /// White space, or the start of the text, precedes it.
    pub(crate) const SPACED: Shape = Shape(1 << 8);

    /// How many shapes [`Shape::of_tags`] distinguishes.
    pub(crate) const TAGGED: usize = 1 << 5;

    /// The capital, word, quotation, number and beginning of a sentence among the shapes as an index into a table.
    #[inline]
    pub(crate) const fn of_tags(self) -> usize {
        self.0 as usize % Shape::TAGGED
    }

    /// The shape with this index.
    pub(crate) const fn with_index(index: usize) -> Shape {
        Shape(narrow_to_u16(index % Shape::TAGGED))
    }

    /// This shape if a condition holds, else none. Compiles without a branch.
    #[inline]
    pub(crate) const fn when(self, holds: bool) -> Shape {
        Shape(self.0 * holds as u16)
    }

    /// Whether the two sets share an element.
    #[inline]
    pub(crate) const fn any(self, of: Shape) -> bool {
        self.0 & of.0 != 0
    }

    pub(crate) const fn or(self, other: Shape) -> Shape {
        Shape(self.0 | other.0)
    }
}

impl BitOr for Shape {
    type Output = Shape;

    fn bitor(self, other: Shape) -> Shape {
        self.or(other)
    }
}

/// The classes and the shape of one token.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct View {
    pub classes: Classes,
    pub shape: Shape,
}

impl View {
    /// The view of a token that does not exist.
    pub(crate) const NONE: View = View { classes: Classes::NONE, shape: Shape::NONE };

    /// Whether its word is of one of these classes.
    #[inline]
    pub(crate) const fn is(self, of: Classes) -> bool {
        self.classes.any(of)
    }

    /// Whether it has one of these shapes.
    #[inline]
    pub(crate) const fn has(self, shape: Shape) -> bool {
        self.shape.any(shape)
    }
}

/// The shape of a token by [`Token::written`].
pub(crate) const WRITTEN: [Shape; 256] = {
    let mut written = [Shape::NONE; 256];
    let mut at = 0;
    while at < written.len() {
        let token = Token::written_like(at as u8);
        let number = token.is_a(TokenKind::Number);
        written[at] = Shape::WORD
            .when(number || token.is_a(TokenKind::Word))
            .or(Shape::NUMBER.when(number))
            .or(Shape::MARK.when(token.is_a(TokenKind::Mark)))
            .or(Shape::CAPITAL.when(token.is_capitalised()))
            .or(Shape::POINTED.when(token.ends_with_point()))
            .or(Shape::SPACED.when(token.has_space_before()));
        at += 1;
    }
    written
};
