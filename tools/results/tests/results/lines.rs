//! Lines of results, written as short as possible.

use serde_json::{json, Value};
use whosaid_results::{parse, Comparer, Comparison, Line, SpeakerTable, Speakers};

/// A speaker: titles, name, and after a bar the gender, the id or the kind. "Mrs. | Ada Holt | female".
fn speaker(short: &str) -> Value {
    let parts: Vec<&str> = short.split('|').map(str::trim).collect();
    let (titles, name, facts) = match parts.as_slice() {
        [name] => ("", *name, &[][..]),
        [titles, name, facts @ ..] => (*titles, *name, facts),
        [] => ("", "", &[][..]),
    };
    let mut record =
        json!({"name": name, "kind": "person", "gender": null, "id": null, "titles": [], "mentions": []});
    if !titles.is_empty() {
        record["titles"] = titles.split(',').map(str::trim).collect();
    }
    for fact in facts {
        match *fact {
            "male" | "female" => record["gender"] = json!(fact),
            "organisation" | "group" | "document" | "other" => record["kind"] = json!(fact),
            id => record["id"] = json!(id),
        }
    }
    record
}

/// A document with speakers, and quotations of them; `None` for nobody.
pub fn document(id: &str, speakers: &[&str], quotations: &[(&str, Option<usize>)]) -> String {
    let attributions: Vec<Value> = quotations
        .iter()
        .map(|(_, speaker)| json!({"speaker": speaker, "speaker_confidence": 0.9}))
        .collect();
    let quotations: Vec<Value> = quotations
        .iter()
        .enumerate()
        .map(|(index, (text, _))| json!({"text": text, "parent": null, "attribution": index}))
        .collect();
    let speakers: Vec<Value> = speakers.iter().map(|short| speaker(short)).collect();
    json!({"id": id, "quotations": quotations, "attributions": attributions, "speakers": speakers})
        .to_string()
}

fn read<'l>(line: &'l str) -> whosaid_results::Document<'l> {
    match parse(line.as_bytes()) {
        Ok(Line::Document(document)) => document,
        other => panic!("{other:?}: {line}"),
    }
}

pub fn speakers(lines: &[String]) -> Speakers {
    let mut table = SpeakerTable::new();
    lines.iter().for_each(|line| table.add(&read(line)));
    table.finish()
}

pub fn compare(lines: &[String]) -> Comparison {
    let mut comparer = Comparer::default();
    lines.iter().for_each(|line| comparer.add(&read(line)));
    comparer.finish()
}
