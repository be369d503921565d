//! Where the noun phrase before a verb starts and ends.

use super::{LONGEST_SUBJECT, MARKS};
use crate::language::Classes;
use crate::reading::sentence::Sentence;
use crate::text::index::{UnitIdx, UnitRange};
use crate::words::Shape;

/// How far back a conjunction is checked for a verb in the clause before it, in units.
const LONGEST_COORDINATE: usize = 12;

const ARTICLE: Classes = Classes::DEFINITE_ARTICLE.or(Classes::INDEFINITE_ARTICLE);

impl Sentence<'_> {
    /// Where the noun phrase starts that ends before `end`.
    pub(super) fn noun_phrase_start(self, end: UnitIdx) -> UnitIdx {
        let low = self.reach_back(end, LONGEST_SUBJECT);
        let mut start = end;
        while start > low {
            let at = start - 1;
            if self.closes_bracket(at) {
                let opening = self.bracket_start(at).unwrap_or(at);
                // "[laughs] My accountant said"
                if start < end && (opening == self.start() || self.is(opening - 1, Classes::STOP)) {
                    break;
                }
                start = opening;
                continue;
            }
            if self.is_barrier(low, at, end) {
                break;
            }
            start = at;
        }
        self.skip_adverbials(start, end)
    }

    /// Whether the unit ends a clause or phrase before the noun phrase that ends at `end`.
    fn is_barrier(self, low: UnitIdx, at: UnitIdx, end: UnitIdx) -> bool {
        if self.is_quotation(at) {
            // A quoted word inside the phrase ("the “gang” leader said") is between two words of it.
            return self.may_be_followed_by_tag(at) || at + 1 >= end || at == low;
        }
        let classes = self.classes(at);
        if classes.any(MARKS) {
            let is_within = self.is_within_place(low, at, end)
                || self.is_within_list(low, at, end)
                || self.is_before_suffix(at);
            return !is_within;
        }
        if classes.any(Classes::THAT) && at > low && self.is(at - 1, Classes::ANY_VERB) {
            return true;
        }
        let is_subordinator = classes.any(Classes::SUBORDINATOR) && !classes.any(Classes::PREPOSITION);
        if is_subordinator || self.opens_clause_of_time(low, at) {
            return true;
        }
        if classes.any(Classes::CAPACITY.or(Classes::CONJUNCTION)) {
            // "fix the system and he, once again, pledged": a pronoun begins a clause of its own.
            let opens_clause = self.is(at + 1, Classes::PRONOUN)
                && !self.is(at + 1, Classes::OBJECT)
                && self.is_comma(at + 2);
            return opens_clause || self.joins_clauses(low, at);
        }
        // "court records show": the word right before a verb is a noun.
        let is_noun = at + 1 == end && classes.any(Classes::THIRD) && !classes.any(Classes::AUXILIARY);
        self.is_finite(at)
            && !is_noun
            && !self.is_in_relative_clause(low, at)
            && !self.is_participle_after_noun(at)
    }

    /// Whether a clause of time begins here: "two days | after the minister said".
    fn opens_clause_of_time(self, low: UnitIdx, at: UnitIdx) -> bool {
        opens_clause_or_phrase(self.classes(at))
            && at > low
            && !self.is(at - 1, MARKS)
            && !self.is(at, Classes::CAPACITY)
    }

    /// Whether a comma is on either side of the state of a town: "the Spokane, Wash., company".
    fn is_within_place(self, low: UnitIdx, comma: UnitIdx, end: UnitIdx) -> bool {
        let is_state = |at: UnitIdx| {
            at > low + 1
                && at + 2 < end
                && self.is(at, Classes::PLACE)
                && self.is_comma(at - 1)
                && self.is_comma(at + 1)
                && self.is_name(at - 2)
                && !self.is_capitalised(at + 2)
                && self.is_word_or_number(at + 2)
        };
        self.is_comma(comma) && (is_state(comma + 1) || comma > low && is_state(comma - 1))
    }

    /// Whether a comma precedes the legal form of a company or the suffix of a name: "Corvane, Inc.", "Li, Jr.".
    fn is_before_suffix(self, comma: UnitIdx) -> bool {
        let next = comma + 1;
        let is_suffix = self.is(next, Classes::SUFFIX)
            || self.is(next, Classes::ORGANISATION) && self.has(next, Shape::POINTED);
        self.is_comma(comma) && is_suffix && self.is_capitalised(next)
    }

    /// Whether a comma is between names that begin a sentence: "Germany, France and Britain".
    fn is_within_list(self, low: UnitIdx, comma: UnitIdx, end: UnitIdx) -> bool {
        let are_names = |units: UnitRange| {
            !units.is_empty() && units.iter().all(|at| self.is_name(at) || self.is_comma(at))
        };
        let joint = (comma + 1).to(end).iter().find(|&at| self.is(at, Classes::CONJUNCTION));
        self.is_comma(comma)
            && joint.is_some_and(|joint| are_names((comma + 1).to(joint)) && are_names((joint + 1).to(end)))
            && are_names(low.to(comma))
    }

    /// Whether a conjunction joins two clauses: a verb or a comma precedes it.
    fn joins_clauses(self, low: UnitIdx, at: UnitIdx) -> bool {
        let is_edge = |at: UnitIdx| self.is_comma(at) || self.is_quotation(at);
        let near = low.to(at).iter().rev().take(LONGEST_COORDINATE);
        at == low
            || is_edge(at - 1)
            || near.take_while(|&unit| !is_edge(unit)).any(|unit| self.is_finite(unit))
    }

    /// Whether a past form modifies the noun before it: "a statement released by".
    fn is_participle_after_noun(self, at: UnitIdx) -> bool {
        self.is(at, Classes::PARTICIPLE)
            && self.is(at + 1, Classes::PREPOSITION)
            && (!self.is_capitalised(at.saturating_sub(1)) || self.is(at + 1, Classes::AGENT))
    }

    /// Skips what precedes the subject in its clause: "But", "On Monday", "In Iowa".
    pub(super) fn skip_adverbials(self, mut start: UnitIdx, end: UnitIdx) -> UnitIdx {
        let opener = Classes::CONJUNCTION.or(Classes::SUBORDINATOR).or(Classes::ADVERB);
        let nominal =
            Classes::DETERMINER.or(Classes::QUANTIFIER).or(Classes::PRONOUN).or(Classes::PREPOSITION);
        while start < end {
            let classes = self.classes(start);
            let opens_clause = classes.any(opener) && !classes.any(nominal);
            // "As he was led away a woman shouted": two nouns cannot meet at an article.
            let precedes_article =
                self.is(start + 1, ARTICLE) && !classes.any(nominal) && !self.is_name(start);
            let may_be_skipped = classes.any(Classes::CALENDAR)
                || opens_clause_or_phrase(classes)
                || self.opens_question(start);
            if self.is_phrase_of_time(start) && start + 2 < end {
                start += 2;
            } else if opens_clause || precedes_article || may_be_skipped && start + 1 < end {
                start += 1;
            } else if classes.any(Classes::PREPOSITION) {
                match self.after_preposition(start, end) {
                    Some(next) => start = next,
                    None => return start,
                }
            } else {
                break;
            }
        }
        start
    }

    /// Whether the verb of a question opens the sentence: "Has | anybody | seen".
    fn opens_question(self, at: UnitIdx) -> bool {
        at == self.start() && self.is(at, Classes::AUXILIARY) && !self.is_name(at)
    }

    /// Whether these two words before a noun phrase tell when: "Last night the minister said".
    fn is_phrase_of_time(self, at: UnitIdx) -> bool {
        let nominal = Classes::DETERMINER.or(Classes::PRONOUN).or(Classes::POSSESSIVE);
        self.is(at, Classes::TIME_DETERMINER)
            && !self.is_capitalised(at + 1)
            && (self.is(at + 2, nominal) || self.is_capitalised(at + 2))
    }

    /// The start of a second noun phrase after the one that a preposition governs: "In Iowa | the senator".
    fn after_preposition(self, start: UnitIdx, end: UnitIdx) -> Option<UnitIdx> {
        let determiner = (start + 2).to(end).iter().rev().find(|&at| {
            self.is(at, Classes::DETERMINER.or(Classes::PRONOUN)) && !self.is(at - 1, Classes::PREPOSITION)
        });
        determiner.or_else(|| {
            let capitals = (start + 1).to(end).iter().rev().take_while(|&at| self.is_name(at));
            capitals.last().filter(|name| *name > start + 1)
        })
    }

    /// Drops marks and a single final comma from a source; the comma that closes a parenthesis stays.
    pub(super) fn trim(self, source: UnitRange) -> UnitRange {
        let UnitRange { mut start, mut end } = source;
        while start < end && !self.is_word_or_number(start) && !self.is_quotation(start) {
            start += 1;
        }
        let has_single_final_comma =
            end > start && self.is_comma(end - 1) && !start.to(end - 1).iter().any(|at| self.is_comma(at));
        if has_single_final_comma {
            end -= 1;
        }
        // "Ann Wu MP said".
        let closes_name = end > start + 2 && self.is_name(end - 2) && self.is_name(end - 3);
        if closes_name && self.is_capitalised(end - 1) && self.is(end - 1, Classes::HONOUR) {
            end -= 1;
        }
        start.to(end)
    }
}

/// Whether a word of these classes opens clauses as well as noun phrases: "after", "since".
fn opens_clause_or_phrase(classes: Classes) -> bool {
    classes.any(Classes::SUBORDINATOR) && classes.any(Classes::PREPOSITION)
}
