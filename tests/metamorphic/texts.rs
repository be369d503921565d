//! The texts to transform.

use serde::Deserialize;

use crate::spec_files;

const ARTICLE: &str = include_str!("../../examples/data/security_council.txt");

/// Names of the bundled article and the same names with accents.
const ACCENTED: &[(&str, &str)] = &[
    ("Antonio Guterres", "António Gutérres"),
    ("Guterres", "Gutérres"),
    ("Blinken", "Blínken"),
    ("Khan", "Khán"),
    ("Colonna", "Colónna"),
    ("Kuleba", "Kulebá"),
    ("Coveney", "Coveneÿ"),
];

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
    #[serde(default)]
    only: String,
}

/// Returns the bundled article, the article with accents on its names, and the text of every case of the
/// specification that promises an answer.
pub fn all() -> Vec<String> {
    let cases = spec_files::read_all().into_iter().flat_map(|file| {
        let parsed: File = toml::from_str(&file.toml).expect("tests/spec.rs checks the format");
        parsed.case
    });
    let texts = cases.filter(|case| case.only != "invariants").map(|case| case.text);
    let accented = ACCENTED.iter().fold(ARTICLE.to_owned(), |text, (from, to)| text.replace(from, to));
    [ARTICLE.to_owned(), accented].into_iter().chain(texts).collect()
}
