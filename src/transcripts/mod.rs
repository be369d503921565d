//! Transcripts: what is said in turns whose speakers the page shows, mostly by a label.
//!
//! The words of such a turn need no quotation marks. A quotation in it that no rule attributed is its speaker's too.
//! May import everything before it in the list of `docs/architecture.md`.

mod people;
mod pull_quotes;
mod roundups;

use std::collections::HashMap;

use crate::genre::Passages;
use crate::layout::{LabelledTurn, Voice};
use crate::quotes::{Piece, Quotes};
use crate::rules::{Attributed, AttributionKind, Draft, Rule};
use crate::speakers::registry::Registry;
use crate::speakers::{Names, Source};
use crate::text::index::{AttributionId, PieceIdx, TokenIdx};
use crate::tokenizer::Document;

use people::{as_written, interviewed, Initials};
use pull_quotes::{give_rest_to, PullQuotes};

/// The probability of a turn's speaker: of the labels in GUM's interviews and podcasts, one in twenty names somebody
/// else or nobody.
const CONFIDENCE: f32 = 0.95;

/// The probability that words set apart in an interview are those of the interviewee.
const REST: f32 = 0.7;

/// Adds an attribution for each turn. Linear in the length of the turns.
pub(crate) fn attribute(
    document: &Document<'_>,
    quotes: &Quotes,
    names: &Names<'_>,
    registry: &Registry,
    passages: &Passages,
    attributed: &mut Attributed,
) {
    let turns = &passages.turns[..];
    let is_open = |piece: &&Piece| attributed.of(piece.quotation()).is_none();
    // In a story a name before several turns is no introduction of them all.
    if passages.narrative.is_empty() && quotes.pieces.iter().filter(is_open).nth(1).is_some() {
        roundups::attribute(document, quotes, names, registry, attributed);
    }
    if turns.is_empty() {
        return;
    }
    attributed.link_reported(quotes, |at| {
        let begins_by = |turn: &LabelledTurn| turn.content.first().is_some_and(|tokens| tokens.start <= at);
        let turn = turns[..turns.partition_point(begins_by)].last();
        turn.and_then(|turn| turn.content.last()).is_some_and(|tokens| at < tokens.end)
    });
    let people = Initials::of(document, registry);
    let interviewed = interviewed(document, names, registry, turns).map(Source::Entity);
    let by_start = drafts_by_start(attributed);
    let pull_quotes = PullQuotes::of(document, quotes, attributed);
    let mut piece = PieceIdx::START;
    for turn in turns {
        let (rule, cue, words, speaker) = match turn.voice {
            Voice::Named(label) => {
                let speaker = people.meant(document, label).or_else(|| as_written(document, label));
                (Rule::Label, None, Some(label), speaker)
            }
            Voice::Tagged { cue, source } => (Rule::Dash, Some(cue), Some(source), None),
            Voice::Elsewhere(source) => (Rule::Dash, None, None, Some(Source::Words(source))),
            Voice::Interviewed => (Rule::Label, None, None, interviewed),
            Voice::Unnamed => (Rule::Label, None, None, None),
        };
        let mut draft = Draft::new(rule, cue, words, CONFIDENCE);
        turn.content.iter().for_each(|tokens| draft.add_content(*tokens));
        draft.kind = AttributionKind::Turn;
        let id = attributed.add(draft, speaker);
        // What the rules took for "KING: …" is this turn.
        let tokens = turn.label.or(words).into_iter().chain(cue).flatten();
        for old in tokens.filter_map(|at| by_start.get(&at)).flatten() {
            // A quotation above, which the label signs, is not part of the turn.
            let last = attributed.drafts[old.get()].content().last();
            let is_above = last.zip(turn.start()).is_some_and(|(words, start)| words.end <= start);
            if !is_above {
                attributed.replace(*old, id);
            }
        }
        link_quotations(quotes, turn, id, &mut piece, attributed);
        pull_quotes.attribute(document, quotes, (turn, id), CONFIDENCE, attributed);
    }
    if let Some(speaker) = interviewed {
        give_rest_to(speaker, document, quotes, REST, attributed);
    }
    attributed.sort();
}

/// Gives the quotations of a turn that no rule attributed its speaker; `piece` is near its first one.
fn link_quotations(
    quotes: &Quotes,
    turn: &LabelledTurn,
    id: AttributionId,
    piece: &mut PieceIdx,
    attributed: &mut Attributed,
) {
    for tokens in &turn.content {
        *piece = quotes.piece_from(tokens.start, *piece);
        while let Some(inside) = quotes.pieces.get(piece.get()).filter(|piece| piece.start() < tokens.end) {
            if attributed.of(inside.quotation()).is_none() {
                attributed.of_quotations.set(inside.quotation(), id);
            }
            *piece += 1;
        }
    }
}

/// The drafts by the first token of their source and by that of their cue.
fn drafts_by_start(attributed: &Attributed) -> HashMap<TokenIdx, Vec<AttributionId>> {
    let mut by_start: HashMap<TokenIdx, Vec<AttributionId>> = HashMap::new();
    for (index, draft) in attributed.drafts.iter().enumerate() {
        for part in [draft.words(), draft.cue()].into_iter().flatten() {
            by_start.entry(part.start).or_default().push(AttributionId::new(index));
        }
    }
    by_start
}
