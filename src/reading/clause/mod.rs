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

/// Where a look for a subject ends, in units.
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
        if verb == from || !self.is_speech(verb) || self.quoting_verb_at(verb).is_none() {
            return false;
        }
        let ends = verb + 1 >= self.end() || self.is(verb + 1, Classes::FULL_STOP);
        let is_plain = |at: UnitIdx| {
            self.is_word_or_number(at) && !self.is(at, Classes::PREPOSITION.or(Classes::SUBORDINATOR))
        };
        // "Ann Moss, a teacher from Lima, said."
        let is_apposition = || {
            let comma = from.to(verb).iter().find(|&at| self.is_comma(at));
            ends && self.is_comma(verb - 1) && comma.is_some_and(|comma| from.to(comma).iter().all(is_plain))
        };
        from.to(verb).iter().all(is_plain) && (ends || !is_bare) || is_apposition()
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
            Some(source) if source.start <= outer.head => false,
            Some(source) => {
                self.is(outer.head + 1, Classes::THAT)
                    || !outer.head.to(source.start).iter().any(|at| self.is_comma(at))
            }
        }
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
    fn has_main_verb(self, units: UnitRange, low: UnitIdx) -> bool {
        units.iter().any(|at| self.is_finite(at) && !self.is_in_relative_clause(low, at))
    }
}
