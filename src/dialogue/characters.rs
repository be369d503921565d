//! The characters of a narrative: named persons, the narrator, and persons who are only described.

use std::collections::HashMap;

use crate::dialogue::narrator::Narrator;
use crate::dialogue::Scene;
use crate::language::{Classes, Ending};
use crate::speakers::keys::{ByWord, WordKey};
use crate::speakers::registry::Entity;
use crate::speakers::{Gender, Source, SpeakerKind};
use crate::text::index::{CharacterId, EntityId, KnownId, MentionIdx, TokenIdx, TokenRange};

/// The number of pronouns, and the share of one gender, that count for more than a given name: "Evelyn".
const MANY: u32 = 12;
const CLEARER_SHARE: u32 = 75;

/// The characters of a text. The first ones are its entities, in their order.
pub(super) struct Characters {
    list: Vec<Character>,
    /// Who tells the story, if it is told in the first person.
    pub narrator: Option<CharacterId>,
    /// Characters without a name, by the words that describe them.
    described: ByWord<CharacterId>,
    /// The character with each title, where only one has it.
    titled: ByWord<CharacterId>,
    /// The characters that a caller knows.
    of_known: HashMap<KnownId, CharacterId>,
}

#[derive(Clone, Copy)]
pub(super) struct Character {
    pub source: Source,
    /// The name by which it is known, with a title if it has no given name: "Mr. Holt".
    pub name: TokenRange,
    pub gender: Option<Gender>,
    /// Whether it may speak without a tag that names it: a person, and one of those that a caller knows, if there are
    /// any.
    pub may_speak: bool,
    /// Whether a given name or a title shows that it is a person.
    pub is_certain: bool,
    /// The number of times that the text names it.
    pub mentions: usize,
}

impl Characters {
    pub(super) fn new(scene: Scene<'_, '_>, passages: &[TokenRange]) -> Self {
        let entities = scene.registry.entities().enumerate();
        let mut list: Vec<Character> =
            entities.map(|(index, entity)| of_entity(scene, index, entity)).collect();
        for mention in scene.names.range().iter() {
            let (name, character) = (&scene.names[mention], scene.character(mention));
            let known = &mut list[character.get()].name;
            if known.len() == 1 && !name.title().is_empty() {
                *known = name.with_title();
            }
        }
        settle_genders(scene, &mut list);
        let titled = holders(scene);
        let mut characters = Characters {
            list,
            narrator: None,
            described: ByWord::default(),
            titled,
            of_known: known_entities(scene),
        };
        characters.narrator = match Narrator::find(scene, passages) {
            Narrator::None => None,
            Narrator::Entity(entity) => Some(CharacterId::new(entity.get())),
            Narrator::Unnamed(pronoun) => Some(characters.add(Character {
                source: Source::Narrator(pronoun),
                name: pronoun.only(),
                gender: None,
                may_speak: true,
                is_certain: true,
                mentions: 0,
            })),
        };
        characters
    }

    pub(super) fn get(&self, character: CharacterId) -> &Character {
        &self.list[character.get()]
    }

    /// How attributions refer to a character.
    pub(super) fn source(&self, character: CharacterId) -> Source {
        self.get(character).source
    }

    fn add(&mut self, character: Character) -> CharacterId {
        self.list.push(character);
        CharacterId::new(self.list.len() - 1)
    }

    /// The character that a caller knows; this description is an alias of it.
    fn known(&mut self, known: KnownId, description: TokenRange) -> CharacterId {
        if let Some(character) = self.of_known.get(&known) {
            return *character;
        }
        let character = self.add(Character {
            source: Source::Description(description),
            name: description,
            gender: None,
            may_speak: true,
            is_certain: true,
            mentions: 1,
        });
        self.of_known.insert(known, character);
        character
    }

    /// The character that a caller knows by these words, as by a name: "the barman".
    pub(super) fn named_by(&mut self, scene: Scene<'_, '_>, tokens: TokenRange) -> Option<CharacterId> {
        let description = without_adverbs(scene, tokens);
        let document = scene.document;
        let known = scene.known.named_by(document.slice(description), &document.language)?;
        Some(self.known(known, description))
    }

    /// The character that a noun phrase without a name describes: whoever has that title, else one for each phrase,
    /// articles, adverbs after it and complements apart.
    pub(super) fn described(&mut self, scene: Scene<'_, '_>, tokens: TokenRange) -> Option<CharacterId> {
        let document = scene.document;
        let complement = Classes::PREPOSITION.or(Classes::RELATIVE).or(Classes::COMMA);
        let phrase = tokens.iter().take_while(|&at| document.is_word(at) && !document.is(at, complement));
        let left_out = Classes::DETERMINER.or(Classes::ADVERB);
        let is_left_out = |at: TokenIdx| document.is(at, left_out) || document.ends_like(at, Ending::Adverb);
        let words: Vec<TokenIdx> = phrase.filter(|&at| !is_left_out(at)).collect();
        let noun = *words.last()?;
        let is_title = words.len() == 1 || document.is_capitalised(noun);
        if let Some(holder) = self.titled.get(&WordKey::at(document, noun)).filter(|_| is_title) {
            return Some(*holder);
        }
        let description = without_adverbs(scene, tokens);
        if let Some(known) = scene.known.with_alias(document.slice(description), &document.language) {
            return Some(self.known(known, description));
        }
        let key = WordKey::of_sequence(words.iter().map(|&at| WordKey::at(document, at)));
        if let Some(known) = self.described.get(&key) {
            let known = *known;
            self.list[known.get()].mentions += 1;
            return Some(known);
        }
        let character = self.add(Character {
            source: Source::Description(description),
            name: description,
            gender: Gender::of(document.classes(noun)),
            may_speak: true,
            is_certain: true,
            mentions: 1,
        });
        self.described.insert(key, character);
        Some(character)
    }
}

/// A description without the adverbs that follow it.
fn without_adverbs(scene: Scene<'_, '_>, tokens: TokenRange) -> TokenRange {
    let document = scene.document;
    let is_adverb =
        |at: &TokenIdx| document.is(*at, Classes::ADVERB) || document.ends_like(*at, Ending::Adverb);
    let end = tokens.iter().rev().find(|at| !is_adverb(at)).map_or(tokens.end, |last| last + 1);
    tokens.start.to(end)
}

/// The characters that a caller knows and that the text names.
fn known_entities(scene: Scene<'_, '_>) -> HashMap<KnownId, CharacterId> {
    let entities = scene.registry.entities().enumerate();
    entities.filter_map(|(index, entity)| Some((entity.known?, CharacterId::new(index)))).collect()
}

/// The character of an entity.
fn of_entity(scene: Scene<'_, '_>, index: usize, entity: &Entity) -> Character {
    // In a narrative, a given name alone is no surname.
    let first = scene.document.classes(entity.name().start);
    let by_name = Gender::of(first).filter(|_| first.any(Classes::GIVEN));
    let is_known = scene.known.is_empty() || entity.known.is_some();
    Character {
        source: Source::Entity(EntityId::new(index)),
        name: entity.name(),
        gender: entity.gender.or(by_name),
        may_speak: entity.kind == SpeakerKind::Person && !entity.is_place && is_known,
        is_certain: entity.is_certain,
        mentions: entity.mentions(),
    }
}

impl Scene<'_, '_> {
    /// The character that a mention means.
    pub(super) fn character(&self, mention: MentionIdx) -> CharacterId {
        CharacterId::new(self.registry.entity_of(mention).get())
    }
}

/// The character with each title, where only one has it.
fn holders(scene: Scene<'_, '_>) -> ByWord<CharacterId> {
    let mut holders: ByWord<Option<CharacterId>> = ByWord::default();
    for mention in scene.names.range().iter() {
        let character = scene.character(mention);
        let title = scene.names[mention].title();
        // Not "the President of the Old Republic".
        if title.iter().any(|word| scene.document.is(word, Classes::PREPOSITION)) {
            continue;
        }
        for word in title.iter().filter(|&word| !scene.document.is(word, Classes::HONORIFIC)) {
            let key = WordKey::at(scene.document, word);
            let holder = holders.entry(key).or_insert(Some(character));
            *holder = holder.filter(|holder| *holder == character);
        }
    }
    holders.into_iter().filter_map(|(title, holder)| Some((title, holder?))).collect()
}

/// Finds the gender of each character by the pronouns that follow its names. Linear in the number of names.
fn settle_genders(scene: Scene<'_, '_>, characters: &mut [Character]) {
    let counts = scene.registry.pronouns(scene.document, scene.names);
    for (index, character) in characters.iter_mut().enumerate() {
        let count = counts.of(EntityId::new(index));
        let clear = count.clear(1).filter(|_| character.gender.is_none());
        character.gender = clear.or(count.with_share(MANY, CLEARER_SHARE)).or(character.gender);
    }
}
