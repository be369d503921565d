//! The rules: one a file, tried in the order of one table.

mod according_to;
mod clause_source_cue;
mod continuation;
mod introduction;
mod quote_cue_source;
mod quote_source_cue;
mod signature;
mod source_colon_quote;
mod source_cue_quote;

use super::cues::Cue;
use super::draft::Story;
use super::paragraph::Paragraph;
use crate::analysis::Rule;
use crate::tokenizer::Range;

/// What a rule sees of a quotation's surroundings.
pub(super) struct Scene<'s, 'p, 't> {
    pub paragraph: &'s Paragraph<'p, 't>,
    pub sentence: &'s Range,
    /// The cues of the sentence, from left to right.
    pub cues: &'s [Cue],
    /// What was linked before.
    pub story: Story<'s>,
}

/// What a rule finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Link {
    /// A cue and a source in this paragraph, in units, and what was said: the clause around the
    /// quotation, or nothing but the quotation.
    Cued { cue: Range, source: Range, clause: Option<Range> },
    /// A source outside this paragraph, in tokens of the text.
    Sourced { cue: Option<Range>, source: Range },
    /// More of what an earlier attribution reports.
    Continues(usize),
}

/// Looks at the quotation at a unit of the scene's paragraph.
type Find = fn(&Scene<'_, '_, '_>, usize) -> Option<Link>;

/// From the surest to the one that needs least: the first that finds a link makes it.
pub(super) const RULES: &[(Rule, Find)] = &[
    (Rule::QuoteSourceCue, quote_source_cue::find),
    (Rule::QuoteCueSource, quote_cue_source::find),
    (Rule::AccordingTo, according_to::find_beside),
    (Rule::SourceColonQuote, source_colon_quote::find_name),
    (Rule::SourceCueQuote, source_cue_quote::find),
    (Rule::CueSourceQuote, source_cue_quote::find_inverted),
    (Rule::ClauseSourceCue, clause_source_cue::find),
    (Rule::AccordingTo, according_to::find),
    (Rule::SourceColonQuote, source_colon_quote::find),
    (Rule::Signature, signature::find),
    (Rule::Signature, signature::find_below),
    (Rule::Continuation, continuation::find),
    (Rule::Introduction, introduction::find),
];

/// The unit after a quotation, a comma or dash passed over.
fn after_quote(scene: &Scene<'_, '_, '_>, quote: usize) -> usize {
    let next = quote + 1;
    next + usize::from(matches!(scene.paragraph.word(next), "," | "—" | "–" | "-" | "--" | ";"))
}
