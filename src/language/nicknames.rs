//! Which given names may be one person's: "Bill" and "William".

use once_cell::sync::Lazy;

use crate::language::folded_hash;

/// The hashes of each nickname and a name that it stands for, in order.
static NICKNAMES: Lazy<Vec<(u64, u64)>> = Lazy::new(|| {
    let mut pairs: Vec<_> = super::entries(include_str!("english/lexicon/nicknames.tsv"))
        .flat_map(|(nickname, names)| names.split(',').map(move |name| (nickname, name)))
        .map(|(nickname, name)| (folded_hash(nickname), folded_hash(name)))
        .collect();
    pairs.sort_unstable();
    pairs
});

/// Whether two given names may be one person's, capitals aside: the same, an initial of the other, or a
/// nickname of the other.
pub(crate) fn same_given_name(one: &str, other: &str) -> bool {
    let hashes = (folded_hash(one), folded_hash(other));
    hashes.0 == hashes.1
        || initial_of(one, other)
        || initial_of(other, one)
        || NICKNAMES.binary_search(&hashes).is_ok()
        || NICKNAMES.binary_search(&(hashes.1, hashes.0)).is_ok()
}

/// Bits that the hashes of nicknames and of what they stand for set.
static MARKS: Lazy<[u64; 64]> = Lazy::new(|| {
    let mut marks = [0; 64];
    for hash in NICKNAMES.iter().flat_map(|(one, other)| [*one, *other]) {
        marks[(hash >> 58) as usize] |= 1 << (hash >> 52 & 63);
    }
    marks
});

fn is_marked(hash: u64) -> bool {
    MARKS[(hash >> 58) as usize] >> (hash >> 52 & 63) & 1 != 0
}

/// Whether one of two given names, told by their hashes, is a nickname of the other.
pub(crate) fn is_nickname(one: u64, other: u64) -> bool {
    is_marked(one)
        && is_marked(other)
        && (NICKNAMES.binary_search(&(one, other)).is_ok() || NICKNAMES.binary_search(&(other, one)).is_ok())
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
        assert!(same_given_name("Bill", "William"));
        assert!(same_given_name("J.", "John"));
        assert!(!same_given_name("Bill", "Hillary"));
    }
}
