//! No English word is written into the logic: its words are data, in `src/language/english/`.
//!
//! Reads the string and character literals of every file that decides something, and fails on one that is made of
//! words of the English lexicon.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Files and folders whose literals are names for people or for the build script, never compared with a text.
const NOT_LOGIC: &[&str] = &[
    // The names of classes in the data files.
    "language/classes.rs",
    // Tests of the data.
    "language/tests.rs",
    // The names of feature values and of models, which have a type of their own, so that none is a word of a text.
    "models/values.rs",
    "models/schemas.rs",
    // What an explanation says to a person.
    "explanation/",
    // Test texts.
    "spanish_tests.rs",
    "training/tests.rs",
];

/// What precedes a literal that is a name, an attribute or part of the documentation, not a word of a text.
const NAMED: &[&str] = &[
    // Feature values.
    "value!(",
    // The names of public values, as in JSON.
    "public_name!(",
    // Fields in `Debug`.
    ".field(",
    // The parts of a rule's description of itself.
    "name: ",
    "description: ",
    "text: ",
    "speaker: ",
    // The public names of the two rules without a file.
    "Rule::SourceCueClause, ",
    "Rule::ClauseAroundCue, ",
];

/// Literals that are words by chance: the bounds of ranges of letters, the "x" of hexadecimal numbers in references
/// of HTML, and a type in `Debug`.
const ALLOWED: &[&str] = &["a", "z", "A", "Z", "x", "Memories"];

/// A message has more words than this; a phrase that is compared with a text has not.
const LONGEST_PHRASE: usize = 4;

#[test]
fn no_english_word_is_written_into_the_logic() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let words = english_words(&root.join("language/english"))?;
    assert!(words.len() > 20_000 && words.contains("said") && words.contains("according"));
    let mut files = Vec::new();
    list_code(&root, &mut files)?;
    let mut found = Vec::new();
    for file in files {
        let path = file.strip_prefix(&root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        if NOT_LOGIC.iter().any(|other| path.starts_with(other)) {
            continue;
        }
        let code = fs::read_to_string(&file)?;
        found.extend(phrases(&code, &words).into_iter().map(|phrase| format!("{path}: {phrase:?}")));
    }
    assert_eq!(found, [""; 0], "words of English in the logic: ask the language for a role instead");
    Ok(())
}

#[test]
fn words_in_literals_are_found() {
    let words: BTreeSet<String> = ["said", "to", "according", "a"].map(str::to_owned).into();
    for (code, expected) in [
        ("let cue = \"said\";", vec!["said"]),
        ("matches!(word, \"Said\" | \"wept\")", vec!["Said"]),
        ("ends_with(\"according to\")", vec!["according to"]),
        ("// \"said\"", vec![]),
        ("value!(\"said\")", vec![]),
        ("#[serde(rename = \"said\")]", vec![]),
        ("\"\\\"\", \"said\"", vec!["said"]),
        ("b'\"' | '\"', \"said\"", vec!["said"]),
        ("fn f<'a>(said: &'a str) {}\n#[cfg(test)]\nmod tests { \"said\" }", vec![]),
        ("r\"[a-z]\", \"said {to}\"", vec![]),
    ] {
        assert_eq!(phrases(code, &words), expected, "{code}");
    }
}

/// The words of the lexicon, the forms of verbs that rules make left out.
fn english_words(folder: &Path) -> io::Result<BTreeSet<String>> {
    let mut words = BTreeSet::new();
    for entry in fs::read_dir(folder.join("lexicon"))? {
        let text = fs::read_to_string(entry?.path())?;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let forms = line.split('\t').enumerate().filter(|(column, _)| *column != 1);
            words.extend(
                forms.map(|(_, word)| word.to_owned()).filter(|word| word.starts_with(char::is_alphabetic)),
            );
        }
    }
    Ok(words)
}

fn list_code(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list_code(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(())
}

/// The literals of a file, its tests left out, that consist of known words.
fn phrases<'c>(code: &'c str, words: &BTreeSet<String>) -> Vec<&'c str> {
    let code = code.split("#[cfg(test)]\nmod tests").next().unwrap_or("");
    let lines = code.lines().filter(|line| !line.trim_start().starts_with(['#', '/']));
    let is_word = |word: &str| words.contains(&word.to_lowercase());
    let is_phrase = |literal: &&str| {
        let count = literal.split(' ').count();
        count <= LONGEST_PHRASE && literal.split(' ').all(is_word) && !ALLOWED.contains(literal)
    };
    lines.flat_map(literals).filter(is_phrase).collect()
}

/// The contents of the string and character literals of a line, those that [`NAMED`] precedes left out.
fn literals(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = line[at..].find(['"', '\'', '/']).map(|start| at + start) {
        let (before, rest) = (&line[..start], &line[start..]);
        if rest.starts_with("//") {
            break;
        }
        let Some(len) = literal_len(rest) else {
            at = start + 1;
            continue;
        };
        if !NAMED.iter().any(|name| before.ends_with(name)) {
            found.push(&rest[1..len - 1]);
        }
        at = start + len;
    }
    found
}

/// The length of the literal at the start of some code with its quotes; `None` of a lifetime.
fn literal_len(code: &str) -> Option<usize> {
    let quote = code.chars().next().filter(|quote| *quote != '/')?;
    let mut escaped = false;
    let end = code.char_indices().skip(1).find(|(_, c)| {
        let closes = *c == quote && !escaped;
        escaped = *c == '\\' && !escaped;
        closes
    });
    let len = end?.0 + 1;
    let is_character = code[1..len - 1].chars().count() == 1 || code[1..].starts_with('\\');
    (quote == '"' || is_character).then_some(len)
}
