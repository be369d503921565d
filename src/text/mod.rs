//! Places in a text and lists of them. May import `error`.

pub(crate) mod few;
pub(crate) mod index;
pub(crate) mod letters;
pub(crate) mod lists;
pub(crate) mod named;
pub(crate) mod offsets;
pub(crate) mod span;
