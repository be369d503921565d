//! Links between a quotation, a cue and a source, as rules propose them.

use crate::rules::{Definition, Rule};
use crate::speakers::source::Source;
use crate::text::index::{AttributionId, TokenRange, UnitRange};

/// A link that a rule proposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Link {
    /// A cue and a source in this paragraph.
    Cued { cue: UnitRange, source: UnitRange },
    /// A source outside this paragraph or one that is named directly.
    Sourced { cue: Option<TokenRange>, words: TokenRange, source: Source },
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
    /// A link to words outside the paragraph.
    pub(crate) fn to_words(cue: Option<TokenRange>, words: TokenRange) -> Self {
        Link::Sourced { cue, words, source: Source::Words(words) }
    }

    /// Whether two links have the same cue and the same source.
    pub(crate) fn equals(&self, other: &Link) -> bool {
        match (self, other) {
            (Link::Cued { cue, source }, Link::Cued { cue: other_cue, source: other_source }) => {
                cue.start == other_cue.start && source == other_source
            }
            _ => self == other,
        }
    }
}
