//! Whether people who speak in several articles are one row, on the annotated names of PolNeAR.
//!
//! The corpus is not part of the project; without it these tests check nothing and say so. To see the figures:
//!
//! ```sh
//! cargo test --release -p whosaid-results --test polnear -- --nocapture
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use whosaid_results::{parse, Line, SpeakerTable, Speakers};

/// The number of articles from which on a person has to be one row.
const SEVERAL: usize = 3;

/// Who an annotated source is.
#[derive(Deserialize)]
struct Annotation {
    doc: String,
    /// The place of the source in code points.
    source: (usize, usize),
    name: Option<String>,
    #[serde(rename = "type")]
    kind: String,
}

/// A person by first and last word of the name, which leaves out middle names and suffixes.
type Person = (String, String);

struct Article {
    id: String,
    text: String,
    /// The source of each attribution in bytes and its speaker.
    sources: Vec<(std::ops::Range<usize>, usize)>,
    names: Vec<String>,
}

fn words(name: &str) -> Vec<String> {
    name.split_whitespace()
        .map(|word| word.trim_matches('.').to_lowercase())
        .filter(|word| word != "jr")
        .collect()
}

fn full(name: &str) -> Option<Person> {
    match words(name).as_slice() {
        [first, .., last] => Some((first.clone(), last.clone())),
        _ => None,
    }
}

/// The annotated sources that name a person. A family name alone means the only annotated person who has it.
fn annotated(path: &Path) -> Vec<(Annotation, Person)> {
    let lines = fs::read_to_string(path).expect("the names can be read");
    let annotations =
        lines.lines().map(|line| serde_json::from_str::<Annotation>(line).expect("a line of names"));
    let people: Vec<Annotation> = annotations.filter(|annotation| annotation.kind == "person").collect();
    let known: BTreeSet<Person> =
        people.iter().filter_map(|annotation| full(annotation.name.as_deref()?)).collect();
    let person = |name: &str| {
        let same: Vec<&Person> = known.iter().filter(|(_, last)| words(name).last() == Some(last)).collect();
        full(name).or(match same[..] {
            [only] => Some(only.clone()),
            _ => None,
        })
    };
    people
        .into_iter()
        .filter_map(|one| Some((person(one.name.as_deref()?)?, one)))
        .map(|(who, one)| (one, who))
        .collect()
}

/// Reads every article of a split, and joins the speakers.
fn read(folder: &Path) -> (Vec<Article>, Speakers) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder.join("text"))
        .expect("a folder of texts")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let mut table = SpeakerTable::new();
    let articles = paths.iter().map(|path| {
        let text = fs::read_to_string(path).expect("an article");
        let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let analysis = whosaid::attribute(&text);
        let mut record = serde_json::to_value(&analysis).expect("records serialise");
        record["id"] = id.clone().into();
        let line = record.to_string();
        let Line::Document(document) = parse(line.as_bytes()).expect("a line of results") else {
            panic!("{id} was refused")
        };
        table.add(&document);
        let source = |attribution: whosaid::Linked<'_, '_, whosaid::Attribution<'_>>| {
            Some((attribution.source()?.span().range(), attribution.speaker()?.index()))
        };
        let sources = analysis.attributions().filter_map(source).collect();
        let names = analysis.speakers().map(|speaker| speaker.name().to_owned()).collect();
        Article { id, text, sources, names }
    });
    let articles = articles.collect();
    (articles, table.finish())
}

#[derive(Debug, Default)]
struct Measured {
    people: usize,
    in_one_row: usize,
    rows_of_two: usize,
    /// Annotated sources that the library gives to somebody of another name in the article itself.
    other_name: usize,
    sources: usize,
}

fn measure(split: &str) -> Option<Measured> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/polnear");
    if !shared.join(split).is_dir() {
        println!("{split}: the corpus is not here, nothing is checked");
        return None;
    }
    let (articles, speakers) = read(&shared.join(split));
    let number_of: BTreeMap<&str, usize> =
        (0..).zip(&articles).map(|(number, one)| (one.id.as_str(), number)).collect();
    let mut measured = Measured::default();
    let mut rows: BTreeMap<Person, BTreeMap<usize, BTreeSet<usize>>> = BTreeMap::new();
    for (annotation, person) in annotated(&shared.join(format!("{split}_names.jsonl"))) {
        let number = number_of[annotation.doc.as_str()];
        let article = &articles[number];
        let byte = |code_point: usize| {
            article.text.char_indices().nth(code_point).map_or(article.text.len(), |(at, _)| at)
        };
        let (start, end) = (byte(annotation.source.0), byte(annotation.source.1));
        let found = article.sources.iter().find(|(range, _)| range.start < end && start < range.end);
        let Some((_, speaker)) = found else { continue };
        measured.sources += 1;
        let name = words(&article.names[*speaker]);
        let is_first = name.len() == 1 || name.first() == Some(&person.0);
        if !is_first || name.last() != Some(&person.1) {
            measured.other_name += 1;
            println!("{split}: {person:?} is {:?} in {}", article.names[*speaker], annotation.doc);
            continue;
        }
        let row = speakers.row_of(number, *speaker).expect("somebody who says something has a row");
        rows.entry(person).or_default().entry(row).or_default().insert(number);
    }
    let mut people_of: BTreeMap<usize, BTreeSet<&Person>> = BTreeMap::new();
    for (person, found) in &rows {
        for row in found.keys() {
            people_of.entry(*row).or_default().insert(person);
        }
        let articles: BTreeSet<usize> = found.values().flatten().copied().collect();
        if articles.len() >= SEVERAL {
            measured.people += 1;
            measured.in_one_row += usize::from(found.len() == 1);
        }
        if found.len() > 1 {
            let names: Vec<_> =
                found.iter().map(|(row, articles)| (&speakers.rows[*row].name, articles.len())).collect();
            println!("{split}: {person:?} has several rows: {names:?}");
        }
    }
    for (row, people) in people_of.iter().filter(|(_, people)| people.len() > 1) {
        measured.rows_of_two += 1;
        println!("{split}: {:?} is the row of {people:?}", speakers.rows[*row].name);
    }
    println!("{split}: {measured:?}");
    Some(measured)
}

#[test]
fn people_who_speak_in_several_articles_are_one_row() {
    for split in ["dev", "train"] {
        let Some(measured) = measure(split) else { continue };
        assert!(measured.people >= 4, "only {} people speak in several articles", measured.people);
        assert!(measured.in_one_row * 100 >= measured.people * 95, "{measured:?}");
        assert_eq!(measured.rows_of_two, 0);
    }
}
