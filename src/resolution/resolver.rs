//! Resolves sources one after another, and collects the speakers that they mean.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::analysis::Speaker;
use crate::language::Classes;
use crate::models::Decider;
use crate::resolution::describe::Sought;
use crate::resolution::discourse::{Discourse, EntitySource};
use crate::resolution::holders::TitleHolders;
use crate::resolution::order::{in_order_of_mention, one_line};
use crate::resolution::voices::Voice;
use crate::resolution::Reference;
use crate::speakers::keys::{ByWord, Index, WordKey};
use crate::speakers::{Gender, KnownSpeakers, Source, SpeakerKind};
use crate::text::index::{AttributionId, EntityId, KnownId, MentionIdx, SpeakerId, TokenIdx, TokenRange};
use crate::text::lists;

/// The number of the last sources that are remembered.
const LAST: usize = 3;

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
    /// Who says the words that the source is part of, where somebody does.
    pub voice: Option<Voice>,
    /// The entity of each speaker that is one.
    pub entity_of: Vec<Option<EntityId>>,
    /// The gender of the last pronoun that meant each entity.
    pub called: Vec<Option<Gender>>,
    /// The last sources that mean an entity, the latest first, each entity once.
    pub spoke: LastEntities,
    /// The probability that the source being resolved means what was chosen.
    pub probability: f32,
    pub last_unnamed: Option<UnnamedSource>,
    /// The last sources within the words of an attribution.
    pub inside: Option<(AttributionId, Last)>,
}

/// The last sources that mean an entity.
type LastEntities = [Option<EntitySource>; LAST];

/// The last sources that mean an entity, and the last one that means a speaker without a name.
pub(super) type Last = (LastEntities, Option<UnnamedSource>);

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
        holders: Index<EntityId>,
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
            voice: None,
            entity_of: Vec::new(),
            called: vec![None; discourse.registry.len()],
            spoke: LastEntities::default(),
            probability: 1.0,
            last_unnamed: None,
            inside: None,
            discourse,
        }
    }

    /// The speaker that a source means and the probability that it is right; `None` where the text leaves it open.
    pub(super) fn resolve_here(
        &mut self,
        reference: Reference,
        decider: &mut impl Decider,
    ) -> Option<(SpeakerId, f32)> {
        self.probability = 1.0;
        let speaker = match reference.source {
            Source::Words(tokens) => self.meant_by(tokens, decider)?,
            Source::Mention(mention) => self.named(mention.idx())?,
            Source::Entity(entity) => self.chosen(entity, reference.words),
            Source::Description(tokens) => self.described_as(tokens, reference.words.unwrap_or(tokens)),
            Source::Narrator(pronoun) => self.narrator(pronoun, reference.words),
        };
        Some((speaker, reference.confidence * self.probability))
    }

    /// The speaker that the words of a source mean.
    fn meant_by(&mut self, tokens: TokenRange, decider: &mut impl Decider) -> Option<SpeakerId> {
        if let Some(known) = self.known_by_words(tokens) {
            return Some(self.known_speaker(known, tokens));
        }
        if let Some(voice) = self.voice.filter(|_| self.is_first_person(tokens)) {
            self.probability = voice.confidence;
            self.add_mention(voice.speaker, tokens);
            return Some(voice.speaker);
        }
        let head = self.head_name(tokens);
        let meaning = match head {
            Some(mention) => self.bearer(tokens, mention, decider)?,
            None => self.meaning(tokens, decider)?,
        };
        let speaker = self.refer(meaning, tokens);
        if head.is_none() || matches!(meaning, Meaning::Unnamed(_)) {
            self.add_mention(speaker, tokens);
        }
        Some(speaker)
    }

    /// The speaker whom a label or a signature names.
    fn named(&mut self, mention: MentionIdx) -> Option<SpeakerId> {
        let tokens = self.discourse.names.get(mention)?.tokens();
        match self.known_by_words(tokens) {
            Some(known) => Some(self.known_speaker(known, tokens)),
            None => Some(self.refer(Meaning::Entity(self.discourse.registry.entity_of(mention)), tokens)),
        }
    }

    /// The speaker without a name whom dialogue chose.
    fn described_as(&mut self, description: TokenRange, words: TokenRange) -> SpeakerId {
        if let Some(known) = self.known_by_words(description) {
            return self.known_speaker(known, words);
        }
        let speaker = self.unnamed_speaker(description);
        self.add_mention(speaker, words);
        speaker
    }

    /// Who bears the name that heads a source; if nobody of that name is meant, the source describes a speaker of its
    /// own, such as "an Associated Press poll".
    fn bearer(
        &mut self,
        source: TokenRange,
        mention: MentionIdx,
        decider: &mut impl Decider,
    ) -> Option<Meaning> {
        let own = self.discourse.registry.entity_of(mention);
        let sought = Sought::name(&self.discourse, source, mention);
        let mut candidates = self.candidates(source, sought.referent, &[own]);
        // "Ann Holt" is nobody else of that family.
        let name = self.discourse.names[mention].tokens();
        let has_word = |entity: EntityId, at| self.discourse.has_word(entity, self.discourse.word(at));
        let has_all = |entity: EntityId| name.iter().all(|at| has_word(entity, at));
        let gender = self.discourse.names[mention].gender;
        let is_other =
            |entity: EntityId| gender.is_some_and(|gender| gender.conflicts(self.discourse.gender(entity)));
        let may_be = |entity: EntityId| entity == own || has_all(entity) && !is_other(entity);
        candidates.list.retain(|candidate| may_be(candidate.entity));
        match self.choose(&sought, &candidates, decider) {
            Some(entity) => Some(Meaning::Entity(entity)),
            None => self.nominal(source, decider),
        }
    }

    /// The speaker that an entity is, if dialogue chose it; these words refer to it.
    fn chosen(&mut self, entity: EntityId, words: Option<TokenRange>) -> SpeakerId {
        let speaker = self.speaker(entity);
        if let Some(words) = words {
            self.remember(entity, words.end);
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
    fn refer(&mut self, meaning: Meaning, source: TokenRange) -> SpeakerId {
        match meaning {
            Meaning::Unnamed(speaker) => {
                self.last_unnamed = Some(self.unnamed_source(speaker, source));
                speaker
            }
            Meaning::Entity(entity) => {
                self.remember(entity, source.end);
                self.speaker(entity)
            }
        }
    }

    /// Puts an entity first among those that spoke last.
    fn remember(&mut self, entity: EntityId, end: TokenIdx) {
        let is_same = |last: &Option<EntitySource>| last.is_some_and(|last| last.entity == entity);
        let before = self.spoke.iter().position(is_same).unwrap_or(LAST - 1);
        self.spoke[..=before].rotate_right(1);
        self.spoke[0] = Some(EntitySource { entity, end });
    }

    /// The meaning of a source that is not headed by a name.
    fn meaning(&mut self, source: TokenRange, decider: &mut impl Decider) -> Option<Meaning> {
        let document = self.discourse.document;
        let first = document.classes(source.start);
        let is_one_word = source.len() == 1;
        let is_alone = is_one_word || self.adds_nothing(source.start + 1);
        if first.any(Classes::PRONOUN.or(Classes::OBJECT)) && !first.any(Classes::POSSESSIVE) && is_alone {
            return self.pronoun(source.start, decider);
        }
        if first.any(Classes::RELATIVE) && is_one_word {
            return self.relative(source.start, decider);
        }
        if first.any(Classes::POSSESSIVE) && is_one_word {
            return self.person(source.start, Gender::of(first)?, decider).map(Meaning::Entity);
        }
        match self.author(source, decider) {
            Some(author) => Some(Meaning::Entity(author)),
            None => self.nominal(source, decider),
        }
    }

    /// Whether a word after a pronoun begins no more of what the source means: "he basically", "she herself".
    fn adds_nothing(&self, at: TokenIdx) -> bool {
        let document = self.discourse.document;
        let addition = Classes::COMMA.or(Classes::ADVERB).or(Classes::CLITIC).or(Classes::OBJECT);
        document.is(at, addition) || document.is_unlisted_adverb(at)
    }

    /// The speaker that an entity is.
    fn speaker(&mut self, entity: EntityId) -> SpeakerId {
        if let Some(speaker) = self.of_entity[entity.get()] {
            return speaker;
        }
        let known = self.discourse.registry.entity(entity);
        let speaker = match known.known {
            Some(known) => self.introduce_known(known),
            None => {
                let name = one_line(self.discourse.document.slice(known.shown()));
                let family = known.family.filter(|_| known.name().len() == 1);
                let name = match family {
                    Some(family) => Cow::Owned(format!("{name} {}", self.discourse.document.text_of(family))),
                    None => name,
                };
                self.introduce(name, known.kind)
            }
        };
        self.of_entity[entity.get()] = Some(speaker);
        self.entity_of[speaker.get()] = Some(entity);
        speaker
    }

    /// Adds a speaker.
    pub(super) fn introduce(&mut self, name: Cow<'t, str>, kind: SpeakerKind) -> SpeakerId {
        lists::push(&mut self.speakers, Speaker::new(name, kind));
        self.entity_of.push(None);
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
        self.speakers[speaker.get()].id = self.known.caller_id(known).map(|id| Cow::Owned(id.to_string()));
        self.of_known.insert(known, speaker);
        speaker
    }

    fn add_mention(&mut self, speaker: SpeakerId, tokens: TokenRange) {
        let document = self.discourse.document;
        let speaker = &mut self.speakers[speaker.get()];
        speaker.mentions.push(document.span(tokens));
        if speaker.gender.is_none() && !speaker.kind.is_many_or_thing() {
            speaker.gender = Gender::of_source(document, tokens);
        }
    }

    /// The speakers in the order of their first mention, each with its titles and all its mentions; for each id
    /// that [`Self::resolve`] gave, the id in that order; and the index of titles, emptied for another text.
    pub(super) fn finish(self) -> (Vec<Speaker<'t>>, Vec<SpeakerId>, Index<EntityId>) {
        let Resolver { discourse, titles, mut speakers, of_entity, .. } = self;
        let holders = titles.into_index();
        for (id, (entity, speaker)) in discourse.registry.entities().zip(&of_entity).enumerate() {
            if let Some(speaker) = speaker {
                let speaker = &mut speakers[speaker.get()];
                speaker.mentions.reserve(entity.mentions());
                if !speaker.kind.is_many_or_thing() {
                    speaker.gender = discourse.gender(EntityId::new(id)).or(speaker.gender);
                }
            }
        }
        let document = discourse.document;
        let mut known_titles: ByWord<()> = ByWord::default();
        for mention in discourse.names.range() {
            let Some(id) = of_entity[discourse.registry.entity_of(mention).get()] else { continue };
            let (name, speaker) = (&discourse.names[mention], &mut speakers[id.get()]);
            speaker.mentions.push(document.span(name.tokens()));
            let entity = discourse.registry.entity(discourse.registry.entity_of(mention));
            let is_title = |title: &TokenRange| !title.is_empty() && !entity.is_shown_with(document, *title);
            for title in [name.title(), name.apposition()].into_iter().filter(is_title) {
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
