//! The records that a caller gets: quotations, attributions, speakers, and the links between them.

use std::borrow::Cow;
use std::ops::Deref;

use serde::Deserialize;
use serde::Serialize;

use crate::rules::{AttributionKind, Rule};
use crate::speakers::SpeakerKind;
use crate::text::compact::{RecordIndex, Spans};
use crate::text::span::Span;

/// Who said what in one text.
///
/// Its three lists refer to one another by index; the handles that its methods give
/// ([`Linked`]) follow those references:
///
/// ```
/// let analysis = whosaid::attribute("“We won,” said Wang Yi. “Nobody lost,” he added.");
/// let said: Vec<_> = analysis
///     .quotations()
///     .map(|quotation| (quotation.speaker().map(|speaker| speaker.name()), quotation.text()))
///     .collect();
/// assert_eq!(said, [(Some("Wang Yi"), "“We won,”"), (Some("Wang Yi"), "“Nobody lost,”")]);
/// ```
///
/// Invariants: quotations and attributions stand in the order of the text; every span is in bounds
/// and on character boundaries; every text equals the input at its span; cue, source and content of
/// one attribution do not overlap.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Analysis<'t> {
    #[serde(borrow)]
    pub(crate) quotations: Vec<Quotation<'t>>,
    pub(crate) attributions: Vec<Attribution<'t>>,
    pub(crate) speakers: Vec<Speaker<'t>>,
}

impl<'t> Analysis<'t> {
    /// Every quotation, nested ones included, in the order in which they open.
    pub fn quotations(&self) -> impl ExactSizeIterator<Item = Linked<'_, 't, Quotation<'t>>> {
        self.quotations.iter().map(|record| self.link(record))
    }

    /// Every attribution, in the order of the text.
    pub fn attributions(&self) -> impl ExactSizeIterator<Item = Linked<'_, 't, Attribution<'t>>> {
        self.attributions.iter().map(|record| self.link(record))
    }

    /// Everybody who is reported to have said something, in the order of their first mention.
    pub fn speakers(&self) -> impl ExactSizeIterator<Item = Linked<'_, 't, Speaker<'t>>> {
        self.speakers.iter().map(|record| self.link(record))
    }

    fn link<'a, T>(&'a self, record: &'a T) -> Linked<'a, 't, T> {
        Linked { analysis: self, record }
    }

    fn speaker_at(&self, index: RecordIndex) -> Option<&Speaker<'t>> {
        self.speakers.get(index.get()?)
    }
}

/// A record together with the [`Analysis`] it belongs to, so that its links can be followed.
///
/// It dereferences to the record.
#[derive(Debug)]
pub struct Linked<'a, 't, T> {
    analysis: &'a Analysis<'t>,
    record: &'a T,
}

impl<T> Clone for Linked<'_, '_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Linked<'_, '_, T> {}

impl<'a, T> Deref for Linked<'a, '_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.record
    }
}

impl<'a, 't> Linked<'a, 't, Quotation<'t>> {
    /// The input at the quotation's span, marks included; it outlives the handle.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.record.text()
    }

    /// The attribution that says whose words these are; none for a title, a nickname, a scare quote.
    #[must_use]
    pub fn attribution(&self) -> Option<Linked<'a, 't, Attribution<'t>>> {
        let record = self.analysis.attributions.get(self.record.attribution.get()?)?;
        Some(self.analysis.link(record))
    }

    /// Who said it, where the text tells.
    #[must_use]
    pub fn speaker(&self) -> Option<&'a Speaker<'t>> {
        self.analysis.speaker_at(self.attribution()?.record.speaker)
    }

    /// The quotation that this one stands in.
    #[must_use]
    pub fn parent(&self) -> Option<Linked<'a, 't, Quotation<'t>>> {
        let record = self.analysis.quotations.get(self.record.parent.get()?)?;
        Some(self.analysis.link(record))
    }
}

impl<'a, 't> Linked<'a, 't, Attribution<'t>> {
    /// Whom its source means.
    #[must_use]
    pub fn speaker(&self) -> Option<&'a Speaker<'t>> {
        self.analysis.speaker_at(self.record.speaker)
    }
}

impl<'a, 't> Linked<'a, 't, Speaker<'t>> {
    /// The attributions to this speaker, in the order of the text. Linear in all attributions.
    pub fn attributions(&self) -> impl Iterator<Item = Linked<'a, 't, Attribution<'t>>> {
        let (analysis, me) = (self.analysis, self.record);
        analysis
            .attributions()
            .filter(move |attribution| attribution.speaker().is_some_and(|speaker| std::ptr::eq(speaker, me)))
    }
}

/// What stands between quotation marks.
///
/// One that runs over several paragraphs, each opened again and only the last closed, is one
/// quotation. An unclosed one ends with its paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation<'t> {
    pub(crate) span: Span,
    pub(crate) content: Span,
    #[serde(borrow)]
    pub(crate) text: Cow<'t, str>,
    pub(crate) parent: RecordIndex,
    pub(crate) attribution: RecordIndex,
}

impl Quotation<'_> {
    /// Where it stands, its marks included.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// Where its words stand, without the outer marks. Inside [`span`](Self::span).
    #[must_use]
    pub fn content(&self) -> Span {
        self.content
    }

    /// The input at [`span`](Self::span): the quotation with its marks.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The quotation without its marks.
    #[must_use]
    pub fn content_text(&self) -> &str {
        let start = self.content.start().saturating_sub(self.span.start());
        self.text.get(start..start + self.content.len()).unwrap_or("")
    }
}

/// A span and the words that stand there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage<'t> {
    pub(crate) span: Span,
    #[serde(borrow)]
    pub(crate) text: Cow<'t, str>,
}

impl Passage<'_> {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The input at [`span`](Self::span).
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// Somebody says something.
///
/// Its spans follow the conventions of the PolNeAR corpus (Newell, Margolin and Ruths 2018): the
/// content includes its quotation marks and a leading "that", and no span of it crosses the end of a
/// paragraph; the source includes determiner, title and identifying apposition; the cue is one span, the
/// whole verb group or "according to"; whom it was said to belongs to none of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attribution<'t> {
    pub(crate) kind: AttributionKind,
    pub(crate) content: Spans,
    #[serde(borrow)]
    pub(crate) cue: Option<Passage<'t>>,
    pub(crate) source: Option<Passage<'t>>,
    pub(crate) speaker: RecordIndex,
    pub(crate) rule: Rule,
    pub(crate) confidence: f32,
}

impl<'t> Attribution<'t> {
    /// How much of the content stands between quotation marks.
    #[must_use]
    pub fn kind(&self) -> AttributionKind {
        self.kind
    }

    /// What was said: one span or several, in order, never empty.
    #[must_use]
    pub fn content(&self) -> &[Span] {
        self.content.as_slice()
    }

    /// The words that introduce it ("said", "according to"); none where a quotation goes on
    /// without any.
    #[must_use]
    pub fn cue(&self) -> Option<&Passage<'t>> {
        self.cue.as_ref()
    }

    /// The words that name the speaker there ("he", "the U.N. chief"); none where the sentence leaves open
    /// who it is ("were told to leave").
    #[must_use]
    pub fn source(&self) -> Option<&Passage<'t>> {
        self.source.as_ref()
    }

    /// What linked content, cue and source.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// How probable it is that the source said it, from 0 to 1: of the quotations given 0.9, nine in ten are
    /// right. Models fitted on the train split of PolNeAR tell it: for a quotation that of its link, for
    /// several that of the least certain; for what stands outside quotation marks that its cue reports,
    /// times that of its source, which is right some points less often below 0.6. Where exactly the
    /// content ends and whom the source means are no part of it.
    #[must_use]
    pub fn confidence(&self) -> f32 {
        self.confidence
    }
}

/// A person, organisation or group of the text that is reported to have said something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker<'t> {
    #[serde(borrow)]
    pub(crate) name: Cow<'t, str>,
    pub(crate) kind: SpeakerKind,
    pub(crate) titles: Vec<Cow<'t, str>>,
    pub(crate) mentions: Spans,
}

impl<'t> Speaker<'t> {
    /// The fullest name that the text gives, without titles; for one whom it never names, the words
    /// that it uses ("a senior official").
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> SpeakerKind {
        self.kind
    }

    /// The titles and roles that stand with its names, each once, in the order of the text.
    pub fn titles(&self) -> impl ExactSizeIterator<Item = &str> {
        self.titles.iter().map(AsRef::as_ref)
    }

    /// Where the text names it, in order: names, and the pronouns and nouns that attributions resolved.
    #[must_use]
    pub fn mentions(&self) -> &[Span] {
        self.mentions.as_slice()
    }
}
