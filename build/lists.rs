//! Word lists, phrases, endings, nicknames and rules of inflection of a language.

use crate::build::code::{strings, Code};
use crate::build::files::{Error, Files};
use crate::build::hash::hash;
use crate::build::lexicon::inflection;
use crate::build::numbers::{named_value, Words};

/// Writes `LANGUAGE`, which holds all that is known of a language besides the tables of its lexicon.
pub(crate) fn write(files: &Files, language: &str, words: &Words<'_>, code: &mut Code) -> Result<(), Error> {
    for (array, list) in [("NICKNAMES", "nicknames"), ("WIDER_ROLES", "wider_roles")] {
        let pairs = pairs(files, language, list)?;
        code.array(array, "(u64, u64)", pairs.iter().map(|pair| format!("{pair:?}")));
    }
    let mut name = language.to_owned();
    name[..1].make_ascii_uppercase();
    code.item(&format!("pub(crate) static LANGUAGE: Tables = Tables {{\nname: {name:?},\nlexicon: &LEXICON,\nweights: &WEIGHTS,"));
    code.item("nicknames: Nicknames::new(&NICKNAMES),");
    code.item("wider_roles: WiderRoles::new(&WIDER_ROLES),");
    for (field, kind) in [("idioms", "idiom"), ("sources", "source")] {
        code.item(&format!("{field}: Phrases::new(&[{}]),", phrases(files, language, words, kind)?));
    }
    check_kinds(files, &format!("{language}/phrases.tsv"), &["idiom", "source"])?;
    let apostrophes = format!("{language}/apostrophes.tsv");
    let kinds = ["clitic", "elision", "clipped", "name-article"];
    let clitics = of_kind(files, &apostrophes, "clitic");
    let clitics: Vec<String> =
        clitics.map(|clitic| format!("({clitic:?}, [\"’{clitic}\", \"'{clitic}\"])")).collect();
    code.item(&format!("clitics: &[{}],", clitics.join(", ")));
    for (field, kind) in ["elisions", "clipped", "name_articles"].iter().zip(&kinds[1..]) {
        code.item(&format!("{field}: {},", strings(of_kind(files, &apostrophes, kind))));
    }
    check_kinds(files, &apostrophes, &kinds)?;
    write_endings(files, language, code)?;
    for list in ["abbreviations", "before_numbers", "sentence_enders", "sentence_openers"] {
        let mut list_words: Vec<&str> = Vec::new();
        for line in files.lines(&format!("{language}/words/{list}.txt")) {
            list_words.push(line.columns(1, 1)?[0]);
        }
        list_words.sort_unstable();
        code.item(&format!("{list}: WordList::new({}),", strings(list_words)));
    }
    let mut labels = Vec::new();
    for line in files.lines(&format!("{language}/words/turn_labels.txt")) {
        let label = line.columns(1, 1)?[0];
        if label.len() != 1 || !label.starts_with(|c: char| c.is_ascii_uppercase()) {
            return Err(line.error(format!("{label:?} is not one capital letter of ASCII")));
        }
        labels.push(label);
    }
    code.item(&format!("turn_labels: {},", strings(labels)));
    let rules = inflection(files, language)?;
    let rules: Vec<String> =
        rules.iter().map(|rule| format!("{rule:?}").replace("form: ", "form: VerbForm::")).collect();
    code.item(&format!("inflection: &[{}],\n}};", rules.join(", ")));
    Ok(())
}

/// The words in lines of a kind.
fn of_kind<'f>(files: &'f Files, path: &str, kind: &'static str) -> impl Iterator<Item = &'f str> {
    let lines = files.lines(path).filter_map(|line| line.text.split_once('\t'));
    lines.filter(move |(known, _)| *known == kind).map(|(_, words)| words)
}

/// Checks that each line has two columns, the first of which is one of these kinds.
fn check_kinds(files: &Files, path: &str, kinds: &[&str]) -> Result<(), Error> {
    for line in files.lines(path) {
        let kind = line.columns(2, 2)?[0];
        if !kinds.contains(&kind) {
            return Err(line.error(format!("{kind:?} is none of {}", kinds.join(", "))));
        }
    }
    Ok(())
}

/// The phrases of a kind, each as the numbers of its words.
fn phrases(files: &Files, language: &str, words: &Words<'_>, kind: &str) -> Result<String, Error> {
    let mut phrases = String::new();
    for line in files.lines(&format!("{language}/phrases.tsv")) {
        let columns = line.columns(2, 2)?;
        if columns[0] != kind {
            continue;
        }
        let unknown = |word: &str| line.error(format!("{word:?} is no word of the lexicon"));
        let number = |word| words.number(word).ok_or_else(|| unknown(word));
        let numbers = columns[1].split(' ').map(number).collect::<Result<Vec<u16>, Error>>()?;
        phrases.push_str(&format!("&{numbers:?}, "));
    }
    Ok(phrases)
}

/// The hashes of each word of a list and of those beside it, in order: of a nickname and a name that it is short for,
/// of a role and a wider one.
fn pairs(files: &Files, language: &str, list: &str) -> Result<Vec<(u64, u64)>, Error> {
    let mut pairs = Vec::new();
    for line in files.lines(&format!("{language}/{list}.tsv")) {
        let columns = line.columns(2, 2)?;
        for beside in columns[1].split(',') {
            if beside.is_empty() || line.text.to_lowercase() != line.text {
                return Err(line.error("a word and those beside it are in lower case"));
            }
            pairs.push((hash(columns[0].as_bytes()), hash(beside.as_bytes())));
        }
    }
    pairs.sort_unstable();
    Ok(pairs)
}

/// The endings by kind, in the order of `Ending`, and those that show a tag.
fn write_endings(files: &Files, language: &str, code: &mut Code) -> Result<(), Error> {
    let kinds =
        ["past", "adverb", "plural", "dropped-g", "sibilant", "age", "role", "gerund", "origin", "adjective"];
    let (mut endings, mut tags) = (vec![Vec::new(); kinds.len()], String::new());
    for line in files.lines(&format!("{language}/endings.tsv")) {
        let columns = line.columns(2, 3)?;
        let Some(ending) = columns[1].strip_prefix('-') else {
            return Err(line.error(format!("the ending {:?} does not start with a hyphen", columns[1])));
        };
        match (kinds.iter().position(|kind| *kind == columns[0]), columns.get(2)) {
            (Some(kind), None) => endings[kind].push(ending),
            (None, Some(value)) if columns[0] == "tag" => {
                tags.push_str(&format!("({ending:?}, Value({})), ", named_value(&line, value)?));
            }
            _ => return Err(line.error("expected a kind and an ending, or tag, an ending and a value")),
        }
    }
    let endings: Vec<String> = endings.into_iter().map(strings).collect();
    code.item(&format!("endings: [{}],\ntags_by_ending: &[{tags}],", endings.join(", ")));
    Ok(())
}
