//! News texts: the articles of a folder, or copies of the bundled article with other names.

use std::ffi::OsString;
use std::fs;

const ARTICLE: &str = include_str!("../../examples/data/security_council.txt");

/// First names and surnames of the speakers in the bundled article.
const SPEAKERS: [(&str, &str); 8] = [
    ("Antonio", "Guterres"),
    ("Karim", "Khan"),
    ("Catherine", "Colonna"),
    ("Antony", "Blinken"),
    ("Sergey", "Lavrov"),
    ("Dmytro", "Kuleba"),
    ("James", "Cleverly"),
    ("Simon", "Coveney"),
];

const FIRST_NAMES: [&str; 8] = ["Maria", "Ahmed", "Sarah", "Peter", "Elena", "Thomas", "Laura", "Carlos"];

/// Syllables of generated surnames.
const SYLLABLES: [&str; 16] =
    ["ba", "ko", "ri", "men", "sa", "lo", "ven", "ti", "ra", "dor", "ka", "lin", "mo", "ges", "tu", "nar"];

/// Returns the articles of the folder in the environment variable CORPUS, or copies of the bundled article: each at
/// least once, repeated until they have `bytes` bytes in total.
pub fn articles(bytes: usize) -> Vec<String> {
    let corpus = std::env::var_os("CORPUS").map(folder);
    let min_count = corpus.as_ref().map_or(1, Vec::len);
    let mut articles = Vec::new();
    let mut total = 0;
    while total < bytes || articles.len() < min_count {
        let at = articles.len();
        let article = match &corpus {
            Some(corpus) => corpus[at % corpus.len()].clone(),
            None => renamed(at),
        };
        total += article.len();
        articles.push(article);
    }
    articles
}

fn folder(path: OsString) -> Vec<String> {
    let mut paths: Vec<_> = fs::read_dir(path)
        .expect("CORPUS is a folder")
        .map(|entry| entry.expect("an entry of CORPUS can be read").path())
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "CORPUS holds texts");
    paths.iter().map(|path| fs::read_to_string(path).expect("the texts of CORPUS are UTF-8")).collect()
}

/// Returns the bundled article with other names, so that a long text has many different speakers.
fn renamed(copy: usize) -> String {
    let mut article = ARTICLE.to_owned();
    for (at, (first, last)) in SPEAKERS.iter().enumerate() {
        let person = copy * SPEAKERS.len() + at;
        article = article.replace(first, FIRST_NAMES[(copy + at) % FIRST_NAMES.len()]);
        article = article.replace(last, &surname(person));
    }
    article
}

/// Returns a surname of four syllables, different for each of the first 65,536 people.
fn surname(person: usize) -> String {
    // The factor is odd, so that products modulo 65,536 are unique, and large, so that successive names differ.
    let scattered = person.wrapping_mul(40_503);
    let name: String = [12, 8, 4, 0].iter().map(|shift| SYLLABLES[scattered >> shift & 15]).collect();
    name[..1].to_uppercase() + &name[1..]
}
