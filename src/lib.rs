//! Reads an English text and says who said what.
//!
//! Every quotation is linked to its speaker by name, and every reported statement to its source. Each link comes with its
//! evidence and with a probability. There is no model to download and no server to run.
//!
//! ```
//! let text = r#""We need peace," António Guterres said. He called the war "senseless"."#;
//! let analysis = whosaid::attribute(text);
//! for quotation in analysis.quotations() {
//!     let name = quotation.speaker().map_or("?", |speaker| speaker.name());
//!     println!("{name}: {}", quotation.text());
//!     assert_eq!(name, "António Guterres");
//! }
//! assert_eq!(analysis.quotations().len(), 2);
//! ```
//!
//! # What it returns
//!
//! An [`Analysis`] has three lists of records, which reach one another:
//!
//! * A [`Quotation`] is the text between quotation marks. It has an attribution, or none if nobody says it: a title, a
//!   nickname, a scare quote.
//! * An [`Attribution`] reports that somebody says something, with or without marks: its content, the cue (`said`), the
//!   source (the words that name the speaker: `he`), the rule that linked them, and two probabilities.
//! * A [`Speaker`] is a person, organisation, group or document, under the fullest name that the text gives.
//!
//! ```
//! let text = r#"Marta Holt, the mayor, said that the bridge was safe. "Nobody is at risk," she added."#;
//! let analysis = whosaid::attribute(text);
//! let statement = analysis.attributions().next().expect("a statement");
//! assert_eq!(statement.cue().map(|cue| cue.text()), Some("said"));
//! assert_eq!(statement.content_text().collect::<Vec<_>>(), ["that the bridge was safe"]);
//!
//! let speaker = statement.speaker().expect("a speaker");
//! assert_eq!(speaker.name(), "Marta Holt");
//! let quotations: Vec<&str> = speaker.quotations().map(|quotation| quotation.text()).collect();
//! assert_eq!(quotations, [r#""Nobody is at risk,""#]);
//! ```
//!
//! # Which probability to use
//!
//! [`Attribution::confidence`] is the probability of cue and source: that the words in `"…," he said` are his.
//! [`Attribution::speaker_confidence`] is the probability of the name: that, and that `he` is António Guterres. Filter by
//! the second one if you use the names.
//!
//! # How to
//!
//! | to | use | guide |
//! |---|---|---|
//! | find who said what | [`attribute`], [`Analysis`] | [extract] |
//! | count quotations by speaker or gender | [`Analysis::speakers`], [`Speaker::gender`] | [count] |
//! | keep certain answers only | [`Attribution::speaker_confidence`] | [probability] |
//! | see why an answer is what it is | [`Attributor::explain`] | [explain] |
//! | name the people of your texts | [`AttributorBuilder::speaker_with_id`] | [known speakers] |
//! | add words for "said" | [`AttributorBuilder::cue_verb`] | [cues] |
//! | read novels, transcripts, chats | [`Genre`] | [novels and transcripts] |
//! | count one person over many texts | [`Speaker::id`] | [many documents] |
//! | write and read JSON | [`Analysis`] implements `Serialize`; [`request`] | [JSON] |
//! | measure it on your own texts | `tools/train` of the repository | [own corpus] |
//!
//! An [`Attributor`] is configured once and then shared: it is `Send` and `Sync`, and attributes any number of texts.
//!
//! # Spans
//!
//! A [`Span`] is a range of **bytes** of the input, on character boundaries: `&text[span.range()]`. It converts to
//! characters, as Python counts, and to UTF-16 code units, as JavaScript and Java count.
//!
//! # Guarantees
//!
//! For every text and every configuration that [`build`](AttributorBuilder::build) accepts: no panic, no unsafe code, no
//! recursion whose depth depends on the text; time and memory linear in the length of the text; every span in bounds; the
//! same answer every time and in any thread. The library reads and writes no files.
//!
//! # Limits
//!
//! Cue words are English. Of the statements without quotation marks, four in ten are missed. Who "he" is, is decided for
//! sources only. HTML tags are not parsed. The [comparison] says where other systems are better, and [accuracy] has the
//! figures.
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `serde` | yes | `Serialize` and `Deserialize` for every record, and [`request`] |
//! | `training` | no | the interface of `tools/train`; no part of the public API |
//!
//! The library needs Rust 1.83, and also builds for `wasm32-unknown-unknown`.
//!
//! [accuracy]: https://github.com/whosaid-rs/whosaid/blob/main/docs/accuracy.md
//! [comparison]: https://github.com/whosaid-rs/whosaid/blob/main/docs/comparison.md
//! [extract]: https://github.com/whosaid-rs/whosaid/blob/main/docs/guides/extract.md
//! [count]: https://github.com/whosaid-rs/whosaid/blob/main/docs/guides/count.md
//! [probability]: https://github.com/whosaid-rs/whosaid/blob/main/docs/guides/probability.md
//! [explain]: https://github.com/whosaid-rs/whosaid/blob/main/docs/guides/explain.md
//! [known speakers]: https://github.com/whosaid-rs/whosaid/blob/main/docs/guides/known-speakers.md
//! [cues]: https://github.com/whosaid-rs/whosaid/blob/main/docs/guides/cues.md
//! [novels and transcripts]: https://github.com/whosaid-rs/whosaid/blob/main/docs/guides/novels-and-transcripts.md
//! [many documents]: https://github.com/whosaid-rs/whosaid/blob/main/docs/guides/many-documents.md
//! [JSON]: https://github.com/whosaid-rs/whosaid/blob/main/docs/guides/json.md
//! [own corpus]: https://github.com/whosaid-rs/whosaid/blob/main/docs/guides/own-corpus.md

#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod analysis;
mod attribution;
mod attributor;
mod builder;
mod dialogue;
#[cfg(doctest)]
mod documents;
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
pub use crate::text::offsets::{Offsets, Places};
pub use crate::text::span::Span;
