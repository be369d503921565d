//! The rules: each proposes links from a quotation to a cue and a source.
//!
//! A rule is one file in `quotation/` or `dialogue/` and one row of the table below. It works through its prior weight as
//! soon as it is in the table; a refit then learns how far to trust it. Imports reading and everything below.

mod attributed;
mod definition;
mod describe;
mod dialogue;
mod draft;
mod drafts;
mod link;
mod parents;
mod quotation;
mod quotations;
mod setting;
mod titles_of_works;
mod transcript;

pub(crate) use attributed::{Attributed, Chosen};
pub(crate) use definition::{Definition, Example};
pub use draft::AttributionKind;
pub(crate) use draft::{BytesDraft, Draft};
pub(crate) use drafts::{AttributionOfQuotations, Drafts};
pub(crate) use parents::parents;
pub(crate) use quotations::{attribute, Lists};
#[cfg(feature = "training")]
pub use quotations::{MAX_DOUBT, MIN_CONFIDENCE};

use definition::rules;

rules! {
    // In this order: of two rules that propose the same link, the first one counts.
    quotations {
        /// “Q,” she said.
        QuoteSourceCue = quote_source_cue,
        /// “Q,” said Smith.
        QuoteCueSource = quote_cue_source,
        /// “Q,” according to Smith. According to Smith, … “Q”.
        AccordingTo = according_to,
        /// Smith: “Q.” Smith had one question: “Q?”
        SourceColonQuote = source_colon_quote,
        /// Smith said: “Q.” Smith said that … “Q”.
        SourceCueQuote = source_cue_quote,
        /// Asked about it, said Smith, “Q.”
        CueSourceQuote = cue_source_quote,
        /// The “Q” … would fail, she said. It would fail, she said.
        ClauseSourceCue = clause_source_cue,
        /// Smith's claim that … “Q”. His answer was “Q.”
        PossessorNounQuote = possessor_noun_quote,
        /// Smith coined the phrase “Q”: by a verb that is no cue elsewhere.
        SourceVerbQuote = source_verb_quote,
        /// “Q.” — Smith
        Signature = signature,
        /// “Q.” (Ann Wu)
        BracketedSource = bracketed_source,
        /// Said Smith: “Q.”
        OpeningCue = opening_cue,
        /// “Q”: Ann Wu
        QuoteColonSource = quote_colon_source,
        /// “Q,” was Smith's verdict.
        QuoteNounSource = quote_noun_source,
        /// A quotation that continues the one before it without a cue of its own.
        Continuation = continuation,
        /// The sentence before reports what somebody says: Smith said she was glad. “Q.”
        ReportBefore = report_before,
        /// A sentence before the quotation names the speaker: Smith was asked. “Q.”
        Introduction = introduction,
        /// “Q.” “Q,” she said: a quotation before one whose speaker is named.
        Anticipation = anticipation,
    }
    // Found by `dialogue` in narratives and by `transcripts` in lines with labels.
    turns {
        /// Emma smiled. “Q.”
        Beat = dialogue beat,
        /// “Q.” in a paragraph that names nobody.
        Turn = dialogue turn,
        /// — All well? — asks Ann Wu.
        Dash = dialogue dash,
        /// KING: Good evening.
        Label = transcript label,
    }
    statements {
        /// Smith said that it was so. Smith's claim that it was so. According to Smith, it was so.
        SourceCueClause = "source-cue-clause",
        /// It was, Smith said, not so.
        ClauseAroundCue = "clause-around-cue",
    }
}
