//! Growth, reuse and search of lists that are as long as a text. Imports nothing of the crate.

/// Adds to a list that grows by half when it is full: doubling could take twice the memory that a long text
/// needs, and smaller steps move the list more often.
#[inline]
pub(crate) fn push<T>(list: &mut Vec<T>, item: T) {
    if list.len() == list.capacity() {
        list.reserve_exact(list.len() / 2 + 8);
    }
    list.push(item);
}

/// Replaces the items of a list and keeps its memory.
pub(crate) fn refill<T>(list: &mut Vec<T>, these: impl Iterator<Item = T>) {
    list.clear();
    list.extend(these);
}

/// The number of leading items for which `is_before` holds, which must hold for no later item: the result of
/// `partition_point`, in time logarithmic in the distance from the item `near`.
pub(crate) fn partition_point_near<T>(list: &[T], near: usize, is_before: impl Fn(&T) -> bool) -> usize {
    let near = near.min(list.len());
    let (mut low, mut high, mut step) = (near, near, 1);
    while high < list.len() && is_before(&list[high]) {
        (low, high, step) = (high, (high + step).min(list.len()), 2 * step);
    }
    while low > 0 && !is_before(&list[low - 1]) {
        (low, high, step) = (low.saturating_sub(step), low, 2 * step);
    }
    low + list[low..high].partition_point(is_before)
}

/// Empties a list for another text. Keeps room for short texts and gives back what a long text took.
pub(crate) fn empty<T>(list: &mut Vec<T>) {
    list.clear();
    list.shrink_to(MOST_KEPT);
}

/// The maximum number of items that room is kept for: about the tokens of a text of some dozen pages.
pub(crate) const MOST_KEPT: usize = 1 << 14;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_of_the_search_does_not_change_its_result() {
        let list: Vec<usize> = (0..40).map(|at| at / 3).collect();
        for place in 0..15 {
            let expected = list.partition_point(|item| *item < place);
            for near in 0..60 {
                assert_eq!(partition_point_near(&list, near, |item| *item < place), expected);
            }
        }
    }
}
