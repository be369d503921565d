//! When two ways to write a name mean the same one.

use std::collections::HashSet;
use std::sync::LazyLock;

use caseless::Caseless;
use regex::Regex;
use unicode_normalization::UnicodeNormalization;

/// Words that say nothing about who it is.
static TITLES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "mr mrs ms miss dr sir madam lord lady sen senator rep representative gov governor president vice \
     secretary minister prime foreign chief general gen col colonel capt captain lt sgt judge justice \
     attorney mayor chairman chairwoman chair director spokesman spokeswoman spokesperson professor \
     prof rev reverend king queen prince princess pope the a an of and former candidate nominee \
     republican democrat democratic gop u.s us united states state"
        .split_whitespace()
        .collect()
});

// `\p{L}\p{N}_` rather than `\w`, which also takes combining marks for letters.
static WORD: LazyLock<Regex> = LazyLock::new(|| pattern(r"[\p{L}\p{Nl}\p{No}][\p{L}\p{N}_’'.-]*"));
static NO_NAME: LazyLock<Regex> = LazyLock::new(|| pattern(r"[^\p{L}\p{N}_’' -]"));

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a constant, valid pattern")
}

/// The capitalised words of `text`, titles and possessive endings aside, folded.
pub fn proper(text: &str) -> HashSet<String> {
    WORD.find_iter(text).filter_map(|word| proper_word(word.as_str())).collect()
}

fn proper_word(word: &str) -> Option<String> {
    let bare = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word);
    let bare = bare.trim_matches(|char| ".'’-".contains(char));
    let capital = bare.starts_with(char::is_uppercase);
    let title = || TITLES.contains(bare.to_lowercase().as_str());
    (capital && !title()).then(|| bare.nfkd().default_case_fold().collect())
}

/// Whether `name` is one of the accepted ones; case, titles, articles, initials and suffixes aside.
pub fn is_one_of<'a>(name: &str, accepted: impl IntoIterator<Item = &'a str>) -> bool {
    let (folded, squashed) = (fold(name), squash(name));
    accepted
        .into_iter()
        .map(fold)
        .any(|accepted| folded == accepted || (!squashed.is_empty() && squashed == squash(&accepted)))
}

fn fold(name: &str) -> String {
    name.chars().default_case_fold().collect()
}

/// What of a name tells it from others.
fn squash(name: &str) -> String {
    let folded: String = name.nfkc().default_case_fold().collect::<String>().replace('’', "'");
    let words = NO_NAME.replace_all(&folded, "");
    let telling = words
        .split_whitespace()
        .filter(|word| !TITLES.contains(word) && !["jr", "sr"].contains(word))
        .filter(|word| word.chars().count() > 1);
    telling.collect::<Vec<_>>().join(" ")
}
