//! Places in a text and lists of them. Imports nothing of the crate.

pub(crate) mod few;
pub(crate) mod index;
pub(crate) mod letters;
pub(crate) mod lists;
pub(crate) mod span;
