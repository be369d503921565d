//! Parts of the records that take few bytes: answers of long texts hold many.

use std::num::NonZeroU32;

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;

use crate::text::span::Span;

/// The index of another record, or none. Serialises as that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct RecordIndex(Option<NonZeroU32>);

impl RecordIndex {
    pub(crate) fn get(self) -> Option<usize> {
        self.0.map(|next| next.get() as usize - 1)
    }
}

impl From<Option<usize>> for RecordIndex {
    /// There is no record beyond four billion.
    fn from(index: Option<usize>) -> Self {
        let next = |index: usize| u32::try_from(index).ok()?.checked_add(1);
        RecordIndex(index.and_then(next).and_then(NonZeroU32::new))
    }
}

impl Serialize for RecordIndex {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for RecordIndex {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<usize>::deserialize(deserializer)?.into())
    }
}

/// Spans in order. Most lists are of one, which takes no memory of its own. Serialises as a list.
#[derive(Debug, Clone)]
pub(crate) enum Spans {
    One(Span),
    Many(Vec<Span>),
}

/// However they are held.
impl PartialEq for Spans {
    fn eq(&self, other: &Self) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl Eq for Spans {}

impl Default for Spans {
    fn default() -> Self {
        Spans::Many(Vec::new())
    }
}

impl Spans {
    pub(crate) fn push(&mut self, span: Span) {
        match self {
            Spans::Many(spans) if spans.capacity() == 0 => *self = Spans::One(span),
            Spans::Many(spans) => spans.push(span),
            Spans::One(first) => *self = Spans::Many(vec![*first, span]),
        }
    }

    /// Makes room for so many more.
    pub(crate) fn reserve(&mut self, more: usize) {
        match self {
            Spans::Many(spans) if spans.len() + more > 1 => spans.reserve_exact(more),
            Spans::One(first) if more > 0 => {
                let mut spans = Vec::with_capacity(1 + more);
                spans.push(*first);
                *self = Spans::Many(spans);
            }
            _ => {}
        }
    }

    /// Puts them in order, each once.
    pub(crate) fn sort(&mut self) {
        if let Spans::Many(spans) = self {
            spans.sort_unstable();
            spans.dedup();
        }
    }

    pub(crate) fn as_slice(&self) -> &[Span] {
        match self {
            Spans::One(span) => std::slice::from_ref(span),
            Spans::Many(spans) => spans,
        }
    }
}

impl From<Vec<Span>> for Spans {
    fn from(spans: Vec<Span>) -> Self {
        match spans[..] {
            [span] => Spans::One(span),
            _ => Spans::Many(spans),
        }
    }
}

impl FromIterator<Span> for Spans {
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Self {
        Vec::from_iter(spans).into()
    }
}

impl Serialize for Spans {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_slice().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Spans {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::deserialize(deserializer)?.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_is_what_it_was_or_none_where_no_record_can_be() {
        for index in [None, Some(0), Some(1), Some(u32::MAX as usize - 1)] {
            assert_eq!(RecordIndex::from(index).get(), index);
        }
        assert_eq!(RecordIndex::from(Some(u32::MAX as usize)).get(), None);
        assert_eq!(RecordIndex::from(Some(usize::MAX)).get(), None);
    }

    #[test]
    fn no_span_one_and_several_stay_what_they_are() {
        for count in 0..4 {
            let spans: Vec<Span> = (0..count).map(|at| Span::new(at, at + 1)).collect();
            assert_eq!(Spans::from(spans.clone()).as_slice(), spans);
            for reserved in 0..4 {
                let mut pushed = Spans::default();
                pushed.reserve(reserved);
                spans.iter().rev().chain(&spans).for_each(|span| pushed.push(*span));
                pushed.reserve(reserved);
                pushed.sort();
                assert_eq!(pushed.as_slice(), spans);
                assert_eq!(pushed, Spans::from(spans.clone()));
            }
        }
    }
}
