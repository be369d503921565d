//! Sources without a name of their own: "the senator", "her account", "a senior official".

use crate::language::Classes;
use crate::resolution::discourse::{Discourse, Referent};
use crate::resolution::order::one_line;
use crate::resolution::resolver::{Meaning, Resolver};
use crate::speakers::keys::WordKey;
use crate::speakers::{Gender, SpeakerKind};
use crate::text::index::{EntityId, MentionIdx, SpeakerId, TokenIdx, TokenRange};
use crate::tokenizer::{Document, TokenKind};

/// The maximum number of tokens from the noun for a document back to its owner: "her Twitter account".
const REACH_OF_OWNER: usize = 4;

/// The distance within which "the minister" and "the newspaper" may refer to a name that did not speak last, in
/// tokens.
const REACH_OF_NAMES: usize = 40;

/// The number of names before an age among which the name with that age is looked for.
const RECENT_NAMES: usize = 60;

impl<'t> Resolver<'_, 't> {
    /// The owner of a document that is a source: "her account", "Smith's book", "the I.M.F. report".
    pub(super) fn author(&self, source: TokenRange) -> Option<EntityId> {
        let Discourse { document, names, registry } = &self.discourse;
        let complement = Classes::PREPOSITION.or(Classes::RELATIVE);
        let in_phrase = |at: &TokenIdx| document.is_word(*at) && !document.is(*at, complement);
        let noun = source.iter().take_while(in_phrase).last()?;
        if !document.is(noun, Classes::DOCUMENT) {
            return None;
        }
        for at in source.start.to(noun).iter().rev().take(REACH_OF_OWNER) {
            if document.is(at, Classes::POSSESSIVE) {
                let gender = Gender::of(document.classes(at))?;
                return self.antecedent(at, Referent::Person(Some(gender)));
            }
            let is_clitic = document.is(at, Classes::CLITIC);
            let owns = is_clitic || at + 1 == noun;
            let end = if is_clitic { at } else { at + 1 };
            let owner = names.last_ending_by(end).filter(|&mention| names[mention].end() == end && owns);
            if let Some(owner) = owner {
                return Some(registry.entity_of(owner));
            }
        }
        None
    }

    /// The meaning of a source without a name: "the senator" is somebody named or described before, "a senior
    /// official" a new speaker.
    pub(super) fn nominal(&mut self, source: TokenRange) -> Option<Meaning> {
        let document = self.discourse.document;
        if self.is_definite(source.start) {
            self.titles.read_to(source.start, &self.discourse);
            if let Some(meaning) = self.described(source) {
                return Some(meaning);
            }
        }
        let source = self.without_additions(source);
        let speaker = self.unnamed_speaker(source);
        if let Some(head) = self.phrase(source).last().filter(|_| !self.is_definite(source.start)) {
            self.by_noun.insert(WordKey::at(document, head), speaker);
        }
        Some(Meaning::Unnamed(speaker))
    }

    /// The speaker that exactly these words describe, a new one if there is none yet.
    pub(super) fn unnamed_speaker(&mut self, source: TokenRange) -> SpeakerId {
        let document = self.discourse.document;
        let words = document.slice(source);
        let key = WordKey::of(words);
        if let Some(speaker) = self.unnamed.get(&key) {
            return *speaker;
        }
        let speaker = self.introduce(one_line(words), unnamed_kind(document, source));
        self.unnamed.insert(key, speaker);
        speaker
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
                || document.is(*at, Classes::RELATIVE) && !document.is(*at, Classes::DETERMINER)
        };
        let end = (source.start + 1).to(source.end).iter().find(begins_addition).unwrap_or(source.end);
        source.start.to(end)
    }

    /// The meaning of a definite description. In this order: the person of that age; the last one with that
    /// title; the last speaker without a name under that noun; an entity that shares its modifier ("the U.N.
    /// chief"); the most salient entity here.
    fn described(&self, source: TokenRange) -> Option<Meaning> {
        let document = self.discourse.document;
        let phrase = self.phrase((source.start + 1).to(source.end));
        let head = phrase.clone().last()?;
        if let Some(aged) = self.aged(head) {
            return Some(Meaning::Entity(aged));
        }
        let classes = document.classes(head);
        let person = Classes::ROLE.or(Classes::DEMONYM);
        if classes.any(Classes::PLURAL) || !classes.any(person.or(Classes::TITLE).or(Classes::ORGANISATION)) {
            return None;
        }
        let modifier = phrase.filter(|&at| document.is_capitalised(at) && at != head).last();
        // "The union" does not refer to "Union President".
        let is_organisation = classes.any(Classes::ORGANISATION) && !classes.any(person.or(Classes::TITLE));
        // "The company" may be any organisation, "the university" is one with that word in its name.
        let is_specific = modifier.is_some() || !self.is_generic_organisation(head);
        let may_hold = |entity: EntityId| is_specific && (!is_organisation || self.is_organisation(entity));
        let holder = |word: TokenIdx, with: Option<TokenIdx>, may_hold: &dyn Fn(EntityId) -> bool| {
            self.titles.last_holder(document, word, with, source.start, may_hold).map(Meaning::Entity)
        };
        let unnamed = || self.by_noun.get(&WordKey::at(document, head)).copied().map(Meaning::Unnamed);
        let related = || holder(modifier?, None, &|_| true);
        let referent = match classes.any(person) {
            true => Referent::Person(Gender::of(classes)),
            false => Referent::Thing,
        };
        let salient = || self.salient(source, head, referent, modifier).map(Meaning::Entity);
        holder(head, modifier, &may_hold).or_else(unnamed).or_else(related).or_else(salient)
    }

    /// The most salient entity, if a description may refer to it.
    ///
    /// "The former senator" is the topic of the text, "the plumber" somebody else. "The Clinton campaign" is an
    /// organisation of its own, "the campaign" the one mentioned before.
    fn salient(
        &self,
        source: TokenRange,
        head: TokenIdx,
        referent: Referent,
        modifier: Option<TokenIdx>,
    ) -> Option<EntityId> {
        let may_refer = match referent {
            Referent::Person(_) => source.start + 1 < head && !self.is_role(source),
            Referent::Thing => modifier.is_none(),
        };
        let ends = head + 1 >= source.end || self.discourse.document.is(head + 1, Classes::COMMA);
        if !may_refer || !ends {
            return None;
        }
        let entity = self.antecedent(source.start, referent)?;
        let is_near = self.spoke_last(entity) || self.is_named_near(entity, source.start);
        let fits = match referent {
            Referent::Person(_) => !self.titles.has_role(entity),
            Referent::Thing => self.is_named_organisation(entity),
        };
        (is_near && fits).then_some(entity)
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
        let Discourse { document, names, registry } = &self.discourse;
        let age = document.language.age(document.text_of(head))?;
        let end = names.before(head);
        let has_age = |mention: &MentionIdx| {
            let end = names[*mention].end();
            document.is(end, Classes::COMMA) && document.text_of(end + 1) == age
        };
        let known = end.saturating_sub(RECENT_NAMES).to(end).iter().rev().find(has_age)?;
        Some(registry.entity_of(known))
    }

    fn spoke_last(&self, entity: EntityId) -> bool {
        self.last_entity.is_some_and(|last| last.entity == entity)
    }

    fn is_organisation(&self, entity: EntityId) -> bool {
        self.discourse.registry.entity(entity).kind == SpeakerKind::Organisation
    }

    /// Whether an entity has the full name of an organisation: "Harbour Herald", "NATO", but not "Police".
    fn is_named_organisation(&self, entity: EntityId) -> bool {
        let name = self.discourse.registry.entity(entity).name();
        name.len() > 1 || self.discourse.document.is_all_capitals(name.start)
    }

    /// Whether a noun may refer to any organisation: "company".
    fn is_generic_organisation(&self, noun: TokenIdx) -> bool {
        let document = self.discourse.document;
        document.is(noun, Classes::GENERIC_ORGANISATION) && !document.is_capitalised(noun)
    }

    fn is_named_near(&self, entity: EntityId, token: TokenIdx) -> bool {
        let Discourse { names, registry, .. } = &self.discourse;
        let before = MentionIdx::START.to(names.before(token)).iter().rev();
        before
            .take_while(|&mention| names[mention].end() + REACH_OF_NAMES > token)
            .any(|mention| registry.entity_of(mention) == entity)
    }
}

/// The kind of a speaker without a name.
fn unnamed_kind(document: &Document<'_>, source: TokenRange) -> SpeakerKind {
    let mut kind = SpeakerKind::Other;
    for at in source {
        let classes = document.classes(at);
        if classes.any(Classes::PREPOSITION.or(Classes::RELATIVE)) && kind != SpeakerKind::Other {
            break;
        }
        let is_plural = classes.any(Classes::PLURAL.or(Classes::QUANTIFIER));
        if classes.any(Classes::ORGANISATION) {
            kind = SpeakerKind::Organisation;
        } else if classes.any(Classes::DOCUMENT) {
            kind = SpeakerKind::Document;
        } else if is_plural && !classes.any(Classes::ADDITIONAL) {
            kind = SpeakerKind::Group;
        } else if classes.any(Classes::ROLE) {
            kind = SpeakerKind::Person;
        }
    }
    kind
}
