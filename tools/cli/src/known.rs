//! Files of speakers that are known beforehand: TOML, JSON or CSV.

use std::path::Path;

use records::KnownSpeaker;
use serde::Deserialize;

use crate::{failure, input};

/// What separates the aliases in a cell of a CSV file.
const BETWEEN_ALIASES: char = ';';

/// A list of speakers, or an object with such a list.
#[derive(Deserialize)]
#[serde(untagged, expecting = "a list of speakers: objects with name, aliases and id")]
enum Speakers {
    List(Vec<KnownSpeaker>),
    Object { speakers: Vec<KnownSpeaker> },
}

/// Reads the speakers of a file; its ending says what it is.
pub fn read(path: &Path) -> Result<Vec<KnownSpeaker>, String> {
    let named = |reason: String| format!("{}: {reason}", failure::shown(path));
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    let parse = match ending.as_str() {
        "toml" => of_toml,
        "json" => of_json,
        "csv" => of_csv,
        _ => return Err(named("a .toml, .json or .csv file of speakers is expected".to_owned())),
    };
    let text = input::read_list(path).map_err(|error| named(failure::reason(&error)))?;
    parse(&text).map_err(named)
}

fn of_toml(text: &str) -> Result<Vec<KnownSpeaker>, String> {
    #[derive(Deserialize)]
    struct File {
        #[serde(default)]
        speakers: Vec<KnownSpeaker>,
    }
    let file: File = toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = text.bytes().take(start).filter(|&byte| byte == b'\n').count() + 1;
        format!("line {line}: {}", error.message())
    })?;
    if file.speakers.is_empty() {
        return Err("no speakers: each begins with a line [[speakers]]".to_owned());
    }
    Ok(file.speakers)
}

fn of_json(text: &str) -> Result<Vec<KnownSpeaker>, String> {
    // An untagged enum would not say what is wrong in one speaker.
    let list = text.trim_start().starts_with('[');
    let speakers =
        if list { serde_json::from_str(text).map(Speakers::List) } else { serde_json::from_str(text) };
    match speakers.map_err(|error| error.to_string())? {
        Speakers::List(speakers) | Speakers::Object { speakers } => Ok(speakers),
    }
}

fn of_csv(text: &str) -> Result<Vec<KnownSpeaker>, String> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| error.to_string())?.clone();
    let column = |name| header.iter().position(|column| column.trim().eq_ignore_ascii_case(name));
    let name = column("name").ok_or("no column \"name\"")?;
    let (aliases, id) = (column("aliases"), column("id"));
    let mut speakers = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        let cell = |at: Option<usize>| record.get(at?).map(str::trim).filter(|cell| !cell.is_empty());
        let Some(name) = cell(Some(name)) else {
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let line = record.position().map_or(0, csv::Position::line);
            return Err(format!("line {line}: a speaker without a name"));
        };
        let aliases = cell(aliases).unwrap_or_default().split(BETWEEN_ALIASES);
        let aliases = aliases.map(str::trim).filter(|alias| !alias.is_empty());
        let mut speaker = KnownSpeaker::default();
        speaker.id = cell(id).map(str::to_owned);
        name.clone_into(&mut speaker.name);
        speaker.aliases = aliases.map(str::to_owned).collect();
        speakers.push(speaker);
    }
    Ok(speakers)
}
