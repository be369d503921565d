//! The iterators over the records of an analysis.

use std::fmt;
use std::iter::{Enumerate, FusedIterator};
use std::slice::Iter;

use crate::analysis::{Analysis, Attribution, Linked, Quotation};

/// The records of one kind of an [`Analysis`], each as a [`Linked`] handle, in their order.
///
/// Made by [`Analysis::quotations`], [`Analysis::attributions`] and [`Analysis::speakers`]. Can be read from both
/// ends, and knows its length.
///
/// ```
/// let analysis = whosaid::attribute("“We won,” said Wang Yi. “Nobody lost,” he added.");
/// let mut quotations = analysis.quotations();
/// assert_eq!(quotations.len(), 2);
/// assert_eq!(quotations.next_back().unwrap().text(), "“Nobody lost,”");
/// assert_eq!(quotations.next().unwrap().text(), "“We won,”");
/// assert!(quotations.next().is_none());
/// ```
pub struct Records<'a, 't, T> {
    analysis: &'a Analysis<'t>,
    records: Enumerate<Iter<'a, T>>,
}

impl<'a, 't, T> Records<'a, 't, T> {
    pub(super) fn new(analysis: &'a Analysis<'t>, records: &'a [T]) -> Self {
        Records { analysis, records: records.iter().enumerate() }
    }

    fn linked(&self, record: Option<(usize, &'a T)>) -> Option<Linked<'a, 't, T>> {
        let (index, record) = record?;
        Some(Linked { analysis: self.analysis, record, index })
    }
}

impl<'a, 't, T> Iterator for Records<'a, 't, T> {
    type Item = Linked<'a, 't, T>;

    fn next(&mut self) -> Option<Self::Item> {
        let record = self.records.next();
        self.linked(record)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.records.size_hint()
    }

    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        let record = self.records.nth(n);
        self.linked(record)
    }
}

impl<T> DoubleEndedIterator for Records<'_, '_, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let record = self.records.next_back();
        self.linked(record)
    }
}

impl<T> ExactSizeIterator for Records<'_, '_, T> {}

impl<T> FusedIterator for Records<'_, '_, T> {}

impl<T> Clone for Records<'_, '_, T> {
    fn clone(&self) -> Self {
        Records { analysis: self.analysis, records: self.records.clone() }
    }
}

impl<T> fmt::Debug for Records<'_, '_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Records({} left)", self.records.len())
    }
}

/// The records of one kind that belong to one speaker, each as a [`Linked`] handle, in the order of the text.
///
/// Made by `attributions` and `quotations` of the handle of a speaker. Can be read from both ends.
///
/// ```
/// let analysis = whosaid::attribute("“We won,” said Wang Yi. “Nobody lost,” he added.");
/// let mut quotations = analysis.speakers().next().unwrap().quotations();
/// assert_eq!(quotations.next_back().unwrap().content_text(), "Nobody lost,");
/// assert_eq!(quotations.count(), 1);
/// ```
pub struct RecordsOf<'a, 't, T> {
    records: Records<'a, 't, T>,
    speaker: usize,
}

impl<'a, 't, T> RecordsOf<'a, 't, T> {
    pub(super) fn new(records: Records<'a, 't, T>, speaker: usize) -> Self {
        RecordsOf { records, speaker }
    }
}

impl<T> Clone for RecordsOf<'_, '_, T> {
    fn clone(&self) -> Self {
        RecordsOf { records: self.records.clone(), speaker: self.speaker }
    }
}

impl<T> fmt::Debug for RecordsOf<'_, '_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RecordsOf(speaker {}, at most {} left)", self.speaker, self.records.len())
    }
}

/// Iterates over the records of the speaker.
macro_rules! of_speaker {
    ($record:ident) => {
        impl<'a, 't> Iterator for RecordsOf<'a, 't, $record<'t>> {
            type Item = Linked<'a, 't, $record<'t>>;

            fn next(&mut self) -> Option<Self::Item> {
                let me = self.speaker;
                self.records.find(|it| it.speaker().is_some_and(|speaker| speaker.index() == me))
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                (0, Some(self.records.len()))
            }
        }

        impl<'t> DoubleEndedIterator for RecordsOf<'_, 't, $record<'t>> {
            fn next_back(&mut self) -> Option<Self::Item> {
                let me = self.speaker;
                self.records.rfind(|it| it.speaker().is_some_and(|speaker| speaker.index() == me))
            }
        }

        impl<'t> FusedIterator for RecordsOf<'_, 't, $record<'t>> {}
    };
}

of_speaker!(Attribution);
of_speaker!(Quotation);
