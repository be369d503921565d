//! Which entity a single word means: a surname with or without a form of address, or a given name.
//!
//! May import `text`, `language` and the other files of `speakers`.

use crate::language::Classes;
use crate::speakers::honorifics::Status;
use crate::speakers::keys::{NameWord, WordKey};
use crate::speakers::kind::SpeakerKind;
use crate::speakers::name::{GrammaticalRole, Name};
use crate::speakers::registry::{Builder, Entity, RIVALS};
use crate::speakers::Gender;
use crate::text::index::{EntityId, MentionId, TokenIdx};
use crate::tokenizer::Document;

// The points for an entity as the one that a single word means.

/// For each mention.
const MENTION: usize = 2;
/// For the last mention, beside the above. Falls to a half if two other names were mentioned since, to a third if four
/// were, and so on.
const LAST_MENTION: usize = 20;
/// If the text used the surname alone before it named others of the family.
const OF_OWNER: usize = 12;

/// Whether the text calls the bearer of a name a thing: "Holt, which makes pumps, …".
pub(crate) fn is_called_thing(document: &Document<'_>, name: &Name) -> bool {
    let which = name.end() + 1;
    let of_others = Classes::PERSON_RELATIVE.or(Classes::OWNER_RELATIVE).or(Classes::DETERMINER);
    document.is(name.end(), Classes::COMMA)
        && document.is(which, Classes::RELATIVE)
        && !document.is(which, of_others)
}

impl Builder<'_, '_> {
    /// Reads a mention of any name in the second pass.
    pub(super) fn read(&mut self, mention: MentionId, name: &Name) {
        if let Some(known) = self.of_mention[mention.get()] {
            return self.join(known, mention);
        }
        let word = self.words[name.words().start.get()].key;
        let is_given = self.words[name.words().start.get()].is_given();
        let by_last = match Status::of(self.document, name) {
            None if is_called_thing(self.document, name) => {
                self.choose(self.by_any(word), mention, |entity| entity.kind != SpeakerKind::Person)
            }
            Some(status) => self.addressed(status, word, mention),
            None if !name.title().is_empty() => {
                // "Dr. Holt" is not "Mrs. Holt".
                let may_be = |entity: &Entity| !entity.is_woman_by_surname();
                self.choose(self.by_last.latest_first(word), mention, may_be)
            }
            None if is_given && self.is_surname(word) => {
                self.choose(self.by_last.latest_first(word), mention, |_| true)
            }
            // "Clinton" is Rosa Clinton rather than the Clinton Foundation.
            None if is_given => self
                .choose(self.by_any(word), mention, |entity| entity.kind == SpeakerKind::Person)
                .or_else(|| self.choose(self.by_any(word), mention, |_| true)),
            None => self.choose(self.by_last.latest_first(word), mention, |_| true),
        };
        let choice = match name.is_doubtful {
            _ if self.has_seniority(name) => self.other_of_family(word).or(by_last),
            true => by_last
                .filter(|entity| self.entities[entity.get()].name().len() > 1)
                .or_else(|| self.by_family_name(name, mention)),
            false => by_last
                .or_else(|| self.choose(self.by_first.latest_first(word), mention, |_| true))
                .or_else(|| self.misspelt(name)),
        };
        match choice {
            Some(entity) => {
                self.entities[entity.get()].has_surname |= !is_given && self.is_only_bearer(entity, word);
                self.join(entity, mention)
            }
            None if name.is_doubtful => {}
            None => {
                self.create(mention);
            }
        }
    }

    /// Whether news named a person with a given name as surname, which it calls people by: "Paul" of Rosa Paul rather
    /// than Paul Holt.
    fn is_surname(&self, given: WordKey) -> bool {
        let is_bearer = |entity: EntityId| {
            let entity = &self.entities[entity.get()];
            entity.is_certain && entity.name().len() > 1 && entity.mentions() > 0
        };
        self.is_news && self.by_last.latest_first(given).take(RIVALS).any(is_bearer)
    }

    /// Whether a word distinguishes the bearer of a name from others of the family: "the elder Holt".
    fn has_seniority(&self, name: &Name) -> bool {
        let words = name.titled_start().saturating_sub(1).to(name.start());
        words.iter().any(|at| self.document.is(at, Classes::SENIORITY))
    }

    /// Of the two people with a surname the one who was not mentioned last: "“…,” said Ben Holt. The elder Holt laughed."
    fn other_of_family(&self, surname: WordKey) -> Option<EntityId> {
        let is_person = |entity: &EntityId| {
            let entity = &self.entities[entity.get()];
            entity.kind == SpeakerKind::Person && entity.name().len() > 1 && entity.mentions() > 0
        };
        let bearers: Vec<_> = self.by_last.latest_first(surname).take(RIVALS).filter(is_person).collect();
        let [_, _] = bearers[..] else { return None };
        bearers.into_iter().min_by_key(|entity| self.entities[entity.get()].last)
    }

    /// The person whose name begins with the family name, as Korean names do: "Ban" for "Ban Ki-moon". A common word is
    /// such a name only as a subject.
    fn by_family_name(&self, name: &Name, mention: MentionId) -> Option<EntityId> {
        let may_be = |entity: &Entity| {
            let first = self.words[entity.words().start.get()];
            entity.is_certain && entity.mentions() > 0 && !first.is_given()
        };
        let is_subject = name.role == GrammaticalRole::Subject && !name.is_quoted;
        let word = self.words[name.words().start.get()].key;
        is_subject.then(|| self.choose(self.by_first.latest_first(word), mention, may_be)).flatten()
    }

    /// Whether nobody else was mentioned so far who has a word as the last of a full name.
    fn is_only_bearer(&self, entity: EntityId, surname: WordKey) -> bool {
        let is_bearer = |other: &EntityId| {
            let entity = &self.entities[other.get()];
            entity.kind == SpeakerKind::Person && entity.name().len() > 1
        };
        let is_other = |other: EntityId| other != entity && self.entities[other.get()].mentions() > 0;
        let mut bearers = self.by_last.latest_first(surname).take(RIVALS).filter(is_bearer);
        is_bearer(&entity) && !bearers.any(is_other)
    }

    /// The surname of the first of a couple, "Holt" in "Ann and Ben Holt", if the text calls a family by given names.
    pub(super) fn family_of_couple(&self, mention: MentionId) -> Option<TokenIdx> {
        let [name, next] = self.names.get(mention.get()..mention.get() + 2)? else { return None };
        let joint = name.end();
        let is_couple = name.len() == 1
            && next.len() == 2
            && self.document.is(joint, Classes::ADDITIVE)
            && next.titled_start() == joint + 1;
        let word = |name: &Name, at: usize| self.words[name.words().start.get() + at];
        let count = |word: NameWord| self.alone.get(&word.key).copied().unwrap_or(0);
        let are_given = || word(name, 0).is_given() && word(next, 0).is_given();
        let is_family = || count(word(next, 0)) > 0 || count(word(name, 0)) > 1;
        let has_surname = || count(word(next, 1)) > 0;
        (is_couple && are_given() && is_family() && !has_surname()).then(|| next.last())
    }

    /// The entities with a word as a surname or as a given name.
    fn by_any(&self, word: WordKey) -> impl Iterator<Item = EntityId> + '_ {
        let by_last = self.by_last.latest_first(word).take(RIVALS);
        by_last.chain(self.by_first.latest_first(word).take(RIVALS))
    }

    /// The person whom a form of address and a surname mean: "Mrs. Holt".
    ///
    /// That is the person called so before, or else one whose full name precedes. Where the text has several forms for one
    /// surname, as for a family, it must be one of that sex; and for "Mrs. Holt" nobody may be called "Miss Holt".
    fn addressed(&self, status: Status, surname: WordKey, mention: MentionId) -> Option<EntityId> {
        let is_called_so = |entity: &Entity| entity.status == Some(status);
        let has_surname_alone = |entity: &Entity| entity.name().len() == 1 && is_called_so(entity);
        let is_family = self.forms.are_several(surname);
        let has_daughter = self.forms.include(surname, Status::Unmarried);
        let is_other_wife = status == Status::Married && has_daughter;
        let is_known = |entity: &Entity| entity.status.is_none() && entity.gender.is_some() && !is_other_wife;
        let may_be = |entity: &Entity| {
            entity.mentions() > 0 && (!is_family || is_called_so(entity) || is_known(entity))
        };
        // "Mrs. Holt" is not her daughter Daisy Holt, whom the text calls Daisy.
        let may_be_wife = |entity: &Entity| {
            let is_full = entity.name().len() > 1 && !is_called_so(entity);
            may_be(entity) && !(is_full && self.forms.have_given(self.words[entity.words().start.get()].key))
        };
        // "Mr. Khan" for Khizr Khan, whose given name shows no gender.
        let is_open = |entity: &Entity| {
            let is_full = entity.name().len() > 1 && entity.kind == SpeakerKind::Person;
            entity.mentions() > 0 && is_full && entity.status.is_none() && !is_other_wife
        };
        let surnamed = || self.by_last.latest_first(surname);
        let by_status = || match status {
            // "Sir Thomas".
            Status::Noble => self.choose(self.by_any(surname), mention, may_be),
            Status::Married => self.choose(surnamed(), mention, may_be_wife),
            Status::Plain | Status::Unmarried => {
                self.choose(surnamed(), mention, may_be).or_else(|| self.choose(surnamed(), mention, is_open))
            }
        };
        self.choose(surnamed(), mention, has_surname_alone)
            .or_else(by_status)
            .or_else(|| self.only_of_sex(surname, mention))
    }

    /// The one person of a surname and sex in news, whose full name may come only after the form of address: "Mrs. Holt
    /// said … Ann Holt left". If others of that surname were named before, one of them may be meant.
    fn only_of_sex(&self, surname: WordKey, mention: MentionId) -> Option<EntityId> {
        let gender = self.names[mention.get()].gender.filter(|_| self.is_news)?;
        let entity = |id: EntityId| &self.entities[id.get()];
        let is_full = |id: &EntityId| entity(*id).kind == SpeakerKind::Person && entity(*id).name().len() > 1;
        let bearers: Vec<EntityId> =
            self.by_last.latest_first(surname).take(RIVALS).filter(is_full).collect();
        let mut of_sex = bearers.iter().copied().filter(|id| !gender.conflicts(entity(*id).gender));
        let only = of_sex.next().filter(|only| entity(*only).gender.is_some())?;
        let is_new = entity(only).mentions() == 0 && bearers.iter().any(|id| entity(*id).mentions() > 0);
        let is_daughter =
            self.forms.are_mostly_given(self.words[entity(only).words().start.get()].key, surname);
        (of_sex.next().is_none() && !is_new && !is_daughter).then_some(only)
    }

    /// The entity that a single word means: of those with this word in their name the one mentioned most often
    /// or most recently.
    fn choose(
        &self,
        rivals: impl Iterator<Item = EntityId>,
        mention: MentionId,
        may_be: impl Fn(&Entity) -> bool,
    ) -> Option<EntityId> {
        let name = &self.names[mention.get()];
        let status = Status::of(self.document, name);
        let is_given = self.words[name.words().start.get()].is_given();
        let agrees = |entity: &EntityId| {
            let entity = &self.entities[entity.get()];
            let is_other = entity.is_late && !entity.is_certain && !name.is_doubtful;
            may_be(entity) && !is_other && !entity.conflicts(name.gender, status)
        };
        rivals.take(2 * RIVALS).filter(agrees).max_by_key(|entity| {
            let entity = &self.entities[entity.get()];
            let count = entity.mentions();
            let since = mention.idx() - entity.last;
            let recency = if count == 0 { 0 } else { LAST_MENTION / (1 + since / 2) };
            // A surname alone rather means a man.
            let is_other =
                name.title().is_empty() && !is_given && entity.status.is_some_and(Status::is_of_woman);
            let own = if entity.has_surname { OF_OWNER } else { 0 };
            // "President Holt … Mr. Holt … his wife, Ann Holt, and Ben Holt".
            let is_rare = count == 0
                && entity.gender == Some(Gender::Female)
                && self.is_news
                && self.forms.are_of_men(self.words[name.words().start.get()].key);
            (count > 0, !is_rare, !is_other, MENTION * count + recency + own)
        })
    }
}
