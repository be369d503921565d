//! The table: one row a person or organisation, and the totals by gender.

use std::collections::BTreeMap;

use serde::Serialize;
use whosaid::{Gender, SpeakerKind};

use crate::names::Called;
use crate::speakers::joining::Place;
use crate::speakers::single::rank;
use crate::speakers::{Counts, Identity, SpeakerTable};

/// A person or an organisation, or somebody without a name in one document.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SpeakerRow {
    /// The full name that most documents give.
    pub name: String,
    /// The other names that were joined, in alphabetical order.
    pub other_names: Vec<String>,
    /// What it is.
    pub kind: SpeakerKind,
    /// The gender that a form of address shows, else that which most documents show. For people only.
    pub gender: Option<Gender>,
    /// The id that the caller gave.
    pub id: Option<String>,
    /// The only document of somebody who cannot be recognised in others: without a name, or with a family name that
    /// several people have.
    pub document: Option<String>,
    /// The number of documents where it says something.
    pub documents: usize,
    /// The number of quotations of it, those within quotations of others included.
    pub quotations: u64,
    /// The number of its words between quotation marks.
    pub words: u64,
    /// Its share of all quoted words, from 0 to 1.
    pub share: f64,
    /// The number of its statements without quotation marks, turns of a transcript included.
    pub statements: u64,
}

/// What the people of one gender say.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GenderTotal {
    /// The gender; `None` for people whose gender no document shows.
    pub gender: Option<Gender>,
    /// The number of sources as the Gender Gap Tracker counts them: see the documentation of the crate.
    pub sources: u64,
    /// The share of these sources, from 0 to 1.
    pub share_of_sources: f64,
    /// The number of rows of people with a name.
    pub people: usize,
    /// The number of quotations of people, with a name or without.
    pub quotations: u64,
    /// The number of words quoted of people, with a name or without.
    pub words: u64,
    /// The share of the words quoted of people, from 0 to 1.
    pub share_of_words: f64,
}

/// Everybody who says something in a set of documents.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Speakers {
    /// The number of documents.
    pub documents: usize,
    /// The number of quotations that somebody is reported to have said.
    pub quotations: u64,
    /// The number of words in them; a quotation within one that counts adds none.
    pub words: u64,
    /// The number of statements without quotation marks.
    pub statements: u64,
    /// The totals of women, men and people of unknown gender.
    pub genders: Vec<GenderTotal>,
    /// The rows: most words first, then most documents, then by name and first use.
    pub rows: Vec<SpeakerRow>,
    /// The first of the uses of each document.
    #[serde(skip)]
    starts: Vec<usize>,
    #[serde(skip)]
    row_of_use: Vec<Option<u32>>,
}

impl Speakers {
    /// The row of a speaker: by the number of the document, in the order they were added, and the index of the
    /// speaker in its record. `None` for a speaker that says nothing.
    #[must_use]
    pub fn row_of(&self, document: usize, speaker: usize) -> Option<usize> {
        let start = *self.starts.get(document)?;
        let end = self.starts.get(document + 1).copied().unwrap_or(self.row_of_use.len());
        let place = start.checked_add(speaker).filter(|place| *place < end)?;
        self.row_of_use.get(place).copied().flatten().map(|row| row as usize)
    }
}

/// What is collected for a row.
#[derive(Default)]
struct Collected {
    /// The number of documents with each identity.
    identities: BTreeMap<u32, usize>,
    document: Option<u32>,
    last_document: Option<u32>,
    documents: usize,
    quotations: u64,
    words: u64,
    statements: u64,
}

impl Collected {
    fn add(&mut self, identity: u32, document: u32, counts: Counts) {
        *self.identities.entry(identity).or_default() += 1;
        // The uses are in the order of documents.
        if self.last_document != Some(document) {
            self.last_document = Some(document);
            self.documents += 1;
        }
        self.quotations += u64::from(counts.quotations);
        self.words += u64::from(counts.words);
        self.statements += u64::from(counts.statements);
    }

    fn row(&self, table: &SpeakerTable, gender: Option<Gender>) -> SpeakerRow {
        let identity = |number: &u32| &table.identities[*number as usize];
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (number, count) in &self.identities {
            *counts.entry(&identity(number).name).or_default() += count;
        }
        let words = |name: &str| name.split(' ').count().min(2);
        let best = counts.iter().max_by_key(|(name, count)| (words(name), **count, std::cmp::Reverse(*name)));
        let name = best.map_or("", |(name, _)| *name);
        let first = self.identities.keys().next();
        let kind = first.map_or(SpeakerKind::Other, |number| identity(number).kind);
        let document = self.document.and_then(|document| table.documents.get(document as usize));
        SpeakerRow {
            name: name.to_owned(),
            other_names: counts
                .keys()
                .filter(|other| **other != name)
                .map(|name| (*name).to_owned())
                .collect(),
            kind,
            gender: gender.filter(|_| kind == SpeakerKind::Person),
            id: self.identities.keys().find_map(|number| identity(number).id.as_deref().map(str::to_owned)),
            document: document.map(|id| id.to_string()),
            documents: self.documents,
            quotations: self.quotations,
            words: self.words,
            share: share(self.words, table.total.words),
            statements: self.statements,
        }
    }
}

fn share(part: u64, all: u64) -> f64 {
    if all == 0 {
        0.0
    } else {
        part as f64 / all as f64
    }
}

pub(super) fn build(table: SpeakerTable, (places, genders): &(Vec<Place>, Vec<Option<Gender>>)) -> Speakers {
    let mut collected: Vec<(Collected, Option<Gender>)> = Vec::new();
    let mut of_cluster: BTreeMap<u32, usize> = BTreeMap::new();
    let mut row_of_use: Vec<Option<usize>> = Vec::with_capacity(table.uses.len());
    for used in &table.uses {
        // A speaker of a transcript that `kinds` left out may have nothing to say.
        if used.counts.is_empty() {
            row_of_use.push(None);
            continue;
        }
        let cluster = match &places[used.identity as usize] {
            Place::Cluster(root) => Some(*root),
            Place::ClusterExcept(root, both) => both.binary_search(&used.document).is_err().then_some(*root),
            Place::Apart => None,
        };
        let new = collected.len();
        let row = cluster.map_or(new, |root| *of_cluster.entry(root).or_insert(new));
        if row == new {
            let gender = match cluster {
                Some(root) => genders[root as usize],
                None => table.identities[used.identity as usize].shown_gender(),
            };
            let document = cluster.is_none().then_some(used.document);
            collected.push((Collected { document, ..Collected::default() }, gender));
        }
        collected[row].0.add(used.identity, used.document, used.counts);
        row_of_use.push(Some(row));
    }
    let mut rows: Vec<(usize, SpeakerRow)> =
        collected.iter().map(|(collected, gender)| collected.row(&table, *gender)).enumerate().collect();
    rows.sort_by(|(at_one, one), (at_other, other)| {
        let most =
            (other.words, other.documents, other.statements).cmp(&(one.words, one.documents, one.statements));
        most.then_with(|| one.name.cmp(&other.name)).then(at_one.cmp(at_other))
    });
    let mut sorted = vec![0; rows.len()];
    for (place, (old, _)) in rows.iter().enumerate() {
        sorted[*old] = place;
    }
    let rows: Vec<SpeakerRow> = rows.into_iter().map(|(_, row)| row).collect();
    let row_of_use: Vec<Option<u32>> =
        row_of_use.into_iter().map(|row| row.and_then(|row| u32::try_from(sorted[row]).ok())).collect();
    let genders = totals(&table, &rows, &row_of_use);
    Speakers {
        documents: table.documents.len(),
        quotations: table.total.quotations,
        words: table.total.words,
        statements: table.total.statements,
        genders,
        rows,
        starts: table.starts,
        row_of_use,
    }
}

/// The totals of women, men and people of unknown gender.
fn totals(table: &SpeakerTable, rows: &[SpeakerRow], row_of_use: &[Option<u32>]) -> Vec<GenderTotal> {
    let genders = [Some(Gender::Female), Some(Gender::Male), None];
    let mut totals = genders.map(|gender| GenderTotal {
        gender,
        sources: 0,
        share_of_sources: 0.0,
        people: 0,
        quotations: 0,
        words: 0,
        share_of_words: 0.0,
    });
    for row in rows.iter().filter(|row| row.kind == SpeakerKind::Person) {
        let total = &mut totals[usize::from(rank(row.gender))];
        total.people += usize::from(row.document.is_none());
        total.quotations += row.quotations;
        total.words += row.words;
    }
    // Two speakers of one document that are one person are one source.
    let mut last = vec![None; rows.len()];
    for (used, row) in table.uses.iter().zip(row_of_use) {
        let Some(row) = row.map(|row| row as usize) else { continue };
        let is_named = table.identities[used.identity as usize].has_several_words();
        if is_named && last[row] != Some(used.document) {
            last[row] = Some(used.document);
            totals[usize::from(rank(rows[row].gender))].sources += 1;
        }
    }
    let sources = totals.iter().map(|total| total.sources).sum();
    let words = totals.iter().map(|total| total.words).sum();
    for total in &mut totals {
        total.share_of_sources = share(total.sources, sources);
        total.share_of_words = share(total.words, words);
    }
    totals.into()
}

impl Identity {
    /// Whether it is a person whom the document names by more than one word.
    fn has_several_words(&self) -> bool {
        matches!(self.called, Called::Person(..)) && self.name.contains(' ')
    }
}
