//! A list whose first items need no memory of their own. Imports nothing of the crate.

use std::ops::Deref;

#[cfg(feature = "serde")]
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A list of `T` that holds up to `N` items in place and more of them on the heap.
///
/// Two lists are equal if their items are, however they are held. Serialises as a list.
#[derive(Clone, Debug)]
pub(crate) enum Few<T, const N: usize> {
    Inline { items: [T; N], len: u8 },
    Heap(Vec<T>),
}

impl<T: Clone + Default, const N: usize> Default for Few<T, N> {
    fn default() -> Self {
        Few::Inline { items: std::array::from_fn(|_| T::default()), len: 0 }
    }
}

impl<T: Clone + Default, const N: usize> Few<T, N> {
    pub(crate) fn push(&mut self, item: T) {
        match self {
            Few::Inline { items, len } if usize::from(*len) < N => {
                items[usize::from(*len)] = item;
                *len += 1;
            }
            Few::Inline { items, .. } => {
                let mut heap = Vec::with_capacity(2 * N);
                heap.extend_from_slice(items);
                heap.push(item);
                *self = Few::Heap(heap);
            }
            Few::Heap(heap) => heap.push(item),
        }
    }

    /// Makes room for `more` items and no further ones.
    pub(crate) fn reserve(&mut self, more: usize) {
        let len = self.len();
        match self {
            Few::Inline { .. } if len + more <= N => {}
            Few::Inline { items, .. } => {
                let mut heap = Vec::with_capacity(len + more);
                heap.extend_from_slice(&items[..len]);
                *self = Few::Heap(heap);
            }
            Few::Heap(heap) => heap.reserve_exact(more),
        }
    }

    pub(crate) fn as_mut_slice(&mut self) -> &mut [T] {
        match self {
            Few::Inline { items, len } => &mut items[..usize::from(*len)],
            Few::Heap(heap) => heap,
        }
    }
}

impl<T: Clone + Default + Ord, const N: usize> Few<T, N> {
    /// Sorts the items and keeps one of each.
    pub(crate) fn sort_and_dedup(&mut self) {
        self.as_mut_slice().sort_unstable();
        match self {
            Few::Heap(heap) => heap.dedup(),
            Few::Inline { .. } => {
                let mut distinct = self.to_vec();
                distinct.dedup();
                *self = distinct.into();
            }
        }
    }
}

impl<T, const N: usize> Deref for Few<T, N> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Few::Inline { items, len } => &items[..usize::from(*len)],
            Few::Heap(heap) => heap,
        }
    }
}

impl<T: PartialEq, const N: usize> PartialEq for Few<T, N> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Eq, const N: usize> Eq for Few<T, N> {}

impl<T: Clone + Default, const N: usize> FromIterator<T> for Few<T, N> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut few = Few::default();
        items.into_iter().for_each(|item| few.push(item));
        few
    }
}

/// Holds in place what fits there.
impl<T: Clone + Default, const N: usize> From<Vec<T>> for Few<T, N> {
    fn from(items: Vec<T>) -> Self {
        if items.len() > N {
            return Few::Heap(items);
        }
        items.into_iter().collect()
    }
}

#[cfg(feature = "serde")]
impl<T: Serialize, const N: usize> Serialize for Few<T, N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de, T: Deserialize<'de> + Clone + Default, const N: usize> Deserialize<'de> for Few<T, N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::deserialize(deserializer)?.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stay_the_same_in_place_and_on_the_heap() {
        for count in 0..5_u32 {
            let expected: Vec<u32> = (0..count).collect();
            for reserved in 0..4 {
                let mut few = Few::<u32, 2>::default();
                few.reserve(reserved);
                expected.iter().rev().chain(&expected).for_each(|item| few.push(*item));
                few.sort_and_dedup();
                assert_eq!(*few, *expected);
                assert_eq!(few, expected.clone().into());
            }
        }
    }

    #[test]
    fn one_item_needs_no_heap() {
        let few: Few<u32, 1> = [7].into_iter().collect();
        assert!(matches!(few, Few::Inline { .. }));
    }
}
