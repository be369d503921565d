//! Numbers as values that have names: the model sees how many there are only about.

use crate::language::{symbol, Symbol};

/// The most that a value stands for, and its name, from the least on.
pub(crate) type Buckets = &'static [(usize, Symbol)];

/// The value of a count. All buckets are looked at: which one it is, the processor could not guess.
pub(crate) fn bucket(count: usize, buckets: Buckets) -> Symbol {
    let smaller = buckets.iter().map(|(most, _)| usize::from(count > *most)).sum::<usize>();
    buckets.get(smaller).map_or(Symbol::NONE, |(_, name)| *name)
}

/// The value of what holds or does not.
pub(crate) fn yes(holds: bool) -> Symbol {
    if holds {
        symbol!("yes")
    } else {
        symbol!("no")
    }
}

/// Words in a quotation.
pub(crate) const WORDS: Buckets = &[
    (0, symbol!("-")),
    (1, symbol!("1")),
    (2, symbol!("2")),
    (3, symbol!("3")),
    (5, symbol!("4-5")),
    (9, symbol!("6-9")),
    (19, symbol!("10-19")),
    (usize::MAX, symbol!("20+")),
];

/// Units between a quotation and its cue or source.
pub(crate) const GAPS: Buckets = &[
    (0, symbol!("0")),
    (1, symbol!("1")),
    (2, symbol!("2")),
    (4, symbol!("3-4")),
    (8, symbol!("5-8")),
    (15, symbol!("9-15")),
    (usize::MAX, symbol!("16+")),
];

/// Units of a source.
pub(crate) const LENGTHS: Buckets = &[
    (0, symbol!("-")),
    (1, symbol!("1")),
    (2, symbol!("2")),
    (4, symbol!("3-4")),
    (8, symbol!("5-8")),
    (usize::MAX, symbol!("9+")),
];

/// Units between source and cue.
pub(crate) const REACHES: Buckets = &[
    (0, symbol!("0")),
    (2, symbol!("1-2")),
    (5, symbol!("3-5")),
    (10, symbol!("6-10")),
    (usize::MAX, symbol!("11+")),
];

/// Units from a cue to what stands near it.
pub(crate) const NEAR: Buckets = &[
    (0, symbol!("0")),
    (1, symbol!("1")),
    (2, symbol!("2")),
    (4, symbol!("3-4")),
    (7, symbol!("5-7")),
    (12, symbol!("8-12")),
    (usize::MAX, symbol!("13+")),
];

/// Units of a content, or between it and its cue.
pub(crate) const CONTENT_LENGTHS: Buckets = &[
    (0, symbol!("0")),
    (1, symbol!("1")),
    (2, symbol!("2")),
    (4, symbol!("3-4")),
    (7, symbol!("5-7")),
    (12, symbol!("8-12")),
    (20, symbol!("13-20")),
    (usize::MAX, symbol!("21+")),
];
