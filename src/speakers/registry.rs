//! Entities: names that mean one person, organisation or place, under the fullest of them.
//!
//! May import `text`, `language`, `tokenizer` and the other files of `speakers`.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::language::Classes;
use crate::speakers::honorifics::{Forms, Status};
use crate::speakers::keys::{ByWord, Index, NameWord};
use crate::speakers::known::KnownSpeakers;
use crate::speakers::misspelt::Surnames;
use crate::speakers::name::{Name, NameKind, NameWordIdx, NameWordRange};
use crate::speakers::names::Names;
use crate::speakers::openers::{drop_openers, sequence};
use crate::speakers::pronouns::PronounCounts;
use crate::speakers::source::DirectMentions;
use crate::speakers::{Gender, SpeakerKind};
use crate::text::index::{EntityId, KnownId, MentionId, MentionIdx, TokenIdx, TokenRange};
use crate::text::lists;
use crate::tokenizer::Document;

/// A person, organisation or place that the text names.
#[derive(Debug, Clone)]
pub(crate) struct Entity {
    name: TokenRange,
    /// The word for a people before a name of one word, at its first mention: "American" in "the American Legion".
    people: TokenRange,
    /// The first word of that name in the list of the words of all names.
    words: NameWordIdx,
    /// The surname of a given name that the text writes only beside another one: "Holt" for Ann in "Ann and Ben Holt".
    pub family: Option<TokenIdx>,
    pub kind: SpeakerKind,
    pub gender: Option<Gender>,
    /// What a form of address shows: "Mrs.".
    pub(super) status: Option<Status>,
    /// The speaker that a caller knows, if it is one.
    pub known: Option<KnownId>,
    pub is_place: bool,
    /// Whether a given name or a title shows that it is a person.
    pub is_certain: bool,
    /// Whether the text has a word of its name alone several times before it has the whole name.
    pub(super) is_late: bool,
    /// Whether the text called it by its surname alone before it named anybody else of that surname.
    pub(super) has_surname: bool,
    /// The number of its mentions read so far.
    mentions: u32,
    /// The last of them.
    pub(super) last: MentionIdx,
}

impl Entity {
    /// The tokens of its fullest name.
    pub(crate) fn name(&self) -> TokenRange {
        self.name
    }

    /// The number of names in the text that mean it.
    pub(crate) fn mentions(&self) -> usize {
        self.mentions as usize
    }

    /// The tokens under which it is shown: its fullest name. The word for a people before a single word is part of it,
    /// if nothing else in the text says how it is called.
    pub(crate) fn shown(&self) -> TokenRange {
        // The fullest name may be another one than that of the first mention.
        match self.name.len() == 1 && self.people.end == self.name.start {
            true => self.people.start.to(self.name.end),
            false => self.name,
        }
    }

    /// Whether a title of one of its mentions is part of the name under which it is shown.
    pub(crate) fn is_shown_with(&self, document: &Document<'_>, title: TokenRange) -> bool {
        let shown = self.shown();
        title.len() == 1
            && shown.len() > self.name.len()
            && document.text_of(title.start) == document.text_of(shown.start)
    }

    pub(super) fn words(&self) -> NameWordRange {
        self.words.to(self.words + self.name.len())
    }

    /// Sets its fullest name and the first word of that name in the list of the words of all names.
    pub(super) fn set_name(&mut self, name: TokenRange, words: NameWordIdx) {
        (self.name, self.words) = (name, words);
    }

    /// Whether gender or form of address show that a name means somebody else.
    pub(super) fn conflicts(&self, gender: Option<Gender>, status: Option<Status>) -> bool {
        gender.is_some_and(|gender| gender.conflicts(self.gender))
            || status.is_some_and(|status| status.conflicts(self.status))
    }

    /// Whether it is known by a surname and a form of address for women alone: "Mrs. Holt".
    pub(super) fn is_woman_by_surname(&self) -> bool {
        self.name.len() == 1 && self.status.is_some_and(Status::is_of_woman)
    }
}

/// Every entity of a text, and the entity that each mention means.
pub(crate) struct Registry {
    entities: Vec<Entity>,
    of_mention: Vec<EntityId>,
    /// Counted when they are first asked for.
    pronouns: OnceCell<PronounCounts>,
}

/// The number of times from which on a word alone is another name than a longer one of a thing that comes later:
/// "Twitter" before "Wilayat Twitter".
const LATE: u32 = 2;

/// The maximum number of entities under one word that are compared with a mention: the latest.
pub(super) const RIVALS: usize = 12;

/// Entities by the words of their names, while names are read.
#[derive(Default)]
pub(crate) struct Indices {
    /// By a word before the last, and by the initials of an organisation.
    by_first: Index<EntityId>,
    /// By the last word.
    by_last: Index<EntityId>,
}

impl Registry {
    /// Reads the names twice: first those of several words, then the single words that are part of one.
    ///
    /// Drops the doubtful names that mean no entity, and updates the ids of `direct` mentions, which are not
    /// dropped. Leaves the indices empty. Linear in the number of names. A text with `narrative` passages is no news.
    pub(crate) fn new(
        document: &Document<'_>,
        names: &mut Vec<Name>,
        words: &[NameWord],
        indices: &mut Indices,
        direct: &mut DirectMentions,
        known: &KnownSpeakers,
        narrative: &[TokenRange],
    ) -> Self {
        direct.confirm(names);
        drop_openers(document, names, words);
        let Indices { by_first, by_last } = std::mem::take(indices);
        let mut builder = Builder {
            document,
            names,
            words,
            by_first,
            by_last,
            forms: Forms::of(document, names, words),
            known,
            of_known: HashMap::new(),
            entities: Vec::new(),
            of_mention: vec![None; names.len()],
            alone: ByWord::default(),
            is_news: narrative.is_empty(),
            surnames: Surnames::default(),
        };
        builder.read_full_names();
        builder.reset_counts();
        builder.read_all_names();
        builder.choose_full_names();
        let Builder { entities, of_mention, by_first, by_last, .. } = builder;
        *indices = Indices { by_first: by_first.emptied(), by_last: by_last.emptied() };
        direct.renumber(of_mention.iter().map(Option::is_some));
        let mut kept = of_mention.iter();
        names.retain(|_| kept.next().is_some_and(Option::is_some));
        let mut entity_of = Vec::with_capacity(names.len());
        entity_of.extend(of_mention.into_iter().flatten());
        Registry { entities, of_mention: entity_of, pronouns: OnceCell::new() }
    }

    /// The pronouns after the names of each entity. The names are those of this registry, with the quoted ones marked.
    pub(crate) fn pronouns(&self, document: &Document<'_>, names: &Names<'_>) -> &PronounCounts {
        self.pronouns.get_or_init(|| PronounCounts::new(document, names, self))
    }

    pub(crate) fn entity(&self, entity: EntityId) -> &Entity {
        &self.entities[entity.get()]
    }

    /// The number of entities.
    pub(crate) fn len(&self) -> usize {
        self.entities.len()
    }

    /// The entities in the order of their ids.
    pub(crate) fn entities(&self) -> impl ExactSizeIterator<Item = &Entity> {
        self.entities.iter()
    }

    /// The entity of each mention, in the order of the text.
    pub(crate) fn entities_of_mentions(&self) -> impl ExactSizeIterator<Item = EntityId> + '_ {
        self.of_mention.iter().copied()
    }

    /// The entity that a mention means.
    #[inline]
    pub(crate) fn entity_of(&self, mention: MentionIdx) -> EntityId {
        self.of_mention[mention.get()]
    }
}

pub(super) struct Builder<'a, 't> {
    pub document: &'a Document<'t>,
    pub names: &'a [Name],
    pub words: &'a [NameWord],
    pub by_first: Index<EntityId>,
    pub by_last: Index<EntityId>,
    pub forms: Forms,
    pub known: &'a KnownSpeakers,
    pub of_known: HashMap<KnownId, EntityId>,
    pub entities: Vec<Entity>,
    pub of_mention: Vec<Option<EntityId>>,
    /// How often each word is a name alone without a title.
    pub alone: ByWord<u32>,
    /// Whether the text has no narrative passages.
    pub is_news: bool,
    pub surnames: Surnames,
}

impl Builder<'_, '_> {
    fn read_full_names(&mut self) {
        for (index, name) in self.names.iter().enumerate() {
            let mention = MentionId::new(index);
            if let Some(known) = self.known.meant(self.document, name) {
                self.add_known(mention, known);
            } else if name.len() > 1 {
                if let Some(new) = self.add_full(mention, name) {
                    let words = self.stem(self.entities[new.get()].words());
                    let is_frequent =
                        |word: &NameWord| self.alone.get(&word.key).is_some_and(|count| *count >= LATE);
                    let is_late = self.is_no_person(name) && words.iter().any(is_frequent);
                    self.entities[new.get()].is_late = is_late;
                }
            } else if name.title().is_empty() {
                *self.alone.entry(self.words[name.words().start.get()].key).or_insert(0) += 1;
            }
        }
    }

    fn read_all_names(&mut self) {
        for (index, name) in self.names.iter().enumerate() {
            self.read(MentionId::new(index), name);
        }
    }

    /// Adds a mention of a speaker that the caller knows.
    fn add_known(&mut self, mention: MentionId, known: KnownId) {
        if let Some(entity) = self.of_known.get(&known) {
            return self.join(*entity, mention);
        }
        let entity = self.create(mention);
        self.of_known.insert(known, entity);
        let entity = &mut self.entities[entity.get()];
        entity.known = Some(known);
        entity.kind = SpeakerKind::Person;
        (entity.is_certain, entity.is_place) = (true, false);
    }

    /// The words of a name without its suffix.
    pub(super) fn stem(&self, words: NameWordRange) -> &[NameWord] {
        let words = words.of(self.words);
        match words {
            [stem @ .., last] if !stem.is_empty() && last.is_suffix() => stem,
            _ => words,
        }
    }

    /// Adds a mention of several words. Returns the entity if it is a new one.
    fn add_full(&mut self, mention: MentionId, name: &Name) -> Option<EntityId> {
        let last = self.stem(name.words()).last()?;
        let rivals = self.by_last.latest_first(last.key);
        let known = rivals.take(RIVALS).find(|entity| self.is_same(&self.entities[entity.get()], name));
        let known = known.or_else(|| self.organisation_beginning_with(name)).or_else(|| {
            // "the Holt Bridge" again
            self.by_last.latest_first(sequence(self.stem(name.words()))).next()
        });
        match known {
            Some(entity) => {
                self.join(entity, mention);
                None
            }
            None => Some(self.create(mention)),
        }
    }

    /// Whether a name is that of a wife under her husband's given name: "Mrs. Henry Holt".
    pub(super) fn is_called_by_husband(&self, name: &Name) -> bool {
        name.len() > 1
            && Status::of(self.document, name) == Some(Status::Married)
            && !self.document.is(name.start(), Classes::FEMALE)
    }

    pub(super) fn create(&mut self, mention: MentionId) -> EntityId {
        let name = &self.names[mention.get()];
        let entity = EntityId::new(self.entities.len());
        let stem_len = self.stem(name.words()).len();
        let words = &name.words().of(self.words)[..stem_len];
        let is_wife = self.is_called_by_husband(name);
        let is_thing = self.is_thing(name);
        if let ([before @ .., last], false) = (words, is_wife || is_thing) {
            // "Bank of England" is not meant by "England".
            if !self.ends_with_complement(name) {
                self.by_last.push(last.key, entity);
            }
            for word in before {
                self.by_first.push(word.key, entity);
            }
        }
        if is_thing {
            self.by_last.push(sequence(words), entity);
        }
        if name.kind == NameKind::Organisation {
            self.by_first.push(self.initials(name.start().to(name.start() + stem_len)), entity);
        }
        let kind = match name.kind {
            // "the Holt Report"
            NameKind::Unknown if is_thing && self.document.is(name.last(), Classes::DOCUMENT) => {
                SpeakerKind::Document
            }
            NameKind::Organisation | NameKind::Place => SpeakerKind::Organisation,
            NameKind::Unknown if self.is_numbered(name) => SpeakerKind::Organisation,
            NameKind::Person | NameKind::Unknown => SpeakerKind::Person,
        };
        let new = Entity {
            name: name.tokens(),
            people: self.people_before(name),
            words: name.words().start,
            family: self.family_of_couple(mention),
            kind,
            gender: name.gender,
            status: None,
            known: None,
            is_place: name.kind == NameKind::Place,
            is_certain: false,
            is_late: false,
            has_surname: false,
            mentions: 0,
            last: MentionIdx::START,
        };
        lists::push(&mut self.entities, new);
        self.join(entity, mention);
        entity
    }

    /// Counts a mention of an entity and keeps the fuller name: one with a given name, else the longer one.
    pub(super) fn join(&mut self, entity: EntityId, mention: MentionId) {
        let name = &self.names[mention.get()];
        self.of_mention[mention.get()] = Some(entity);
        let is_fuller = self.is_fuller(name.words(), self.entities[entity.get()].words());
        let entity = &mut self.entities[entity.get()];
        if is_fuller {
            entity.set_name(name.tokens(), name.words().start);
        }
        entity.status = entity.status.or(Status::of(self.document, name));
        if name.kind == NameKind::Person {
            entity.kind = SpeakerKind::Person;
            entity.is_certain = true;
        }
        entity.gender = entity.gender.or(name.gender);
        entity.mentions += 1;
        entity.last = mention.idx();
    }

    fn reset_counts(&mut self) {
        for entity in &mut self.entities {
            (entity.mentions, entity.last) = (0, MentionIdx::START);
        }
    }
}
