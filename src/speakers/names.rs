//! Look-ups in the names of a paragraph or of a text.
//!
//! May import `text` and [`Name`].

use std::cell::Cell;
use std::ops::Index;

use crate::speakers::name::Name;
use crate::text::index::{MentionId, MentionIdx, MentionRange, TokenIdx, TokenRange};
use crate::text::lists::partition_point_near;

/// Consecutive names of a text, in the order of the text. None shares a token with another.
///
/// Every look-up is logarithmic in the distance from the result of the look-up before it.
pub(crate) struct Names<'a> {
    names: &'a [Name],
    /// The index of the last result.
    near: Cell<usize>,
}

impl<'a> Names<'a> {
    /// All names of a text, or those of its paragraphs so far.
    pub(crate) fn new(names: &'a [Name]) -> Self {
        // The last paragraph is asked about first.
        Names { names, near: Cell::new(names.len()) }
    }

    /// The positions of these names.
    pub(crate) fn range(&self) -> MentionRange {
        MentionRange::new(0, self.names.len())
    }

    pub(crate) fn get(&self, at: MentionIdx) -> Option<&'a Name> {
        self.names.get(at.get())
    }

    /// The id of the name that a token is part of, titles and appositions apart.
    pub(crate) fn id_covering(&self, token: TokenIdx) -> Option<MentionId> {
        self.position_covering(token).map(MentionIdx::id)
    }

    fn position_covering(&self, token: TokenIdx) -> Option<MentionIdx> {
        let at = self.ending_by(token);
        self.get(at).filter(|name| name.start() <= token).map(|_| at)
    }

    /// The names that start among these tokens, in order.
    pub(crate) fn within(&self, tokens: TokenRange) -> impl Iterator<Item = &'a Name> {
        let names = self.before(tokens.start).to(self.before(tokens.end));
        names.of(self.names).iter()
    }

    /// The position after the last name that starts before a token.
    pub(crate) fn before(&self, token: TokenIdx) -> MentionIdx {
        self.position(|name| name.start() < token)
    }

    /// The position after the last name that ends at a token or before it.
    pub(crate) fn ending_by(&self, token: TokenIdx) -> MentionIdx {
        self.position(|name| name.end() <= token)
    }

    /// The last name that ends at a token or before it.
    pub(crate) fn last_ending_by(&self, token: TokenIdx) -> Option<MentionIdx> {
        self.ending_by(token).before()
    }

    fn position(&self, precedes: impl Fn(&Name) -> bool) -> MentionIdx {
        let count = partition_point_near(self.names, self.near.get(), precedes);
        self.near.set(count);
        MentionIdx::new(count)
    }
}

impl Index<MentionIdx> for Names<'_> {
    type Output = Name;

    #[inline]
    fn index(&self, at: MentionIdx) -> &Name {
        &self.names[at.get()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speakers::name::{GrammaticalRole, NameKind};

    fn names() -> Vec<Name> {
        [(2, 4), (4, 5), (9, 12)]
            .into_iter()
            .map(|(start, end)| {
                let tokens = TokenRange::new(start, end);
                Name::new(tokens.start.to(tokens.start), tokens, NameKind::Person, GrammaticalRole::Other)
            })
            .collect()
    }

    #[test]
    fn every_token_finds_its_name_in_any_order() {
        let list = names();
        let names = Names::new(&list);
        for token in (0..14).chain((0..14).rev()).map(TokenIdx::new) {
            let expected = (0..3).find(|&at| list[at].tokens().contains(token));
            assert_eq!(names.id_covering(token), expected.map(MentionId::new));
        }
    }

    #[test]
    fn no_name_precedes_the_first_one() {
        let list = names();
        let names = Names::new(&list);
        assert_eq!(names.last_ending_by(TokenIdx::new(3)), None);
        assert_eq!(names.last_ending_by(TokenIdx::new(5)), Some(MentionIdx::new(1)));
    }
}
