//! The names of the rules.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What linked a content to its cue and source: for a quotation the rule that proposed the link, for what
/// is reported outside quotation marks how cue and content stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Rule {
    /// “Q,” she said.
    QuoteSourceCue,
    /// “Q,” said Smith.
    QuoteCueSource,
    /// “Q,” according to Smith. According to Smith, … “Q”.
    AccordingTo,
    /// Smith said: “Q.” Smith said that … “Q”.
    SourceCueQuote,
    /// Asked about it, said Smith, “Q.”
    CueSourceQuote,
    /// The “Q” … would fail, she said. It would fail, she said.
    ClauseSourceCue,
    /// Smith's claim that … “Q”. His answer was “Q.”
    PossessorNounQuote,
    /// Smith coined the phrase “Q”: by a verb that is no cue elsewhere.
    SourceVerbQuote,
    /// Smith: “Q.” Smith had one question: “Q?”
    SourceColonQuote,
    /// “Q.” — Smith
    Signature,
    /// Smith said that it was so. Smith's claim that it was so. According to Smith, it was so.
    SourceCueClause,
    /// It was, Smith said, not so.
    ClauseAroundCue,
    /// A quotation that goes on without a cue of its own.
    Continuation,
    /// “Q.” “Q,” she said: a quotation before one whose speaker is named.
    Anticipation,
    /// A sentence before tells who speaks: Smith was asked. “Q.”
    Introduction,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}
