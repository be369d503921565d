//! Speakers, as an analysis gives them.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize};

use crate::analysis::records::owned;
use crate::speakers::{Gender, SpeakerKind};
use crate::text::few::Few;
use crate::text::span::Span;

/// A person, organisation or group that is reported to have said something.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker<'t> {
    #[serde(default)]
    pub(crate) index: u32,
    #[serde(default)]
    pub(crate) paragraph: u32,
    #[serde(default)]
    pub(crate) sentence: u32,
    pub(crate) name: Cow<'t, str>,
    pub(crate) kind: SpeakerKind,
    #[serde(default, deserialize_with = "known_gender")]
    pub(crate) gender: Option<Gender>,
    #[serde(default)]
    pub(crate) id: Option<Cow<'t, str>>,
    pub(crate) titles: Vec<Cow<'t, str>>,
    pub(crate) mentions: Few<Span, 1>,
}

impl<'t> Speaker<'t> {
    /// A speaker that is mentioned nowhere yet.
    pub(crate) fn new(name: Cow<'t, str>, kind: SpeakerKind) -> Self {
        Speaker {
            index: 0,
            paragraph: 0,
            sentence: 0,
            name,
            kind,
            gender: None,
            id: None,
            titles: Vec::new(),
            mentions: Few::default(),
        }
    }

    /// The same record with copies of its names, which no longer borrows from the input.
    #[must_use]
    pub fn into_owned(self) -> Speaker<'static> {
        Speaker {
            index: self.index,
            paragraph: self.paragraph,
            sentence: self.sentence,
            name: owned(self.name),
            kind: self.kind,
            gender: self.gender,
            id: self.id.map(owned),
            titles: self.titles.into_iter().map(owned).collect(),
            mentions: self.mentions,
        }
    }

    /// Its number among the speakers of the analysis, from 0, in the order in which they are given.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index as usize
    }

    /// The number of the paragraph of its first mention, from 0, among those that
    /// [`tokenizer::paragraphs`](crate::tokenizer::paragraphs) gives.
    #[must_use]
    pub fn paragraph(&self) -> usize {
        self.paragraph as usize
    }

    /// The number of the sentence of its first mention, from 0, among those that
    /// [`tokenizer::sentences`](crate::tokenizer::sentences) gives: counted over the whole text.
    #[must_use]
    pub fn sentence(&self) -> usize {
        self.sentence as usize
    }

    /// The fullest name that the text gives, without titles; for a speaker it never names, the words that
    /// describe it, without article ("senior official").
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The kind of speaker.
    #[must_use]
    pub fn kind(&self) -> SpeakerKind {
        self.kind
    }

    /// The gender that its names, titles, descriptions and pronouns show; `None` where they show none, and for what
    /// is no person.
    ///
    /// ```
    /// use whosaid::Gender;
    ///
    /// let analysis = whosaid::attribute("“We won,” said Mary Hill. The committee said that it was glad.");
    /// let genders: Vec<_> = analysis.speakers().map(|speaker| speaker.gender()).collect();
    /// assert_eq!(genders, [Some(Gender::Female), None]);
    /// ```
    #[must_use]
    pub fn gender(&self) -> Option<Gender> {
        self.gender
    }

    /// The id that the caller gave for a speaker known beforehand, unchanged.
    ///
    /// See [`AttributorBuilder::speaker_with_id`](crate::AttributorBuilder::speaker_with_id).
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The titles and roles beside its names, each once, in the order of the text.
    pub fn titles(&self) -> impl ExactSizeIterator<Item = &str> {
        self.titles.iter().map(AsRef::as_ref)
    }

    /// The places where the text refers to it, in order: names, and the pronouns and nouns that are sources.
    #[must_use]
    pub fn mentions(&self) -> &[Span] {
        &self.mentions
    }
}

/// Reads a gender; one that only a later version knows as none.
fn known_gender<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Gender>, D::Error> {
    let name = Option::<Cow<'de, str>>::deserialize(deserializer)?;
    Ok(name.and_then(|name| name.parse().ok()))
}
