//! Words and the names of values as numbers that are the same in every run.

use crate::text::letters::Letters;

/// The hash of a word or of a value's name: what stands in the file of weights under that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub(crate) struct Symbol(u32);

impl Symbol {
    /// What stands where there is nothing to name.
    pub(crate) const NONE: Symbol = Symbol::of(b"-");

    pub(crate) const fn of(name: &[u8]) -> Symbol {
        Symbol(hash(name) as u32)
    }

    /// The symbol of a name of this hash.
    pub(crate) fn of_hash(hash: u64) -> Symbol {
        Symbol(hash as u32)
    }

    pub(crate) const fn number(self) -> u32 {
        self.0
    }

    /// The symbol of two in this order. Its high bits are the better mixed ones.
    #[inline]
    pub(crate) const fn with(self, next: Symbol) -> Symbol {
        Symbol((self.0.rotate_left(13) ^ next.0).wrapping_mul(0x9e37_79b1))
    }
}

/// The hash of a name. Eight bytes a step: multiply, fold the high half down.
pub(crate) const fn hash(name: &[u8]) -> u64 {
    let mut state = name.len() as u64;
    let mut rest = name;
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

/// The same of a short word.
#[inline]
pub(crate) fn hash_packed(len: usize, letters: Letters) -> u64 {
    match (len, step(len as u64, letters.first)) {
        (0..=8, state) => state,
        (_, state) => step(state, letters.second),
    }
}

const fn step(state: u64, next: u64) -> u64 {
    let state = (state ^ next).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    state ^ state >> 32
}

/// The symbol of a name, computed when the crate is built.
macro_rules! symbol {
    ($name:expr) => {
        const { $crate::language::Symbol::of($name.as_bytes()) }
    };
}
pub(crate) use symbol;
