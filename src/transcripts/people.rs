//! Whom the labels of turns mean that name nobody: initials, and the letter of answers.
//!
//! Imports the turns, names, entities, word classes and documents.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::language::Classes;
use crate::layout::{letter_of, LabelledTurn, Voice};
use crate::speakers::name::GrammaticalRole;
use crate::speakers::registry::{Entity, Registry};
use crate::speakers::{Names, Source, SpeakerKind};
use crate::text::index::{EntityId, MentionIdx, TokenIdx, TokenRange};
use crate::tokenizer::{Document, TokenKind};

/// The maximum number of letters in the initials of a person.
const INITIALS: usize = 3;

/// The people of a text by their initials.
pub(super) struct Initials(HashMap<String, EntityId>);

impl Initials {
    pub(super) fn of(document: &Document<'_>, registry: &Registry) -> Self {
        let mut people = HashMap::new();
        let all = || registry.entities().enumerate().filter(|(_, entity)| may_be_person(entity));
        // A certain person goes before what may be one.
        let certain = all().filter(|(_, entity)| entity.is_certain);
        for (index, entity) in certain.chain(all()).filter(|(_, entity)| entity.name().len() > 1) {
            let first = |at| document.text_of(at).chars().next();
            let initials: String = entity.name().iter().filter_map(first).collect();
            people.entry(initials).or_insert(EntityId::new(index));
        }
        Initials(people)
    }

    /// The person whose initials a label is: "JM".
    pub(super) fn meant(&self, document: &Document<'_>, label: TokenRange) -> Option<Source> {
        let text = document.text_of(label.start);
        let may_be =
            label.len() == 1 && (2..=INITIALS).contains(&text.len()) && document.is_all_capitals(label.start);
        self.0.get(text).filter(|_| may_be).map(|entity| Source::Entity(*entity))
    }
}

/// A label that is the name of nobody, all of its words: a nickname such as "salt_road", a number, "ENGINE 4".
pub(super) fn as_written(document: &Document<'_>, label: TokenRange) -> Option<Source> {
    let comma = label.iter().find(|&at| document.is(at, Classes::COMMA));
    let label = label.start.to(comma.unwrap_or(label.end));
    let has_space = |at: TokenIdx| document.token(at).is_some_and(|token| token.has_space_before());
    let is_nickname = label.len() > 1 && !label.iter().skip(1).any(has_space);
    let has_number = label.iter().any(|at| document.kind(at) == Some(TokenKind::Number));
    (is_nickname || has_number).then_some(Source::Description(label))
}

fn may_be_person(entity: &Entity) -> bool {
    entity.kind == SpeakerKind::Person && !entity.is_place
}

// Points for a person of the introduction as the interviewee. Set by hand on the interviews of GUM.
const MENTION: i32 = 2;
const CERTAIN: i32 = 2;
const TITLED: i32 = 2;
const NO_SUBJECT: i32 = 1;
const PART_OF_PLACE: i32 = -3;
const IN_TITLE: i32 = 4;
const FIRST: i32 = 2;
/// In a turn and not addressed: "What do you think of Ann Wu?"
const ASKED_ABOUT: i32 = -3;

/// From so many points on, the interviewee has half as many again as anybody else.
const MANY: i32 = 12;

/// The interviewee, if there are answers whose label names nobody: the person about whom the text before the first turn
/// says most, or else one who is addressed in a question.
pub(super) fn interviewed(
    document: &Document<'_>,
    names: &Names<'_>,
    registry: &Registry,
    turns: &[LabelledTurn],
) -> Option<EntityId> {
    let mut answers = turns.iter().filter(|turn| turn.voice == Voice::Interviewed).peekable();
    let first = turns.first().filter(|_| answers.peek().is_some())?;
    if let Some(own) = answers.find_map(|answer| own_name(document, names, answer)) {
        return Some(registry.entity_of(own));
    }
    let first = first.label.map_or(first.content.first()?.start, |label| label.start);
    let mut found = introduced(document, names, registry, first);
    let questions = || {
        // "Q." after a line that names who asks.
        let is_letter = |label: TokenRange| label.len() == 1 && letter_of(document, label).is_some();
        let has_letter = move |turn: &LabelledTurn| {
            matches!(turn.voice, Voice::Named(_)) && turn.label.is_some_and(is_letter)
        };
        let asks = move |turn: &&LabelledTurn| turn.voice == Voice::Unnamed || has_letter(turn);
        let questions = turns.iter().filter(asks);
        questions.flat_map(|turn| turn.content.iter().copied())
    };
    for tokens in turns.iter().flat_map(|turn| turn.content.iter()) {
        for mention in names.before(tokens.start).to(names.before(tokens.end)) {
            let known = found.get_mut(&registry.entity_of(mention));
            if let Some(rank) = known.filter(|_| !is_addressed(document, names, mention)) {
                rank.0 += ASKED_ABOUT;
            }
        }
    }
    // The letter does not mean a person who has a label.
    let labels = turns.iter().filter_map(|turn| match turn.voice {
        Voice::Named(name) => Some(name),
        _ => None,
    });
    for mention in labels.flat_map(|label| names.before(label.start).to(names.before(label.end))) {
        found.remove(&registry.entity_of(mention));
    }
    let mut ranked: Vec<_> = found.into_iter().collect();
    ranked.sort_by_key(|(_, rank)| Reverse(*rank));
    match ranked[..] {
        // A long introduction names many others: nobody is certain.
        [(_, (first, _)), (_, (second, _)), _, ..] if first >= MANY && 2 * first < 3 * second => None,
        [(entity, _), ..] => Some(entity),
        [] => questions().find_map(|tokens| addressed(document, names, registry, tokens)),
    }
}

/// The name that is all of an answer: "A. Ann Wu."
fn own_name(document: &Document<'_>, names: &Names<'_>, answer: &LabelledTurn) -> Option<MentionIdx> {
    let [words] = answer.content[..] else { return None };
    let mention = names.before(words.start);
    let name = names.get(mention).filter(|name| name.titled_start() == words.start && name.len() > 1)?;
    let is_all = name.end() + 1 == words.end && document.is(name.end(), Classes::STOP);
    is_all.then_some(mention)
}

/// Points and the first mention of a person.
type Rank = (i32, Reverse<MentionIdx>);

/// The people named before a token, with points for being the interviewee.
fn introduced(
    document: &Document<'_>,
    names: &Names<'_>,
    registry: &Registry,
    end: TokenIdx,
) -> HashMap<EntityId, Rank> {
    // A first paragraph in prose is no title.
    let first = document.paragraphs().next().unwrap_or_default();
    let is_prose = first.last().is_some_and(|last| document.is(last, Classes::STOP));
    let title = if is_prose { TokenRange::default() } else { first };
    let is_person = |mention: &MentionIdx| {
        let entity = registry.entity(registry.entity_of(*mention));
        may_be_person(entity) && (entity.is_certain || entity.name().len() > 1)
    };
    let mut found: HashMap<EntityId, Rank> = HashMap::new();
    for mention in MentionIdx::START.to(names.before(end)).iter().filter(is_person) {
        let (name, id) = (&names[mention], registry.entity_of(mention));
        let belongs = Classes::GENITIVE.or(Classes::DETERMINER);
        let points = [
            (true, MENTION),
            (registry.entity(id).is_certain, CERTAIN),
            (!name.title().is_empty() || !name.apposition().is_empty(), TITLED),
            (name.role != GrammaticalRole::Subject, NO_SUBJECT),
            (document.is(name.titled_start() - 1, belongs) && name.title().is_empty(), PART_OF_PLACE),
            (name.end() <= title.end, IN_TITLE),
            (found.is_empty(), FIRST),
        ];
        let points: i32 = points.iter().filter(|(holds, _)| *holds).map(|(_, points)| points).sum();
        found.entry(id).or_insert((0, Reverse(mention))).0 += points;
    }
    found
}

/// The person who is addressed in these words.
fn addressed(
    document: &Document<'_>,
    names: &Names<'_>,
    registry: &Registry,
    tokens: TokenRange,
) -> Option<EntityId> {
    let mentions = names.before(tokens.start).to(names.before(tokens.end));
    let is_person = |mention: &MentionIdx| may_be_person(registry.entity(registry.entity_of(*mention)));
    let mut addressed = mentions.iter().filter(is_person);
    addressed
        .find(|mention| is_addressed(document, names, *mention))
        .map(|mention| registry.entity_of(mention))
}

/// Whether a name addresses somebody: it is between commas, or between one and the start or the end of a sentence.
fn is_addressed(document: &Document<'_>, names: &Names<'_>, mention: MentionIdx) -> bool {
    let is_apart = |at: TokenIdx| document.is(at, Classes::COMMA.or(Classes::STOP));
    let name = &names[mention];
    let opens = document.begins_sentence(name.titled_start()) || is_apart(name.titled_start() - 1);
    opens && is_apart(name.end())
}
