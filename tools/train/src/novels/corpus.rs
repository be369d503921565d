//! Reads a corpus in the layout of PDNC.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use serde::Deserialize;
use whosaid::{Attributor, AttributorBuilder, Genre};

use super::names::{words_of, Character};
use crate::error::Error;
use crate::files::{read_text, sorted_paths};

/// A novel with its annotations.
pub struct Novel {
    pub name: String,
    pub author: String,
    pub text: String,
    pub characters: Vec<Character>,
    /// The pieces of quotations whose speaker has a name, in order, in bytes, each with its speaker.
    pieces: Vec<(usize, usize, usize)>,
}

impl Novel {
    /// An attributor for narratives. If `are_named`, it knows the characters of the novel, those who speak most first; an
    /// alias is that of the first character who has it.
    pub fn attributor(&self, are_named: bool) -> Attributor {
        let builder = Attributor::builder().genre(Genre::Fiction);
        let builder = if are_named { self.name_characters(builder) } else { builder };
        // Each name is given once, so that the builder refuses none.
        builder.build().unwrap_or_default()
    }

    fn name_characters(&self, mut builder: AttributorBuilder) -> AttributorBuilder {
        let mut characters: Vec<&Character> = self.characters.iter().collect();
        characters.sort_by_key(|character| std::cmp::Reverse(character.speaks));
        let mut taken = HashSet::new();
        let mut is_new =
            |name: &str| name.chars().any(char::is_alphabetic) && taken.insert(name.to_lowercase());
        for character in characters {
            if !character.name.starts_with('_') && is_new(&character.name) {
                let mut aliases: Vec<&String> = character.spelled.iter().collect();
                aliases.retain(|alias| !alias.starts_with('_') && is_new(alias));
                builder = builder.speaker(&character.name, aliases);
            }
        }
        builder
    }

    /// The character who says the annotated quotation that shares most bytes with a span.
    pub fn speaker(&self, start: usize, end: usize) -> Option<usize> {
        let from = self.pieces.partition_point(|piece| piece.1 <= start);
        let touching = self.pieces[from..].iter().take_while(|piece| piece.0 < end);
        let shared = |piece: &&(usize, usize, usize)| piece.1.min(end).saturating_sub(piece.0.max(start));
        touching.max_by_key(shared).map(|piece| piece.2)
    }
}

#[derive(Deserialize)]
struct CharacterRow {
    #[serde(rename = "Main Name")]
    name: String,
    #[serde(rename = "Aliases")]
    aliases: String,
    #[serde(rename = "Gender")]
    gender: String,
}

#[derive(Deserialize)]
struct QuotationRow {
    #[serde(rename = "quoteByteSpans")]
    spans: String,
    speaker: String,
    #[serde(rename = "quoteType")]
    kind: String,
}

#[derive(Deserialize)]
struct AuthorRow {
    novel: String,
    author: String,
}

/// The kinds of quotations that have a speaker.
const KINDS: [&str; 3] = ["Explicit", "Anaphoric", "Implicit"];

/// Reads the novels of a folder, in the order of their names.
pub fn read_novels(folder: &Path, authors: Option<&Path>) -> Result<Vec<Novel>, Error> {
    let rows: Vec<AuthorRow> = authors.map(|path| read_table(path, b'\t')).transpose()?.unwrap_or_default();
    let author: HashMap<String, String> = rows.into_iter().map(|row| (row.novel, row.author)).collect();
    let mut paths = sorted_paths(folder)?;
    paths.retain(|path| path.join("novel_text.txt").exists());
    if paths.is_empty() {
        return Err(Error::NoArticles(folder.to_owned()));
    }
    paths.iter().map(|path| read_novel(path, &author)).collect()
}

fn read_novel(path: &Path, authors: &HashMap<String, String>) -> Result<Novel, Error> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let text = read_text(&path.join("novel_text.txt"))?;
    let rows: Vec<CharacterRow> = read_table(&path.join("character_info.csv"), b',')?;
    let mut characters: Vec<Character> = rows
        .into_iter()
        .map(|row| Character::new(row.name.trim(), &strings(&row.aliases), &row.gender))
        .collect();
    let offsets = byte_offsets(&text);
    let mut pieces = Vec::new();
    let rows: Vec<QuotationRow> = read_table(&path.join("quotation_info.csv"), b',')?;
    for row in rows.iter().filter(|row| KINDS.contains(&row.kind.as_str())) {
        let words = words_of(&row.speaker);
        let speaker = row.speaker.trim();
        let found = characters.iter().position(|character| character.name == speaker);
        let found = found.or_else(|| characters.iter().position(|character| character.has_alias(&words)));
        let Some(found) = found else { continue };
        characters[found].speaks += 1;
        for [start, end] in numbers(&row.spans) {
            pieces.push((offset(&offsets, start), offset(&offsets, end), found));
        }
    }
    pieces.sort_unstable();
    let author = authors.get(&name).cloned().unwrap_or_else(|| name.clone());
    Ok(Novel { name, author, text, characters, pieces })
}

fn read_table<T: for<'de> Deserialize<'de>>(path: &Path, delimiter: u8) -> Result<Vec<T>, Error> {
    let text = read_text(path)?;
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    let rows = reader.deserialize().enumerate();
    rows.map(|(at, row)| row.map_err(|problem| Error::line(path, at + 2, problem))).collect()
}

/// The byte of each character; empty for a text in ASCII, where they are the same.
fn byte_offsets(text: &str) -> Vec<usize> {
    match text.is_ascii() {
        true => Vec::new(),
        false => text.char_indices().map(|(at, _)| at).chain([text.len()]).collect(),
    }
}

fn offset(offsets: &[usize], at: usize) -> usize {
    offsets.get(at).copied().unwrap_or(at)
}

/// The strings of a list or set as Python writes it: `{'Emma', "Emma's aunt"}`.
fn strings(list: &str) -> Vec<String> {
    let mut strings = Vec::new();
    let mut chars = list.chars();
    while let Some(mark) = chars.by_ref().find(|c| matches!(c, '\'' | '"')) {
        let mut string = String::new();
        while let Some(c) = chars.next().filter(|c| *c != mark) {
            string.push(if c == '\\' { chars.next().unwrap_or(c) } else { c });
        }
        strings.push(string);
    }
    strings
}

/// The pairs of numbers in a list of lists: `[[6317, 6418]]`.
fn numbers(list: &str) -> impl Iterator<Item = [usize; 2]> + '_ {
    let pairs = list.split(']').filter_map(|pair| {
        let mut numbers = pair.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok());
        Some([numbers.next()?, numbers.next()?])
    });
    pairs.filter(|[start, end]| start < end)
}
