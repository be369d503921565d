//! Handles that follow the links between records.

use std::ops::Deref;

use crate::analysis::{Analysis, Attribution, Quotation, Speaker};

/// A record together with the [`Analysis`] it belongs to, so that its links can be followed.
///
/// Dereferences to the record.
#[derive(Debug)]
pub struct Linked<'a, 't, T> {
    pub(super) analysis: &'a Analysis<'t>,
    pub(super) record: &'a T,
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

    /// The attribution of the quotation; `None` for a title, a nickname, a scare quote.
    #[must_use]
    pub fn attribution(&self) -> Option<Linked<'a, 't, Attribution<'t>>> {
        let record = self.analysis.attributions.get(self.record.attribution?.get())?;
        Some(self.analysis.link(record))
    }

    /// The speaker, where the text names or describes one.
    #[must_use]
    pub fn speaker(&self) -> Option<&'a Speaker<'t>> {
        self.analysis.speaker_at(self.attribution()?.record.speaker)
    }

    /// The quotation that this one is nested in.
    #[must_use]
    pub fn parent(&self) -> Option<Linked<'a, 't, Quotation<'t>>> {
        let record = self.analysis.quotations.get(self.record.parent?.get())?;
        Some(self.analysis.link(record))
    }
}

impl<'a, 't> Linked<'a, 't, Attribution<'t>> {
    /// The attribution in whose content this one is: "Lee said" of "Lee said that Pike feared a flood", for "Pike
    /// feared".
    ///
    /// ```
    /// let analysis = whosaid::attribute("Ann Wu said that the mayor had claimed that the bridge was safe.");
    /// let inner = analysis.attributions().nth(1).unwrap();
    /// assert_eq!(inner.source().unwrap().text(), "the mayor");
    /// assert_eq!(inner.parent().unwrap().source().unwrap().text(), "Ann Wu");
    /// ```
    #[must_use]
    pub fn parent(&self) -> Option<Linked<'a, 't, Attribution<'t>>> {
        let record = self.analysis.attributions.get(self.record.parent?.get())?;
        Some(self.analysis.link(record))
    }

    /// The speaker that its source means.
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
