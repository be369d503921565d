//! The rules for quotations, one a file.

pub(crate) mod according_to;
pub(crate) mod anticipation;
pub(crate) mod clause_source_cue;
pub(crate) mod continuation;
pub(crate) mod introduction;
pub(crate) mod possessor_noun_quote;
pub(crate) mod quote_cue_source;
pub(crate) mod quote_source_cue;
pub(crate) mod signature;
pub(crate) mod source_colon_quote;
pub(crate) mod source_cue_quote;
