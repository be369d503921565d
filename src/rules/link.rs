//! Links between a quotation, a cue and a source, as rules propose them.

use crate::rules::{Definition, Rule};
use crate::text::index::{AttributionId, MentionId, TokenRange, UnitRange};

/// A link that a rule proposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Link {
    /// A cue and a source in this paragraph.
    Cued {
        cue: UnitRange,
        source: UnitRange,
        /// The name that the source is, where its place alone shows that it is the speaker's.
        mention: Option<MentionId>,
    },
    /// A source outside this paragraph.
    Sourced { cue: Option<TokenRange>, source: TokenRange },
    /// More of the content of an earlier attribution, after its cue where that is in this sentence.
    Continues { draft: AttributionId, cue: Option<UnitRange> },
}

/// A link and the rule that proposed it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    pub rule: Rule,
    pub definition: &'static Definition,
    pub link: Link,
}

impl Link {
    /// A link to a cue and the words of a source in this paragraph.
    pub(crate) fn cued(cue: UnitRange, source: UnitRange) -> Self {
        Link::Cued { cue, source, mention: None }
    }

    /// Whether two links have the same cue and the same source.
    pub(crate) fn equals(&self, other: &Link) -> bool {
        match (self, other) {
            (Link::Cued { cue, source, .. }, Link::Cued { cue: other_cue, source: other_source, .. }) => {
                cue.start == other_cue.start && source == other_source
            }
            _ => self == other,
        }
    }
}
