//! The names of a text and the entities that they mean, as sources refer to them.

use std::cell::OnceCell;

use crate::language::Classes;
use crate::quotes::Quotes;
use crate::resolution::sentence_starts::{SentenceStarts, SENTENCES};
use crate::speakers::name::GrammaticalRole;
use crate::speakers::pronouns::PronounCount;
use crate::speakers::registry::Registry;
use crate::speakers::{Gender, Names, SpeakerKind};
use crate::text::index::{narrow, EntityId, MentionIdx, MentionRange, TokenIdx};
use crate::tokenizer::Document;

/// The number of names before a pronoun among which a subject is looked for.
const WINDOW: usize = 30;

/// The number of pronouns after the names of a person, and the share of one gender in hundredths, that show the gender
/// beyond doubt.
const SEVERAL: u32 = 3;
const MOST: u32 = 80;

/// The last source that means an entity.
#[derive(Clone, Copy, Debug)]
pub(super) struct EntitySource {
    pub entity: EntityId,
    /// The end of the source.
    pub end: TokenIdx,
}

/// What a source may refer to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Referent {
    /// A person, of this gender if it shows one.
    Person(Option<Gender>),
    /// An organisation, or a name that may be one.
    Thing,
    /// Whoever has this word in the name.
    Named(Word),
}

/// A word of a name, with its mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    at: TokenIdx,
    mark: u64,
}

/// The names of a text and the entities that they mean.
pub(super) struct Discourse<'a, 't> {
    pub document: &'a Document<'t>,
    pub quotes: &'a Quotes,
    pub names: Names<'a>,
    pub registry: &'a Registry,
    /// For each entity the marks of the words of its fullest name.
    marks: Vec<u64>,
    /// Once something asked for them.
    starts: OnceCell<SentenceStarts>,
}

/// A bit by the length, the first and the last letter of a word: most different words have different ones.
fn mark(word: &str) -> u64 {
    let letter = |byte: Option<&u8>| u32::from(byte.copied().unwrap_or_default());
    let bytes = word.as_bytes();
    1 << ((letter(bytes.first()) + 5 * letter(bytes.last()) + 11 * narrow(bytes.len())) % u64::BITS)
}

impl<'a, 't> Discourse<'a, 't> {
    pub(super) fn new(
        document: &'a Document<'t>,
        quotes: &'a Quotes,
        names: Names<'a>,
        registry: &'a Registry,
    ) -> Self {
        let mark_of = |at| mark(document.text_of(at));
        let marks =
            registry.entities().map(|entity| entity.name().iter().fold(0, |all, at| all | mark_of(at)));
        Discourse { document, quotes, names, registry, marks: marks.collect(), starts: OnceCell::new() }
    }

    /// The starts of the sentence with a token and of those before it, quotations left out.
    pub(super) fn sentence_starts(&self, token: TokenIdx) -> [Option<TokenIdx>; SENTENCES] {
        let starts = self.starts.get_or_init(|| SentenceStarts::new(self.document, self.quotes));
        starts.before(token, self.document, self.quotes)
    }

    /// The pronouns that follow the names of an entity.
    pub(super) fn pronouns_after(&self, entity: EntityId) -> PronounCount {
        self.registry.pronouns(self.document, &self.names).of(entity)
    }

    /// The gender of an entity, as its names show it or else the pronouns after them: several, or one that agrees with a
    /// given name.
    pub(super) fn gender(&self, entity: EntityId) -> Option<Gender> {
        let by_name = self.registry.entity(entity).gender;
        by_name.or_else(|| {
            let pronouns = self.pronouns_after(entity);
            let agrees = |given: &Gender| pronouns.clear(1) == Some(*given);
            pronouns.with_share(SEVERAL, MOST).or_else(|| self.gender_of_given_name(entity).filter(agrees))
        })
    }

    /// The gender of the given name with which the name of an entity begins.
    pub(super) fn gender_of_given_name(&self, entity: EntityId) -> Option<Gender> {
        let first = self.document.classes(self.registry.entity(entity).name().start);
        Gender::of(first).filter(|_| first.any(Classes::GIVEN))
    }

    /// Whether a pronoun is in the paragraph of an earlier token or in the next one.
    pub(super) fn is_near(&self, from: TokenIdx, pronoun: TokenIdx) -> bool {
        let begun = self.document.paragraphs_begun(pronoun);
        begun <= self.document.paragraphs_begun_near(from, begun) + 1
    }

    /// Whether a name between an earlier token and a pronoun is a subject that the pronoun may refer to.
    pub(super) fn has_subject_between(&self, from: TokenIdx, pronoun: TokenIdx, referent: Referent) -> bool {
        let since = self.window_before(pronoun).iter().rev();
        since.take_while(|&mention| self.names[mention].start() >= from).any(|mention| {
            let name = &self.names[mention];
            let is_subject = name.role == GrammaticalRole::Subject && !name.is_quoted;
            is_subject && self.agrees(self.registry.entity_of(mention), referent)
        })
    }

    /// The last names before a token, as many as are compared.
    fn window_before(&self, token: TokenIdx) -> MentionRange {
        let end = self.names.before(token);
        end.saturating_sub(WINDOW).to(end)
    }

    /// Whether a name is part of what is before the next one: "Holt consultant Lee".
    pub(super) fn is_in_title(&self, mention: MentionIdx) -> bool {
        let end = self.names[mention].end();
        self.names.get(mention + 1).is_some_and(|next| next.titled_start() <= end && end < next.start())
    }

    /// Whether an entity is of the kind that a source refers to.
    pub(super) fn agrees(&self, id: EntityId, referent: Referent) -> bool {
        let entity = || self.registry.entity(id);
        match referent {
            Referent::Person(gender) => {
                entity().kind == SpeakerKind::Person
                    && !gender.is_some_and(|gender| gender.conflicts(self.gender(id)))
            }
            Referent::Thing => {
                let entity = entity();
                !entity.is_place && (entity.kind == SpeakerKind::Organisation || !entity.is_certain)
            }
            Referent::Named(word) => self.has_word(id, word),
        }
    }

    /// The word at a token.
    pub(super) fn word(&self, at: TokenIdx) -> Word {
        Word { at, mark: mark(self.document.text_of(at)) }
    }

    /// Whether a word is part of the fullest name of an entity.
    #[inline]
    pub(super) fn has_word(&self, entity: EntityId, word: Word) -> bool {
        let text_of = |at| self.document.text_of(at);
        let is_same = |at| text_of(at) == text_of(word.at);
        self.marks[entity.get()] & word.mark != 0 && self.registry.entity(entity).name().iter().any(is_same)
    }
}
