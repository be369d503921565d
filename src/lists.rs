//! Lists that are as long as a text, or that are filled over and over.

/// Adds to a list that grows by half where it is full: doubling could take twice the memory that a long text
/// needs, and growing by less moves it more often.
#[inline]
pub(crate) fn push<T>(list: &mut Vec<T>, item: T) {
    if list.len() == list.capacity() {
        list.reserve_exact(list.len() / 2 + 8);
    }
    list.push(item);
}

/// Lets a list hold these, and nothing else.
pub(crate) fn refill<T>(list: &mut Vec<T>, these: impl Iterator<Item = T>) {
    list.clear();
    list.extend(these);
}

/// Empties a list for another text, with room for no more than short ones need: nobody is to hold on for long
/// to what a long text took.
pub(crate) fn empty<T>(list: &mut Vec<T>) {
    list.clear();
    list.shrink_to(MOST_KEPT);
}

/// For how many items room is kept.
pub(crate) const MOST_KEPT: usize = 1 << 14;
