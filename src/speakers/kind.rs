//! What a speaker is.

use serde::{Deserialize, Serialize};

/// What a speaker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum SpeakerKind {
    /// A single human being.
    Person,
    /// A body that speaks as one: a ministry, a newspaper, a campaign.
    Organisation,
    /// Several people: "officials", "voters".
    Group,
    /// Anything else that a text lets speak: a report, a poll, a sign.
    Other,
}
