//! Compares names.
//!
//! The words of English that it needs are data, one a line, in `data/english`.

use std::collections::HashSet;
use std::sync::LazyLock;

use caseless::Caseless;
use regex::Regex;
use unicode_normalization::UnicodeNormalization;

/// Words of a name that do not identify anybody, in lower case.
static TITLES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../../data/english/titles.txt").lines().collect());

/// Words after a surname that do not identify anybody, in lower case.
static SUFFIXES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../../data/english/name_suffixes.txt").lines().collect());

const POSSESSIVE_ENDINGS: &str = include_str!("../../data/english/possessive_endings.txt");

// `\p{L}\p{N}_` instead of `\w`, which also matches combining marks.
static WORD: LazyLock<Regex> = LazyLock::new(|| pattern(r"[\p{L}\p{Nl}\p{No}][\p{L}\p{N}_’'.-]*"));
static NOT_IN_NAMES: LazyLock<Regex> = LazyLock::new(|| pattern(r"[^\p{L}\p{N}_’' -]"));

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is a valid constant")
}

/// The capitalised words of `text` without titles and possessive endings, case-folded.
pub fn proper(text: &str) -> HashSet<String> {
    WORD.find_iter(text).filter_map(|word| proper_word(word.as_str())).collect()
}

fn proper_word(word: &str) -> Option<String> {
    let bare = POSSESSIVE_ENDINGS.lines().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let bare = bare.trim_matches(|char| ".'’-".contains(char));
    let is_title = || TITLES.contains(bare.to_lowercase().as_str());
    (bare.starts_with(char::is_uppercase) && !is_title()).then(|| bare.nfkd().default_case_fold().collect())
}

/// Whether `name` equals one of the accepted names, regardless of case, titles, articles, initials and
/// suffixes.
pub fn is_one_of<'a>(name: &str, accepted: impl IntoIterator<Item = &'a str>) -> bool {
    let (folded, identifying) = (fold(name), identifying_words(name));
    accepted.into_iter().map(fold).any(|accepted| {
        folded == accepted || (!identifying.is_empty() && identifying == identifying_words(&accepted))
    })
}

fn fold(name: &str) -> String {
    name.chars().default_case_fold().collect()
}

/// The words of a name that distinguish it from other names.
fn identifying_words(name: &str) -> String {
    let folded: String = name.nfkc().default_case_fold().collect::<String>().replace('’', "'");
    let words = NOT_IN_NAMES.replace_all(&folded, "");
    let identifying = words
        .split_whitespace()
        .filter(|word| !TITLES.contains(word) && !SUFFIXES.contains(word))
        .filter(|word| word.chars().count() > 1);
    identifying.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proper_words_are_capitalised_and_bare() {
        let words = proper("President Wang’s plan, said Ms. O’Neill’s U.S. office of ÉLAN");
        let expected = ["wang", "o’neill", "élan"].map(|word| word.nfkd().collect::<String>());
        assert_eq!(words, HashSet::from(expected));
    }

    #[test]
    fn names_are_equal_regardless_of_titles_initials_and_suffixes() {
        assert!(is_one_of("Sen. Mary J. Holt", ["mary holt"]));
        assert!(is_one_of("John Holt Jr.", ["Holt", "John Holt"]));
        assert!(!is_one_of("Mary Holt", ["Holt", "John Holt"]));
    }

    #[test]
    fn a_title_alone_equals_no_other_title() {
        assert!(is_one_of("The President", ["the president"]));
        assert!(!is_one_of("The President", ["The Governor"]));
    }
}
