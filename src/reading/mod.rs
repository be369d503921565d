//! A paragraph as its sentences see it: units, parts of speech, verb groups, clauses and cues.
//!
//! Everything here is found once and read by rules and statements alike. Imports text, language, tokenizer,
//! layout, quotes, words and the feature values of models.

mod clause;
pub(crate) mod cues;
pub(crate) mod paragraph;
pub(crate) mod sentence;
mod sentences;
mod sources;
mod unit_tag;
mod verbs;

pub(crate) use cues::{Cue, CueKind};
pub(crate) use paragraph::Paragraph;
pub(crate) use sentence::{Reading, Sentence};
pub(crate) use sources::source_type;
pub(crate) use unit_tag::tag;
pub(crate) use verbs::Form;
