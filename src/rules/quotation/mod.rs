//! The rules for quotations, one a file.
//!
//! To add a rule, copy `continuation.rs`, fill in its definition, and add a row to the table in `rules/mod.rs`.

pub(super) mod according_to;
pub(super) mod anticipation;
pub(super) mod bracketed_source;
pub(super) mod clause_source_cue;
pub(super) mod continuation;
pub(super) mod cue_source_quote;
pub(super) mod introduction;
pub(super) mod opening_cue;
pub(super) mod possessor_noun_quote;
pub(super) mod quote_colon_source;
pub(super) mod quote_cue_source;
pub(super) mod quote_noun_source;
pub(super) mod quote_source_cue;
pub(super) mod report_before;
pub(super) mod signature;
pub(super) mod source_colon_quote;
pub(super) mod source_cue_quote;
pub(super) mod source_verb_quote;
