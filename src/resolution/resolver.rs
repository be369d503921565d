//! Resolves sources one after another, and collects the speakers that they mean.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::analysis::Speaker;
use crate::language::Classes;
use crate::resolution::discourse::{Discourse, EntitySource, Referent};
use crate::resolution::holders::{Holder, TitleHolders};
use crate::resolution::order::{in_order_of_mention, one_line};
use crate::resolution::Reference;
use crate::speakers::keys::{ByWord, Index, WordKey};
use crate::speakers::{Gender, KnownSpeakers, Source, SpeakerKind};
use crate::text::few::Few;
use crate::text::index::{EntityId, KnownId, MentionIdx, SpeakerId, TokenIdx, TokenRange};
use crate::text::lists;

/// What a source means.
#[derive(Clone, Copy, Debug)]
pub(super) enum Meaning {
    Entity(EntityId),
    /// A speaker that the text does not name.
    Unnamed(SpeakerId),
}

/// The state of resolution: the speakers so far, and what later sources may refer back to.
pub(super) struct Resolver<'a, 't> {
    pub discourse: Discourse<'a, 't>,
    pub titles: TitleHolders,
    known: &'a KnownSpeakers,
    pub speakers: Vec<Speaker<'t>>,
    /// The speaker of each entity that is one.
    of_entity: Vec<Option<SpeakerId>>,
    /// The speakers without a name, by the words that describe them.
    pub unnamed: ByWord<SpeakerId>,
    /// The last speaker without a name that each noun described, "the" before it excepted.
    pub by_noun: ByWord<SpeakerId>,
    of_known: HashMap<KnownId, SpeakerId>,
    narrator: Option<SpeakerId>,
    pub last_entity: Option<EntitySource>,
    pub last_unnamed: Option<UnnamedSource>,
}

/// The last source that means a speaker without a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct UnnamedSource {
    pub speaker: SpeakerId,
    /// The end of the source.
    pub end: TokenIdx,
    /// Whether it is the subject of a main clause.
    pub is_main: bool,
    /// Whether "he" or "she" may refer to it.
    pub is_person: bool,
    /// Whether "it" may refer to it.
    pub is_thing: bool,
    pub gender: Option<Gender>,
}

impl<'a, 't> Resolver<'a, 't> {
    pub(super) fn new(
        discourse: Discourse<'a, 't>,
        known: &'a KnownSpeakers,
        holders: Index<Holder>,
    ) -> Self {
        Resolver {
            titles: TitleHolders::new(&discourse, holders),
            known,
            speakers: Vec::new(),
            of_entity: vec![None; discourse.registry.len()],
            unnamed: ByWord::default(),
            by_noun: ByWord::default(),
            of_known: HashMap::new(),
            narrator: None,
            last_entity: None,
            last_unnamed: None,
            discourse,
        }
    }

    /// The same; a source within what another one says does not become the last one.
    pub(super) fn resolve_within(&mut self, reference: Reference) -> Option<SpeakerId> {
        let last = (self.last_entity, self.last_unnamed);
        let speaker = self.resolve(reference);
        if reference.is_nested {
            (self.last_entity, self.last_unnamed) = last;
        }
        speaker
    }

    /// The speaker that a source means; `None` where the text leaves it open.
    pub(super) fn resolve(&mut self, reference: Reference) -> Option<SpeakerId> {
        let (tokens, head) = match reference.source {
            Source::Words(tokens) => (tokens, None),
            Source::Mention(mention) => {
                (self.discourse.names.get(mention.idx())?.tokens(), Some(mention.idx()))
            }
            Source::Entity(entity) => return Some(self.chosen(entity, reference.words)),
            Source::Description(tokens) => {
                let words = reference.words.unwrap_or(tokens);
                if let Some(known) = self.known_by_words(tokens) {
                    return Some(self.known_speaker(known, words));
                }
                let speaker = self.unnamed_speaker(tokens);
                self.add_mention(speaker, words);
                return Some(speaker);
            }
            Source::Narrator(pronoun) => return Some(self.narrator(pronoun, reference.words)),
        };
        if let Some(known) = self.known_by_words(tokens) {
            return Some(self.known_speaker(known, tokens));
        }
        let head = head.or_else(|| self.head_name(tokens));
        let meaning = match head {
            Some(mention) => Meaning::Entity(self.discourse.registry.entity_of(mention)),
            None => self.meaning(tokens)?,
        };
        let speaker = self.refer(meaning, tokens, head);
        if head.is_none() {
            self.add_mention(speaker, tokens);
        }
        Some(speaker)
    }

    /// The speaker that an entity is, if dialogue chose it; these words refer to it.
    fn chosen(&mut self, entity: EntityId, words: Option<TokenRange>) -> SpeakerId {
        let speaker = self.speaker(entity);
        if let Some(words) = words {
            self.last_entity = Some(EntitySource { entity, end: words.end, is_name: false });
            // Names are added to the mentions of their entity at the end.
            if self.head_name(words).is_none() {
                self.add_mention(speaker, words);
            }
        }
        speaker
    }

    /// The speaker who tells the story and whose name the text does not show.
    fn narrator(&mut self, pronoun: TokenIdx, words: Option<TokenRange>) -> SpeakerId {
        let speaker = match self.narrator {
            Some(speaker) => speaker,
            None => {
                let name = Cow::Borrowed(self.discourse.document.text_of(pronoun));
                let speaker = self.introduce(name, SpeakerKind::Narrator);
                self.add_mention(speaker, pronoun.only());
                *self.narrator.insert(speaker)
            }
        };
        if let Some(words) = words.filter(|words| words.start != pronoun) {
            self.add_mention(speaker, words);
        }
        speaker
    }

    /// Remembers for later sources what this one means.
    fn refer(&mut self, meaning: Meaning, source: TokenRange, head: Option<MentionIdx>) -> SpeakerId {
        match meaning {
            Meaning::Unnamed(speaker) => {
                self.last_unnamed = Some(self.unnamed_source(speaker, source));
                speaker
            }
            Meaning::Entity(entity) => {
                let is_name = head.is_some();
                self.last_entity = Some(EntitySource { entity, end: source.end, is_name });
                self.speaker(entity)
            }
        }
    }

    /// The meaning of a source that is not headed by a name.
    fn meaning(&mut self, source: TokenRange) -> Option<Meaning> {
        let document = self.discourse.document;
        let first = document.classes(source.start);
        let is_one_word = source.len() == 1;
        let is_alone = is_one_word || document.is(source.start + 1, Classes::COMMA);
        if first.any(Classes::PRONOUN.or(Classes::OBJECT)) && !first.any(Classes::POSSESSIVE) && is_alone {
            return self.pronoun(source.start);
        }
        if first.any(Classes::RELATIVE) && is_one_word {
            return self.relative(source.start);
        }
        if first.any(Classes::POSSESSIVE) && is_one_word {
            let person = Referent::Person(Some(Gender::of(first)?));
            return self.antecedent(source.start, person).map(Meaning::Entity);
        }
        match self.author(source) {
            Some(author) => Some(Meaning::Entity(author)),
            None => self.nominal(source),
        }
    }

    /// The entity that a pronoun or a description at a token refers to.
    pub(super) fn antecedent(&self, at: TokenIdx, referent: Referent) -> Option<EntityId> {
        self.discourse.antecedent(at, referent, self.last_entity)
    }

    /// The speaker that an entity is.
    fn speaker(&mut self, entity: EntityId) -> SpeakerId {
        if let Some(speaker) = self.of_entity[entity.get()] {
            return speaker;
        }
        let known = self.discourse.registry.entity(entity);
        let speaker = match known.known {
            Some(known) => self.introduce_known(known),
            None => self.introduce(one_line(self.discourse.document.slice(known.name())), known.kind),
        };
        self.of_entity[entity.get()] = Some(speaker);
        speaker
    }

    /// Adds a speaker.
    pub(super) fn introduce(&mut self, name: Cow<'t, str>, kind: SpeakerKind) -> SpeakerId {
        let speaker = Speaker { name, kind, titles: Vec::new(), mentions: Few::default() };
        lists::push(&mut self.speakers, speaker);
        SpeakerId::new(self.speakers.len() - 1)
    }

    /// The known speaker that has exactly the words of a source as an alias.
    fn known_by_words(&self, source: TokenRange) -> Option<KnownId> {
        let document = self.discourse.document;
        if self.known.is_empty() {
            return None;
        }
        self.known.with_alias(document.slice(source), &document.language)
    }

    /// The speaker that a caller knows; these words refer to it.
    fn known_speaker(&mut self, known: KnownId, source: TokenRange) -> SpeakerId {
        let speaker = self.introduce_known(known);
        self.add_mention(speaker, source);
        speaker
    }

    fn introduce_known(&mut self, known: KnownId) -> SpeakerId {
        if let Some(speaker) = self.of_known.get(&known) {
            return *speaker;
        }
        let name = Cow::Owned(self.known.name(known).to_string());
        let speaker = self.introduce(name, SpeakerKind::Person);
        self.of_known.insert(known, speaker);
        speaker
    }

    fn add_mention(&mut self, speaker: SpeakerId, tokens: TokenRange) {
        let span = self.discourse.document.span(tokens);
        self.speakers[speaker.get()].mentions.push(span);
    }

    /// The speakers in the order of their first mention, each with its titles and all its mentions; for each id
    /// that [`Self::resolve`] gave, the id in that order; and the index of titles, emptied for another text.
    pub(super) fn finish(self) -> (Vec<Speaker<'t>>, Vec<SpeakerId>, Index<Holder>) {
        let Resolver { discourse, titles, mut speakers, of_entity, .. } = self;
        let holders = titles.into_index();
        for (entity, speaker) in discourse.registry.entities().zip(&of_entity) {
            if let Some(speaker) = speaker {
                speakers[speaker.get()].mentions.reserve(entity.mentions());
            }
        }
        let document = discourse.document;
        let mut known_titles: ByWord<()> = ByWord::default();
        for mention in discourse.names.range() {
            let Some(id) = of_entity[discourse.registry.entity_of(mention).get()] else { continue };
            let (name, speaker) = (&discourse.names[mention], &mut speakers[id.get()]);
            speaker.mentions.push(document.span(name.tokens()));
            for title in [name.title(), name.apposition()].into_iter().filter(|title| !title.is_empty()) {
                let title = one_line(document.slice(title));
                if known_titles.insert(WordKey::of_title(&title, id), ()).is_none() {
                    speaker.titles.push(title);
                }
            }
        }
        let (speakers, after) = in_order_of_mention(speakers);
        (speakers, after, holders)
    }
}
