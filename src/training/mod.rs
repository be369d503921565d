//! The decisions that attribution makes: to fit models to answers that are known, and to explain an analysis.
//!
//! Behind the feature `training` and hidden from the documentation; `tools/train` uses it. May import every module.
//!
//! A teacher answers in place of the fitted models:
//!
//! ```
//! use whosaid::training::choices;
//! use whosaid::Genre;
//!
//! let text = "“We won,” said Wang Yi.";
//! let mut sources = Vec::new();
//! choices(text, Genre::News, |choice| {
//!     sources.extend(choice.answers.iter().filter_map(|answer| answer.source?.of(text)));
//!     choice.answers.len() - 1
//! });
//! assert_eq!(sources, ["Wang Yi"]);
//! ```
//!
//! A recorder keeps the answers of the fitted models:
//!
//! ```
//! use whosaid::training::record;
//!
//! let text = "“We won,” said Wang Yi.";
//! let (analysis, decisions) = record(&whosaid::Attributor::default(), text);
//! assert_eq!(analysis, whosaid::attribute(text));
//! let chosen = decisions[0].answer().unwrap();
//! assert_eq!(chosen.source.unwrap().of(text), Some("Wang Yi"));
//! assert!(chosen.features.iter().any(|feature| feature.fields == "Rule" && feature.values == "quote-cue-source"));
//! ```

mod recorder;
mod records;
mod teacher;
#[cfg(test)]
mod tests;
mod writer;

pub use crate::models::target::Target;
pub use crate::rules::{MAX_DOUBT, MIN_CONFIDENCE};
pub use recorder::record;
pub use records::{Answer, Choice, Decision, Feature};
pub use teacher::{answered, choices, speakers};

/// The names of the models, which are those of their files of weights.
#[must_use]
pub fn models() -> &'static [&'static str] {
    &crate::models::schemas::MODELS
}
