//! Sources without a name of their own: "the senator", "her account", "a senior official".

use crate::language::Classes;
use crate::models::{value, Decider};
use crate::resolution::candidates::{Candidate, Candidates};
use crate::resolution::describe::{Fit, Sought};
use crate::resolution::discourse::{Discourse, Referent};
use crate::resolution::resolver::{Meaning, Resolver};
use crate::speakers::keys::WordKey;
use crate::speakers::Gender;
use crate::text::index::{EntityId, MentionIdx, TokenIdx, TokenRange};
use crate::tokenizer::TokenKind;

/// The maximum number of tokens from the noun for a document back to its owner: "her Twitter account".
const REACH_OF_OWNER: usize = 4;

/// How far before "the executive" its introduction is looked for, and the words from its article to its noun.
const REACH_OF_INTRODUCTION: usize = 60;
const LONGEST_INTRODUCTION: usize = 4;

/// How far after a description facts about people are read, in tokens.
const FACTS_AHEAD: usize = 300;

/// The probability that a description by age means the person of that age.
const AGED: f32 = 0.95;

/// The number of names before an age among which the name with that age is looked for.
const RECENT_NAMES: usize = 60;

impl<'t> Resolver<'_, 't> {
    /// The owner of a document or of words that are a source: "her account", "Smith's book", "the I.M.F. report",
    /// "Smith's medical advice".
    pub(super) fn author(&mut self, source: TokenRange, decider: &mut impl Decider) -> Option<EntityId> {
        let Discourse { document, names, registry, .. } = &self.discourse;
        let complement = Classes::PREPOSITION.or(Classes::RELATIVE);
        let in_phrase = |at: &TokenIdx| document.is_word(*at) && !document.is(*at, complement);
        let noun = source.iter().take_while(in_phrase).last()?;
        let is_document = document.is(noun, Classes::DOCUMENT);
        // "Smith's repeated emphasis that"
        let is_speech = document.is(noun, Classes::SPEECH_NOUN) || document.is(noun + 1, Classes::THAT);
        if !is_document && !is_speech {
            return None;
        }
        if let Some(shown) = self.shown_speaking(source, noun) {
            return Some(shown);
        }
        for at in source.start.to(noun).iter().rev().take(REACH_OF_OWNER) {
            if document.is(at, Classes::POSSESSIVE) {
                return self.person(at, Gender::of(document.classes(at))?, decider);
            }
            let is_clitic = document.is(at, Classes::CLITIC);
            let owns = is_clitic || is_document && at + 1 == noun;
            let end = if is_clitic { at } else { at + 1 };
            let owner = names.last_ending_by(end).filter(|&mention| names[mention].end() == end && owns);
            if let Some(owner) = owner {
                return Some(registry.entity_of(owner));
            }
        }
        None
    }

    /// Whoever speaks in a record: "footage of Ann Wu" before "saying".
    fn shown_speaking(&self, source: TokenRange, record: TokenIdx) -> Option<EntityId> {
        let Discourse { document, names, registry, .. } = &self.discourse;
        let mention = names.last_ending_by(source.end)?;
        let name = &names[mention];
        let is_shown = name.titled_start() == record + 2
            && name.end() == source.end
            && document.is(record + 1, Classes::GENITIVE)
            && document.is(source.end, Classes::GERUND);
        is_shown.then(|| registry.entity_of(mention))
    }

    /// The meaning of a source without a name: "the senator" is somebody named or described before, "a senior
    /// official" a new speaker.
    pub(super) fn nominal(&mut self, source: TokenRange, decider: &mut impl Decider) -> Option<Meaning> {
        let document = self.discourse.document;
        if self.is_definite(source.start) || document.is(source.start, Classes::POSSESSIVE) {
            if let Some(meaning) = self.described(source, decider) {
                return Some(meaning);
            }
        }
        let source = self.without_additions(source);
        let speaker = self.unnamed_speaker(source);
        // "The union" refers to "a union" and to "the Harbour union", not to another "the union".
        let is_new = !self.is_definite(source.start) || self.modifier(source).is_some();
        if let Some(head) = self.noun(source).filter(|_| is_new) {
            let key = WordKey::at(document, head);
            for key in key.wider(&document.language).chain([key]) {
                self.by_noun.insert(key, speaker);
            }
        }
        Some(Meaning::Unnamed(speaker))
    }

    /// Whether a token is the definite article.
    pub(super) fn is_definite(&self, token: TokenIdx) -> bool {
        self.discourse.document.is(token, Classes::DEFINITE_ARTICLE)
    }

    /// Whether a definite description consists of words for roles, or is written like a title: "the Prime
    /// Minister".
    pub(super) fn is_role(&self, source: TokenRange) -> bool {
        let document = self.discourse.document;
        let role = Classes::ROLE.or(Classes::TITLE);
        let mut words = self.phrase((source.start + 1).to(source.end));
        let is_title = words.clone().last().is_some_and(|last| document.is_capitalised(last));
        is_title || words.all(|at| document.is(at, role))
    }

    /// A source without appositions and relative clauses: "the mayor" of "the mayor, who was there,".
    fn without_additions(&self, source: TokenRange) -> TokenRange {
        let document = self.discourse.document;
        let begins_addition = |at: &TokenIdx| {
            document.is(*at, Classes::COMMA)
                || document.is(*at, Classes::OPENING_BRACKET)
                || document.is(*at, Classes::RELATIVE) && !document.is(*at, Classes::DETERMINER)
        };
        let end = (source.start + 1).to(source.end).iter().find(begins_addition).unwrap_or(source.end);
        source.start.to(end)
    }

    /// The meaning of a definite description.
    fn described(&mut self, source: TokenRange, decider: &mut impl Decider) -> Option<Meaning> {
        let document = self.discourse.document;
        let head = self.phrase((source.start + 1).to(source.end)).last()?;
        if let Some(aged) = self.aged(head) {
            self.probability = AGED;
            return Some(Meaning::Entity(aged));
        }
        let classes = document.classes(head);
        if classes.any(Classes::PLURAL) {
            return None;
        }
        self.titles.read_to(source.start + FACTS_AHEAD, &self.discourse);
        // "Her owner" is somebody of whom the text says it elsewhere.
        if !self.is_definite(source.start) {
            let is_said =
                document.is(head, Classes::ROLE) && self.titles.all_holders(document, head).next().is_some();
            return if is_said { self.described_person(source, head, decider) } else { None };
        }
        if self.is_age(head) || classes.any(Classes::ROLE.or(Classes::TITLE).or(Classes::DEMONYM)) {
            self.described_person(source, head, decider)
        } else if classes.any(Classes::ORGANISATION) {
            self.described_organisation(source, head)
        } else {
            self.unnamed_with(head)
        }
    }

    /// The person whom a role or an origin describes. If the text says it of some, one of them is meant; else "the
    /// plumber" is a speaker without a name, and "the former plumber" may be anybody.
    fn described_person(
        &mut self,
        source: TokenRange,
        head: TokenIdx,
        decider: &mut impl Decider,
    ) -> Option<Meaning> {
        let descriptor =
            self.modifier(source).or_else(|| head.before().filter(|before| *before > source.start));
        if let Some(meaning) = self.just_spoke(head).filter(|_| self.is_role(source) && source.len() == 2) {
            return Some(meaning);
        }
        let mut sought = Sought::person(self.discourse.document, head, descriptor);
        let document = self.discourse.document;
        let agrees = |entity: &EntityId| self.discourse.agrees(*entity, sought.referent);
        let mut holders: Vec<EntityId> = self.titles.holders(document, head).filter(agrees).collect();
        if holders.is_empty() {
            let unnamed = self.met_before(source, head);
            if unnamed.is_some() {
                return unnamed;
            }
            holders = self.more_closely_described(source, head, sought.referent);
        }
        if holders.is_empty() && self.needs_holder(source, head) {
            return None;
        }
        // "The mother-of-three" is somebody with a name.
        let is_parent = document.language.is_compound_with_genitive(document.text_of(head));
        if holders.is_empty() && sought.kind == value!("role") && self.is_role(source) && !is_parent {
            sought.kind = if document.is_capitalised(head) { value!("title") } else { value!("bare") };
        }
        // "The defence minister" is not the finance minister, and "the minister" is one of the ministers.
        let fits_wholly = |entity: &EntityId| self.fit(&sought, *entity) == Some(Fit::Whole);
        let is_certain = holders.iter().any(fits_wholly);
        if is_certain {
            holders.retain(fits_wholly);
        }
        // An origin, an age or a number of children is said of somebody named. If the text gives the age of nobody, whoever
        // it speaks of is meant, as with a pronoun.
        let is_origin = sought.kind == value!("demonym");
        let is_personal = is_origin || is_parent || sought.kind == value!("age");
        if is_personal && holders.is_empty() && !is_origin {
            sought.kind = value!("pronoun");
        }
        (sought.is_certain, sought.own) = (is_certain || is_personal, holders.first().copied());
        let mut candidates = self.candidates(source, sought.referent, &holders);
        if is_certain || descriptor.is_none() && !holders.is_empty() {
            candidates.list.retain(|candidate| holders.contains(&candidate.entity));
        }
        if sought.kind == value!("bare") {
            sought.is_certain = self.keep_those_with_new_role(&mut candidates);
        }
        if is_personal {
            candidates.list.retain(|candidate| self.is_surely_person(candidate.entity));
        }
        let person = self.choose(&sought, &candidates, decider)?;
        if self.is_role(source) && !self.titles.all_holders(document, head).any(|holder| holder == person) {
            self.titles.add(document, head, person);
        }
        Some(Meaning::Entity(person))
    }

    /// Whether a description means only somebody of whom the text says it: "the victim's mother", or in a speech "the
    /// driver", or "according to the coroner".
    fn needs_holder(&self, source: TokenRange, head: TokenIdx) -> bool {
        let document = self.discourse.document;
        let has_owner = source.start.to(head).iter().any(|at| document.is(at, Classes::CLITIC));
        let is_relative = has_owner && Gender::of(document.classes(head)).is_some();
        // "According to the coroner" introduces somebody new.
        let is_introduced = document.is(source.start - 1, Classes::PREPOSITION);
        is_relative
            || self.is_role(source) && is_introduced
            || self.has_voice() && (has_owner || self.is_role(source))
    }

    /// Those of whom the text says more than a noun: "the lawmaker" is a senator named before, and "its vicar" a
    /// clergyman who may be named after.
    fn more_closely_described(
        &self,
        source: TokenRange,
        head: TokenIdx,
        referent: Referent,
    ) -> Vec<EntityId> {
        let Discourse { document, registry, .. } = &self.discourse;
        let is_before = |entity: EntityId| registry.entity(entity).name().start < source.start;
        let is_open = !self.is_definite(source.start);
        let narrower = self.titles.holders_of_narrower(document, head);
        let narrower = narrower.filter(|entity| is_open || is_before(*entity));
        narrower.filter(|entity| self.discourse.agrees(*entity, referent)).collect()
    }

    /// Keeps the candidates for a role that the text gives to nobody. Returns whether the paragraph names only one person,
    /// who is meant: "Ann Wu was less kind. “…,” said the dancer."
    fn keep_those_with_new_role(&self, candidates: &mut Candidates) -> bool {
        let start = self.discourse.document.start_of_paragraph(candidates.begun);
        let start = start.unwrap_or(candidates.source.start);
        let is_person = |candidate: &Candidate| self.is_surely_person(candidate.entity);
        let is_named = |it: &&Candidate| is_person(it) && self.is_here(it);
        let named = candidates.list.iter().filter(is_named).count();
        candidates.list.retain(|candidate| self.may_have_new_role(candidate, start));
        if candidates.list.iter().any(is_person) {
            candidates.list.retain(is_person);
        }
        named == 1 && matches!(&candidates.list[..], [only] if is_person(only))
    }

    /// Whether a role that the text gives to nobody may be a candidate's: it is named in this paragraph, other than as a
    /// source beside its words, or is the subject of the last sentence and has said nothing within marks.
    fn may_have_new_role(&self, candidate: &Candidate, paragraph: TokenIdx) -> bool {
        let Discourse { document, names, .. } = &self.discourse;
        let last = self.spoke.iter().flatten().find(|last| last.entity == candidate.entity);
        let Some(name) = candidate.mention.map(|mention| &names[mention]) else {
            return last.is_none() && candidate.led.is_some_and(|led| led <= 1);
        };
        let start = name.titled_start();
        let is_tag = last.is_some_and(|last| last.end == name.end());
        let follows_mark = start.before().is_some_and(|before| document.is_mark(before));
        // “…,” Ann Wu said.
        let opens = document.begins_paragraph(start) || document.begins_sentence(start) && !follows_mark;
        let is_here = start >= paragraph && (!is_tag || opens);
        is_here || (last.is_none() || opens) && candidate.led.is_some_and(|led| led <= 1)
    }

    /// Whether a word says how old somebody is: "the 24-year-old".
    fn is_age(&self, head: TokenIdx) -> bool {
        let document = self.discourse.document;
        document.language.age(document.text_of(head)).is_some()
    }

    /// Whether a full name or a title shows that an entity is a person.
    fn is_surely_person(&self, entity: EntityId) -> bool {
        let entity = self.discourse.registry.entity(entity);
        entity.is_certain || entity.name().len() > 1 && !entity.is_place
    }

    /// The speaker without a name whom the noun of a description, or all its words, described before.
    fn met_before(&mut self, source: TokenRange, head: TokenIdx) -> Option<Meaning> {
        let known = self.unnamed_with(head).or_else(|| self.introduced(source, head));
        known.or_else(|| self.unnamed_as(source).filter(|_| self.is_role(source)))
    }

    /// The person whom the text introduced by the same noun a little before: "A rival executive disagreed. “No,” the
    /// executive said."
    fn introduced(&mut self, source: TokenRange, head: TokenIdx) -> Option<Meaning> {
        let document = self.discourse.document;
        if !(self.is_age(head) || document.is(head, Classes::ROLE)) || source.start + 2 != source.end {
            return None;
        }
        let near = source.start.saturating_sub(REACH_OF_INTRODUCTION).to(source.start);
        let word = WordKey::at(document, head);
        let noun = near.iter().rev().find(|&at| WordKey::at(document, at) == word)?;
        let words = noun.saturating_sub(LONGEST_INTRODUCTION).to(noun);
        let article = words
            .iter()
            .rev()
            .take_while(|&at| document.is_word(at) && !document.is(at, Classes::PREPOSITION));
        let article = article.into_iter().find(|&at| document.is(at, Classes::INDEFINITE_ARTICLE))?;
        Some(Meaning::Unnamed(self.unnamed_speaker(article.to(noun + 1))))
    }

    /// The noun of a description: "source" in "a source close to the board".
    fn noun(&self, source: TokenRange) -> Option<TokenIdx> {
        let document = self.discourse.document;
        let noun = Classes::ROLE.or(Classes::ORGANISATION).or(Classes::DOCUMENT).or(Classes::PLURAL);
        let phrase = self.phrase(source);
        phrase.clone().filter(|&at| document.is(at, noun)).last().or_else(|| phrase.last())
    }

    /// The speaker without a name that a noun described, or a narrower one, if nobody with a name has spoken since: "A
    /// senior minister disagreed … the minister said", "A source said … the insider added".
    fn just_spoke(&self, head: TokenIdx) -> Option<Meaning> {
        let key = WordKey::at(self.discourse.document, head);
        let known = self.by_noun.get(&key).or_else(|| self.by_noun.get(&key.as_wider())).copied()?;
        self.unnamed_spoke_last().filter(|last| last.speaker == known).map(|_| Meaning::Unnamed(known))
    }

    /// The last speaker without a name under a noun.
    pub(super) fn unnamed_with(&self, head: TokenIdx) -> Option<Meaning> {
        self.by_noun.get(&WordKey::at(self.discourse.document, head)).copied().map(Meaning::Unnamed)
    }

    /// The last capitalised word before the noun of a description: "Vermont" in "the Vermont senator".
    pub(super) fn modifier(&self, source: TokenRange) -> Option<TokenIdx> {
        let document = self.discourse.document;
        let phrase = self.phrase((source.start + 1).to(source.end));
        let head = phrase.clone().last()?;
        phrase.filter(|&at| document.is_capitalised(at) && at != head).last()
    }

    /// The words of a noun phrase up to its first preposition or relative clause.
    pub(super) fn phrase(&self, tokens: TokenRange) -> impl Iterator<Item = TokenIdx> + Clone + use<'_, 't> {
        let document = self.discourse.document;
        tokens.iter().take_while(move |&at| {
            matches!(document.kind(at), Some(TokenKind::Word | TokenKind::Number))
                && !document.is(at, Classes::PREPOSITION.or(Classes::RELATIVE))
        })
    }

    /// The last name that is followed by this age: "the 54-year-old".
    fn aged(&self, head: TokenIdx) -> Option<EntityId> {
        let Discourse { document, names, registry, .. } = &self.discourse;
        let age = document.language.age(document.text_of(head))?;
        let end = names.before(head);
        let has_age = |mention: &MentionIdx| {
            let end = names[*mention].end();
            document.is(end, Classes::COMMA) && document.text_of(end + 1) == age
        };
        let known = end.saturating_sub(RECENT_NAMES).to(end).iter().rev().find(has_age)?;
        Some(registry.entity_of(known))
    }
}
