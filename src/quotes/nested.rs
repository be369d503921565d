//! Quotations within quotations, level by level.
//!
//! Imports the quotations of `quotes` and typed indices.

use crate::quotes::paragraphs::{Piece, Quotes};
use crate::text::index::{QuotationId, TokenRange};

/// The quotations whose parents are of one level, as if nothing were around these parents.
pub(crate) struct Level {
    /// All quotations; only those of this level have pieces.
    pub quotes: Quotes,
    /// The insides of the parents that hold them, or of all parents, in order, each with those of its pieces.
    pub insides: Vec<TokenRange>,
}

impl Quotes {
    /// The levels of quotations within others, from the outermost. Linear for each level, of which the matcher allows
    /// a bounded number. With `all`, the insides are those of all quotations, whether or not they hold others.
    pub(crate) fn levels(&self, all: bool) -> impl Iterator<Item = Level> + '_ {
        let mut around = (all || self.has_nested()).then(|| self.pieces.clone());
        std::iter::from_fn(move || {
            let level = self.level_within(around.as_deref()?, all)?;
            around = Some(level.quotes.pieces.clone());
            Some(level)
        })
    }

    fn has_nested(&self) -> bool {
        self.list().iter().any(|quote| quote.parent.is_some())
    }

    /// A piece without its marks.
    fn inside(&self, piece: Piece) -> TokenRange {
        let quote = piece.quotation().of(self.list());
        let is_closed = quote.is_some_and(|quote| quote.is_closed && quote.tokens.end == piece.end());
        let start = piece.start() + 1;
        start.to((piece.end() - usize::from(is_closed)).max(start))
    }

    /// The quotations that lie in one of these pieces and have its quotation as their parent.
    fn level_within(&self, around: &[Piece], all: bool) -> Option<Level> {
        let (mut pieces, mut insides) = (Vec::new(), Vec::new());
        if all {
            insides
                .extend(around.iter().map(|piece| self.inside(*piece)).filter(|inside| !inside.is_empty()));
        }
        let mut outer = around.iter().peekable();
        for (index, quote) in self.list().iter().enumerate() {
            let Some(parent) = quote.parent else { continue };
            while outer.next_if(|piece| piece.end() <= quote.tokens.start).is_some() {}
            let holder = outer.peek().filter(|piece| piece.quotation() == parent);
            let Some(holder) = holder.filter(|piece| piece.tokens().covers(quote.tokens)) else { continue };
            let inside = self.inside(**holder);
            if inside.covers(quote.tokens) {
                pieces.push(Piece::new(QuotationId::new(index), quote.tokens));
                if !all && insides.last() != Some(&inside) {
                    insides.push(inside);
                }
            }
        }
        let quotes = Quotes::with_pieces(self, pieces);
        (!insides.is_empty()).then_some(Level { quotes, insides })
    }
}
