//! Sources that follow the cue: “said Hugh Hill, a doctor”, “described by Smith”.

use super::MARKS;
use crate::language::{Classes, Phrase};
use crate::reading::sentence::Sentence;
use crate::text::index::{UnitIdx, UnitRange};

/// The maximum length of a phrase such as "according to", in units.
const LONGEST_SOURCE_PHRASE: usize = 4;
/// How far after a preposition the name or noun it governs is looked for, in units.
const LONGEST_OF_NAME: usize = 5;
/// How far after a passive verb its agent is looked for, in units.
const LONGEST_COMPLEMENT: usize = 5;

impl Sentence<'_> {
    /// The source after the cue: "said Hugh Hill, a doctor who met Lee,". Ends with the clause or before the
    /// next quotation.
    pub(crate) fn inverted_subject(self, from: UnitIdx) -> Option<UnitRange> {
        let is_object = self.is_object_of_source_phrase(from);
        if from >= self.end() || !is_object && !self.begins_noun_phrase(from) {
            return None;
        }
        if is_object || self.is(from, Classes::PRONOUN) {
            return Some(from.only());
        }
        let end = self.noun_phrase_end(from);
        let end = self.appositions_end(from, end);
        let source = self.trim(from.to(end));
        (!source.is_empty()).then_some(source)
    }

    /// The source after a verb, with an adverb or a particle of the verb before it skipped: "pointed out Ann Wu",
    /// "said again Ann Wu".
    pub(crate) fn inverted_subject_of(self, verb: UnitIdx) -> Option<UnitRange> {
        let next = verb + 1;
        let is_particle = self.is(next, Classes::PARTICLE_OF_SPEECH) && self.is_speech(verb);
        let nominal = Classes::PRONOUN.or(Classes::DETERMINER).or(Classes::QUANTIFIER);
        let is_skipped = (is_particle || self.is_plain_adverb(next)) && !self.is(next, nominal);
        let source = self.inverted_subject(next + usize::from(is_skipped))?;
        Some(self.owner_of_voice(source).unwrap_or(source))
    }

    /// Whose voice or words a source is: "cut in the clear voice of Ann Wu", "came the reply from the mayor".
    fn owner_of_voice(self, source: UnitRange) -> Option<UnitRange> {
        let joint = source.iter().find(|&at| self.is(at, Classes::GENITIVE.or(Classes::ORIGIN)))?;
        let noun = joint.before().filter(|noun| *noun > source.start)?;
        let is_voice = self.is(noun, Classes::VOICE)
            || self.is(noun, Classes::SPEECH_NOUN) && !self.is(noun, Classes::DOCUMENT.or(Classes::ROLE));
        let owner = (joint + 1).to(source.end);
        let is_somebody = !self.is_capitalised(noun)
            && !owner.is_empty()
            && (self.is_name(owner.start) || owner.iter().any(|at| self.is(at, Classes::ROLE)));
        (is_voice && is_somebody && self.is(source.start, Classes::DETERMINER)).then_some(owner)
    }

    /// "him" in "according to him".
    fn is_object_of_source_phrase(self, at: UnitIdx) -> bool {
        let is_phrase = |from: UnitIdx| {
            self.is(from, Classes::SOURCE_PHRASE)
                && self.phrase_at(Phrase::Source, from).is_some_and(|len| from + len == at)
        };
        self.is(at, Classes::OBJECT)
            && !self.is(at, Classes::POSSESSIVE)
            && self.reach_back(at, LONGEST_SOURCE_PHRASE).to(at).iter().any(is_phrase)
    }

    /// The agent of a passive: "described by Smith as", "dubbed “a fox” by Smith".
    pub(super) fn agent(self, verb: UnitIdx) -> Option<UnitRange> {
        let near = (verb + 1).to(self.reach_ahead(verb + 1, LONGEST_COMPLEMENT));
        let by = near.iter().find(|&at| self.is(at, Classes::AGENT))?;
        let complement = (verb + 1).to(by);
        if !complement.is_empty() && !self.is_quoted_complement(complement) {
            return None;
        }
        let mut end = self.noun_phrase_end(by + 1);
        // "accused by rivals of “buying the league”".
        if end > by + 2 && self.is_quotation(end) && self.is(end - 1, Classes::PREPOSITION) {
            end -= 1;
        }
        (end > by + 1).then(|| (by + 1).to(end))
    }

    /// Whether these units after a passive are what somebody is called in marks: "as “a fox”", "“a fox”".
    fn is_quoted_complement(self, units: UnitRange) -> bool {
        let small = Classes::DETERMINER.or(Classes::CAPACITY);
        let is_last_quoted = units.last().is_some_and(|last| self.is_quotation(last));
        is_last_quoted && units.iter().all(|at| self.is_quotation(at) || self.is(at, small))
    }

    fn begins_noun_phrase(self, at: UnitIdx) -> bool {
        let nominal = Classes::DETERMINER
            .or(Classes::PRONOUN)
            .or(Classes::QUANTIFIER)
            .or(Classes::ROLE)
            .or(Classes::PLURAL)
            .or(Classes::POSSESSIVE)
            .or(Classes::TITLE);
        let never = Classes::CALENDAR.or(Classes::CONJUNCTION).or(Classes::SUBORDINATOR).or(Classes::ADVERB);
        let classes = self.classes(at);
        let is_other_word =
            self.is_word_or_number(at) && !classes.any(Classes::PREPOSITION.or(Classes::OBJECT));
        (self.is_name(at) || classes.any(nominal) || is_other_word)
            && (!classes.any(never) || classes.any(nominal))
            && !classes.any(Classes::THAT)
    }

    /// Where the noun phrase that starts here ends, its prepositional parts included.
    fn noun_phrase_end(self, from: UnitIdx) -> UnitIdx {
        let mut at = from;
        let mut has_participle = false;
        while at < self.end() && !self.is_quotation(at) && !self.is(at, MARKS) {
            // "A study published Thursday in London", "a man arrested on Monday".
            has_participle |=
                self.is(at, Classes::PARTICIPLE) && at > from && self.is(from, Classes::DETERMINER);
            // "said Ann (not her real name)", but "said Ann Wu (R-Pa.)".
            let opens_remark = self.is(at, Classes::OPENING_BRACKET)
                && self.is_word_or_number(at + 1)
                && !self.is_capitalised(at + 1)
                && !self.starts_with_digit(at + 1);
            if opens_remark && at > from {
                break;
            }
            if self.opens_adjunct(from, at, has_participle) || at > from && self.is_beyond_noun(from, at) {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether a phrase of time, place or manner opens at a unit: "on Monday", "as he left".
    fn opens_adjunct(self, from: UnitIdx, at: UnitIdx, has_participle: bool) -> bool {
        let classes = self.classes(at);
        let is_adjunct = classes.any(Classes::CALENDAR) || classes.any(Classes::ADJUNCT) && at > from;
        let opens_relative = classes.any(Classes::PERSON_RELATIVE.or(Classes::OWNER_RELATIVE));
        let is_in_title = || {
            classes.any(Classes::PREPOSITION)
                && !classes.any(Classes::SUBORDINATOR)
                && self.continues_title(at)
        };
        is_adjunct && !opens_relative && !has_participle && !is_in_title()
    }

    /// Whether a word after the head of a noun phrase is no longer part of it: "Ann Wu | quietly", "the mayor | one
    /// morning", "Ann Wu | laughing".
    fn is_beyond_noun(self, from: UnitIdx, at: UnitIdx) -> bool {
        let classes = self.classes(at);
        let before = at - 1;
        if classes.any(Classes::OBJECT) && !classes.any(Classes::POSSESSIVE) {
            return !self.is(before, Classes::PREPOSITION);
        }
        if classes.any(Classes::TO) {
            let has_own_complement = self.is(before, Classes::DELEGATE.or(Classes::PARTICIPLE));
            // "said the beetle to the bee", but "said a close adviser to the mayor".
            let is_short = before == from + 1 && self.is(from, Classes::DEFINITE_ARTICLE);
            let is_thing =
                self.is(before, Classes::DOCUMENT.or(Classes::SPEECH_NOUN).or(Classes::ORGANISATION));
            return self.is_name(before)
                || !has_own_complement && (self.is_person(before) || is_short && !is_thing);
        }
        let ends_in_name = self.is_name(before) && !self.is_capitalised(at);
        let ends_in_noun = ends_in_name || self.is_person(before);
        let closes_phrase = at + 1 >= self.end() || !self.is_word_or_number(at + 1);
        let after =
            Classes::PREPOSITION.or(Classes::SUBORDINATOR).or(Classes::CONJUNCTION).or(Classes::DETERMINER);
        if self.is_plain_adverb(at) {
            let may_close = closes_phrase || self.is(at + 1, after) || self.is_plain_adverb(at + 1);
            return ends_in_name || may_close && !self.is(before, Classes::DETERMINER);
        }
        if classes.any(Classes::GERUND) {
            return ends_in_name || ends_in_noun && closes_phrase;
        }
        // "said Ann Wu minutes later".
        if ends_in_name && classes.any(Classes::TIME_UNIT) {
            return true;
        }
        let opens_noun_phrase =
            classes.any(Classes::TIME_DETERMINER.or(Classes::DETERMINER).or(Classes::QUANTIFIER));
        opens_noun_phrase && ends_in_noun && from < at
            || ends_in_name
                && classes.any(Classes::PREPOSITION)
                && !from.to(at).iter().any(|unit| self.is(unit, Classes::PREPOSITION))
                && self.tells_manner(at)
    }

    /// Whether the unit is a noun for people.
    fn is_person(self, at: UnitIdx) -> bool {
        self.is(at, Classes::ROLE.or(Classes::PLURAL).or(Classes::MALE).or(Classes::FEMALE))
            && !self.is(at, Classes::POSSESSIVE.or(Classes::QUANTIFIER))
    }

    /// Whether the unit is an adverb and no other part of speech: "quietly", but not "no" and not "family".
    fn is_plain_adverb(self, at: UnitIdx) -> bool {
        let other = Classes::CONJUNCTION.or(Classes::DETERMINER).or(Classes::QUANTIFIER);
        let is_adverb = self.is(at, Classes::ADVERB) || self.ends_like_adverb(at);
        is_adverb && !self.is_capitalised(at) && !self.is(at, other)
    }

    /// Whether the phrase of a preposition after a name says how somebody spoke or in which direction, rather than where
    /// somebody is from: "Ann Wu | over her shoulder", but "Ann Wu of Lima", "Ann Wu from the charity Shelter".
    fn tells_manner(self, at: UnitIdx) -> bool {
        let noun = self.reach_ahead(at, LONGEST_OF_NAME);
        !self.is(at, Classes::GENITIVE)
            && !at
                .to(noun)
                .iter()
                .any(|unit| self.is_capitalised(unit) || self.is(unit, Classes::ORGANISATION))
    }

    /// Whether a preposition continues a title or a description rather than telling when and how somebody spoke:
    /// "director at the plant", "a person familiar with the matter", but not "the nurse in a low voice".
    fn continues_title(self, at: UnitIdx) -> bool {
        let before = at - 1;
        let is_noun = self.is(before, Classes::ROLE.or(Classes::PLURAL));
        let is_adjective = self.is(at, Classes::ACCOMPANIMENT) && self.is(before, Classes::RELATIONAL);
        let follows_noun = (is_noun || is_adjective) && !self.is_capitalised(before);
        follows_noun
            && at + 1 < self.end()
            && !self.is(at + 1, Classes::CALENDAR)
            && (is_adjective || !self.governs_manner(at))
    }

    /// Whether the noun of a preposition tells how somebody spoke: "in a low voice", "with a smile".
    fn governs_manner(self, at: UnitIdx) -> bool {
        let noun = (at + 1).to(self.reach_ahead(at + 1, LONGEST_OF_NAME));
        let ends = |unit: &UnitIdx| !self.is(*unit, MARKS) && !self.is_quotation(*unit);
        let names_somebody = noun
            .iter()
            .take_while(ends)
            .any(|unit| self.is_capitalised(unit) || self.is(unit, Classes::ORGANISATION.or(Classes::ROLE)));
        let is_indefinite = self.is(at + 1, Classes::DETERMINER)
            && !self.is(at + 1, Classes::DEFINITE_ARTICLE.or(Classes::THAT));
        is_indefinite && !names_somebody
    }

    /// Where the appositions and relative clauses after a source end: ", a doctor", ", who met Lee".
    fn appositions_end(self, from: UnitIdx, mut end: UnitIdx) -> UnitIdx {
        // "According to police, the suspect fled": a plural without article and capital has no apposition.
        if !self.is_name(from) && self.is(from, Classes::PLURAL) {
            return end;
        }
        while end < self.end() && self.is_comma(end) {
            let opener = end + 1;
            if opener >= self.end() || !self.opens_apposition(from, opener) {
                break;
            }
            let mut at = opener;
            while at < self.end() && !self.is_quotation(at) && !self.is(at, MARKS) {
                at += 1;
            }
            let is_clause = self.has_main_verb(opener.to(at), end);
            if is_clause || self.is_quotation(at) && !self.is(opener, Classes::RELATIVE) {
                break;
            }
            end = at;
            if at + 1 < self.end() && self.is_comma(at) && self.is_quotation(at + 1) {
                end = at + 1;
                break;
            }
        }
        end
    }

    /// Whether the unit after a comma may open an apposition to the source that starts at `from`.
    fn opens_apposition(self, from: UnitIdx, opener: UnitIdx) -> bool {
        let opening = Classes::DETERMINER
            .or(Classes::RELATIVE)
            .or(Classes::ROLE)
            .or(Classes::POSSESSIVE)
            .or(Classes::ORGANISATION)
            .or(Classes::PLACE)
            .or(Classes::DEMONYM)
            .or(Classes::SUFFIX)
            .or(Classes::FORMER);
        let is_description = self.is(from, Classes::DETERMINER.or(Classes::ROLE).or(Classes::QUANTIFIER));
        self.is(opener, opening)
            || self.starts_with_digit(opener)
            || is_description && self.is(opener, Classes::GIVEN.or(Classes::TITLE))
            || self.is_name(opener) && !self.is_name(opener - 2)
    }
}
