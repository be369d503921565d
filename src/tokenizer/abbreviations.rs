//! The abbreviations that are written with a point.

use once_cell::sync::Lazy;

static ABBREVIATIONS: Lazy<Vec<&[u8]>> = Lazy::new(|| {
    let mut list: Vec<&[u8]> = include_str!("abbreviations.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(str::as_bytes)
        .collect();
    list.sort_unstable();
    list
});

const LONGEST: usize = 6;

/// Whether `word`, without its point, is an abbreviation. Case counts: "no." and "col." are words.
pub(super) fn contains(word: &[u8]) -> bool {
    word.len() <= LONGEST && ABBREVIATIONS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_abbreviation_is_within_the_limit() {
        assert_eq!(ABBREVIATIONS.iter().map(|entry| entry.len()).max(), Some(LONGEST));
    }
}
