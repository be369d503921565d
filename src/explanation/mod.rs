//! Why the answer is what it is: the questions that were asked about a text, and all candidates of each.
//!
//! [`Attributor::explain`](crate::Attributor::explain) gives the analysis together with every decision that led to it.
//! A [`Decision`] is a question about a quotation, a cue, a source or a turn of dialogue, with its [`Candidate`]s. Each
//! candidate has its [`Feature`]s and their weights, which add up to its score.
//!
//! ```
//! use whosaid::explanation::Target;
//!
//! let explanation = whosaid::Attributor::default().explain("“We won,” said Wang Yi.");
//! let decision = &explanation.decisions()[0];
//! assert_eq!(decision.decides(), Target::Link);
//! assert_eq!(decision.about().text(), "“We won,”");
//! assert_eq!(decision.answer(), "“Wang Yi” by “said”");
//! assert_eq!(decision.next().unwrap().answer(), "nobody");
//! ```
//!
//! May import everything before it in the list of `docs/architecture.md`.

mod decisions;
mod display;
mod explainer;
mod reasons;
mod records;
mod unasked;
pub(crate) mod values;

/// The code of the guide, run as a test.
#[cfg(doctest)]
#[doc = include_str!("../../docs/guides/explain.md")]
struct Guide;

pub use crate::models::overruled::Overruled;
pub use crate::models::target::Target;
pub(crate) use explainer::Explainer;
pub use records::{Candidate, Decision, Explanation, Feature};
