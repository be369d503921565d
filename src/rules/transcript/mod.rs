//! The rules of transcripts, whose turns have labels.

pub(super) mod label;
