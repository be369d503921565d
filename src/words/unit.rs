//! One unit of a paragraph: a token with its view, or a whole quotation.
//!
//! Imports views and typed indices.

use crate::language::{WordId, UNKNOWN};
use crate::text::index::{PieceIdx, TokenIdx};
use crate::tokenizer::{Shape, View};

/// A token of a paragraph, or a piece of a quotation in place of its tokens.
///
/// 32 bytes, so that its place in a list is a shift away. At 48 bytes, which an alignment of 16 made of it, it was
/// copied and read more slowly.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    /// The view of the token. That of a quotation only shows that it is one.
    pub view: View,
    /// The token, or for a quotation the number of its piece.
    place: TokenIdx,
    pub word: WordId,
    /// The number of finite verbs before this unit in the paragraph. Wraps around: only differences within a
    /// sentence are asked for.
    pub verbs: u16,
}

const _: () = assert!(size_of::<Unit>() == 32);

/// What a unit is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    Token(TokenIdx),
    Piece(PieceIdx),
}

impl Unit {
    /// The unit of a token, after so many finite verbs.
    #[inline]
    pub(crate) fn of_token(view: View, token: TokenIdx, word: WordId, verbs: u16) -> Self {
        Unit { view, place: token, word, verbs }
    }

    /// The unit of a piece of a quotation, after so many finite verbs.
    pub(crate) fn of_piece(piece: PieceIdx, verbs: u16) -> Self {
        let view = View { shape: Shape::QUOTATION, ..View::NONE };
        Unit { view, place: TokenIdx::new(piece.get()), word: UNKNOWN, verbs }
    }

    #[inline]
    pub(crate) fn place(&self) -> Place {
        match self.view.has(Shape::QUOTATION) {
            true => Place::Piece(PieceIdx::new(self.place.get())),
            false => Place::Token(self.place),
        }
    }

    /// The same unit with so many fewer finite verbs before it.
    pub(crate) fn after_fewer_verbs(&self, fewer: u16) -> Self {
        Unit { verbs: self.verbs.wrapping_sub(fewer), ..*self }
    }

    /// The number of finite verbs up to and including this unit.
    #[inline]
    pub(crate) fn verbs_after(&self) -> u16 {
        self.verbs.wrapping_add(u16::from(self.view.has(Shape::FINITE)))
    }
}
