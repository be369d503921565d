//! Who is who: names that mean one person, body or place, under the fullest of them.

use super::mention::{NameKind, NameMention};
use super::words::{Index, Word};
use super::Gender;
use crate::analysis::SpeakerKind;
use crate::lexicon::{same_given_name, Classes, Tagged};
use crate::lists;
use crate::tokenizer::{Range, Tokens};

/// A person, body or place that the text names.
#[derive(Debug, Clone)]
pub(crate) struct Entity {
    name: Tokens,
    pub kind: SpeakerKind,
    pub gender: Option<Gender>,
    pub is_place: bool,
    /// Whether a first name or a title shows that it is a person.
    pub is_certain: bool,
    /// How many mentions were read so far, and which was the last.
    count: u32,
    last: u32,
}

impl Entity {
    /// Its fullest name.
    pub(crate) fn name(&self) -> Range {
        self.name.range()
    }

    /// How many names in the text mean it.
    pub(super) fn mentions(&self) -> usize {
        self.count as usize
    }
}

/// Every entity of a text, and which one each mention means.
pub(crate) struct Registry {
    entities: Vec<Entity>,
    of_mention: Vec<u32>,
}

/// A mention of nobody (yet).
const NOBODY: u32 = u32::MAX;

/// How many entities that share a name are compared with one mention: the latest.
const RIVALS: usize = 12;

/// What entities are found by while names are read.
#[derive(Default)]
pub(super) struct Indices {
    /// Entities by a word of their names before the last.
    by_first: Index<u32>,
    /// By the last word.
    by_last: Index<u32>,
}

impl Registry {
    /// Reads the mentions twice: first the full names, then those that are a part of one; drops the
    /// doubtful ones that are not. Leaves the indices empty. Linear in the number of mentions.
    pub(super) fn new(text: &Tagged<'_>, mentions: &mut Vec<NameMention>, indices: &mut Indices) -> Self {
        let Indices { by_first, by_last } = std::mem::take(indices);
        let mut builder = Builder {
            text,
            mentions,
            by_first,
            by_last,
            registry: Registry { entities: Vec::new(), of_mention: vec![NOBODY; mentions.len()] },
        };
        for (at, mention) in mentions.iter().enumerate() {
            if mention.len() > 1 {
                builder.add_full(at, mention);
            }
        }
        builder.reset_counts();
        for (at, mention) in mentions.iter().enumerate() {
            builder.read(at, mention);
        }
        let Builder { mut registry, by_first, by_last, .. } = builder;
        *indices = Indices { by_first: by_first.emptied(), by_last: by_last.emptied() };
        let mut entities = registry.of_mention.iter();
        mentions.retain(|_| entities.next() != Some(&NOBODY));
        registry.of_mention.retain(|&entity| entity != NOBODY);
        registry
    }

    pub(crate) fn entity(&self, entity: usize) -> &Entity {
        &self.entities[entity]
    }

    pub(crate) fn len(&self) -> usize {
        self.entities.len()
    }

    /// The entity of each mention, in their order.
    pub(crate) fn entities_of_mentions(&self) -> impl Iterator<Item = usize> + '_ {
        self.of_mention.iter().map(|&entity| entity as usize)
    }

    pub(crate) fn entity_of(&self, mention: usize) -> usize {
        self.of_mention[mention] as usize
    }
}

struct Builder<'a, 't> {
    text: &'a Tagged<'t>,
    mentions: &'a [NameMention],
    by_first: Index<u32>,
    by_last: Index<u32>,
    registry: Registry,
}

impl Builder<'_, '_> {
    fn word(&self, token: usize) -> Word {
        Word::at(self.text, token)
    }

    /// The words of a name without suffix.
    fn stem(&self, name: &Range) -> Range {
        let suffixed = name.len() > 1 && self.text.is(name.end - 1, Classes::SUFFIX);
        name.start..name.end - usize::from(suffixed)
    }

    fn add_full(&mut self, at: usize, mention: &NameMention) {
        let stem = self.stem(&mention.name());
        let rivals = self.by_last.latest_first(self.word(stem.end - 1));
        let known = rivals
            .take(RIVALS)
            .find(|&entity| self.is_same(&self.registry.entities[entity as usize], mention));
        match known {
            Some(entity) => self.join(entity, at),
            None => self.create(at),
        }
    }

    fn is_same(&self, entity: &Entity, mention: &NameMention) -> bool {
        let (one, other) = (&entity.name(), &mention.name());
        if entity.gender.is_some_and(|gender| gender.conflicts(mention.gender))
            || self.suffix(one) != self.suffix(other)
        {
            return false;
        }
        let (one, other) = (self.stem(one), self.stem(other));
        if entity.kind == SpeakerKind::Person && mention.kind != NameKind::Organisation {
            let given = same_given_name(self.text.text_of(one.start), self.text.text_of(other.start));
            return given || self.is_tail(&one, &other) || self.is_tail(&other, &one);
        }
        self.is_tail(&one, &other) || self.is_tail(&other, &one)
    }

    /// "Northern Fisheries Board" → "nfb".
    fn initials(&self, name: &Range) -> Word {
        let capitals = name.clone().filter(|&at| self.text.is_capitalised(at));
        let initials: String = capitals.filter_map(|at| self.text.text_of(at).chars().next()).collect();
        Word::of(&initials)
    }

    fn suffix(&self, name: &Range) -> Option<Word> {
        let stem = self.stem(name);
        (stem.end < name.end).then(|| Word::of(self.text.text_of(stem.end).trim_end_matches('.')))
    }

    /// Whether one name ends with the words of the other.
    fn is_tail(&self, long: &Range, short: &Range) -> bool {
        short.len() <= long.len()
            && (long.end - short.len()..long.end)
                .zip(short.clone())
                .all(|(a, b)| self.word(a) == self.word(b))
    }

    fn create(&mut self, at: usize) {
        let mention = &self.mentions[at];
        let entity = self.registry.entities.len() as u32;
        let stem = self.stem(&mention.name());
        self.by_last.push(self.word(stem.end - 1), entity);
        for at in stem.start..stem.end - 1 {
            self.by_first.push(self.word(at), entity);
        }
        if mention.kind == NameKind::Organisation {
            self.by_first.push(self.initials(&stem), entity);
        }
        let kind = match mention.kind {
            NameKind::Organisation | NameKind::Place => SpeakerKind::Organisation,
            NameKind::Person | NameKind::Unknown => SpeakerKind::Person,
        };
        let name = mention.name().into();
        let new = Entity {
            name,
            kind,
            gender: mention.gender,
            is_place: mention.kind == NameKind::Place,
            is_certain: false,
            count: 0,
            last: 0,
        };
        lists::push(&mut self.registry.entities, new);
        self.join(entity, at);
    }

    fn join(&mut self, entity: u32, at: usize) {
        let mention = &self.mentions[at];
        self.registry.of_mention[at] = entity;
        let entity = &mut self.registry.entities[entity as usize];
        let given = |name: &Range| name.len() > 1 && self.text.is(name.start, Classes::GIVEN);
        let (old, new) = (given(&entity.name()), given(&mention.name()));
        if new && !old || new == old && mention.len() > entity.name().len() {
            entity.name = mention.name().into();
        }
        if mention.kind == NameKind::Person {
            entity.kind = SpeakerKind::Person;
            entity.is_certain = true;
        }
        entity.gender = entity.gender.or(mention.gender);
        entity.count += 1;
        entity.last = at as u32;
    }

    fn reset_counts(&mut self) {
        for entity in &mut self.registry.entities {
            (entity.count, entity.last) = (0, 0);
        }
    }

    fn read(&mut self, at: usize, mention: &NameMention) {
        let known = self.registry.of_mention[at];
        if known != NOBODY {
            return self.join(known, at);
        }
        let word = self.word(mention.start());
        let by_last = self.choose(&self.by_last, word, at);
        let choice = match mention.is_doubtful {
            true => by_last.filter(|&entity| self.registry.entities[entity as usize].name().len() > 1),
            false => by_last.or_else(|| self.choose(&self.by_first, word, at)),
        };
        match choice {
            Some(entity) => self.join(entity, at),
            None if mention.is_doubtful => {}
            None => self.create(at),
        }
    }

    /// Whom a single name means among those who bear it: the one spoken of most, or last.
    fn choose(&self, index: &Index<u32>, word: Word, at: usize) -> Option<u32> {
        let mention = &self.mentions[at];
        let rivals = index.latest_first(word).take(RIVALS);
        rivals
            .filter(|&entity| {
                let entity = &self.registry.entities[entity as usize];
                !mention.gender.is_some_and(|gender| gender.conflicts(entity.gender))
            })
            .max_by_key(|&entity| {
                let entity = &self.registry.entities[entity as usize];
                let since = at as u32 - entity.last.min(at as u32);
                let recent = if entity.count == 0 { 0 } else { 20 / (1 + since / 2) };
                (entity.count > 0, entity.count * 2 + recent)
            })
    }
}
