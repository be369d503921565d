//! The rules: one a file, each proposing links for a quotation; the table below lists them all.

pub(crate) mod describe;
pub(crate) mod draft;
pub(crate) mod drafts;
pub(crate) mod link;
pub(crate) mod quotation;
pub(crate) mod quotations;
mod rule;
mod works;

pub use draft::AttributionKind;
pub(crate) use draft::{Draft, Told};
pub(crate) use drafts::OfQuotes;
pub(crate) use quotation::according_to::in_sentence as according_in_sentence;
pub use rule::Rule;

use crate::language::Classes;
use crate::reading::paragraph::Paragraph;
use crate::reading::verbs::Cue;
use crate::rules::drafts::Story;
use crate::rules::link::{Candidate, Link};
use crate::rules::quotation::{
    according_to, anticipation, clause_source_cue, continuation, introduction, possessor_noun_quote,
    quote_cue_source, quote_source_cue, signature, source_colon_quote, source_cue_quote,
};
use crate::tokenizer::Range;

/// What a rule sees of a quotation's surroundings.
pub(crate) struct Scene<'s, 'p, 't> {
    pub paragraph: &'s Paragraph<'p, 't>,
    pub sentence: &'s Range,
    /// Which of the paragraph's it is.
    pub number: usize,
    /// The cues of the sentence, from left to right.
    pub cues: &'s [Cue],
    /// Its other verbs, which may bring in a quotation as well ("coined the phrase “Q”").
    pub verbs: &'s [Cue],
    /// What stands beside its quotations.
    pub company: Company,
    /// The first "according to" in it, as a link.
    pub according: Option<&'s Link>,
    /// What was linked before.
    pub story: Story<'s>,
}

/// What a sentence holds, told once for all of its quotations.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Company {
    pub quotations: usize,
    pub has_words: bool,
}

impl Company {
    pub(crate) fn of(paragraph: &Paragraph<'_, '_>, sentence: &Range) -> Self {
        Company {
            quotations: sentence.clone().filter(|&unit| paragraph.is_quote(unit)).count(),
            has_words: sentence.clone().any(|unit| paragraph.is_word(unit)),
        }
    }
}

/// Looks at the quotation at a unit of the scene's paragraph and adds what it finds.
type Propose = fn(&Scene<'_, '_, '_>, usize, &mut Vec<Link>);

/// Which of two equal proposals counts is decided by the order; which of two different ones, by the model.
const RULES: &[(Rule, Propose)] = &[
    (Rule::QuoteSourceCue, quote_source_cue::propose),
    (Rule::QuoteCueSource, quote_cue_source::propose),
    (Rule::AccordingTo, according_to::propose),
    (Rule::SourceColonQuote, source_colon_quote::propose),
    (Rule::SourceCueQuote, source_cue_quote::propose),
    (Rule::CueSourceQuote, source_cue_quote::propose_inverted),
    (Rule::ClauseSourceCue, clause_source_cue::propose),
    (Rule::PossessorNounQuote, possessor_noun_quote::propose),
    (Rule::SourceVerbQuote, source_cue_quote::propose_verbs),
    (Rule::Signature, signature::propose),
    (Rule::Continuation, continuation::propose),
    (Rule::Introduction, introduction::propose),
    (Rule::Anticipation, anticipation::propose),
];

/// The links to a tag right behind a quotation: "she said", "said Smith".
fn propose_tags(scene: &Scene<'_, '_, '_>, quote: usize, links: &mut Vec<Link>) {
    quote_source_cue::propose(scene, quote, links);
    quote_cue_source::propose(scene, quote, links);
}

/// Finds all that the rules propose for the quotation at a unit, each link once; `links` is room for what one
/// rule proposes.
pub(crate) fn find(
    scene: &Scene<'_, '_, '_>,
    quote: usize,
    links: &mut Vec<Link>,
    candidates: &mut Vec<Candidate>,
) {
    candidates.clear();
    for (rule, propose) in RULES {
        propose(scene, quote, links);
        for link in links.drain(..) {
            if names_somebody(scene, &link) && !candidates.iter().any(|known| known.link.says_the_same(&link))
            {
                candidates.push(Candidate { rule: *rule, link });
            }
        }
    }
}

/// Whether what a link takes for a source can be one: "since", "by the board" and "how" cannot.
fn names_somebody(scene: &Scene<'_, '_, '_>, link: &Link) -> bool {
    let Link::Cued { source, .. } = link else { return true };
    let never = Classes::PREPOSITION.or(Classes::SUBORDINATOR).or(Classes::ADVERB).or(Classes::CONJUNCTION);
    let rather = Classes::DETERMINER
        .or(Classes::PRONOUN)
        .or(Classes::QUANTIFIER)
        .or(Classes::RELATIVE)
        .or(Classes::GIVEN);
    let first = scene.paragraph.classes(source.start);
    !first.any(never) || first.any(rather)
}

/// The unit after a quotation, a comma or dash passed over.
fn after_quote(scene: &Scene<'_, '_, '_>, quote: usize) -> usize {
    let next = quote + 1;
    next + usize::from(scene.paragraph.is(next, Classes::COMMA.or(Classes::SEMICOLON).or(Classes::DASH)))
}
