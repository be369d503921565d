//! Roundups: an introduction names somebody, then come excerpts in quotation marks, item by item.
//!
//! Imports quotations, attributions, names, entities, word classes, typed indices and documents.

use crate::language::Classes;
use crate::quotes::Quotes;
use crate::rules::{Attributed, AttributionKind, Draft, Rule};
use crate::speakers::registry::Registry;
use crate::speakers::{Names, Source, SpeakerKind};
use crate::text::index::{EntityId, PieceIdx, QuotationId, TokenRange};
use crate::tokenizer::{Document, TokenKind};

/// The minimum number of excerpts.
const ITEMS: usize = 2;

/// The maximum length of what precedes an excerpt in its paragraph, such as a date, and of a heading, in tokens.
const LONGEST_HEADING: usize = 10;

/// The minimum length of an excerpt, in tokens with its marks.
const SHORTEST: usize = 6;

/// The probability of the speaker.
const CONFIDENCE: f32 = 0.8;

/// A paragraph, as a roundup sees it.
#[derive(Clone, Copy)]
enum Kind {
    /// One excerpt that has no speaker yet.
    Item(QuotationId),
    Heading,
    /// Prose that may introduce the excerpts after it.
    Introduction(EntityId),
    Other,
}

/// Adds an attribution for the excerpts of each roundup. Linear in the length of the text.
pub(super) fn attribute(
    document: &Document<'_>,
    quotes: &Quotes,
    names: &Names<'_>,
    registry: &Registry,
    attributed: &mut Attributed,
) {
    let mut piece = PieceIdx::START;
    let mut speaker: Option<EntityId> = None;
    let mut items: Vec<QuotationId> = Vec::new();
    let mut found: Vec<(EntityId, Vec<QuotationId>)> = Vec::new();
    let mut end_run = |speaker: Option<EntityId>, items: Vec<QuotationId>| {
        if let (Some(speaker), ITEMS..) = (speaker, items.len()) {
            found.push((speaker, items));
        }
    };
    for tokens in document.paragraphs() {
        piece = quotes.piece_starting(tokens.start, piece);
        match kind(document, quotes, (names, registry), attributed, (tokens, piece)) {
            Kind::Item(quotation) => items.push(quotation),
            Kind::Heading => {}
            Kind::Introduction(entity) => {
                end_run(speaker.replace(entity), std::mem::take(&mut items));
            }
            Kind::Other => end_run(speaker.take(), std::mem::take(&mut items)),
        }
    }
    end_run(speaker, items);
    for (speaker, items) in found {
        let mut draft = Draft::new(Rule::Introduction, None, None, CONFIDENCE);
        draft.kind = AttributionKind::Direct;
        for piece in items.iter().flat_map(|quotation| quotes.pieces_of(*quotation)) {
            draft.add_content(piece.tokens());
        }
        let id = attributed.add(draft, Some(Source::Entity(speaker)));
        items.iter().for_each(|quotation| attributed.of_quotations.set(*quotation, id));
    }
}

/// What a paragraph is whose first quotation, if it has one, is this piece.
fn kind(
    document: &Document<'_>,
    quotes: &Quotes,
    (names, registry): (&Names<'_>, &Registry),
    attributed: &Attributed,
    (tokens, piece): (TokenRange, PieceIdx),
) -> Kind {
    let quoted = quotes.pieces.get(piece.get()).filter(|piece| piece.start() < tokens.end);
    let Some(quoted) = quoted else {
        let ends = tokens.last().is_some_and(|last| document.is(last, Classes::STOP));
        return match introduced(document, names, registry, tokens) {
            Some(entity) => Kind::Introduction(entity),
            None if tokens.len() <= LONGEST_HEADING && !ends => Kind::Heading,
            None => Kind::Other,
        };
    };
    let (before, after) = (tokens.start.to(quoted.start()), quoted.end().to(tokens.end));
    let verb = Classes::ANY_VERB.or(Classes::PRONOUN);
    let is_heading = before.len() <= LONGEST_HEADING && !before.iter().any(|at| document.is(at, verb));
    let is_date = |at| document.kind(at) != Some(TokenKind::Word) || document.is(at, Classes::CALENDAR);
    let is_item = is_heading
        && quoted.tokens().len() >= SHORTEST
        && after.len() <= LONGEST_HEADING
        && after.iter().all(is_date)
        && attributed.of(quoted.quotation()).is_none();
    if is_item {
        Kind::Item(quoted.quotation())
    } else {
        Kind::Other
    }
}

/// The one person that a paragraph names which announces words: it speaks of quotations or remarks and
/// ends in a colon, or in a full stop after such a noun.
fn introduced(
    document: &Document<'_>,
    names: &Names<'_>,
    registry: &Registry,
    tokens: TokenRange,
) -> Option<EntityId> {
    let speech = Classes::SPEECH_NOUN.or(Classes::SPEECH).or(Classes::DOCUMENT);
    let last = tokens.last()?;
    let belongs = Classes::GENITIVE.or(Classes::AGENT).or(Classes::ORIGIN);
    // "Ten sayings of Ann Wu", as a heading.
    let is_heading = || {
        let mentions = names.before(tokens.start).to(names.before(tokens.end));
        tokens.len() <= LONGEST_HEADING
            && mentions.iter().any(|mention| document.is(names[mention].titled_start() - 1, belongs))
    };
    let announces = document.is(last, Classes::COLON.or(Classes::STOP)) || is_heading();
    if !announces || !tokens.iter().any(|at| document.is(at, speech)) {
        return None;
    }
    let mentions = names.before(tokens.start).to(names.before(tokens.end));
    let mut people = mentions.iter().map(|mention| registry.entity_of(mention)).filter(|entity| {
        let entity = registry.entity(*entity);
        entity.kind == SpeakerKind::Person && entity.is_certain && !entity.is_place
    });
    let first = people.next()?;
    people.all(|other| other == first).then_some(first)
}
