//! Hashes of words that are the same in every run.
//!
//! The build script includes this file to place words in their tables, so it imports nothing.

/// The hash of a word: eight bytes a step, each step multiplies and folds the high half down.
pub(crate) const fn hash(word: &[u8]) -> u64 {
    let mut state = word.len() as u64;
    let mut rest = word;
    while let Some((chunk, tail)) = rest.split_first_chunk::<8>() {
        state = step(state, u64::from_le_bytes(*chunk));
        rest = tail;
    }
    if !rest.is_empty() {
        let mut last = 0;
        let mut at = rest.len();
        while at > 0 {
            at -= 1;
            last = last << 8 | rest[at] as u64;
        }
        state = step(state, last);
    }
    state
}

/// Adds eight bytes to a hash.
pub(crate) const fn step(state: u64, next: u64) -> u64 {
    let state = (state ^ next).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    state ^ state >> 32
}
