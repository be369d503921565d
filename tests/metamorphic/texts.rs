//! The texts that are transformed.

use std::fs;
use std::path::Path;

use serde::Deserialize;

const ARTICLE: &str = include_str!("../../examples/data/security_council.txt");

/// Names of the article, and how they would be written with accents.
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

/// The bundled article, the same with accents on its names, and every case of the specification that promises an answer.
pub fn all() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("tests/spec is a folder")
        .map(|entry| entry.expect("an entry of tests/spec can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    paths.sort();
    let cases = paths.iter().flat_map(|path| {
        let toml = fs::read_to_string(path).expect("a case file is UTF-8");
        toml::from_str::<File>(&toml).expect("tests/spec.rs has read it").case
    });
    let promising = cases.filter(|case| case.only != "invariants").map(|case| case.text);
    let accented = ACCENTED.iter().fold(ARTICLE.to_owned(), |text, (from, to)| text.replace(from, to));
    [ARTICLE.to_owned(), accented].into_iter().chain(promising).collect()
}
