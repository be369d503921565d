//! Typed indices: a token, a unit and a piece of a quotation cannot be confused.
//!
//! There are two kinds for two uses. [`Idx`] is a position that takes part in arithmetic, with [`IdxRange`] for
//! ranges of positions; [`Id`] names one item of a list, and `Option<Id<T>>` takes four bytes. This is the
//! only file that narrows a `usize`: texts are cut at four gigabytes, so no list has more than `u32::MAX`
//! items.

use std::marker::PhantomData;
use std::num::NonZeroU32;
use std::ops::{Add, AddAssign, Range, Sub, SubAssign};

#[cfg(feature = "serde")]
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Declares what an index counts.
macro_rules! counted {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) struct $name;
    )*};
}

counted! {
    /// Tokens of a text, white space left out.
    Tokens,
    /// Units of a paragraph: a token outside quotations, or one piece of a quotation.
    Units,
    /// Pieces of quotations of a text: the part of a quotation that is in one paragraph.
    Pieces,
    /// Sentences of a paragraph.
    Sentences,
    /// Quotations of a text.
    Quotations,
    /// Drafts of attributions, and later the attributions of a text.
    Attributions,
    /// Names of a text where they are mentioned.
    Mentions,
    /// Persons, organisations and places that a text names.
    Entities,
    /// Speakers of a text.
    Speakers,
    /// Speakers that a caller knows beforehand.
    KnownSpeakers,
    /// Characters of a narrative.
    Characters,
    /// Paragraphs of the narrative passages of a text.
    Paragraphs,
}

pub(crate) type TokenIdx = Idx<Tokens>;
pub(crate) type TokenRange = IdxRange<Tokens>;
pub(crate) type UnitIdx = Idx<Units>;
pub(crate) type UnitRange = IdxRange<Units>;
pub(crate) type PieceIdx = Idx<Pieces>;
pub(crate) type PieceRange = IdxRange<Pieces>;
pub(crate) type SentenceId = Id<Sentences>;
pub(crate) type QuotationId = Id<Quotations>;
pub(crate) type AttributionId = Id<Attributions>;
pub(crate) type MentionIdx = Idx<Mentions>;
pub(crate) type MentionRange = IdxRange<Mentions>;
pub(crate) type MentionId = Id<Mentions>;
pub(crate) type EntityId = Id<Entities>;
pub(crate) type SpeakerId = Id<Speakers>;
pub(crate) type KnownId = Id<KnownSpeakers>;
pub(crate) type CharacterId = Id<Characters>;
pub(crate) type ParagraphIdx = Idx<Paragraphs>;

/// Narrows a count. Saturates, which no list is long enough to reach.
#[inline]
pub(crate) const fn narrow(count: usize) -> u32 {
    if count > u32::MAX as usize {
        u32::MAX
    } else {
        count as u32
    }
}

/// Narrows a count to two bytes. Saturates, which no list of values is long enough to reach.
pub(crate) const fn narrow_to_u16(count: usize) -> u16 {
    if count > u16::MAX as usize {
        u16::MAX
    } else {
        count as u16
    }
}

/// A position in a list of `T`, up to and including the end of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Idx<T> {
    at: u32,
    of: PhantomData<T>,
}

impl<T: Copy> Idx<T> {
    /// The first position.
    pub(crate) const START: Idx<T> = Idx { at: 0, of: PhantomData };

    #[inline]
    pub(crate) const fn new(at: usize) -> Self {
        Idx { at: narrow(at), of: PhantomData }
    }

    /// The position as an index into a slice.
    #[inline]
    pub(crate) const fn get(self) -> usize {
        self.at as usize
    }

    /// The position `count` places earlier, if the list reaches that far back.
    #[inline]
    pub(crate) fn checked_sub(self, count: usize) -> Option<Self> {
        self.get().checked_sub(count).map(Idx::new)
    }

    /// The position before this one, if there is one.
    #[inline]
    pub(crate) fn before(self) -> Option<Self> {
        self.checked_sub(1)
    }

    /// The position `count` places earlier, or the first one.
    #[inline]
    pub(crate) fn saturating_sub(self, count: usize) -> Self {
        Idx::new(self.get().saturating_sub(count))
    }

    /// The item at this position.
    #[inline]
    pub(crate) const fn id(self) -> Id<T> {
        Id::new(self.get())
    }

    /// The range from here up to, and without, `end`; empty at this position where `end` is earlier.
    #[inline]
    pub(crate) fn to(self, end: Idx<T>) -> IdxRange<T> {
        IdxRange { start: self, end: Idx { at: end.at.max(self.at), of: PhantomData } }
    }

    /// The range of this position alone.
    #[inline]
    pub(crate) fn only(self) -> IdxRange<T> {
        IdxRange { start: self, end: self + 1 }
    }
}

impl<T: Copy> Add<usize> for Idx<T> {
    type Output = Idx<T>;

    #[inline]
    fn add(self, count: usize) -> Idx<T> {
        Idx { at: self.at.wrapping_add(count as u32), of: PhantomData }
    }
}

/// Before the first position it wraps to one that is in no list, so that a look-up there finds nothing.
impl<T: Copy> Sub<usize> for Idx<T> {
    type Output = Idx<T>;

    #[inline]
    fn sub(self, count: usize) -> Idx<T> {
        Idx { at: self.at.wrapping_sub(count as u32), of: PhantomData }
    }
}

/// The distance from an earlier position; zero where the other one is later.
impl<T: Copy> Sub for Idx<T> {
    type Output = usize;

    #[inline]
    fn sub(self, earlier: Idx<T>) -> usize {
        self.at.saturating_sub(earlier.at) as usize
    }
}

impl<T: Copy> AddAssign<usize> for Idx<T> {
    #[inline]
    fn add_assign(&mut self, count: usize) {
        self.at = self.at.wrapping_add(count as u32);
    }
}

impl<T: Copy> SubAssign<usize> for Idx<T> {
    #[inline]
    fn sub_assign(&mut self, count: usize) {
        self.at = self.at.wrapping_sub(count as u32);
    }
}

/// A half-open range of positions. Iterates over them from either end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct IdxRange<T> {
    pub start: Idx<T>,
    pub end: Idx<T>,
}

impl<T: Copy> IdxRange<T> {
    #[inline]
    pub(crate) const fn new(start: usize, end: usize) -> Self {
        IdxRange { start: Idx::new(start), end: Idx::new(end) }
    }

    #[inline]
    pub(crate) fn len(self) -> usize {
        self.end - self.start
    }

    #[inline]
    pub(crate) fn is_empty(self) -> bool {
        self.start.at >= self.end.at
    }

    #[inline]
    pub(crate) fn contains(self, at: Idx<T>) -> bool {
        self.start.at <= at.at && at.at < self.end.at
    }

    /// Whether every position of `other` is in this range.
    #[inline]
    pub(crate) fn covers(self, other: IdxRange<T>) -> bool {
        self.start.at <= other.start.at && other.end.at <= self.end.at
    }

    /// Whether the two ranges share a position.
    #[inline]
    pub(crate) fn overlaps(self, other: IdxRange<T>) -> bool {
        self.start.at < other.end.at && other.start.at < self.end.at
    }

    /// The last position, if there is one.
    #[inline]
    pub(crate) fn last(self) -> Option<Idx<T>> {
        (!self.is_empty()).then(|| self.end - 1)
    }

    /// The positions in order.
    #[inline]
    pub(crate) fn iter(self) -> Positions<T> {
        Positions { range: self.start.at..self.end.at, of: PhantomData }
    }

    /// The range as indices into a slice.
    #[inline]
    pub(crate) fn get(self) -> Range<usize> {
        self.start.get()..self.end.get()
    }

    /// The items at these positions; none where the range is not in the list.
    #[inline]
    pub(crate) fn of<I>(self, list: &[I]) -> &[I] {
        list.get(self.get()).unwrap_or(&[])
    }
}

impl<T: Copy> IntoIterator for IdxRange<T> {
    type Item = Idx<T>;
    type IntoIter = Positions<T>;

    #[inline]
    fn into_iter(self) -> Positions<T> {
        self.iter()
    }
}

/// The positions of a range.
#[derive(Clone, Debug)]
pub(crate) struct Positions<T> {
    range: Range<u32>,
    of: PhantomData<T>,
}

impl<T: Copy> Iterator for Positions<T> {
    type Item = Idx<T>;

    #[inline]
    fn next(&mut self) -> Option<Idx<T>> {
        self.range.next().map(|at| Idx { at, of: PhantomData })
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.range.size_hint()
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<Idx<T>> {
        self.range.nth(n).map(|at| Idx { at, of: PhantomData })
    }
}

impl<T: Copy> DoubleEndedIterator for Positions<T> {
    #[inline]
    fn next_back(&mut self) -> Option<Idx<T>> {
        self.range.next_back().map(|at| Idx { at, of: PhantomData })
    }
}

impl<T: Copy> ExactSizeIterator for Positions<T> {}

/// The name of one item of a list of `T`. `Option<Id<T>>` takes four bytes. Serialises as the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Id<T> {
    /// The index plus one.
    next: NonZeroU32,
    of: PhantomData<T>,
}

impl<T: Copy> Id<T> {
    #[inline]
    pub(crate) const fn new(index: usize) -> Self {
        Id { next: NonZeroU32::MIN.saturating_add(narrow(index)), of: PhantomData }
    }

    /// The index of the item in its list.
    #[inline]
    pub(crate) const fn get(self) -> usize {
        self.next.get() as usize - 1
    }

    /// The item in its list, if the list is long enough.
    #[inline]
    pub(crate) fn of<I>(self, list: &[I]) -> Option<&I> {
        list.get(self.get())
    }

    /// The position of the item.
    #[inline]
    pub(crate) const fn idx(self) -> Idx<T> {
        Idx::new(self.get())
    }
}

#[cfg(feature = "serde")]
impl<T: Copy> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

/// Reads the index of a record that may be missing. An index that no list reaches counts as missing.
#[cfg(feature = "serde")]
pub(crate) fn deserialize_id<'de, D: Deserializer<'de>, T: Copy>(
    deserializer: D,
) -> Result<Option<Id<T>>, D::Error> {
    let index = Option::<usize>::deserialize(deserializer)?;
    Ok(index.filter(|index| *index < u32::MAX as usize).map(Id::new))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_optional_id_takes_four_bytes() {
        assert_eq!(size_of::<Option<SpeakerId>>(), 4);
        assert_eq!(size_of::<TokenRange>(), 8);
    }

    #[test]
    fn an_id_keeps_its_index() {
        for index in [0, 1, u32::MAX as usize - 1] {
            assert_eq!(SpeakerId::new(index).get(), index);
        }
    }

    #[test]
    fn ranges_iterate_from_both_ends() {
        let range = TokenRange::new(3, 6);
        assert_eq!(range.iter().rev().map(Idx::get).collect::<Vec<_>>(), [5, 4, 3]);
        assert_eq!((range.len(), range.last()), (3, Some(TokenIdx::new(5))));
        assert!(TokenIdx::new(4).to(TokenIdx::new(2)).is_empty());
    }

    #[test]
    fn nothing_precedes_the_first_position() {
        let first = TokenIdx::START;
        assert_eq!(first.before(), None);
        assert!(!TokenRange::new(0, 5).contains(first - 1));
        assert_eq!(first - TokenIdx::new(2), 0);
    }
}
