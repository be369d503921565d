//! Kinds of speakers. Imports nothing of the crate.

use serde::{Deserialize, Serialize};

/// What a speaker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum SpeakerKind {
    /// A single human being.
    Person,
    /// An organisation that speaks as one: a ministry, a newspaper, a campaign.
    Organisation,
    /// Several people: "officials", "voters".
    Group,
    /// Something written or recorded that states something: a report, a poll, a sign.
    Document,
    /// Whoever tells the story in the first person, where the text gives no name.
    Narrator,
    /// Any other source of a statement.
    Other,
}

impl SpeakerKind {
    /// Whether "it" may refer to a speaker of this kind.
    pub(crate) fn is_thing(self) -> bool {
        matches!(self, SpeakerKind::Organisation | SpeakerKind::Document)
    }
}
