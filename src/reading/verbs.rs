//! Verb groups: where the group of a verb starts, and how it relates to its subject.

use crate::language::{Classes, Ending};
use crate::reading::sentence::Sentence;
use crate::text::index::{UnitIdx, UnitRange};
use crate::words::is_plural_noun;

/// How many tokens of a quotation are looked at for a verb or a pronoun.
const LONGEST_OPENING: usize = 12;

/// How far the parts of a list before a verb are looked at, in units.
const LONGEST_LIST: usize = 8;

/// A verb with the words that belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    /// The verb itself.
    pub head: UnitIdx,
    /// The whole group, which ends with the verb: "has also said", "declined to say".
    pub group: UnitRange,
    pub form: Form,
}

/// How a verb relates to its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// "Smith said", "Smith would say".
    Finite,
    /// "saying", whose subject is that of the clause around it.
    Participle,
    /// "to say", likewise.
    Infinitive,
    /// "was called … by Smith".
    Passive,
}

impl Sentence<'_> {
    /// The verb at this unit, whatever precedes it. `None` where the word is a name or a noun here, or where
    /// it belongs to the group of a later verb.
    pub(crate) fn verb_at(self, at: UnitIdx) -> Option<Verb> {
        let follows_quotation = || at > UnitIdx::START && self.is_quotation(at - 1);
        if self.is_capitalised(at) && at != self.start() && !follows_quotation() && !self.is_headline {
            return None;
        }
        // "was quoted as saying": the verb is "saying".
        if at + 2 < self.end() && self.is_quoted_as(at + 2, at + 1) {
            return None;
        }
        let group = self.verb_group(at);
        if group.start == at && (self.is_noun_here(self.before(group.start), at) || self.opens_list(at)) {
            return None;
        }
        Some(Verb { head: at, group, form: self.form(group, at) })
    }

    /// Whether a verb speaks only together with the particle after it: "he went on", "as Lee puts it".
    pub(crate) fn is_phrasal(self, at: UnitIdx) -> bool {
        self.is(at, Classes::PHRASAL) && self.opens_phrase(at)
            || self.is(at, Classes::QUOTATIVE) && self.precedes_speech(at)
    }

    fn opens_phrase(self, at: UnitIdx) -> bool {
        let language = &self.document.language;
        self.is(at + 1, Classes::PARTICLE_OF_SPEECH) && language.is_phrasal(self.word_id(at))
            || language.opens_added_phrase(|offset| self.word_id(at + offset))
    }

    /// Whether a whole utterance follows a verb, after a comma or a colon or directly: "And she goes, “What?”"
    fn precedes_speech(self, verb: UnitIdx) -> bool {
        let at = verb + 1;
        let quotation = at + usize::from(self.is(at, Classes::COMMA.or(Classes::COLON)));
        let Some(tokens) = self.quoted(quotation) else { return false };
        let mut opening = (tokens.start + 1).to(tokens.end).iter().take(LONGEST_OPENING);
        let clause = Classes::PRONOUN.or(Classes::AUXILIARY);
        let is_that_is =
            |at| self.document.is(at, Classes::CLITIC) && self.document.is(at - 1, Classes::THAT);
        let is_clause = opening.any(|at| self.document.is(at, clause) || is_that_is(at));
        let exclaims = || {
            self.last_quoted(quotation).is_some_and(|last| {
                self.document.is(last, Classes::STOP) && !self.document.is(last, Classes::FULL_STOP)
            })
        };
        // "They like “Dune”" and "a place like “Dune”" are no speech.
        match self.is(verb, Classes::PREPOSITION) {
            true => self.is_after_be(verb) && (is_clause || exclaims()),
            false => self.document.is_capitalised(tokens.start + 1) || is_clause || exclaims(),
        }
    }

    /// Whether a form of "be" precedes a word in its group: "was just like".
    fn is_after_be(self, at: UnitIdx) -> bool {
        let group = self.verb_group(at).start.to(at);
        group.iter().any(|at| self.is(at, Classes::BE.or(Classes::CLITIC)))
    }

    /// Whether the verb at this unit can be alone with its speaker: "said Smith".
    pub(crate) fn is_speech(self, at: UnitIdx) -> bool {
        self.is(at, Classes::SPEECH) || self.is_phrasal(at)
    }

    fn form(self, group: UnitRange, at: UnitIdx) -> Form {
        let classes = self.classes(at);
        let mut earlier = group.start.to(at).iter().rev();
        let auxiliary = earlier.find(|&unit| self.is(unit, Classes::AUXILIARY.or(Classes::CLITIC)));
        let is_passive = auxiliary.is_some_and(|auxiliary| self.is(auxiliary, Classes::BE))
            && (classes.any(Classes::PARTICIPLE) || self.is_unlisted_past(at))
            && !classes.any(Classes::GERUND);
        if is_passive {
            return Form::Passive;
        }
        if self.is(group.start, Classes::TO) {
            return Form::Infinitive;
        }
        let is_bare = auxiliary.is_none() && !self.is(group.start, Classes::PAST.or(Classes::THIRD));
        if classes.any(Classes::GERUND) && is_bare {
            return Form::Participle;
        }
        Form::Finite
    }

    /// Whether a word is read as a verb for its ending alone: "was faulted by".
    fn is_unlisted_past(self, at: UnitIdx) -> bool {
        !self.is(at, Classes::ANY_VERB)
            && self.is_word_or_number(at)
            && self.document.language.ends_like(self.word(at), Ending::Past)
    }

    /// Whether nothing before a bare verb in its base form can be its subject.
    pub(crate) fn lacks_subject(self, verb: &Verb) -> bool {
        let classes = self.classes(verb.head);
        let is_bare = verb.group.start == verb.head || self.is(verb.group.start, Classes::ADVERB);
        let is_base = classes.any(Classes::BASE) && !classes.any(Classes::PAST.or(Classes::THIRD));
        is_bare && is_base && !self.has_plural_subject(verb.group.start)
    }

    /// Whether the word before a verb in its base form can be its subject: "officials say", "they argue".
    fn has_plural_subject(self, verb: UnitIdx) -> bool {
        let Some(before) = verb.before() else { return false };
        let subject = Classes::PLURAL.or(Classes::PRONOUN).or(Classes::RELATIVE).or(Classes::QUANTIFIER);
        self.is(before, subject.or(Classes::COMMA).or(Classes::CONJUNCTION))
            || self.ends_like_plural(before)
            || self.is_group_after_quotation(before) && !self.is_finite(verb + 1)
    }

    /// Whether a word ends like a noun in the plural: "protesters".
    pub(super) fn ends_like_plural(self, at: UnitIdx) -> bool {
        self.is_word_or_number(at)
            && !self.is(at, Classes::CLITIC.or(Classes::THIRD).or(Classes::ORGANISATION))
            && self.document.language.ends_like(self.word(at), Ending::Plural)
    }

    /// Whether a noun for a group and its article follow a quotation: “Q,” the team write.
    fn is_group_after_quotation(self, noun: UnitIdx) -> bool {
        let article = noun - 1;
        noun > self.start() + 1
            && self.is(noun, Classes::ORGANISATION)
            && self.is(article, Classes::DETERMINER)
            && self.is_quotation(article - 1)
    }

    /// Whether the unit is a form of "be", also as "’s". In a headline, where it is capitalised, it is not.
    pub(crate) fn is_be(self, at: UnitIdx) -> bool {
        self.is(at, Classes::BE) && !self.is_capitalised(at) || self.is_possessive_clitic(at)
    }

    /// Whether the unit is "’s", of a possessor or of "is".
    fn is_possessive_clitic(self, at: UnitIdx) -> bool {
        self.is(at, Classes::CLITIC) && !self.is(at, Classes::AUXILIARY)
    }

    /// Whether a word that may be a verb is a noun or an adjective at this place: "the claim", "his call".
    fn is_noun_here(self, before: Option<UnitIdx>, at: UnitIdx) -> bool {
        let Some(before) = before else { return false };
        let classes = self.classes(before);
        let is_gerund = self.is(at, Classes::GERUND);
        if self.is_possessive_clitic(before) {
            return !is_gerund || !self.is(at, Classes::PARTICIPLE);
        }
        let is_determined = classes.any(Classes::DETERMINER.or(Classes::POSSESSIVE))
            && !classes.any(Classes::RELATIVE.or(Classes::PRONOUN).or(Classes::QUANTIFIER));
        let is_infinitive = classes.any(Classes::TO) && self.is(at, Classes::BASE);
        let is_governed =
            classes.any(Classes::PREPOSITION) && !classes.any(Classes::ADVERB.or(Classes::SUBORDINATOR));
        is_determined
            || is_governed && !is_gerund && !is_infinitive
            || is_plural_noun(self.document, self.tokens(at.only()).start)
    }

    /// Whether a word that may be a verb is the first noun of a list before the verb of the sentence: "Local reports, blogs
    /// and experts say".
    fn opens_list(self, at: UnitIdx) -> bool {
        let noun = Classes::SPEECH_NOUN.or(Classes::DOCUMENT);
        let may_be = self.is(at, noun) && self.is(at, Classes::THIRD) && self.is_comma(at + 1);
        if !may_be
            || self.start().to(at).iter().rev().take(LONGEST_LIST).any(|unit| !self.is_word_or_number(unit))
        {
            return false;
        }
        let mut near = (at + 2).to(self.reach_ahead(at + 2, LONGEST_LIST)).iter();
        let is_part = |unit: &UnitIdx| !self.is_finite(*unit) || self.is(*unit, Classes::CONJUNCTION);
        let Some(joint) = near.find(|unit| !is_part(unit) || self.is(*unit, Classes::CONJUNCTION)) else {
            return false;
        };
        let rest = (joint + 1).to(self.reach_ahead(joint + 1, LONGEST_LIST));
        let verb = Classes::SPEECH.or(Classes::COMMA);
        let verb = rest.iter().find(|&unit| self.is_finite(unit) || self.is(unit, verb));
        self.is(joint, Classes::CONJUNCTION)
            && verb.is_some_and(|verb| {
                verb > joint + 1 && !self.is_comma(verb) && !self.is(verb, Classes::THIRD)
            })
    }

    /// The group that ends with the verb at `head`: auxiliaries, adverbs, negation, a verb with "to".
    pub(crate) fn verb_group(self, head: UnitIdx) -> UnitRange {
        let mut start = head;
        while let Some(before) = self.before(start) {
            start = match self.joins_group(before, start) {
                Joins::Not => break,
                Joins::Alone => before,
                Joins::WithVerbBefore => before - 1,
            };
        }
        let of_group = Classes::AUXILIARY.or(Classes::TO).or(Classes::ANY_VERB).or(Classes::NEGATION);
        // An adverb that opens the sentence is no part of the group.
        while start < head
            && !self.is(start, of_group)
            && (start == self.start() || self.is_capitalised(start))
        {
            start += 1;
        }
        start.to(head + 1)
    }

    /// Whether a unit belongs to the verb group that starts right after it.
    fn joins_group(self, at: UnitIdx, start: UnitIdx) -> Joins {
        let classes = self.classes(at);
        let has_before = at > self.start();
        let is_adverb =
            classes.any(Classes::ADVERB) && !classes.any(Classes::CONJUNCTION.or(Classes::DETERMINER));
        // "Everyone’s like, “No!”", but "everyone’s claim".
        let is_of_everyone = || self.is(at - 1, Classes::QUANTIFIER) && self.is(start, Classes::QUOTATIVE);
        let follows_subject = || self.is(at - 1, Classes::PRONOUN) || is_of_everyone();
        let is_be = self.is_possessive_clitic(at) && has_before && follows_subject();
        let is_auxiliary =
            is_be || classes.any(Classes::AUXILIARY.or(Classes::NEGATION)) && !self.is_capitalised(at);
        let follows = Classes::BASE.or(Classes::AUXILIARY).or(Classes::ADVERB);
        let is_to = classes.any(Classes::TO) && self.is(start, follows);
        let precedes_to = self.is(start, Classes::TO);
        let is_alone = is_adverb
            || is_auxiliary
            || is_to
            || precedes_to && self.is_catenative(at)
            || self.is_unlisted_adverb(at);
        if is_alone {
            return Joins::Alone;
        }
        let continues = precedes_to && classes.any(Classes::CONTINUING) && self.is(at - 1, Classes::VERB);
        match has_before && (continues || self.is_quoted_as(start, at)) {
            true => Joins::WithVerbBefore,
            false => Joins::Not,
        }
    }

    /// Whether a word may be an adverb that no list has: "wryly", but not "fly" and not "her family".
    fn is_unlisted_adverb(self, at: UnitIdx) -> bool {
        let of_nouns = Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::CLITIC);
        self.ends_like_adverb(at) && !(at > self.start() && self.is(at - 1, of_nouns))
    }

    /// Whether a word ends as adverbs do and is no noun or adjective that ends so too: "wryly", but not "family".
    pub(super) fn ends_like_adverb(self, at: UnitIdx) -> bool {
        self.is_word_or_number(at)
            && !self.is_capitalised(at)
            && !self.is(at, Classes::NOT_ADVERB)
            && self.document.language.ends_like(self.word(at), Ending::Adverb)
    }

    /// Whether "as" at a unit joins two verbs: "quoted as saying".
    fn is_quoted_as(self, verb: UnitIdx, at: UnitIdx) -> bool {
        self.is(at, Classes::CAPACITY)
            && self.is(verb, Classes::GERUND)
            && self.is(at - 1, Classes::PARTICIPLE)
    }

    /// Whether the verb at this unit takes the infinitive after it into its group: "declined to say".
    fn is_catenative(self, at: UnitIdx) -> bool {
        let classes = self.classes(at);
        let forms = Classes::PAST.or(Classes::THIRD).or(Classes::GERUND).or(Classes::BASE);
        classes.any(Classes::ANY_VERB)
            && classes.any(forms)
            && !self.is_capitalised(at)
            && !self.is_noun_here(self.before(at), at)
    }
}

/// Whether a unit belongs to the verb group after it.
enum Joins {
    Not,
    Alone,
    /// Together with the verb right before it: "went on", "quoted as".
    WithVerbBefore,
}
