//! The possessor of a noun.

use crate::language::Classes;
use crate::reading::sentence::Sentence;
use crate::text::index::{UnitIdx, UnitRange};

/// How many words may be between the possessor and the noun: "Smith's latest, boldest claim".
const ADJECTIVES: usize = 3;

impl Sentence<'_> {
    /// The possessor of the noun at this unit: "Ann Wu's", "his".
    pub(crate) fn possessor(self, noun: UnitIdx) -> Option<UnitRange> {
        let low = self.reach_back(noun, ADJECTIVES + 1);
        let owner = Classes::POSSESSIVE.or(Classes::CLITIC);
        let owner = low.to(noun).iter().rev().find(|&at| self.is(at, owner))?;
        if self.is(owner, Classes::POSSESSIVE) {
            return Some(owner.only());
        }
        let not_of_name =
            Classes::CONJUNCTION.or(Classes::PREPOSITION).or(Classes::SUBORDINATOR).or(Classes::ADVERB);
        let mut start = owner;
        while let Some(before) = self.before(start) {
            if !self.is_name(before) || self.is(before, not_of_name) {
                break;
            }
            start = before;
        }
        if start == owner {
            start = self.owner_in_common_words(owner)?;
        }
        Some(start.to(owner + 1))
    }

    /// Where the noun phrase before a possessive clitic starts, if it means people: "the Florida senator's".
    fn owner_in_common_words(self, clitic: UnitIdx) -> Option<UnitIdx> {
        let noun = self.before(clitic)?;
        let people = Classes::ROLE.or(Classes::PLURAL).or(Classes::ORGANISATION).or(Classes::DOCUMENT);
        let mut near = self.reach_back(noun, ADJECTIVES).to(noun).iter().rev();
        let opener = near.find(|&at| self.is(at, Classes::DETERMINER.or(Classes::POSSESSIVE)))?;
        (self.is(noun, people) && opener.to(noun).iter().all(|at| self.is_word_or_number(at)))
            .then_some(opener)
    }
}
