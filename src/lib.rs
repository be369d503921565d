#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod analysis;
mod attribution;
mod attributor;
mod builder;
mod dialogue;
mod error;
pub mod explanation;
mod genre;
mod language;
mod layout;
mod memory;
mod models;
pub mod quotes;
mod reading;
#[cfg(feature = "serde")]
pub mod request;
mod resolution;
mod rules;
mod selection;
#[cfg(test)]
mod spanish_tests;
pub mod speakers;
mod statements;
mod text;
pub mod tokenizer;
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training;
mod transcripts;
mod words;

#[cfg(feature = "serde")]
pub use crate::analysis::WithOffsets;
pub use crate::analysis::{Analysis, Attribution, Linked, Passage, Quotation, Records, RecordsOf, Speaker};
pub use crate::attributor::{attribute, Attributor};
pub use crate::builder::AttributorBuilder;
pub use crate::error::{BuildError, UnknownName};
pub use crate::explanation::Explanation;
pub use crate::genre::Genre;
pub use crate::language::Language;
pub use crate::quotes::Marks;
pub use crate::rules::{AttributionKind, Rule};
pub use crate::speakers::{Gender, SpeakerKind};
pub use crate::text::offsets::Offsets;
pub use crate::text::span::Span;
