//! The table: one group for each quotation that several documents have.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;
use whosaid::SpeakerKind;

use crate::compare::Use;
use crate::names::{organisation, person, PersonName};
use crate::speakers::{SpeakerRow, Speakers};

/// Whether documents give a quotation to the same speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Verdict {
    /// Two documents name different speakers.
    Differ,
    /// No two documents name different speakers, but one names nobody, or names somebody less fully.
    Vague,
    /// All documents name the same speaker, or none names anybody.
    Agree,
}

impl Verdict {
    /// The name in small letters, as in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Verdict::Differ => "differ",
            Verdict::Vague => "vague",
            Verdict::Agree => "agree",
        }
    }
}

/// One quotation in several documents.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SharedQuotation {
    /// The longest wording.
    pub text: String,
    /// Whether the documents give it to the same speaker.
    pub verdict: Verdict,
    /// The number of documents that have it.
    pub documents: usize,
    /// To whom they give it: most documents first, then in the order of the documents.
    pub speakers: Vec<SpeakerCount>,
    /// Each use, in the order of the documents.
    pub uses: Vec<QuotationUse>,
}

/// A speaker of a quotation.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SpeakerCount {
    /// The name in the table of speakers, or the description of somebody without a name. `None` where the document
    /// leaves open who says it.
    pub speaker: Option<String>,
    /// What the speaker is.
    pub kind: Option<SpeakerKind>,
    /// The number of documents that give the quotation to this speaker.
    pub documents: usize,
}

/// A quotation in one document.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct QuotationUse {
    /// The id of the document.
    pub document: String,
    /// As in [`SpeakerCount::speaker`].
    pub speaker: Option<String>,
    /// The probability that the speaker is right.
    pub confidence: Option<f32>,
    /// The wording, if words of it differ from [`SharedQuotation::text`].
    pub text: Option<String>,
}

/// The quotations that several documents have.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Comparison {
    /// The number of documents.
    pub documents: usize,
    /// The number of quotations that were compared.
    pub compared: usize,
    /// The number of quotations with too few words.
    pub too_short: usize,
    /// The groups: first those on which documents differ, then those where some are vague; of these, those in most
    /// documents first, then in the order of their first use.
    pub quotations: Vec<SharedQuotation>,
}

pub(super) fn build(
    speakers: &Speakers,
    documents: &[Box<str>],
    wordings: &[Box<str>],
    leaders: &[usize],
    uses: &[Use],
    too_short: usize,
) -> Comparison {
    let mut groups: BTreeMap<usize, Vec<&Use>> = BTreeMap::new();
    for used in uses {
        groups.entry(leaders[used.text as usize]).or_default().push(used);
    }
    // The uses are in the order of documents.
    let is_shared =
        |uses: &Vec<&Use>| uses.first().map(|used| used.document) != uses.last().map(|used| used.document);
    let shared = groups.into_iter().filter(|(_, uses)| is_shared(uses));
    let mut quotations: Vec<(u32, SharedQuotation)> = shared
        .map(|(leader, uses)| {
            let first = uses.first().map_or(0, |used| used.document);
            (first, group(speakers, documents, wordings, leader, &uses))
        })
        .collect();
    // Sorting keeps the order of leaders, which are in the order of their first use.
    quotations.sort_by_key(|(first, shared)| (shared.verdict, Reverse(shared.documents), *first));
    Comparison {
        documents: documents.len(),
        compared: uses.len(),
        too_short,
        quotations: quotations.into_iter().map(|(_, shared)| shared).collect(),
    }
}

/// The documents that give a quotation to one speaker.
struct Count {
    documents: usize,
    first: u32,
    last: Option<u32>,
}

impl Count {
    fn add(&mut self, document: u32) {
        if self.last.replace(document) != Some(document) {
            self.documents += 1;
        }
    }
}

fn group(
    speakers: &Speakers,
    documents: &[Box<str>],
    wordings: &[Box<str>],
    leader: usize,
    uses: &[&Use],
) -> SharedQuotation {
    let row_of = |used: &Use| speakers.row_of(used.document as usize, used.speaker? as usize);
    let row = |row: usize| speakers.rows.get(row);
    // Rows without a name are one for each document: they are counted by their words.
    let mut counts: BTreeMap<Option<(&str, SpeakerKind)>, Count> = BTreeMap::new();
    let mut rows: BTreeMap<usize, &SpeakerRow> = BTreeMap::new();
    let (mut number_of_documents, mut last) = (0, None);
    for used in uses {
        let speaker = row_of(used).and_then(|number| Some((number, row(number)?)));
        rows.extend(speaker);
        if last.replace(used.document) != Some(used.document) {
            number_of_documents += 1;
        }
        let key = speaker.map(|(_, row)| (row.name.as_str(), row.kind));
        counts
            .entry(key)
            .or_insert(Count { documents: 0, first: used.document, last: None })
            .add(used.document);
    }
    let mut sorted: Vec<_> = counts.iter().collect();
    sorted.sort_by_key(|(_, count)| (Reverse(count.documents), count.first));
    let counted = sorted.into_iter().map(|(speaker, count)| SpeakerCount {
        speaker: speaker.map(|(name, _)| name.to_owned()),
        kind: speaker.map(|(_, kind)| kind),
        documents: count.documents,
    });
    let each_use = uses.iter().map(|used| QuotationUse {
        document: documents[used.document as usize].to_string(),
        speaker: row_of(used).and_then(row).map(|row| row.name.clone()),
        confidence: used.confidence,
        text: (used.text as usize != leader).then(|| wordings[used.text as usize].to_string()),
    });
    SharedQuotation {
        text: wordings[leader].to_string(),
        verdict: verdict(rows.values().copied(), counts.contains_key(&None)),
        documents: number_of_documents,
        speakers: counted.collect(),
        uses: each_use.collect(),
    }
}

/// What a row is called.
enum Named<'r> {
    Person(PersonName, &'r SpeakerRow),
    Organisation(String),
}

impl Named<'_> {
    fn of(row: &SpeakerRow) -> Option<Named<'_>> {
        match row.kind {
            SpeakerKind::Person => person(&row.name).map(|name| Named::Person(name, row)),
            SpeakerKind::Organisation => organisation(&row.name).map(Named::Organisation),
            _ => None,
        }
    }

    fn is_full(&self) -> bool {
        !matches!(self, Named::Person(name, _) if name.given.is_empty())
    }

    /// Whether two rows may be one, though nothing shows it.
    fn may_be(&self, other: &Named<'_>) -> bool {
        let (Named::Person(one, row), Named::Person(other, other_row)) = (self, other) else {
            return matches!((self, other), (Named::Organisation(one), Named::Organisation(other)) if one == other);
        };
        let is_family = one.given.is_empty() || other.given.is_empty();
        let is_given = one.given == other.given
            || (one.given.chars().nth(1).is_none() || other.given.chars().nth(1).is_none())
                && one.given.chars().next() == other.given.chars().next();
        let have_genders = row.gender.is_some() && other_row.gender.is_some();
        one.family == other.family
            && (is_family || is_given && one.suffix == other.suffix)
            && !(have_genders && row.gender != other_row.gender)
            && !(row.id.is_some() && other_row.id.is_some())
    }
}

fn verdict<'r>(rows: impl Iterator<Item = &'r SpeakerRow>, is_open: bool) -> Verdict {
    let (mut named, mut are_described) = (Vec::new(), false);
    for row in rows {
        match Named::of(row) {
            Some(name) => named.push(name),
            None => are_described = true,
        }
    }
    // All are compared with one full name, not each with each: two different names differ from it too.
    let full = named.iter().find(|name| name.is_full()).or(named.first());
    let Some(full) = full else { return Verdict::Agree };
    let others = named.iter().filter(|name| !std::ptr::eq(*name, full));
    match others.clone().all(|name| name.may_be(full)) {
        false => Verdict::Differ,
        true if is_open || are_described || others.count() > 0 => Verdict::Vague,
        true => Verdict::Agree,
    }
}
