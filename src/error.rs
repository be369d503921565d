//! Errors of the builder and of names. Imports nothing of the crate.

use thiserror::Error;

/// The reason why [`AttributorBuilder::build`](crate::AttributorBuilder::build) refused a configuration.
///
/// ```
/// let refused = whosaid::Attributor::builder().cue("say 5").build().unwrap_err();
/// assert_eq!(refused.to_string(), "cue \"say 5\": a cue consists of words of letters");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BuildError {
    /// A cue that can never match.
    #[error("cue {cue:?}: {reason}")]
    Cue {
        /// The entry as given.
        cue: String,
        /// The reason.
        reason: &'static str,
    },
    /// A known speaker whose name or alias cannot be used.
    #[error("speaker {speaker:?}: {reason}")]
    Speaker {
        /// The name of the speaker as given.
        speaker: String,
        /// The reason.
        reason: &'static str,
    },
    /// An alias that cannot be used.
    #[error("alias {alias:?} of speaker {speaker:?}: {reason}")]
    Alias {
        /// The name of the speaker as given.
        speaker: String,
        /// The alias as given.
        alias: String,
        /// The reason.
        reason: &'static str,
    },
    /// No kinds of attributions are selected.
    #[error("no kinds of attributions are left: at least one must be given")]
    NoKinds,
    /// A minimum confidence that is no probability.
    #[error("the minimum confidence must be from 0 to 1")]
    MinConfidence,
    /// No quotation marks are selected.
    #[error("no quotation marks are left: at least one pair must count")]
    NoMarks,
}

/// A name that no value of an enum has.
///
/// ```
/// let error = "shouted".parse::<whosaid::AttributionKind>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown kind of attribution \"shouted\"");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("unknown {what} {name:?}")]
pub struct UnknownName {
    what: &'static str,
    name: String,
}

impl UnknownName {
    pub(crate) fn new(what: &'static str, name: &str) -> Self {
        UnknownName { what, name: name.to_owned() }
    }

    /// The name as given.
    ///
    /// ```
    /// let error = "poem".parse::<whosaid::Genre>().unwrap_err();
    /// assert_eq!(error.name(), "poem");
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}
