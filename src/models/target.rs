//! What models decide, for those who judge or show their decisions.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

/// What a model decides about an attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Target {
    /// The cue and the source of a quotation. The first answer is that it has none.
    Link,
    /// Whether a possible cue is one. The first answer is "no".
    Cue,
    /// The source of a cue. The first answer is that it has none.
    Source,
    /// On which sides of its cue a content is.
    Sides,
    /// Where the content before a cue starts.
    StartBeforeCue,
    /// Where the content after a cue starts.
    StartAfterCue,
    /// Where the content after a cue ends.
    EndAfterCue,
    /// Who speaks a turn of dialogue.
    Speaker,
    /// Whom a source means. The first answer is that the text does not name the speaker.
    Meaning,
}
