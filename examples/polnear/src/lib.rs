//! Reads corpora in the layout of PolNeAR and compares sources, for the examples of `whosaid`.

pub mod chars;
pub mod error;
pub mod names;
mod split;

pub use split::{best_cover, read_split, Article, GoldName, GoldNames, Relation};

/// From this share of its characters on, a quoted segment counts as covered.
pub const COVERED: f64 = 0.8;
/// Up to this share it counts as not covered at all.
pub const UNTOUCHED: f64 = 0.1;
