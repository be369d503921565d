//! Which words for people say less than others: "lawmaker" than "senator".

use crate::language::Language;

/// Words for people and the wider words for the same people.
#[derive(Debug)]
pub(crate) struct WiderRoles {
    /// The hashes of each word and a wider one. Sorted.
    pairs: &'static [(u64, u64)],
}

impl WiderRoles {
    /// Of sorted pairs.
    pub(crate) const fn new(pairs: &'static [(u64, u64)]) -> Self {
        WiderRoles { pairs }
    }
}

impl Language {
    /// The folded hashes of the words that are wider than the one with this folded hash.
    pub(crate) fn wider_roles(&self, narrower: u64) -> impl Iterator<Item = u64> {
        let pairs = self.tables.wider_roles.pairs;
        let start = pairs.partition_point(|(word, _)| *word < narrower);
        pairs[start..].iter().take_while(move |(word, _)| *word == narrower).map(|(_, wider)| *wider)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::folded_hash;

    #[test]
    fn a_senator_is_a_lawmaker() {
        let english = Language::english();
        let is_wider = |wider: &str, narrower: &str| {
            english.wider_roles(folded_hash(narrower)).any(|it| it == folded_hash(wider))
        };
        assert!(is_wider("lawmaker", "Sen"));
        assert!(!is_wider("sen", "lawmaker"));
    }
}
