//! Which given names may belong to one person: "Bill" and "William".

use crate::language::{folded_hash, Language};

/// Nicknames and the names that they are short for.
#[derive(Debug)]
pub(crate) struct Nicknames {
    /// The hashes of each nickname and a name that it is short for. Sorted.
    pairs: &'static [(u64, u64)],
    /// Bits that the hashes set: most other words set none of them.
    filter: [u64; 64],
}

const fn bit(hash: u64) -> (usize, u64) {
    ((hash >> 58) as usize, 1 << (hash >> 52 & 63))
}

impl Nicknames {
    /// Of sorted pairs.
    pub(crate) const fn new(pairs: &'static [(u64, u64)]) -> Self {
        let (mut filter, mut at) = ([0; 64], 0);
        while at < pairs.len() {
            let (nickname, name) = (bit(pairs[at].0), bit(pairs[at].1));
            filter[nickname.0] |= nickname.1;
            filter[name.0] |= name.1;
            at += 1;
        }
        Nicknames { pairs, filter }
    }

    fn may_hold(&self, hash: u64) -> bool {
        let (place, bit) = bit(hash);
        self.filter[place] & bit != 0
    }
}

impl Language {
    /// Whether one of two given names, given by their folded hashes, is a nickname of the other.
    pub(crate) fn is_nickname(&self, one: u64, other: u64) -> bool {
        let nicknames = &self.tables.nicknames;
        let holds = |pair| nicknames.pairs.binary_search(&pair).is_ok();
        nicknames.may_hold(one) && nicknames.may_hold(other) && (holds((one, other)) || holds((other, one)))
    }

    /// Whether two given names may belong to one person: they are equal, capitals aside, or one is the initial or a
    /// nickname of the other.
    pub(crate) fn same_given_name(&self, one: &str, other: &str) -> bool {
        let hashes = (folded_hash(one), folded_hash(other));
        hashes.0 == hashes.1
            || initial_of(one, other)
            || initial_of(other, one)
            || self.is_nickname(hashes.0, hashes.1)
    }
}

fn initial_of(initial: &str, name: &str) -> bool {
    let mut chars = initial.trim_end_matches('.').chars();
    let (Some(letter), None) = (chars.next(), chars.next()) else { return false };
    name.chars().next().is_some_and(|first| first.to_lowercase().eq(letter.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nicknames_and_initials() {
        let english = Language::english();
        assert!(english.same_given_name("Bill", "William"));
        assert!(english.same_given_name("J.", "John"));
        assert!(!english.same_given_name("Bill", "Hillary"));
    }
}
