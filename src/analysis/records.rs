//! Quotations and attributions, and the passages that they consist of.

use std::borrow::Cow;
use std::iter::FusedIterator;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::analysis::Content;
use crate::rules::{AttributionKind, Rule};
#[cfg(feature = "serde")]
use crate::text::index::deserialize_id;
use crate::text::index::{AttributionId, QuotationId, SpeakerId};
use crate::text::span::Span;

/// The text between quotation marks.
///
/// One that continues over several paragraphs, each opened anew and only the last one closed, is one quotation. An
/// unclosed one ends with its paragraph.
///
/// ```
/// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
/// let quotation = analysis.quotations().next().unwrap();
/// assert_eq!((quotation.text(), quotation.content_text()), (r#""We won,""#, "We won,"));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Quotation<'t> {
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) index: u32,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) paragraph: u32,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) sentence: u32,
    pub(crate) span: Span,
    pub(crate) content: Span,
    pub(crate) text: Cow<'t, str>,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "deserialize_id"))]
    pub(crate) parent: Option<QuotationId>,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "deserialize_id"))]
    pub(crate) attribution: Option<AttributionId>,
}

impl Quotation<'_> {
    /// The same record with a copy of its text, which no longer borrows from the input.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let quotation: whosaid::Quotation<'static> = analysis.quotations().next().unwrap().record().clone().into_owned();
    /// assert_eq!(quotation.content_text(), "We won,");
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Quotation<'static> {
        Quotation {
            index: self.index,
            paragraph: self.paragraph,
            sentence: self.sentence,
            span: self.span,
            content: self.content,
            text: owned(self.text),
            parent: self.parent,
            attribution: self.attribution,
        }
    }

    /// Its number among the quotations of the analysis, from 0, in the order in which they are given.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index as usize
    }

    /// The number of the paragraph in which it opens, from 0, among those that
    /// [`tokenizer::paragraphs`](crate::tokenizer::paragraphs) gives.
    #[must_use]
    pub fn paragraph(&self) -> usize {
        self.paragraph as usize
    }

    /// The number of the sentence in which it opens, from 0, among those that
    /// [`tokenizer::sentences`](crate::tokenizer::sentences) gives: counted over the whole text.
    ///
    /// ```
    /// let analysis = whosaid::attribute("It rained. “We won,” said Wang Yi.\n\n“Who lost?” asked Lee Bo.");
    /// let places: Vec<_> = analysis.quotations().map(|it| (it.index(), it.paragraph(), it.sentence())).collect();
    /// assert_eq!(places, [(0, 0, 1), (1, 1, 2)]);
    /// ```
    #[must_use]
    pub fn sentence(&self) -> usize {
        self.sentence as usize
    }

    /// The position of the quotation, marks included.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let quotation = analysis.quotations().next().unwrap();
    /// assert_eq!(quotation.span().range(), 0..9);
    /// ```
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The position of its words, without the outer marks. Inside [`span`](Self::span).
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let quotation = analysis.quotations().next().unwrap();
    /// assert_eq!(quotation.content().range(), 1..8);
    /// ```
    #[must_use]
    pub fn content(&self) -> Span {
        self.content
    }

    /// The input at [`span`](Self::span): the quotation with its marks.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let quotation = analysis.quotations().next().unwrap();
    /// assert_eq!(quotation.text(), r#""We won,""#);
    /// ```
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The quotation without its marks.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let quotation = analysis.quotations().next().unwrap();
    /// assert_eq!(quotation.content_text(), "We won,");
    /// ```
    #[must_use]
    pub fn content_text(&self) -> &str {
        let start = self.content.start().saturating_sub(self.span.start());
        self.text.get(start..start + self.content.len()).unwrap_or("")
    }
}

/// A span and the input there.
///
/// ```
/// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
/// let attribution = analysis.attributions().next().unwrap();
/// let cue = attribution.cue().unwrap();
/// assert_eq!((cue.text(), cue.span().range()), ("said", 10..14));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Passage<'t> {
    pub(crate) span: Span,
    pub(crate) text: Cow<'t, str>,
}

impl Passage<'_> {
    /// The same record with a copy of its text, which no longer borrows from the input.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let attribution = analysis.attributions().next().unwrap();
    /// let cue: whosaid::Passage<'static> = attribution.cue().unwrap().clone().into_owned();
    /// assert_eq!(cue.text(), "said");
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Passage<'static> {
        Passage { span: self.span, text: owned(self.text) }
    }

    /// The position in the input.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let attribution = analysis.attributions().next().unwrap();
    /// assert_eq!(attribution.source().unwrap().span().range(), 15..22);
    /// ```
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The input at [`span`](Self::span).
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let attribution = analysis.attributions().next().unwrap();
    /// assert_eq!(attribution.source().unwrap().text(), "Wang Yi");
    /// ```
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// A statement and its source: somebody says something.
///
/// Its spans follow the conventions of the PolNeAR corpus (Newell, Margolin and Ruths 2018): the
/// content includes its quotation marks and a leading "that", and no span of it crosses the end of a
/// paragraph; the source includes determiner, title and identifying apposition; the cue is one span, the
/// whole verb group or "according to"; the addressee belongs to none of them.
///
/// ```
/// let analysis = whosaid::attribute("Wang Yi says that it rains.");
/// let attribution = analysis.attributions().next().unwrap();
/// assert_eq!((attribution.index(), attribution.paragraph(), attribution.sentence()), (0, 0, 0));
/// let parts = (attribution.source().map(|it| it.text()), attribution.cue().map(|it| it.text()));
/// assert_eq!(parts, (Some("Wang Yi"), Some("says")));
/// ```
#[derive(Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Attribution<'t> {
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) index: u32,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) paragraph: u32,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) sentence: u32,
    pub(crate) kind: AttributionKind,
    pub(crate) content: Content<'t>,
    pub(crate) cue: Option<Passage<'t>>,
    pub(crate) source: Option<Passage<'t>>,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "deserialize_id"))]
    pub(crate) speaker: Option<SpeakerId>,
    pub(crate) rule: Rule,
    pub(crate) confidence: f32,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) speaker_confidence: Option<f32>,
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "deserialize_id"))]
    pub(crate) parent: Option<AttributionId>,
}

impl<'t> Attribution<'t> {
    /// The same record with copies of its texts, which no longer borrows from the input.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let attribution: whosaid::Attribution<'static> =
    ///     analysis.attributions().next().unwrap().record().clone().into_owned();
    /// assert_eq!(attribution.cue().unwrap().text(), "said");
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Attribution<'static> {
        Attribution {
            index: self.index,
            paragraph: self.paragraph,
            sentence: self.sentence,
            kind: self.kind,
            content: self.content.into_owned(),
            cue: self.cue.map(Passage::into_owned),
            source: self.source.map(Passage::into_owned),
            speaker: self.speaker,
            rule: self.rule,
            confidence: self.confidence,
            speaker_confidence: self.speaker_confidence,
            parent: self.parent,
        }
    }

    /// Its number among the attributions of the analysis, from 0, in the order in which they are given.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index as usize
    }

    /// The number of the paragraph in which its first word is, be it of content, cue or source, from 0, among those that
    /// [`tokenizer::paragraphs`](crate::tokenizer::paragraphs) gives.
    #[must_use]
    pub fn paragraph(&self) -> usize {
        self.paragraph as usize
    }

    /// The number of the sentence in which its first word is, be it of content, cue or source, from 0, among those that
    /// [`tokenizer::sentences`](crate::tokenizer::sentences) gives: counted over the whole text.
    #[must_use]
    pub fn sentence(&self) -> usize {
        self.sentence as usize
    }

    /// The share of the content that is between quotation marks: all, a part or none.
    ///
    /// ```
    /// use whosaid::AttributionKind;
    ///
    /// let analysis = whosaid::attribute(r#"Wang Yi says that it is "late"."#);
    /// assert_eq!(analysis.attributions().next().unwrap().kind(), AttributionKind::Mixed);
    /// ```
    #[must_use]
    pub fn kind(&self) -> AttributionKind {
        self.kind
    }

    /// The statement: one span or several, in order, never empty.
    ///
    /// ```
    /// let text = "The dam, Wang Yi says, holds.";
    /// let analysis = whosaid::attribute(text);
    /// let attribution = analysis.attributions().next().unwrap();
    /// assert_eq!(attribution.content().len(), 2);
    /// ```
    #[must_use]
    pub fn content(&self) -> &[Span] {
        self.content.spans()
    }

    /// The words of the content, marks included: one item for each span of [`content`](Self::content), in order.
    ///
    /// ```
    /// let analysis = whosaid::attribute("“We won,” said Wang Yi, “and nobody lost.”");
    /// let attribution = analysis.attributions().next().unwrap();
    /// assert_eq!(attribution.content_text().collect::<Vec<_>>(), ["“We won,”", "“and nobody lost.”"]);
    /// ```
    pub fn content_text(
        &self,
    ) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator + FusedIterator + Clone + '_ {
        self.content.texts().iter().map(AsRef::as_ref)
    }

    /// The words that introduce the content ("said", "according to"); `None` where a quotation continues an
    /// earlier one without any.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let attribution = analysis.attributions().next().unwrap();
    /// assert_eq!(attribution.cue().map(|cue| cue.text()), Some("said"));
    /// ```
    #[must_use]
    pub fn cue(&self) -> Option<&Passage<'t>> {
        self.cue.as_ref()
    }

    /// The words that refer to the speaker ("he", "the U.N. chief"); `None` where the sentence leaves it open
    /// ("were told to leave").
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let attribution = analysis.attributions().next().unwrap();
    /// assert_eq!(attribution.source().map(|source| source.text()), Some("Wang Yi"));
    /// ```
    #[must_use]
    pub fn source(&self) -> Option<&Passage<'t>> {
        self.source.as_ref()
    }

    /// The rule that linked content, cue and source.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let attribution = analysis.attributions().next().unwrap();
    /// assert_eq!(attribution.rule(), whosaid::Rule::QuoteCueSource);
    /// ```
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// The probability that the source said it, from 0 to 1: of the quotations given 0.9, nine in ten are right.
    ///
    /// Estimated by models fitted on the train split of PolNeAR. For quotations it is the probability of the
    /// least certain link. For statements without quotation marks it is the probability that the cue reports
    /// something, times that of the source; below 0.6 these are right some points less often. It does not cover
    /// the exact ends of the content, nor which speaker the source means. For a quotation in a dialogue that has no
    /// cue ([`Rule::Turn`], [`Rule::Beat`]) it is the probability of the speaker, fitted on 17 novels of PDNC.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let attribution = analysis.attributions().next().unwrap();
    /// assert!(attribution.confidence() > 0.9);
    /// ```
    #[must_use]
    pub fn confidence(&self) -> f32 {
        self.confidence
    }

    /// The probability that the named speaker is right, from 0 to 1: that the source said it, and that the source
    /// means this speaker. `None` where the speaker is left open.
    ///
    /// Never above [`confidence`](Self::confidence) for a source that the text names. The second factor is that of a
    /// model fitted to the names of 7,000 sources of PolNeAR. In a dialogue it is the probability of the speaker of
    /// the turn.
    ///
    /// ```
    /// let analysis = whosaid::attribute("Mayor Ann Lee met Bob Kim. “We agree,” he said.");
    /// let attribution = analysis.attributions().next().unwrap();
    /// assert_eq!(attribution.speaker().unwrap().name(), "Bob Kim");
    /// assert!(attribution.speaker_confidence().unwrap() < attribution.confidence());
    /// ```
    #[must_use]
    pub fn speaker_confidence(&self) -> Option<f32> {
        self.speaker_confidence
    }
}

pub(super) fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}
