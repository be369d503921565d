#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod analysis;
mod attribution;
mod attributor;
mod compact;
mod error;
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod fitting;
mod lexicon;
mod lists;
mod memory;
pub mod quotes;
mod span;
pub mod speakers;
pub mod tokenizer;

pub use analysis::{
    Analysis, Attribution, AttributionKind, Linked, Passage, Quotation, Rule, Speaker, SpeakerKind,
};
pub use attributor::{attribute, Attributor, AttributorBuilder};
pub use error::BuildError;
pub use quotes::Marks;
pub use span::Span;
