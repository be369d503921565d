//! Links between a quotation, a cue and a source, as rules propose them.

use crate::rules::Rule;
use crate::tokenizer::Range;

/// What a rule proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Link {
    /// A cue and a source in this paragraph, in units.
    Cued { cue: Range, source: Range },
    /// A source outside this paragraph, in tokens of the text.
    Sourced { cue: Option<Range>, source: Range },
    /// More of what an earlier attribution reports, after its cue where that stands in this sentence.
    Continues { draft: usize, cue: Option<Range> },
}

/// A link and the rule that proposed it.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub rule: Rule,
    pub link: Link,
}

impl Link {
    /// Whether two rules found one thing: the same cue and the same source.
    pub(crate) fn says_the_same(&self, other: &Link) -> bool {
        match (self, other) {
            (Link::Cued { cue, source }, Link::Cued { cue: other_cue, source: other_source }) => {
                cue.start == other_cue.start && source == other_source
            }
            _ => self == other,
        }
    }
}
