//! Brackets and parentheses between a subject and its verb.

use super::LONGEST_SUBJECT;
use crate::language::Classes;
use crate::reading::sentence::Sentence;
use crate::text::index::{UnitIdx, UnitRange};

/// How far before a comma the comma is looked for that opens its parenthesis, in units.
const LONGEST_INSERTION: usize = 20;

impl Sentence<'_> {
    pub(super) fn closes_bracket(self, at: UnitIdx) -> bool {
        self.is(at, Classes::CLOSING_BRACKET)
    }

    /// Where the bracket opens that closes at this unit.
    pub(super) fn bracket_start(self, close: UnitIdx) -> Option<UnitIdx> {
        let mut inside = self.start().to(close).iter().rev().take(LONGEST_SUBJECT);
        inside.find(|&at| self.is(at, Classes::OPENING_BRACKET))
    }

    /// The comma that opens the parenthesis that this comma ends: "Smith, a doctor, said".
    pub(super) fn parenthesis_start(self, comma: UnitIdx) -> Option<UnitIdx> {
        let low = self.reach_back(comma, LONGEST_SUBJECT);
        let mut best = None;
        for at in low.to(comma).iter().rev() {
            let is_over = self.is_quotation(at) && best.is_some()
                || self.is(at, Classes::SEMICOLON.or(Classes::COLON).or(Classes::DASH));
            if is_over {
                break;
            }
            if !self.is_comma(at) || at == self.start() {
                continue;
            }
            // "The driver, 34, was drunk, said Ann Moss": the content ends with this comma; no apposition does.
            if self.is(at + 1, Classes::AUXILIARY) {
                break;
            }
            if self.may_open_parenthesis(at + 1) && self.ends_noun_phrase(at - 1) {
                best = Some(at);
                // "Smith, a Republican from Ohio, who met Lee, said": go on while the phrase before is itself
                // set off by commas.
                if !self.is_after_insertion(at) {
                    break;
                }
            }
        }
        let first = self.comma_after_first_name(comma);
        best.map(|best| {
            first.filter(|first| *first < best && !self.has_main_verb(first.to(best), *first)).unwrap_or(best)
        })
    }

    /// The comma after a name that opens the sentence, if an apposition follows: "Ann Wu, the envoy of Norland, …, said".
    fn comma_after_first_name(self, end: UnitIdx) -> Option<UnitIdx> {
        let low = self.reach_back(end, LONGEST_SUBJECT);
        let comma = self.start().to(end).iter().take(LONGEST_INSERTION).find(|&at| !self.is_name(at))?;
        let opener = Classes::DETERMINER
            .or(Classes::ROLE)
            .or(Classes::POSSESSIVE)
            .or(Classes::GERUND)
            .or(Classes::ADVERB);
        let opens = self.is(comma + 1, opener);
        let is_name = comma > low && self.is_comma(comma) && self.may_be_added_to(comma - 1);
        (low == self.start() && is_name && opens).then_some(comma)
    }

    fn may_open_parenthesis(self, at: UnitIdx) -> bool {
        let opener = Classes::RELATIVE
            .or(Classes::DETERMINER)
            .or(Classes::ROLE)
            .or(Classes::PREPOSITION)
            .or(Classes::GERUND)
            .or(Classes::PARTICIPLE)
            .or(Classes::SUBORDINATOR)
            .or(Classes::ADVERB)
            .or(Classes::POSSESSIVE);
        self.is(at, opener) || self.is_word_or_number(at)
    }

    /// Whether the words right before this comma are themselves set off by a comma from a name.
    fn is_after_insertion(self, comma: UnitIdx) -> bool {
        let low = self.reach_back(comma, LONGEST_INSERTION);
        let is_edge = |at: UnitIdx| self.is_comma(at) || self.is_quotation(at) || at == self.start();
        let opener = low.to(comma).iter().rev().find(|&at| is_edge(at));
        opener.is_some_and(|at| {
            at > self.start()
                && self.is_comma(at)
                && self.adds_to_name((at + 1).to(comma))
                && self.may_be_added_to(at - 1)
                && !self.is_place_before(at)
        })
    }

    /// Whether words between two commas say more about a name: ", 46,", ", a doctor,", ", based in Lima,".
    fn adds_to_name(self, words: UnitRange) -> bool {
        let opener = Classes::DETERMINER
            .or(Classes::ROLE)
            .or(Classes::POSSESSIVE)
            .or(Classes::PLACE)
            .or(Classes::PREPOSITION);
        let may_be_participle = self.is_finite(words.start) && self.is(words.start + 1, Classes::PREPOSITION);
        let opens = may_be_participle || self.starts_with_digit(words.start) || self.is(words.start, opener);
        opens && !words.iter().skip(usize::from(may_be_participle)).any(|at| self.is_finite(at))
    }

    /// Whether a name, an age, a role or a bracket ends at this unit.
    fn may_be_added_to(self, at: UnitIdx) -> bool {
        // "However, the mayor, a doctor, said": the adverb is no name.
        self.is_name(at) && !self.is(at, Classes::ADVERB)
            || self.starts_with_digit(at)
            || self.closes_bracket(at)
            || self.is(at, Classes::ROLE)
    }

    /// Whether the words before a comma tell where somebody spoke: "In Boston, Mayor Ann Wu, a doctor, said".
    fn is_place_before(self, comma: UnitIdx) -> bool {
        let first = self.start();
        self.is(first, Classes::PREPOSITION)
            && comma > first + 1
            && (first + 1).to(comma).iter().all(|at| self.is_name(at))
    }

    fn ends_noun_phrase(self, at: UnitIdx) -> bool {
        let stops = Classes::PREPOSITION
            .or(Classes::CONJUNCTION)
            .or(Classes::DETERMINER)
            .or(Classes::SUBORDINATOR)
            .or(Classes::AUXILIARY);
        // "The tall one, called Rook, said".
        let is_pronoun = self.is(at, Classes::DETERMINER) && self.is(at, Classes::QUANTIFIER);
        self.is_word_or_number(at) && (!self.is(at, stops) || is_pronoun)
            || self.is(at, Classes::CLOSING_BRACKET)
    }
}
