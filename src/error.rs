//! What a builder can refuse.

use thiserror::Error;

/// Why [`AttributorBuilder::build`](crate::AttributorBuilder::build) refused a configuration.
///
/// ```
/// let refused = whosaid::Attributor::builder().cue("went on").build().unwrap_err();
/// assert_eq!(refused.to_string(), "cue \"went on\": a cue is one word of letters");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BuildError {
    /// A cue that can never match.
    #[error("cue {cue:?}: {reason}")]
    Cue {
        /// The entry as it was given.
        cue: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A known speaker whose name or alias cannot be used.
    #[error("speaker {speaker:?}: {reason}")]
    Speaker {
        /// The name of the speaker as it was given.
        speaker: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// An alias that cannot be used.
    #[error("alias {alias:?} of speaker {speaker:?}: {reason}")]
    Alias {
        /// The name of the speaker as it was given.
        speaker: String,
        /// The alias as it was given.
        alias: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// No kinds of attributions are left to give.
    #[error("no kinds of attributions are left: at least one must be given")]
    NoKinds,
    /// No quotation marks at all are left to match.
    #[error("no quotation marks are left: at least one pair must count")]
    NoMarks,
}
