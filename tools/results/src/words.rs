//! The word lists of the library that tell names from descriptions, and short forms of given names.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::UnicodeNormalization;

const GIVEN_NAMES: &str = include_str!("../../../src/language/english/lexicon/given_names.tsv");
const ROLES: &str = include_str!("../../../src/language/english/lexicon/roles.tsv");
const TITLES: &str = include_str!("../../../src/language/english/lexicon/titles.tsv");
const DEMONYMS: &str = include_str!("../../../src/language/english/lexicon/demonyms.tsv");
const ROLES_OF_WORDS: &str = include_str!("../../../src/language/english/lexicon/roles_of_words.tsv");
const ORGANISATIONS: &str = include_str!("../../../src/language/english/lexicon/organisations.tsv");
const NICKNAMES: &str = include_str!("../../../src/language/english/nicknames.tsv");
const ABBREVIATIONS: &str = include_str!("../data/abbreviations.tsv");

/// Small letters without accents and without marks: "O’Malley" is "omalley", "U.N." is "un".
pub(crate) fn fold(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return word.to_ascii_lowercase();
    }
    let letters = word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    letters.filter(|c| c.is_alphanumeric() || *c == '-').collect()
}

/// The rows of a word list: a folded word and the rest of its line.
fn rows(list: &'static str) -> impl Iterator<Item = (String, &'static str)> {
    let lines = list.lines().filter(|line| !line.starts_with(['#', '*']));
    lines.filter_map(|line| line.split_once('\t')).map(|(word, rest)| (fold(word), rest))
}

/// Whether a folded word is a given name.
pub(crate) fn is_given(word: &str) -> bool {
    static WORDS: OnceLock<HashSet<String>> = OnceLock::new();
    WORDS.get_or_init(|| rows(GIVEN_NAMES).map(|(word, _)| word).collect()).contains(word)
}

/// Whether a folded word says what somebody is or does: "president", "republican".
pub(crate) fn is_role(word: &str) -> bool {
    static WORDS: OnceLock<HashSet<String>> = OnceLock::new();
    let lists = || rows(ROLES).chain(rows(TITLES)).chain(rows(DEMONYMS));
    WORDS.get_or_init(|| lists().map(|(word, _)| word).collect()).contains(word)
}

/// Whether a folded word is a title before a name: "sen", "president".
pub(crate) fn is_title(word: &str) -> bool {
    static WORDS: OnceLock<HashSet<String>> = OnceLock::new();
    WORDS.get_or_init(|| rows(TITLES).map(|(word, _)| word).collect()).contains(word)
}

/// Whether a folded word says what kind of organisation one is, without naming it: "company", "police".
pub(crate) fn is_kind_of_organisation(word: &str) -> bool {
    static WORDS: OnceLock<HashSet<String>> = OnceLock::new();
    let generic = || rows(ROLES_OF_WORDS).filter(|(_, classes)| classes.contains("generic-organisation"));
    let plural = || rows(ORGANISATIONS).filter(|(_, classes)| classes.contains("plural"));
    WORDS.get_or_init(|| generic().chain(plural()).map(|(word, _)| word).collect()).contains(word)
}

/// The given names that a folded word is a short form of: "bill" of "william".
pub(crate) fn full_forms(word: &str) -> &'static [String] {
    static WORDS: OnceLock<HashMap<String, Vec<String>>> = OnceLock::new();
    let forms = |list: &str| list.split(',').map(fold).collect();
    let words = WORDS.get_or_init(|| rows(NICKNAMES).map(|(word, list)| (word, forms(list))).collect());
    words.get(word).map_or(&[], Vec::as_slice)
}

/// The name of an organisation that a folded word abbreviates: "un".
pub(crate) fn abbreviated(word: &str) -> Option<&'static str> {
    static WORDS: OnceLock<HashMap<String, &str>> = OnceLock::new();
    WORDS.get_or_init(|| rows(ABBREVIATIONS).collect()).get(word).copied()
}
