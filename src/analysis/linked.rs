//! Handles that follow the links between records.

use std::iter::FusedIterator;
use std::ops::Deref;

use crate::analysis::{Analysis, Attribution, Passage, Quotation, Speaker};
use crate::text::span::Span;

/// A record together with the [`Analysis`] it belongs to, so that its links can be followed.
///
/// Dereferences to the record.
pub struct Linked<'a, 't, T> {
    pub(super) analysis: &'a Analysis<'t>,
    pub(super) record: &'a T,
    pub(super) index: usize,
}

impl<'a, T> Linked<'a, '_, T> {
    /// The place of the record among those of its kind, from 0. By it the records refer to one another in JSON.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// The record alone; it outlives the handle.
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
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.record.text()
    }

    /// The quotation without its marks; it outlives the handle.
    #[must_use]
    pub fn content_text(&self) -> &'a str {
        self.record.content_text()
    }

    /// The attribution of the quotation; `None` for a title, a nickname, a scare quote.
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
    #[must_use]
    pub fn parent(&self) -> Option<Linked<'a, 't, Quotation<'t>>> {
        self.analysis.quotations().nth(self.record.parent?.get())
    }
}

impl<'a, 't> Linked<'a, 't, Attribution<'t>> {
    /// The statement: one span or several, in order, never empty. Outlives the handle.
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
    #[must_use]
    pub fn cue(&self) -> Option<&'a Passage<'t>> {
        self.record.cue()
    }

    /// The words that refer to the speaker; they outlive the handle.
    #[must_use]
    pub fn source(&self) -> Option<&'a Passage<'t>> {
        self.record.source()
    }

    /// The speaker that its source means.
    #[must_use]
    pub fn speaker(&self) -> Option<Linked<'a, 't, Speaker<'t>>> {
        self.analysis.speaker_at(self.record.speaker)
    }
}

impl<'a, 't> Linked<'a, 't, Speaker<'t>> {
    /// The fullest name that the text gives, without titles; it outlives the handle.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.record.name()
    }

    /// The places where the text refers to it, in order; they outlive the handle.
    #[must_use]
    pub fn mentions(&self) -> &'a [Span] {
        self.record.mentions()
    }

    /// The attributions to this speaker, in the order of the text. Linear in all attributions.
    pub fn attributions(&self) -> impl DoubleEndedIterator<Item = Linked<'a, 't, Attribution<'t>>> + Clone {
        let me = self.index;
        self.analysis.attributions().filter(move |it| it.record.speaker.is_some_and(|it| it.get() == me))
    }

    /// The quotations of this speaker, in the order of the text. Linear in all quotations.
    ///
    /// ```
    /// let analysis = whosaid::attribute("“We won,” said Wang Yi. “Did we?” Lee Bo asked.");
    /// let lee = analysis.speakers().next_back().unwrap();
    /// let quotations: Vec<_> = lee.quotations().map(|quotation| quotation.text()).collect();
    /// assert_eq!(quotations, ["“Did we?”"]);
    /// ```
    pub fn quotations(&self) -> impl DoubleEndedIterator<Item = Linked<'a, 't, Quotation<'t>>> + Clone {
        let me = self.index;
        self.analysis.quotations().filter(move |it| it.speaker().is_some_and(|it| it.index == me))
    }
}
