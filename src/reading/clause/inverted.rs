//! Sources that follow the cue: “said Hugh Hill, a doctor”, “described by Smith”.

use super::MARKS;
use crate::language::{Classes, Phrase};
use crate::reading::sentence::Sentence;
use crate::text::index::{UnitIdx, UnitRange};

/// The maximum length of a phrase such as "according to", in units.
const LONGEST_SOURCE_PHRASE: usize = 4;

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

    /// The agent of a passive: "described by Smith as".
    pub(super) fn agent(self, verb: UnitIdx) -> Option<UnitRange> {
        let by = verb + 1;
        if by >= self.end() || !self.is(by, Classes::AGENT) {
            return None;
        }
        let end = self.noun_phrase_end(by + 1);
        (end > by + 1).then(|| (by + 1).to(end))
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
        while at < self.end() && !self.is_quotation(at) {
            let classes = self.classes(at);
            if classes.any(MARKS) {
                break;
            }
            // "A study published Thursday in London", "a man arrested on Monday".
            has_participle |=
                classes.any(Classes::PARTICIPLE) && at > from && self.is(from, Classes::DETERMINER);
            let is_adjunct = classes.any(Classes::CALENDAR) || classes.any(Classes::ADJUNCT) && at > from;
            let opens_relative = classes.any(Classes::PERSON_RELATIVE.or(Classes::OWNER_RELATIVE));
            let is_in_title = classes.any(Classes::PREPOSITION)
                && !classes.any(Classes::SUBORDINATOR)
                && self.continues_title(at);
            if is_adjunct && !opens_relative && !is_in_title && !has_participle {
                break;
            }
            let is_object = classes.any(Classes::OBJECT) && !classes.any(Classes::POSSESSIVE);
            if is_object && at > from && !self.is(at - 1, Classes::PREPOSITION) {
                break;
            }
            if classes.any(Classes::TO) && at > from && self.is_name(at - 1) {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether a preposition continues a title rather than telling when and where somebody spoke.
    fn continues_title(self, at: UnitIdx) -> bool {
        let follows_noun = self.is(at - 1, Classes::ROLE.or(Classes::PLURAL)) && !self.is_capitalised(at - 1);
        follows_noun && at + 1 < self.end() && !self.is(at + 1, Classes::CALENDAR)
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
