//! Which given names may be one person's: "Bill" and "William".

use once_cell::sync::Lazy;

static NICKNAMES: Lazy<Vec<(&str, &str)>> = Lazy::new(|| {
    let mut pairs: Vec<_> = super::entries(include_str!("data/nicknames.tsv"))
        .flat_map(|(nickname, names)| names.split(',').map(move |name| (nickname, name)))
        .collect();
    pairs.sort_unstable();
    pairs
});

/// Whether two given names may be one person's, cases aside: the same, an initial of the other, or a
/// nickname of the other.
pub(crate) fn same_given_name(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    one == other
        || initial_of(&one, &other)
        || initial_of(&other, &one)
        || is_nickname(&one, &other)
        || is_nickname(&other, &one)
}

fn initial_of(initial: &str, name: &str) -> bool {
    let mut chars = initial.trim_end_matches('.').chars();
    matches!((chars.next(), chars.next()), (Some(letter), None) if name.starts_with(letter))
}

fn is_nickname(nickname: &str, name: &str) -> bool {
    NICKNAMES.binary_search(&(nickname, name)).is_ok()
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
