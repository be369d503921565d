//! Clauses without a parser: where the source of a cue is.

mod brackets;
mod inverted;
mod noun_phrase;
mod possessor;
mod subject;

use crate::language::Classes;
use crate::reading::cues::Cue;
use crate::reading::sentence::Sentence;
use crate::reading::verbs::Form;
use crate::text::index::{UnitIdx, UnitRange};

/// How far back a subject is looked for, in units.
const LONGEST_SUBJECT: usize = 60;

/// The longest distance from a quotation to the cue of "she asked" after it, in units.
const LONGEST_TAG: usize = 12;

/// How far before a verb its relative pronoun may be, in units.
const LONGEST_RELATIVE: usize = 8;

/// Marks that separate phrases.
const MARKS: Classes =
    Classes::COMMA.or(Classes::SEMICOLON).or(Classes::COLON).or(Classes::DASH).or(Classes::STOP);

impl Sentence<'_> {
    /// Whether the rest of a paragraph begins with "she asked": a subject and a cue of speech, with no content
    /// after it where `is_bare` asks for that.
    pub(crate) fn begins_with_tag(self, is_bare: bool) -> bool {
        let from = self.start();
        let window = from.to(self.reach_ahead(from, LONGEST_TAG));
        let Some(verb) = window.iter().find(|&at| self.is_finite(at)) else { return false };
        if verb == from || !self.is_verb_of_tag(verb) {
            return false;
        }
        let ends = verb + 1 >= self.end() || self.is(verb + 1, Classes::FULL_STOP);
        let is_plain = |at: UnitIdx| {
            self.is_word_or_number(at) && !self.is(at, Classes::PREPOSITION.or(Classes::SUBORDINATOR))
        };
        // "Ann Moss, a teacher from Lima, said.", "Ann Moss, of Lima, said of the rain."
        let is_apposition = || {
            let comma = from.to(verb).iter().find(|&at| self.is_comma(at));
            let may_go_on = ends || !is_bare || self.is(verb + 1, Classes::PREPOSITION);
            may_go_on
                && self.is_comma(verb - 1)
                && comma.is_some_and(|comma| from.to(comma).iter().all(is_plain))
        };
        from.to(verb).iter().all(is_plain) && (ends || !is_bare) || is_apposition()
    }

    /// Whether a finite verb may be that of "she asked" after a quotation: a verb of speech, one that introduces
    /// such a verb ("hastened to say"), or one that calls without an object ("called after him").
    fn is_verb_of_tag(self, verb: UnitIdx) -> bool {
        let next = verb + 1;
        let introduces_speech = self.is(next, Classes::TO) && self.is(next + 1, Classes::SPEECH);
        let has_no_object = next >= self.end() || self.is(next, Classes::STOP.or(Classes::PREPOSITION));
        let calls = self.is(verb, Classes::CALLING) && has_no_object;
        introduces_speech || (calls || self.is_speech(verb)) && self.quoting_verb_at(verb).is_some()
    }

    /// Whether the rest of a paragraph is "Asked Ann Wu.", whose verb has a capital.
    pub(crate) fn is_capitalised_tag(self) -> bool {
        let (verb, next) = (self.start(), self.start() + 1);
        let is_verb =
            self.is_capitalised(verb) && self.is(verb, Classes::SPEECH) && self.is(verb, Classes::PAST);
        is_verb
            && (self.is_name(next) || self.is(next, Classes::PRONOUN))
            && self
                .inverted_subject(next)
                .is_some_and(|source| source.end >= self.end() || self.is(source.end, Classes::STOP))
    }

    /// Whether the content of one cue holds the other: the subject of the inner one is in the clause after the
    /// outer one.
    pub(crate) fn reports(self, outer: &Cue, inner: &Cue) -> bool {
        let is_outer_speech = self.is(outer.head, Classes::SPEECH) && outer.form() != Some(Form::Passive);
        if !is_outer_speech || outer.head > inner.head || outer.subject(self).is_none() {
            return false;
        }
        match inner.subject(self) {
            None => true,
            Some(source) if source.start <= outer.head || self.follows_governed_relative(source.start) => {
                false
            }
            Some(source) => {
                self.is(outer.head + 1, Classes::THAT)
                    || !outer.head.to(source.start).iter().any(|at| self.is_comma(at))
            }
        }
    }

    /// Whether a preposition and a relative pronoun precede a subject: "…, to which | Lee replied", "refused to comment
    /// on what | Lee called a stunt".
    fn follows_governed_relative(self, subject: UnitIdx) -> bool {
        let relative = self.before(subject).filter(|&at| self.is(at, Classes::RELATIVE));
        let governor = relative.and_then(|relative| self.before(relative));
        governor.is_some_and(|at| self.is(at, Classes::PREPOSITION.or(Classes::TO)))
    }

    /// Whether a relative pronoun opens the clause of the verb at this unit: "the man who shot him", "people
    /// that live here".
    fn is_in_relative_clause(self, low: UnitIdx, at: UnitIdx) -> bool {
        let near = low.to(at).iter().rev().take(LONGEST_RELATIVE);
        near.take_while(|&unit| !self.is_comma(unit)).any(|unit| {
            self.is(unit, Classes::RELATIVE) && unit > low && !self.is(unit - 1, Classes::ANY_VERB)
        })
    }

    /// Whether any of these units is a finite verb outside relative clauses that open after `low`.
    pub(crate) fn has_main_verb(self, units: UnitRange, low: UnitIdx) -> bool {
        units.iter().any(|at| self.is_finite(at) && !self.is_in_relative_clause(low, at))
    }
}
