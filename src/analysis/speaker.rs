//! Speakers, as an analysis gives them.

use std::borrow::Cow;

#[cfg(feature = "serde")]
use serde::{Deserialize, Deserializer, Serialize};

use crate::analysis::records::owned;
use crate::speakers::{Gender, SpeakerKind};
use crate::text::few::Few;
use crate::text::span::Span;

/// A person, organisation or group that is reported to have said something.
///
/// ```
/// let analysis = whosaid::attribute(r#""We won," said Mayor Marta Holt."#);
/// let speaker = analysis.speakers().next().unwrap();
/// assert_eq!((speaker.index(), speaker.paragraph(), speaker.sentence()), (0, 0, 0));
/// assert_eq!((speaker.name(), speaker.kind()), ("Marta Holt", whosaid::SpeakerKind::Person));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Speaker<'t> {
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) index: u32,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) paragraph: u32,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) sentence: u32,
    pub(crate) name: Cow<'t, str>,
    pub(crate) kind: SpeakerKind,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "known_gender"))]
    pub(crate) gender: Option<Gender>,
    #[cfg_attr(feature = "serde", serde(default))]
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
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let speaker: whosaid::Speaker<'static> = analysis.speakers().next().unwrap().record().clone().into_owned();
    /// assert_eq!(speaker.name(), "Wang Yi");
    /// ```
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
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#"Marta Holt came late. "We won," said Holt."#);
    /// assert_eq!(analysis.speakers().next().unwrap().name(), "Marta Holt");
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The kind of speaker.
    ///
    /// ```
    /// let analysis = whosaid::attribute("The ministry said that it would wait.");
    /// assert_eq!(analysis.speakers().next().unwrap().kind(), whosaid::SpeakerKind::Organisation);
    /// ```
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
    ///
    /// ```
    /// # fn main() -> Result<(), whosaid::BuildError> {
    /// let attributor = whosaid::Attributor::builder().speaker_with_id("Q1", "Wang Yi", [""; 0]).build()?;
    /// let analysis = attributor.attribute(r#""We won," said Wang Yi. "We?" asked Robert Pike."#);
    /// let ids: Vec<_> = analysis.speakers().map(|speaker| speaker.record().id()).collect();
    /// assert_eq!(ids, [Some("Q1"), None]);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The titles and roles beside its names, each once, in the order of the text.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Mayor Marta Holt."#);
    /// let speaker = analysis.speakers().next().unwrap();
    /// assert_eq!(speaker.titles().collect::<Vec<_>>(), ["Mayor"]);
    /// ```
    pub fn titles(&self) -> impl ExactSizeIterator<Item = &str> {
        self.titles.iter().map(AsRef::as_ref)
    }

    /// The places where the text refers to it, in order: names, and the pronouns and nouns that are sources.
    ///
    /// ```
    /// let text = r#"Marta Holt came late. "We won," said Holt."#;
    /// let analysis = whosaid::attribute(text);
    /// let speaker = analysis.speakers().next().unwrap();
    /// let mentions: Vec<_> = speaker.mentions().iter().filter_map(|span| span.of(text)).collect();
    /// assert_eq!(mentions, ["Marta Holt", "Holt"]);
    /// ```
    #[must_use]
    pub fn mentions(&self) -> &[Span] {
        &self.mentions
    }
}

/// Reads a gender; one that only a later version knows as none.
#[cfg(feature = "serde")]
fn known_gender<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Gender>, D::Error> {
    let name = Option::<Cow<'de, str>>::deserialize(deserializer)?;
    Ok(name.and_then(|name| name.parse().ok()))
}
