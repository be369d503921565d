//! Pronouns as sources: "he", "it", "they" and "who".

use crate::language::{Classes, Ending};
use crate::models::Decider;
use crate::resolution::candidates::{Candidate, Candidates};
use crate::resolution::describe::Sought;
use crate::resolution::discourse::{Discourse, Referent};
use crate::resolution::resolver::{Meaning, Resolver, UnnamedSource};
use crate::speakers::{Gender, SpeakerKind};
use crate::text::index::{EntityId, MentionIdx, SpeakerId, TokenIdx, TokenRange};
use crate::tokenizer::{Document, TokenKind};

/// The maximum distance between a name and a second one that says where the first is from, in tokens.
const LONGEST_RESIDENCE: usize = 10;

/// The maximum length of an apposition between a name and "who", in tokens.
const LONGEST_APPOSITION: usize = 14;

/// The maximum distance from "they" back to the group it refers to, in tokens.
const REACH_OF_GROUP: usize = 60;

/// The maximum distance from a pronoun back to a relative of the speaker, in tokens.
const REACH_OF_RELATIVE: usize = 24;

/// The maximum distance from a pronoun back to the start of the sentence whose subject it refers to, in tokens.
const REACH_OF_SUBJECT: usize = 50;

/// The number of tokens at the start of a sentence among which the head of its subject is looked for.
const SUBJECT_LEN: usize = 5;

/// The probability that a pronoun means the speaker without a name who spoke before, on the train split of PolNeAR.
const UNNAMED_BEFORE: f32 = 0.6;

/// The maximum length of a bracket between a name and "who", in tokens.
const LONGEST_BRACKET: usize = 6;

/// The maximum length of a noun phrase before "who", in tokens.
const LONGEST_ANTECEDENT: usize = 8;

impl Resolver<'_, '_> {
    /// The meaning of a personal pronoun. "I" and "we" refer to the author, who is no speaker of the text.
    pub(super) fn pronoun(&mut self, at: TokenIdx, decider: &mut impl Decider) -> Option<Meaning> {
        let classes = self.discourse.document.classes(at);
        if classes.any(Classes::GROUP_PRONOUN) {
            return self.group_before(at, decider);
        }
        let gender = Gender::of(classes);
        let referent = match gender {
            Some(_) => Referent::Person(gender),
            None if classes.any(Classes::NEUTER) => Referent::Thing,
            None => return None,
        };
        if let Some(relative) = self.relative_of_voice(at, classes, decider) {
            return Some(relative);
        }
        if let Some(unnamed) = self.unnamed_before(at, referent) {
            self.probability = UNNAMED_BEFORE;
            return Some(Meaning::Unnamed(unnamed));
        }
        if let Some(described) = gender.and_then(|gender| self.subject_before(at, gender, decider)) {
            self.probability = UNNAMED_BEFORE;
            return Some(described);
        }
        let entity = match gender {
            Some(gender) => self.person(at, gender, decider),
            None => self.salient_thing(at, false),
        };
        entity.map(Meaning::Entity)
    }

    /// The person that a personal or possessive pronoun refers to.
    pub(super) fn person(
        &mut self,
        at: TokenIdx,
        gender: Gender,
        decider: &mut impl Decider,
    ) -> Option<EntityId> {
        let sought = Sought::pronoun(gender);
        let mut candidates = self.candidates(at.only(), sought.referent, &[]);
        // Nobody calls himself "he".
        let voice = self.voice.and_then(|voice| self.entity_of[voice.speaker.get()]);
        candidates.list.retain(|candidate| Some(candidate.entity) != voice);
        candidates.list.retain(|candidate| {
            !self.is_called_otherwise(candidate.entity, gender) && !self.is_greeted(candidate)
        });
        self.keep_those_of_gender(gender, &mut candidates);
        let person = self.choose(&sought, &candidates, decider)?;
        self.called[person.get()] = Some(gender);
        Some(person)
    }

    /// Leaves out those who are called by a given name of the other gender alone, where the name of another candidate has the
    /// gender sought: "“Yes,” said Mark. “No,” said Anna. “Why?” he asked."
    fn keep_those_of_gender(&self, gender: Gender, candidates: &mut Candidates) {
        let shown = |candidate: &Candidate| {
            let entity = self.discourse.registry.entity(candidate.entity);
            entity.gender.or_else(|| self.discourse.gender_of_given_name(candidate.entity))
        };
        let is_other = |candidate: &Candidate| {
            let is_alone = self.discourse.registry.entity(candidate.entity).name().len() == 1;
            let (same, _) = self.discourse.pronouns_after(candidate.entity).of(gender);
            is_alone && same == 0 && gender.conflicts(shown(candidate))
        };
        let is_mixed = candidates.list.iter().any(is_other)
            && candidates.list.iter().any(|candidate| shown(candidate) == Some(gender));
        if is_mixed {
            candidates.list.retain(|candidate| !is_other(candidate));
        }
    }

    /// Whether the last pronoun that meant an entity had another gender, and so have those after its names.
    fn is_called_otherwise(&self, entity: EntityId, gender: Gender) -> bool {
        let is_other = self.called[entity.get()].is_some_and(|called| called.conflicts(Some(gender)));
        let (same, other) = self.discourse.pronouns_after(entity).of(gender);
        is_other && same == 0 && other > 0
    }

    /// Whether a letter greets a candidate and names it nowhere else: "Hi Ann,".
    fn is_greeted(&self, candidate: &Candidate) -> bool {
        let Discourse { document, names, registry, .. } = &self.discourse;
        let greets =
            |start: TokenIdx| start.before().is_some_and(|before| document.is(before, Classes::ADDRESS));
        let is_only = registry.entity(candidate.entity).mentions() == 1;
        is_only && candidate.mention.is_some_and(|mention| greets(names[mention].titled_start()))
    }

    /// The relative of the speaker that a pronoun in a speech refers to: "My sister was right when she said …".
    fn relative_of_voice(
        &mut self,
        pronoun: TokenIdx,
        classes: Classes,
        decider: &mut impl Decider,
    ) -> Option<Meaning> {
        let gender = Gender::of(classes).filter(|_| self.has_voice())?;
        let Discourse { document, names, .. } = &self.discourse;
        let owner =
            |at: &TokenIdx| document.is(*at, Classes::FIRST_PERSON) && document.is(*at, Classes::POSSESSIVE);
        let before = pronoun.saturating_sub(REACH_OF_RELATIVE).to(pronoun);
        let owner = before.iter().rev().take_while(|at| !document.begins_paragraph(*at + 1)).find(owner)?;
        let noun = owner + 1;
        let agrees = Gender::of(document.classes(noun)) == Some(gender) && document.is(noun, Classes::ROLE);
        let is_name_since = names.before(noun) != names.before(pronoun);
        if !agrees || is_name_since || document.is(noun + 1, Classes::CLITIC) {
            return None;
        }
        self.nominal(owner.to(noun + 1), decider)
    }

    /// Facts about a source without a name that decide whether a later pronoun refers to it.
    pub(super) fn unnamed_source(&self, speaker: SpeakerId, source: TokenRange) -> UnnamedSource {
        let document = self.discourse.document;
        let start = source.start;
        // A pronoun adds nothing to what it refers to.
        let repeated =
            self.last_unnamed.filter(|last| last.speaker == speaker && document.is(start, Classes::PRONOUN));
        if let Some(last) = repeated {
            return UnnamedSource { end: source.end, ..last };
        }
        let is_tag =
            || document.is(source.end, Classes::SPEECH) && document.is(source.end + 1, Classes::STOP);
        let kind = self.speakers[speaker.get()].kind;
        UnnamedSource {
            speaker,
            end: source.end,
            is_main: document.begins_sentence(start) || document.is(start - 1, Classes::SPEECH) || is_tag(),
            // "The Vermont senator" is usually a person named elsewhere, "the prime minister" is not.
            is_person: kind == SpeakerKind::Person && (!self.is_definite(start) || self.is_role(source)),
            is_thing: kind.is_thing(),
            // "His mother" is a woman.
            gender: Gender::of_source(document, source)
                .or_else(|| source.iter().find_map(|at| Gender::of(document.classes(at)))),
        }
    }

    /// The last source without a name, if nobody with a name has spoken since.
    pub(super) fn unnamed_spoke_last(&self) -> Option<UnnamedSource> {
        self.last_unnamed.filter(|last| self.spoke[0].is_none_or(|named| named.end <= last.end))
    }

    /// The speaker without a name who spoke last, if a pronoun may refer to it: "A mechanic said … he said".
    fn unnamed_before(&self, pronoun: TokenIdx, referent: Referent) -> Option<SpeakerId> {
        let last = self.unnamed_spoke_last().filter(|last| last.is_main)?;
        let agrees = match referent {
            Referent::Person(gender) => {
                last.is_person && !gender.is_some_and(|gender| gender.conflicts(last.gender))
            }
            Referent::Thing => last.is_thing,
            Referent::Named(_) => false,
        };
        let is_antecedent = agrees
            && !self.is_voice(last.speaker)
            && self.discourse.is_near(last.end, pronoun)
            && !self.discourse.has_subject_between(last.end, pronoun, referent);
        is_antecedent.then_some(last.speaker)
    }

    /// The person without a name who is the subject of a sentence before in the paragraph, if nobody has been named since:
    /// "A man in a cap shook his head. “No,” he said."
    fn subject_before(
        &mut self,
        pronoun: TokenIdx,
        gender: Gender,
        decider: &mut impl Decider,
    ) -> Option<Meaning> {
        let Discourse { document, names, .. } = &self.discourse;
        let nearby = pronoun.saturating_sub(REACH_OF_SUBJECT).to(pronoun);
        let begins = |at: &TokenIdx| document.begins_sentence(*at) && document.is_word(*at);
        // A pronoun that opens its paragraph refers to the one before.
        let mut breaks = usize::from(!document.begins_paragraph(pronoun));
        let before = nearby.iter().rev().take_while(|at| {
            breaks += usize::from(document.begins_paragraph(*at + 1));
            breaks < 2
        });
        // "One witness laughed."
        let opens = Classes::INDEFINITE_ARTICLE
            .or(Classes::POSSESSIVE)
            .or(Classes::DEFINITE_ARTICLE)
            .or(Classes::QUANTIFIER);
        // Within quotation marks an odd number of them is between.
        let mut is_quoted = false;
        let mut outside = before.filter(|at| {
            is_quoted ^= document.kind(*at) == Some(TokenKind::Mark);
            !is_quoted
        });
        let start = outside.find(|at| begins(at) && document.is(*at, opens))?;
        let mut words = start.to(start + SUBJECT_LEN).iter().take_while(|&at| document.is_word(at));
        let role = Classes::ROLE.or(Classes::TITLE);
        let head = words.find(|&at| document.is(at, role) && !document.is(at + 1, role))?;
        let is_one = !document.is(head, Classes::PLURAL) && !document.is(head + 1, Classes::CLITIC);
        let is_unknown = self.titles.holders(document, head).next().is_none();
        let is_name_since = names.before(start) != names.before(pronoun);
        let agrees = !gender.conflicts(Gender::of(document.classes(head)));
        (is_one && is_unknown && agrees && !is_name_since)
            .then(|| self.nominal(start.to(head + 1), decider))?
    }

    /// The group that is the subject of an earlier sentence nearby: "The dockers walked out. …, they said".
    fn group_before(&mut self, pronoun: TokenIdx, decider: &mut impl Decider) -> Option<Meaning> {
        let document = self.discourse.document;
        let no_subject = Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::SUBORDINATOR);
        let nearby = pronoun.saturating_sub(REACH_OF_GROUP).to(pronoun);
        let begins = |at: &TokenIdx| document.begins_sentence(*at) && document.is_word(*at);
        for start in nearby.iter().rev().filter(begins) {
            if document.is(start, no_subject) {
                continue;
            }
            let mut words = start.to(start + SUBJECT_LEN).iter().take_while(|&at| document.is_word(at));
            let head = words.find(|&at| self.is_plural_noun(at));
            if let Some(head) = head {
                return self.nominal(start.to(head + 1), decider);
            }
        }
        None
    }

    fn is_plural_noun(&self, at: TokenIdx) -> bool {
        let document = self.discourse.document;
        let has_ending = || document.ends_like(at, Ending::Plural);
        document.is(at, Classes::PLURAL) && !document.is(at, Classes::PRONOUN)
            || document.is(at - 1, Classes::DETERMINER) && has_ending()
    }

    /// The meaning of "who": the name directly before it, else the noun phrase there.
    pub(super) fn relative(&mut self, at: TokenIdx, decider: &mut impl Decider) -> Option<Meaning> {
        let Discourse { document, names, registry, .. } = &self.discourse;
        let end = if document.is(at - 1, Classes::COMMA) { at - 1 } else { at };
        let end = before_bracket(document, end);
        if let Some(mention) = names.last_ending_by(end) {
            let between = names[mention].end().to(end);
            if between.len() <= 1 || self.is_apposition(between) {
                let entity = registry.entity_of(mention);
                let is_residence = self.is_residence(mention);
                let resident = is_residence.then(|| self.resident(mention, end, decider)).flatten();
                return Some(resident.unwrap_or(Meaning::Entity(entity)));
            }
        }
        let before = end.saturating_sub(LONGEST_ANTECEDENT).to(end);
        let start = before.iter().rev().find(|&at| document.is(at, Classes::DETERMINER))?;
        self.nominal(start.to(end), decider)
    }

    /// Whether a name shows where a person is from: it follows a preposition, and no given name or title shows
    /// that it is a person. "of Seoul".
    fn is_residence(&self, mention: MentionIdx) -> bool {
        let Discourse { document, names, registry, .. } = &self.discourse;
        let start = names[mention].titled_start();
        let has_determiner = document.is(start - 1, Classes::DETERMINER);
        let start = start - usize::from(has_determiner);
        let follows_preposition = document.is(start - 1, Classes::PREPOSITION);
        follows_preposition && !registry.entity(registry.entity_of(mention)).is_certain
    }

    /// The person whose residence a name is: "Bob Kim of Seoul, who", "a lawyer from Ohio who".
    fn resident(
        &mut self,
        residence: MentionIdx,
        end: TokenIdx,
        decider: &mut impl Decider,
    ) -> Option<Meaning> {
        let start = self.discourse.names[residence].titled_start();
        let nearest = start.saturating_sub(LONGEST_RESIDENCE);
        if let Some(person) = self.person_before(residence, nearest) {
            return Some(Meaning::Entity(person));
        }
        let document = self.discourse.document;
        let mut words = nearest.to(start - 1).iter().rev().take_while(|&at| document.is_word(at));
        let article = words.find(|&at| document.is(at, Classes::DETERMINER))?;
        if article + 2 >= start {
            return None;
        }
        self.nominal(article.to(end), decider)
    }

    /// The person named before a residence, with no verb between.
    fn person_before(&self, residence: MentionIdx, nearest: TokenIdx) -> Option<EntityId> {
        let Discourse { document, names, registry, .. } = &self.discourse;
        let before = residence.before()?;
        let end = names[before].end();
        let between = end.to(names[residence].titled_start());
        let entity = registry.entity_of(before);
        let is_person = end > nearest && registry.entity(entity).kind == SpeakerKind::Person;
        let verb = Classes::ANY_VERB.or(Classes::AUXILIARY);
        (is_person && !between.iter().any(|at| document.is(at, verb))).then_some(entity)
    }

    /// Whether these tokens are an apposition to the name before them: ", a doctor from Ohio".
    fn is_apposition(&self, tokens: TokenRange) -> bool {
        let document = self.discourse.document;
        let opening = Classes::DETERMINER.or(Classes::ROLE).or(Classes::TITLE);
        tokens.len() <= LONGEST_APPOSITION
            && document.is(tokens.start, Classes::COMMA)
            && document.is(tokens.start + 1, opening)
    }
}

/// The end of the words before a short bracket that ends here: "Wu (2019), who".
fn before_bracket(document: &Document<'_>, end: TokenIdx) -> TokenIdx {
    if !document.is(end - 1, Classes::CLOSING_BRACKET) {
        return end;
    }
    let near = end.saturating_sub(LONGEST_BRACKET).to(end - 1);
    let opens = |at: &TokenIdx| document.is(*at, Classes::OPENING_BRACKET);
    near.iter().rev().find(opens).unwrap_or(end)
}
