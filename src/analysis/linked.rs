//! Handles that follow the links between records.

use std::iter::FusedIterator;
use std::ops::Deref;

use crate::analysis::{Analysis, Attribution, Passage, Quotation, RecordsOf, Speaker};
use crate::text::span::Span;

/// A record together with the [`Analysis`] it belongs to, so that its links can be followed.
///
/// Dereferences to the record.
///
/// ```
/// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
/// let speaker = analysis.quotations().next().and_then(|quotation| quotation.speaker());
/// assert_eq!(speaker.map(|speaker| speaker.name()), Some("Wang Yi"));
/// ```
pub struct Linked<'a, 't, T> {
    pub(super) analysis: &'a Analysis<'t>,
    pub(super) record: &'a T,
    pub(super) index: usize,
}

impl<'a, T> Linked<'a, '_, T> {
    /// The place of the record among those of its kind, from 0. By it the records refer to one another in JSON.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let indices: Vec<usize> = analysis.attributions().map(|attribution| attribution.index()).collect();
    /// assert_eq!(indices, [0]);
    /// ```
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// The record alone; it outlives the handle.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let quotation: &whosaid::Quotation<'_> = analysis.quotations().next().unwrap().record();
    /// assert_eq!(quotation.text(), r#""We won,""#);
    /// ```
    #[must_use]
    pub fn record(&self) -> &'a T {
        self.record
    }
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
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let quotation = analysis.quotations().next().unwrap();
    /// assert_eq!(quotation.text(), r#""We won,""#);
    /// ```
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.record.text()
    }

    /// The quotation without its marks; it outlives the handle.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let quotation = analysis.quotations().next().unwrap();
    /// assert_eq!(quotation.content_text(), "We won,");
    /// ```
    #[must_use]
    pub fn content_text(&self) -> &'a str {
        self.record.content_text()
    }

    /// The attribution of the quotation; `None` for a title, a nickname, a scare quote.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let quotation = analysis.quotations().next().unwrap();
    /// assert_eq!(quotation.attribution().and_then(|it| it.cue()).map(|cue| cue.text()), Some("said"));
    /// ```
    #[must_use]
    pub fn attribution(&self) -> Option<Linked<'a, 't, Attribution<'t>>> {
        self.analysis.attributions().nth(self.record.attribution?.get())
    }

    /// The speaker, where the text names or describes one.
    ///
    /// ```
    /// # fn main() { run().unwrap() }
    /// # fn run() -> Option<()> {
    /// let analysis = whosaid::attribute("“We won,” said Wang Yi. He said that nobody lost.");
    /// let quotation = analysis.quotations().next()?;
    /// assert_eq!(quotation.speaker()?.attributions().count(), 2);
    /// # Some(())
    /// # }
    /// ```
    #[must_use]
    pub fn speaker(&self) -> Option<Linked<'a, 't, Speaker<'t>>> {
        self.attribution()?.speaker()
    }

    /// The quotation that this one is nested in.
    ///
    /// ```
    /// let analysis = whosaid::attribute("“They cried ‘No!’ twice,” he said.");
    /// let nested = analysis.quotations().next_back().unwrap();
    /// assert_eq!(nested.parent().map(|outer| outer.index()), Some(0));
    /// ```
    #[must_use]
    pub fn parent(&self) -> Option<Linked<'a, 't, Quotation<'t>>> {
        self.analysis.quotations().nth(self.record.parent?.get())
    }
}

impl<'a, 't> Linked<'a, 't, Attribution<'t>> {
    /// The statement: one span or several, in order, never empty. Outlives the handle.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let attribution = analysis.attributions().next().unwrap();
    /// assert_eq!(attribution.content().len(), 1);
    /// ```
    #[must_use]
    pub fn content(&self) -> &'a [Span] {
        self.record.content()
    }

    /// The words of the content, one item for each span of it; they outlive the handle.
    pub fn content_text(
        &self,
    ) -> impl DoubleEndedIterator<Item = &'a str> + ExactSizeIterator + FusedIterator + Clone + 'a {
        self.record.content_text()
    }

    /// The words that introduce the content; they outlive the handle.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let attribution = analysis.attributions().next().unwrap();
    /// assert_eq!(attribution.cue().map(|cue| cue.text()), Some("said"));
    /// ```
    #[must_use]
    pub fn cue(&self) -> Option<&'a Passage<'t>> {
        self.record.cue()
    }

    /// The words that refer to the speaker; they outlive the handle.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let attribution = analysis.attributions().next().unwrap();
    /// assert_eq!(attribution.source().map(|source| source.text()), Some("Wang Yi"));
    /// ```
    #[must_use]
    pub fn source(&self) -> Option<&'a Passage<'t>> {
        self.record.source()
    }

    /// The attribution in whose content this one lies: somebody says what another one says. Of several it is the
    /// innermost.
    ///
    /// ```
    /// # fn main() { run().unwrap() }
    /// # fn run() -> Option<()> {
    /// let analysis = whosaid::attribute("“The boss told me, ‘Go.’ So I went,” said Wang Yi.");
    /// let nested = analysis.attributions().next_back()?;
    /// assert_eq!(nested.speaker()?.name(), "boss");
    /// assert_eq!(nested.parent()?.speaker()?.name(), "Wang Yi");
    /// # Some(())
    /// # }
    /// ```
    #[must_use]
    pub fn parent(&self) -> Option<Linked<'a, 't, Attribution<'t>>> {
        self.analysis.attributions().nth(self.record.parent?.get())
    }

    /// The speaker that its source means.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let attribution = analysis.attributions().next().unwrap();
    /// assert_eq!(attribution.speaker().map(|speaker| speaker.name()), Some("Wang Yi"));
    /// ```
    #[must_use]
    pub fn speaker(&self) -> Option<Linked<'a, 't, Speaker<'t>>> {
        self.analysis.speaker_at(self.record.speaker)
    }
}

impl<'a, 't> Linked<'a, 't, Speaker<'t>> {
    /// The fullest name that the text gives, without titles; it outlives the handle.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let speaker = analysis.speakers().next().unwrap();
    /// assert_eq!(speaker.name(), "Wang Yi");
    /// ```
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.record.name()
    }

    /// The caller's id of a speaker known beforehand; it outlives the handle.
    ///
    /// ```
    /// # fn main() -> Result<(), whosaid::BuildError> {
    /// let attributor = whosaid::Attributor::builder().speaker_with_id("Q1", "Wang Yi", [""; 0]).build()?;
    /// let analysis = attributor.attribute(r#""We won," said Wang Yi. "We?" asked Robert Pike."#);
    /// let ids: Vec<_> = analysis.speakers().map(|speaker| speaker.id()).collect();
    /// assert_eq!(ids, [Some("Q1"), None]);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<&'a str> {
        self.record.id()
    }

    /// The places where the text refers to it, in order; they outlive the handle.
    ///
    /// ```
    /// let analysis = whosaid::attribute(r#""We won," said Wang Yi."#);
    /// let speaker = analysis.speakers().next().unwrap();
    /// assert_eq!(speaker.mentions().len(), 1);
    /// ```
    #[must_use]
    pub fn mentions(&self) -> &'a [Span] {
        self.record.mentions()
    }

    /// The attributions to this speaker, in the order of the text. Linear in all attributions.
    ///
    /// ```
    /// let analysis = whosaid::attribute("Wang Yi says that it rains. He hopes that it stops.");
    /// let speaker = analysis.speakers().next().unwrap();
    /// assert_eq!(speaker.attributions().count(), 2);
    /// ```
    #[must_use]
    pub fn attributions(&self) -> RecordsOf<'a, 't, Attribution<'t>> {
        RecordsOf::new(self.analysis.attributions(), self.index)
    }

    /// The quotations of this speaker, in the order of the text. Linear in all quotations.
    ///
    /// ```
    /// let analysis = whosaid::attribute("“We won,” said Wang Yi. “Did we?” Lee Bo asked.");
    /// let lee = analysis.speakers().next_back().unwrap();
    /// let quotations: Vec<_> = lee.quotations().map(|quotation| quotation.text()).collect();
    /// assert_eq!(quotations, ["“Did we?”"]);
    /// ```
    #[must_use]
    pub fn quotations(&self) -> RecordsOf<'a, 't, Quotation<'t>> {
        RecordsOf::new(self.analysis.quotations(), self.index)
    }
}
