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

/// The files of the specification whose cases are dialogues, and those in British marks.
const DIALOGUES: &[&str] = &["rules/beat", "rules/turn", "quotes/british"];

/// Returns the texts of the dialogues of the specification.
pub fn dialogues() -> Vec<String> {
    cases_of(|file| DIALOGUES.contains(&file))
}

/// Returns the bundled article, the article with accents on its names, and the text of every case of the
/// specification that promises an answer.
pub fn all() -> Vec<String> {
    let accented = ACCENTED.iter().fold(ARTICLE.to_owned(), |text, (from, to)| text.replace(from, to));
    [ARTICLE.to_owned(), accented].into_iter().chain(cases_of(|_| true)).collect()
}

/// Returns the texts of the cases of some files that promise an answer.
fn cases_of(is_read: impl Fn(&str) -> bool) -> Vec<String> {
    let files = spec_files::read_all().into_iter().filter(|file| is_read(&file.name));
    let cases = files.flat_map(|file| {
        let parsed: File = toml::from_str(&file.toml).expect("tests/spec.rs checks the format");
        parsed.case
    });
    cases.filter(|case| case.only != "invariants").map(|case| case.text).collect()
}
