//! A paragraph as its sentences see it: units, parts of speech, verbs, clauses and cues.

pub(crate) mod clause;
pub(crate) mod cues;
pub(crate) mod paragraph;
pub(crate) mod sentences;
pub(crate) mod sources;
pub(crate) mod tags;
pub(crate) mod verbs;
