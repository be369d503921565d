//! Who is who: names that mean one person, body or place, under the fullest of them.

use crate::speakers::mention::{NameKind, NameMention};
use crate::speakers::words::{Index, NameWord, Word};
use crate::speakers::Gender;
use crate::speakers::SpeakerKind;
use crate::text::lists;
use crate::tokenizer::{Range, Tokens};
use crate::words::Tagged;

/// A person, body or place that the text names.
#[derive(Debug, Clone)]
pub(crate) struct Entity {
    name: Tokens,
    /// The words of that name among those of all names.
    words: u32,
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
    pub(crate) fn mentions(&self) -> usize {
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
pub(crate) struct Indices {
    /// Entities by a word of their names before the last.
    by_first: Index<u32>,
    /// By the last word.
    by_last: Index<u32>,
}

impl Registry {
    /// Reads the mentions twice: first the full names, then those that are a part of one; drops the
    /// doubtful ones that are not. Leaves the indices empty. Linear in the number of mentions.
    pub(crate) fn new(
        text: &Tagged<'_>,
        mentions: &mut Vec<NameMention>,
        words: &[NameWord],
        indices: &mut Indices,
    ) -> Self {
        let Indices { by_first, by_last } = std::mem::take(indices);
        let mut builder = Builder {
            text,
            mentions,
            words,
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

/// Whether one name ends with the words of the other.
fn is_tail(long: &[NameWord], short: &[NameWord]) -> bool {
    short.len() <= long.len()
        && long[long.len() - short.len()..].iter().zip(short).all(|(a, b)| a.word == b.word)
}

struct Builder<'a, 't> {
    text: &'a Tagged<'t>,
    mentions: &'a [NameMention],
    words: &'a [NameWord],
    by_first: Index<u32>,
    by_last: Index<u32>,
    registry: Registry,
}

impl Builder<'_, '_> {
    /// The words of a name without suffix.
    fn stem(&self, words: Range) -> &[NameWord] {
        let words = &self.words[words];
        match words {
            [stem @ .., last] if !stem.is_empty() && last.is_suffix() => stem,
            _ => words,
        }
    }

    fn words_of(&self, entity: &Entity) -> Range {
        let start = entity.words as usize;
        start..start + entity.name.range().len()
    }

    fn add_full(&mut self, at: usize, mention: &NameMention) {
        let stem = self.stem(mention.words());
        let rivals = self.by_last.latest_first(stem[stem.len() - 1].word);
        let known = rivals
            .take(RIVALS)
            .find(|&entity| self.is_same(&self.registry.entities[entity as usize], mention));
        match known {
            Some(entity) => self.join(entity, at),
            None => self.create(at),
        }
    }

    fn is_same(&self, entity: &Entity, mention: &NameMention) -> bool {
        if entity.gender.is_some_and(|gender| gender.conflicts(mention.gender)) {
            return false;
        }
        let (one, other) = (self.stem(self.words_of(entity)), self.stem(mention.words()));
        if self.suffix(&entity.name(), one) != self.suffix(&mention.name(), other) {
            return false;
        }
        if entity.kind == SpeakerKind::Person && mention.kind != NameKind::Organisation {
            let (first, second) = (one[0], other[0]);
            let given = first.word == second.word
                || self.text.language.is_nickname(first.hash(), second.hash())
                || (first.is_initial() || second.is_initial())
                    && self.text.language.same_given_name(
                        self.text.text_of(entity.name().start),
                        self.text.text_of(mention.start()),
                    );
            return given || is_tail(one, other) || is_tail(other, one);
        }
        is_tail(one, other) || is_tail(other, one)
    }

    /// "Northern Fisheries Board" → "nfb".
    fn initials(&self, name: &Range) -> Word {
        let capitals = name.clone().filter(|&at| self.text.is_capitalised(at));
        let initials: String = capitals.filter_map(|at| self.text.text_of(at).chars().next()).collect();
        Word::of(&initials)
    }

    fn suffix(&self, name: &Range, stem: &[NameWord]) -> Option<Word> {
        let end = name.start + stem.len();
        (end < name.end).then(|| Word::of(self.text.text_of(end).trim_end_matches('.')))
    }

    fn create(&mut self, at: usize) {
        let mention = &self.mentions[at];
        let entity = self.registry.entities.len() as u32;
        let range = mention.words();
        let count = self.stem(range.clone()).len();
        self.by_last.push(self.words[range.start + count - 1].word, entity);
        for word in range.start..range.start + count - 1 {
            self.by_first.push(self.words[word].word, entity);
        }
        if mention.kind == NameKind::Organisation {
            self.by_first.push(self.initials(&(mention.start()..mention.start() + count)), entity);
        }
        let kind = match mention.kind {
            NameKind::Organisation | NameKind::Place => SpeakerKind::Organisation,
            NameKind::Person | NameKind::Unknown => SpeakerKind::Person,
        };
        let name = mention.name().into();
        let new = Entity {
            name,
            words: range.start as u32,
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
        let words = self.words;
        let entity = &mut self.registry.entities[entity as usize];
        let given = |len: usize, start: usize| len > 1 && words[start].is_given();
        let new_len = mention.len();
        let old_len = entity.name.range().len();
        let (old, new) = (given(old_len, entity.words as usize), given(new_len, mention.words().start));
        if new && !old || new == old && new_len > old_len {
            entity.name = mention.name().into();
            entity.words = mention.words().start as u32;
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
        let word = self.words[mention.words().start].word;
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
