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
//! assert_eq!((decision.quotation(), decision.attribution()), (Some(0), Some(0)));
//! assert!(decision.model().is_some() && decision.bound().is_none());
//! assert_eq!(decision.sentence().of(explanation.text()), Some("“We won,” said Wang Yi."));
//!
//! let chosen = decision.chosen().unwrap();
//! assert_eq!(chosen.found_by(), Some("quote-cue-source"));
//! assert_eq!(chosen.source().map(|source| source.text()), Some("Wang Yi"));
//! assert_eq!(chosen.cue().map(|cue| cue.text()), Some("said"));
//! assert!(chosen.probability() > 0.9 && chosen.content().is_none());
//! assert_eq!(decision.candidates().len(), 2);
//!
//! // Each of them may outlive the text, and the analysis may be taken out.
//! let (decision, chosen) = (decision.clone().into_owned(), chosen.clone().into_owned());
//! assert_eq!(decision.chosen(), Some(&chosen));
//! assert_eq!(explanation.into_owned().into_analysis().quotations().len(), 1);
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
