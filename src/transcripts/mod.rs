//! Transcripts: what is said in turns that begin with the name of their speaker.
//!
//! The words of such a turn need no quotation marks. A quotation in it that no rule attributed is its speaker's too.
//! May import everything before it in the list of `docs/architecture.md`.

use std::collections::HashMap;

use crate::language::Classes;
use crate::layout::LabelledTurn;
use crate::quotes::Quotes;
use crate::rules::{Attributed, AttributionKind, Draft, Rule};
use crate::speakers::registry::Registry;
use crate::speakers::{Source, SpeakerKind};
use crate::text::index::{AttributionId, EntityId, PieceIdx, TokenIdx, TokenRange};
use crate::tokenizer::Document;

/// The probability of a turn's speaker: of the labels in GUM's interviews and podcasts, one in twenty names somebody
/// else or nobody.
const CONFIDENCE: f32 = 0.95;

/// The maximum number of letters in the initials of a person.
const INITIALS: usize = 3;

/// Adds an attribution for each turn. Linear in the length of the turns.
pub(crate) fn attribute(
    document: &Document<'_>,
    quotes: &Quotes,
    registry: &Registry,
    turns: &[LabelledTurn],
    attributed: &mut Attributed,
) {
    if turns.is_empty() {
        return;
    }
    let people = Initials::of(document, registry);
    let by_source = drafts_by_source(attributed);
    let mut piece = PieceIdx::START;
    for turn in turns {
        let words = turn.label.filter(|label| !is_letter(document, *label));
        let speaker = words.and_then(|label| people.meant(document, label));
        let mut draft = Draft::new(Rule::Label, None, words, CONFIDENCE);
        turn.content.iter().for_each(|tokens| draft.add_content(*tokens));
        draft.kind = AttributionKind::Turn;
        let id = attributed.add(draft, speaker);
        // What the rules took for "KING: …" is this turn.
        let tokens = turn.label.into_iter().flat_map(TokenRange::iter);
        for old in tokens.filter_map(|at| by_source.get(&at)).flatten() {
            attributed.replace(*old, id);
        }
        for tokens in &turn.content {
            piece = quotes.piece_from(tokens.start, piece);
            while let Some(inside) = quotes.pieces.get(piece.get()).filter(|piece| piece.start() < tokens.end)
            {
                if attributed.of(inside.quotation()).is_none() {
                    attributed.of_quotations.set(inside.quotation(), id);
                }
                piece += 1;
            }
        }
    }
    attributed.sort();
}

/// The drafts by the first token of their source.
fn drafts_by_source(attributed: &Attributed) -> HashMap<TokenIdx, Vec<AttributionId>> {
    let mut by_source: HashMap<TokenIdx, Vec<AttributionId>> = HashMap::new();
    for (index, draft) in attributed.drafts.iter().enumerate() {
        if let Some(source) = draft.words() {
            by_source.entry(source.start).or_default().push(AttributionId::new(index));
        }
    }
    by_source
}

/// Whether a label is a letter for questions or answers, which names nobody.
fn is_letter(document: &Document<'_>, label: TokenRange) -> bool {
    label.len() == 1 && document.text_of(label.start).trim_end_matches('.').len() == 1
}

/// The people of a text by their initials.
struct Initials(HashMap<String, EntityId>);

impl Initials {
    fn of(document: &Document<'_>, registry: &Registry) -> Self {
        let mut people = HashMap::new();
        for (index, entity) in registry.entities().enumerate() {
            if entity.kind == SpeakerKind::Person && entity.name().len() > 1 {
                let first = |at| document.text_of(at).chars().next();
                let initials: String = entity.name().iter().filter_map(first).collect();
                people.entry(initials).or_insert(EntityId::new(index));
            }
        }
        Initials(people)
    }

    /// The person whose initials a label is: "JM".
    fn meant(&self, document: &Document<'_>, label: TokenRange) -> Option<Source> {
        let text = document.text_of(label.start);
        let may_be = label.len() == 1
            && (2..=INITIALS).contains(&text.len())
            && document.is_all_capitals(label.start)
            && !document.is(label.start, Classes::GIVEN);
        self.0.get(text).filter(|_| may_be).map(|entity| Source::Entity(*entity))
    }
}
