//! Speakers across documents.

mod clusters;
mod joining;
mod rows;
mod single;

use std::collections::HashMap;

use whosaid::{Gender, SpeakerKind};

use crate::document::{Document, Speaker};
use crate::names::{ranks, Called};

pub use rows::{GenderTotal, SpeakerRow, Speakers};

/// Collects the speakers of documents.
///
/// Holds about 24 bytes for each speaker of a document, and each different name once.
///
/// ```
/// use whosaid_results::{for_each_line, Line, SpeakerTable, DEFAULT_MAX_LINE};
///
/// let results = br#"{"id": "a", "quotations": [{"text": "\"It leaks,\"", "attribution": 0}],
///     "attributions": [{"speaker": 0}], "speakers": [{"name": "Marta Holt", "kind": "person"}]}"#;
/// let results: Vec<u8> = results.iter().map(|byte| if *byte == b'\n' { b' ' } else { *byte }).collect();
/// let mut table = SpeakerTable::new();
/// for_each_line(results.as_slice(), DEFAULT_MAX_LINE, |line| {
///     if let Line::Document(document) = line {
///         table.add(&document);
///     }
/// })?;
/// let speakers = table.finish();
/// assert_eq!((speakers.rows[0].name.as_str(), speakers.rows[0].words), ("Marta Holt", 2));
/// # Ok::<(), whosaid_results::ReadError>(())
/// ```
#[derive(Default)]
pub struct SpeakerTable {
    documents: Vec<Box<str>>,
    /// The first of the uses of each document.
    starts: Vec<usize>,
    uses: Vec<Use>,
    identities: Vec<Identity>,
    known: HashMap<Identity, u32>,
    /// The number of documents that give a full name this title.
    ranks: HashMap<(u32, Box<str>), u32>,
    total: Total,
}

/// A speaker of one document.
struct Use {
    identity: u32,
    document: u32,
    counts: Counts,
}

/// What a speaker says in one document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counts {
    quotations: u32,
    words: u32,
    statements: u32,
}

/// What everybody says in all documents.
#[derive(Debug, Clone, Copy, Default)]
struct Total {
    quotations: u64,
    words: u64,
    statements: u64,
}

impl Counts {
    fn is_empty(self) -> bool {
        self == Counts::default()
    }
}

/// Everything that one document shows about who a speaker is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Identity {
    name: Box<str>,
    called: Called,
    kind: SpeakerKind,
    gender: Option<Gender>,
    id: Option<Box<str>>,
    /// The titles of somebody with a single name, which may show who it is.
    ranks: Vec<Box<str>>,
}

impl Identity {
    fn of(speaker: &Speaker<'_>) -> Self {
        let called = Called::of(speaker);
        let is_single = matches!(&called, Called::Person(name, _) if name.given.is_empty());
        Identity {
            name: speaker.name.split_whitespace().collect::<Vec<_>>().join(" ").into(),
            ranks: if is_single { ranks(&speaker.titles) } else { Vec::new() },
            called,
            kind: speaker.kind,
            gender: speaker.gender,
            id: speaker.id.as_deref().map(Into::into),
        }
    }
}

/// The number of words between spaces that have a letter or a digit.
fn count_words(text: &str) -> u32 {
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
    u32::try_from(words.count()).unwrap_or(u32::MAX)
}

impl SpeakerTable {
    /// A table of no documents.
    #[must_use]
    pub fn new() -> Self {
        SpeakerTable::default()
    }

    /// Adds a document. Two documents with one id count as two.
    pub fn add(&mut self, document: &Document<'_>) {
        let number = u32::try_from(self.documents.len()).unwrap_or(u32::MAX);
        self.documents.push(document.id.as_ref().into());
        let start = self.uses.len();
        self.starts.push(start);
        for speaker in &document.speakers {
            let identity = self.identity(Identity::of(speaker));
            if matches!(&self.identities[identity as usize].called, Called::Person(name, _) if !name.given.is_empty())
            {
                for rank in ranks(&speaker.titles) {
                    *self.ranks.entry((identity, rank)).or_default() += 1;
                }
            }
            self.uses.push(Use { identity, document: number, counts: Counts::default() });
        }
        let uses = &mut self.uses[start..];
        let mut is_quoted = vec![false; document.attributions.len()];
        let mut is_within = vec![false; document.quotations.len()];
        for (index, quotation) in document.quotations.iter().enumerate() {
            let around = quotation.parent.filter(|parent| *parent < index);
            let is_part = around
                .is_some_and(|parent| is_within[parent] || document.quotations[parent].attribution.is_some());
            is_within[index] = is_part;
            let Some(attribution) = quotation.attribution else { continue };
            if let Some(is_quoted) = is_quoted.get_mut(attribution) {
                *is_quoted = true;
            }
            // Each word counts once, for the speaker of the outermost quotation.
            let words = if is_part { 0 } else { count_words(&quotation.text) };
            self.total.words += u64::from(words);
            self.total.quotations += 1;
            if let Some(speaker) = document.speaker_of(quotation).0.and_then(|index| uses.get_mut(index)) {
                speaker.counts.quotations += 1;
                speaker.counts.words = speaker.counts.words.saturating_add(words);
            }
        }
        for (attribution, _) in
            document.attributions.iter().zip(is_quoted).filter(|(_, is_quoted)| !is_quoted)
        {
            self.total.statements += 1;
            if let Some(speaker) = attribution.speaker.and_then(|index| uses.get_mut(index)) {
                speaker.counts.statements += 1;
            }
        }
    }

    fn identity(&mut self, identity: Identity) -> u32 {
        if let Some(known) = self.known.get(&identity) {
            return *known;
        }
        let number = u32::try_from(self.identities.len()).unwrap_or(u32::MAX);
        self.identities.push(identity.clone());
        self.known.insert(identity, number);
        number
    }

    /// Joins the speakers that are one person or organisation.
    #[must_use]
    pub fn finish(self) -> Speakers {
        let places = joining::places(&self);
        rows::build(self, &places)
    }
}
