//! News to measure with: the articles of a folder, or the bundled one under ever new names.

use std::ffi::OsString;
use std::fs;

const ARTICLE: &str = include_str!("../../examples/data/security_council.txt");

/// Who speaks in the bundled article: first name and surname.
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

/// What surnames are made of.
const SYLLABLES: [&str; 16] =
    ["ba", "ko", "ri", "men", "sa", "lo", "ven", "ti", "ra", "dor", "ka", "lin", "mo", "ges", "tu", "nar"];

/// The articles of the folder named in the environment variable CORPUS, or the bundled one: all of them
/// once, and where they hold less than so many bytes, again until they do.
pub fn articles(bytes: usize) -> Vec<String> {
    let corpus = std::env::var_os("CORPUS").map(folder);
    let once = corpus.as_ref().map_or(1, Vec::len);
    let mut articles = Vec::new();
    let mut held = 0;
    while held < bytes || articles.len() < once {
        let at = articles.len();
        let article = match &corpus {
            Some(corpus) => corpus[at % corpus.len()].clone(),
            None => renamed(at),
        };
        held += article.len();
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

/// The bundled article with other people in it, so that a long text does not name the same few throughout.
fn renamed(copy: usize) -> String {
    let mut article = ARTICLE.to_owned();
    for (at, (first, last)) in SPEAKERS.iter().enumerate() {
        let person = copy * SPEAKERS.len() + at;
        article = article.replace(first, FIRST_NAMES[(copy + at) % FIRST_NAMES.len()]);
        article = article.replace(last, &surname(person));
    }
    article
}

/// A surname of four syllables, another for each of the first 65,536 people.
fn surname(person: usize) -> String {
    // Odd, so that no two people get the same product; large, so that neighbours sound unlike.
    let scattered = person.wrapping_mul(40_503);
    let name: String = [12, 8, 4, 0].iter().map(|shift| SYLLABLES[scattered >> shift & 15]).collect();
    name[..1].to_uppercase() + &name[1..]
}
