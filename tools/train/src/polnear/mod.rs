//! Reads corpora in the layout of PolNeAR, and compares the sources of attributions.

mod annotations;
mod articles;
pub mod chars;
mod gold_names;
pub mod marks;
pub mod names;

pub use annotations::Relation;
pub use articles::{best_cover, read_articles, Article, Marked};
pub use gold_names::{GoldName, GoldNames};

/// A quoted segment counts as covered by a content if at least this share of its characters is.
pub const COVERED: f64 = 0.8;
/// A quoted segment counts as not covered if at most this share of its characters is.
pub const UNTOUCHED: f64 = 0.1;
