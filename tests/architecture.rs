//! The code keeps to `docs/architecture.md`, and the page to the code.

mod rust_source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use rust_source::{files, root, Source};

const PAGE: &str = "docs/architecture.md";
const DATA_PAGE: &str = "docs/data.md";

const MAX_FILE_LINES: usize = 400;
const MAX_FUNCTION_LINES: usize = 60;

/// Files with narrowing casts that are no indices.
const CASTS: &[(&str, &str)] = &[
    ("src/text/index.rs", "the one place that narrows indices"),
    ("src/builder.rs", "the discriminant of an enum"),
    ("src/language/classes.rs", "the discriminant of an enum"),
    ("src/language/lexicon.rs", "bits of a hash"),
    ("src/language/word_list.rs", "bits of a hash"),
    ("src/tokenizer/marks.rs", "bits of a character, in a constant"),
    ("src/tokenizer/scan.rs", "a table of all bytes"),
    ("src/tokenizer/token.rs", "the discriminant of an enum"),
    ("src/tokenizer/view.rs", "a bit set and a table of all bytes"),
];

/// Files with the largest number as a value that is no missing index.
const MAXIMA: &[(&str, &str)] = &[
    ("src/text/index.rs", "the one place that narrows indices"),
    ("src/models/buckets.rs", "a bucket without an upper bound"),
    ("src/tokenizer/document.rs", "the longest text"),
    ("src/tokenizer/marks.rs", "a code that no character has"),
];

/// Files with ranges of bytes, which have no typed index.
const RANGES: &[(&str, &str)] = &[
    ("src/text/index.rs", "the way from a typed range to a slice"),
    ("src/text/span.rs", "a span as bytes, characters or UTF-16 code units"),
    ("src/tokenizer/token.rs", "the bytes of a token that is scanned"),
];

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The texts between backticks in a line.
fn code_spans(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// The lines of a page, each with the folder that the last heading names.
fn lines_with_folder(page: &str) -> Vec<(String, String)> {
    let mut folder = String::new();
    let mut lines = Vec::new();
    let mut is_code = false;
    for line in read(page).lines() {
        is_code ^= line.starts_with("```");
        if is_code {
            continue;
        }
        if line.starts_with('#') {
            let named = code_spans(line).find(|span| span.ends_with('/'));
            folder = named.unwrap_or("").to_owned();
        }
        lines.push((folder.clone(), line.to_owned()));
    }
    lines
}

/// The paths that the first column of a page's tables names, with the sentence about each.
fn rows(page: &str) -> BTreeMap<String, String> {
    let mut rows = BTreeMap::new();
    for (folder, line) in lines_with_folder(page) {
        let mut columns = line.split('|').skip(1);
        let (Some(first), Some(second)) = (columns.next(), columns.next()) else { continue };
        for path in code_spans(first) {
            rows.insert(format!("{folder}{path}"), second.trim().to_owned());
        }
    }
    rows
}

/// The level of each module in the list of imports: it may import those of lower levels, and of its own.
fn levels() -> BTreeMap<String, usize> {
    let page = read(PAGE);
    let list = page.split("## Direction of imports").nth(1).expect("the page has a section on imports");
    let list = list.split("\n## ").next().unwrap_or(list);
    let is_row = |line: &&str| line.starts_with(|c: char| c.is_ascii_digit());
    let mut levels = BTreeMap::new();
    for (level, line) in list.lines().filter(is_row).enumerate() {
        let modules = line.split(':').next().unwrap_or(line);
        levels.extend(code_spans(modules).map(|module| (module.to_owned(), level)));
    }
    levels
}

/// The module of a file of `src`: its folder, or its name.
fn module_of(path: &str) -> &str {
    let below = path.strip_prefix("src/").unwrap_or(path);
    below.split(['/', '.']).next().unwrap_or(below)
}

/// The names that follow `crate::` in code: modules, or items of the crate root.
fn imports(code: &str) -> BTreeSet<&str> {
    let mut imports = BTreeSet::new();
    for (at, prefix) in code.match_indices("crate::") {
        let rest = &code[at + prefix.len()..];
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        let name = |text| str::split(text, |c| !is_name(c)).next().unwrap_or("");
        match rest.strip_prefix('{') {
            None => imports.extend([name(rest)]),
            Some(group) => {
                let mut depth = 0;
                let mut starts = vec![0];
                for (at, c) in group.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => starts.push(at + 1),
                        _ => {}
                    }
                }
                imports.extend(starts.into_iter().map(|at| name(group[at..].trim_start())));
            }
        }
    }
    imports
}

/// The lines of code outside tests that contain one of these texts as a whole word, in files that are not excused;
/// and the excuses that no file needs.
fn lines_with(texts: &[&str], excused: &[(&str, &str)]) -> Vec<String> {
    let mut needed = BTreeSet::new();
    let mut wrong = Vec::new();
    for source in Source::read_all("src") {
        let is_text = |line: &str, text: &str| {
            let ends = |at: usize| !line[at + text.len()..].starts_with(|c: char| c.is_alphanumeric());
            line.match_indices(text).any(|(at, _)| ends(at))
        };
        for (number, line) in (1..).zip(source.code_without_tests().lines()) {
            if texts.iter().any(|text| is_text(line, text)) {
                match excused.iter().find(|(path, _)| *path == source.path) {
                    Some((path, _)) => drop(needed.insert(*path)),
                    None => wrong.push(format!("{}:{number}: {}", source.path, line.trim())),
                }
            }
        }
    }
    let idle = excused.iter().filter(|(path, _)| !needed.contains(path));
    wrong.extend(idle.map(|(path, reason)| format!("{path} no longer needs its excuse: {reason}")));
    wrong
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn modules_import_in_one_direction() {
    let levels = levels();
    let mut wrong = Vec::new();
    let mut modules = BTreeSet::new();
    let sources = Source::read_all("src").into_iter().filter(|source| !source.path.ends_with("tests.rs"));
    for source in sources {
        let module = module_of(&source.path);
        modules.insert(module.to_owned());
        for import in imports(source.code_without_tests()) {
            let import = if modules_of_src().contains(import) { import } else { "lib" };
            if levels.get(import) > levels.get(module) {
                wrong.push(format!("{}: `{module}` may not import `{import}`", source.path));
            }
        }
    }
    let listed: BTreeSet<String> = levels.into_keys().collect();
    wrong.extend(
        modules.symmetric_difference(&listed).map(|module| format!("`{module}` is only in one of them")),
    );
    assert_none(&wrong);
}

fn modules_of_src() -> BTreeSet<String> {
    files("src", &["rs"]).iter().map(|path| module_of(path).to_owned()).collect()
}

#[test]
fn every_source_file_has_a_row() {
    let rows = rows(PAGE);
    let mut wrong = Vec::new();
    for path in ["src", "build", "tools"].iter().flat_map(|folder| files(folder, &["rs"])) {
        match rows.get(&path) {
            None => wrong.push(format!("{path} has no row in {PAGE}")),
            Some(sentence) if sentence.len() < 10 => wrong.push(format!("{path} has no sentence in {PAGE}")),
            Some(_) => {}
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_data_file_has_a_row() {
    let rows = rows(DATA_PAGE);
    let data = ["src", "tools"].iter().flat_map(|folder| files(folder, &["tsv", "txt"]));
    let missing = data.filter(|path| !rows.contains_key(path));
    assert_none(&missing.map(|path| format!("{path} has no row in {DATA_PAGE}")).collect::<Vec<_>>());
}

#[test]
fn every_path_in_the_pages_exists() {
    let extensions = [".rs", ".tsv", ".txt", ".toml", ".md"];
    let mut wrong = Vec::new();
    for page in [PAGE, DATA_PAGE] {
        for (folder, line) in lines_with_folder(page) {
            for span in code_spans(&line) {
                let is_path = span.ends_with('/') || extensions.iter().any(|end| span.ends_with(end));
                if !is_path || span.contains(['<', '*', ' ']) || span.starts_with("../") {
                    continue;
                }
                let exists = |path: &str| root().join(path).exists();
                if !exists(span) && !exists(&format!("{folder}{span}")) {
                    wrong.push(format!("{page} names {folder}{span}, which does not exist"));
                }
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn files_and_functions_are_short() {
    let mut wrong = Vec::new();
    for source in ["src", "build", "tools"].iter().flat_map(|folder| Source::read_all(folder)) {
        let lines = source.text.lines().count();
        if lines > MAX_FILE_LINES {
            wrong.push(format!("{} has {lines} lines", source.path));
        }
        for (name, line, lines) in source.functions() {
            if lines > MAX_FUNCTION_LINES {
                wrong.push(format!("{}:{line}: `{name}` has {lines} lines", source.path));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_file_says_what_it_is_for() {
    let sources = Source::read_all("src").into_iter().filter(|source| source.path != "src/lib.rs");
    let missing = sources.filter(|source| !source.text.starts_with("//!"));
    assert_none(&missing.map(|source| format!("{} has no head comment", source.path)).collect::<Vec<_>>());
}

#[test]
fn counts_are_narrowed_in_one_place() {
    assert_none(&lines_with(&[" as u8", " as u16", " as u32", " as i32"], CASTS));
}

#[test]
fn no_largest_number_stands_for_none() {
    assert_none(&lines_with(&["u32::MAX", "usize::MAX"], MAXIMA));
}

#[test]
fn ranges_between_modules_are_typed() {
    assert_none(&lines_with(&["Range<usize>"], RANGES));
}
