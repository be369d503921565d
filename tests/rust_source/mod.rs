//! Rust source files, read closely enough to find functions and paths.

use std::fs;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files with one of these extensions in a folder, at any depth, as sorted paths from the root on with "/".
pub fn files(folder: &str, extensions: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).expect("a folder of the repository can be read");
        let paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry can be read").path()).collect();
        for path in paths {
            let has = |extension: &&str| path.extension().is_some_and(|known| known == *extension);
            if path.is_dir() {
                // Packages of others, which are no files of the repository.
                if !path.ends_with("node_modules") {
                    folders.push(path);
                }
            } else if extensions.iter().any(has) {
                let below = path.strip_prefix(root()).expect("the path is below the root");
                let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
                found.push(parts.join("/"));
            }
        }
    }
    found.sort();
    found
}

/// A source file.
pub struct Source {
    /// From the root on.
    pub path: String,
    pub text: String,
    /// The text with a space for each character of comments, strings and character literals.
    pub code: String,
}

impl Source {
    /// Reads every source file in a folder.
    pub fn read_all(folder: &str) -> Vec<Source> {
        files(folder, &["rs"])
            .into_iter()
            .map(|path| {
                let text = fs::read_to_string(root().join(&path)).expect("a source file is UTF-8");
                Source { code: blank(&text), text, path }
            })
            .collect()
    }

    /// The code without the tests at its end; nothing of a file of tests.
    pub fn code_without_tests(&self) -> &str {
        if self.path.ends_with("tests.rs") {
            return "";
        }
        let end = self.code.find("#[cfg(test)]\nmod tests {").unwrap_or(self.code.len());
        &self.code[..end]
    }

    /// Each function with its body: its name, its first line, counted from one, and the number of its lines.
    pub fn functions(&self) -> Vec<(&str, usize, usize)> {
        let mut functions = Vec::new();
        for (at, _) in self.code.match_indices("fn ") {
            let is_word = self.code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let rest = &self.code[at + 3..];
            let name = &rest[..rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(0)];
            if is_word || name.is_empty() {
                continue;
            }
            if let Some(end) = body_end(rest) {
                let line = self.code[..at].matches('\n').count() + 1;
                functions.push((name, line, rest[..end].matches('\n').count() + 1));
            }
        }
        functions
    }
}

/// Where the body of a function ends, from after "fn" on; `None` where it has no body.
fn body_end(code: &str) -> Option<usize> {
    let (mut brackets, mut braces) = (0, 0);
    for (at, c) in code.char_indices() {
        match c {
            '(' | '[' => brackets += 1,
            ')' | ']' => brackets -= 1,
            ';' if brackets == 0 && braces == 0 => return None,
            '{' => braces += 1,
            '}' => braces -= 1,
            _ => {}
        }
        if c == '}' && braces == 0 {
            return Some(at);
        }
    }
    None
}

/// Replaces the characters of comments, strings and character literals by spaces; line breaks stay.
fn blank(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let start = rest.find(['/', '"', '\'']).unwrap_or(rest.len());
        code.push_str(&rest[..start]);
        rest = &rest[start..];
        let (piece, after) = rest.split_at(literal_len(rest, &code));
        code.extend(piece.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        // A mark that opens nothing.
        let is_code = piece.is_empty() && !after.is_empty();
        code.push_str(&after[..usize::from(is_code)]);
        rest = &after[usize::from(is_code)..];
    }
    code
}

/// The length of the comment or literal that a text begins with, after this code; zero where there is none.
fn literal_len(text: &str, code: &str) -> usize {
    let len_to = |end: &str| text[1..].find(end).map_or(text.len(), |at| at + 1 + end.len());
    let before_hashes = code.trim_end_matches('#');
    let hashes = code.len() - before_hashes.len();
    match text.as_bytes() {
        [b'/', b'/', ..] => text.find('\n').unwrap_or(text.len()),
        [b'/', b'*', ..] => len_to("*/"),
        [b'"', ..] if before_hashes.ends_with('r') => len_to(&format!("\"{}", "#".repeat(hashes))),
        [b'"', ..] => quoted_len(text, '"'),
        [b'\'', ..] if is_char_literal(text) => quoted_len(text, '\''),
        _ => 0,
    }
}

/// Whether an apostrophe opens a character and not the name of a lifetime.
fn is_char_literal(text: &str) -> bool {
    let mut chars = text.chars().skip(1);
    let (first, second) = (chars.next(), chars.next());
    first == Some('\\') || second == Some('\'')
}

/// The length of a literal with escapes.
fn quoted_len(text: &str, mark: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == mark && !is_escaped {
            return at + 1;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    text.len()
}

#[test]
fn comments_and_literals_are_blank() {
    let blanked = blank("a(\"{\\\"\", '{', '\\'', r#\"}\"{\"#, 'x: loop {}) // {\nb");
    assert_eq!(blanked.replace(' ', ""), "a(,,,r#,'x:loop{})\nb");
}

#[test]
fn functions_are_measured_to_the_end_of_their_bodies() {
    let text = "fn one(a: [u8; 3]) {\n    '{';\n}\nfn none();\nimpl X { fn two() -> u8 {\n if x { 1 } else { 2 }\n\n} }";
    let source = Source { path: String::new(), text: text.to_owned(), code: blank(text) };
    assert_eq!(source.functions(), [("one", 1, 3), ("two", 5, 4)]);
}
