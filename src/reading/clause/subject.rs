//! Sources that precede the cue: its subject, or that of the clause around it.

use super::LONGEST_SUBJECT;
use crate::language::Classes;
use crate::reading::sentence::Sentence;
use crate::reading::verbs::{Form, Verb};
use crate::text::index::{UnitIdx, UnitRange};

/// How far back the comma before an inserted quotation is looked for, in units.
const LONGEST_INSERTION: usize = 6;
/// The longest subject of a relative clause, in units.
const LONGEST_RELATIVE_SUBJECT: usize = 4;
/// How far after a conjunction the verb of its own clause is looked for, in units.
const LONGEST_CLAUSE: usize = 15;
/// How far back the preposition of "with Guterres saying" is looked for, in units.
const LONGEST_ABSOLUTE: usize = 15;
/// How far back the determiner of "a joint statement saying" is looked for, in units.
const LONGEST_DOCUMENT: usize = 6;

impl Sentence<'_> {
    /// The source of a verb that precedes it. Asked through [`Cue::subject`](crate::reading::Cue::subject),
    /// which keeps the answer.
    pub(in crate::reading) fn subject_of(self, verb: &Verb) -> Option<UnitRange> {
        let start = verb.group.start;
        match verb.form {
            Form::Finite if self.is_inverted(verb) => None,
            Form::Finite => self.finite_subject(start),
            Form::Participle => self.participle_subject(start),
            Form::Infinitive => self.subject_after_for(start).or_else(|| self.main_subject(start)),
            Form::Passive => self.agent(verb.head),
        }
    }

    /// The subject of an infinitive that "for" introduces: "It is rare for | residents | to say".
    fn subject_after_for(self, verb: UnitIdx) -> Option<UnitRange> {
        let near = self.reach_back(verb, LONGEST_RELATIVE_SUBJECT + 1).to(verb);
        let opener = near.iter().rev().find(|&at| self.is(at, Classes::SUBJECT_PREPOSITION))?;
        let subject = (opener + 1).to(verb);
        let people = Classes::ROLE.or(Classes::PLURAL).or(Classes::OBJECT).or(Classes::DOCUMENT);
        let last = subject.last()?;
        let is_somebody = self.is_name(last) || self.is(last, people) || self.ends_like_plural(last);
        (is_somebody && subject.iter().all(|at| self.is_word_or_number(at)) && !self.has_verb(subject))
            .then_some(subject)
    }

    /// Whether the subject of a verb after a comma can only follow it, since nothing else does: "The bus was
    /// full, said Ann Moss".
    pub(crate) fn is_inverted(self, verb: &Verb) -> bool {
        let (start, next) = (verb.group.start, verb.group.end);
        let is_tag = start == verb.head
            && start > self.start()
            && self.is_comma(start - 1)
            && self.is(verb.head, Classes::PLAIN_SPEECH);
        let may_be_name =
            self.is(next, Classes::ROLE.or(Classes::TITLE).or(Classes::PLURAL)) || self.is_name(next);
        let rest = next.to(self.end());
        is_tag
            && !rest.is_empty()
            && may_be_name
            && !rest.iter().any(|at| self.is_quotation(at))
            && !self.has_main_verb(rest, next)
    }

    /// The subject of the first finite verb before a unit, in the clause around that unit.
    pub(crate) fn first_subject(self) -> Option<UnitRange> {
        self.main_subject(self.end())
    }

    /// The subject of the finite verb group that starts at this unit.
    fn finite_subject(self, verb: UnitIdx) -> Option<UnitRange> {
        let before = self.before(verb)?;
        if self.is(before, Classes::RELATIVE.or(Classes::PRONOUN)) {
            return Some(before.to(verb));
        }
        if self.is(before, Classes::CONJUNCTION) || self.is_coordinating_comma(before) {
            return self.main_subject(before);
        }
        // "Ann Wu yesterday said", but "USA Today said".
        let is_time = self.is(before, Classes::TIME_ADVERB) && !self.is_capitalised(before);
        if before > self.start() && is_time {
            return self.finite_subject(before);
        }
        // "A spokesman for the council on Monday said".
        let date = before - 1;
        let is_date = self.is(before, Classes::CALENDAR) && self.is(date, Classes::CONTINUING);
        if before > self.start() + 1 && is_date && !self.is_name(date - 1) {
            return self.finite_subject(date);
        }
        let end = self.end_of_noun_phrase(before, verb)?;
        if end <= self.start() {
            return None;
        }
        let start = self.noun_phrase_start(end);
        if start >= end {
            return None;
        }
        let start = match self.subject_after_relative(start, verb) {
            Some(start) => start,
            None if self.is(start, Classes::RELATIVE) && !self.is(start, Classes::DETERMINER) => {
                return Some(start.only());
            }
            None => start,
        };
        Some(self.trim(start.to(verb))).filter(|source| !source.is_empty())
    }

    /// Where the subject of a relative clause begins: "Smith" in "a price that Smith called “mad”".
    fn subject_after_relative(self, start: UnitIdx, verb: UnitIdx) -> Option<UnitIdx> {
        let near = start.to(verb).iter().rev().take(LONGEST_RELATIVE_SUBJECT + 1);
        let opener = near.into_iter().find(|&at| self.is(at, Classes::RELATIVE))?;
        let subject = (opener + 1).to(verb);
        let opens = |at| self.is(at, Classes::POSSESSIVE) || self.is_name(at);
        let is_person = self.is(opener, Classes::PERSON_RELATIVE.or(Classes::OWNER_RELATIVE));
        let is_subject = !subject.is_empty() && opens(subject.start) && !self.has_verb(subject);
        (is_subject && !is_person).then_some(subject.start)
    }

    /// Where the noun phrase before a verb ends, a parenthesis after it left out.
    fn end_of_noun_phrase(self, before: UnitIdx, verb: UnitIdx) -> Option<UnitIdx> {
        let earlier = || self.start().to(before).iter().rev();
        if self.is_comma(before) {
            self.parenthesis_start(before)
        } else if self.is_quotation(before) && self.may_be_followed_by_tag(before) {
            earlier().take(LONGEST_INSERTION).find(|&at| self.is_comma(at))
        } else if self.is(before, Classes::DASH) {
            earlier().take(LONGEST_SUBJECT).find(|&at| self.is(at, Classes::DASH))
        } else if self.closes_bracket(before) {
            self.bracket_start(before)
        } else {
            Some(verb)
        }
    }

    /// Whether a comma before a verb ends a clause with the same subject ("won, and, said") rather than a
    /// parenthesis ("Smith, a doctor, said").
    fn is_coordinating_comma(self, comma: UnitIdx) -> bool {
        self.is_comma(comma) && comma > self.start() && self.is(comma - 1, Classes::CONJUNCTION)
    }

    /// The subject of the clause around a participle, an infinitive or the second of two verbs: that of its
    /// first finite verb.
    fn main_subject(self, mut before: UnitIdx) -> Option<UnitRange> {
        loop {
            let start = self.after_leading_clause(self.clause_start(before), before);
            let clause = self.from(start);
            let of_verb = |at: UnitIdx| {
                let is_main = self.is_finite(at) && !self.is_in_relative_clause(start, at);
                is_main.then(|| clause.direct_subject(self.group_start(start, at))).flatten()
            };
            let found =
                start.to(before).iter().find_map(of_verb).or_else(|| self.absolute_subject(start, before));
            if found.is_some() || start <= self.start() {
                return found;
            }
            before = start - 1;
        }
    }

    /// The subject of the nearest finite verb before a unit, where a clause begins with it: "It was late when | Holt | rose
    /// and said".
    pub(crate) fn nearest_subject(self, before: UnitIdx) -> Option<UnitRange> {
        let low = self.reach_back(before, LONGEST_SUBJECT);
        let of_verb = |at: UnitIdx| self.direct_subject(self.group_start(low, at));
        let verbs = low.to(before).iter().rev().filter(|&at| self.is_finite(at));
        let subject = { verbs }.find_map(of_verb)?;
        let opener = Classes::COMMA.or(Classes::SEMICOLON).or(Classes::DASH).or(Classes::CONJUNCTION);
        let opener = opener.or(Classes::SUBORDINATOR).or(Classes::THAT);
        let begins_clause = self.before(subject.start).is_none_or(|at| self.is(at, opener));
        (begins_clause && !self.is(subject.end - 1, Classes::RELATIVE)).then_some(subject)
    }

    /// The subject of a clause without a finite verb: "with | Guterres | taking the floor".
    fn absolute_subject(self, start: UnitIdx, before: UnitIdx) -> Option<UnitRange> {
        let with = self.before(start).filter(|&at| self.is(at, Classes::ACCOMPANIMENT))?;
        let verb = start.to(before).iter().find(|&at| self.is(at, Classes::GERUND))?;
        let subject = (with + 1).to(verb);
        (!subject.is_empty() && self.is_nominal(subject)).then_some(subject)
    }

    /// The subject of a finite verb that is not itself the second of several.
    fn direct_subject(self, verb: UnitIdx) -> Option<UnitRange> {
        let before = self.before(verb)?;
        if self.is(before, Classes::CONJUNCTION) || self.is_coordinating_comma(before) {
            return None;
        }
        self.finite_subject(verb).filter(|range| self.is_nominal(*range))
    }

    /// Whether a range can be a subject at all: it holds a name, a pronoun or the start of a noun phrase.
    fn is_nominal(self, range: UnitRange) -> bool {
        let nominal = Classes::PRONOUN
            .or(Classes::DETERMINER)
            .or(Classes::QUANTIFIER)
            .or(Classes::PLURAL)
            .or(Classes::ROLE)
            .or(Classes::RELATIVE);
        range.iter().any(|at| self.is_name(at) || self.is(at, nominal))
            || range.last().is_some_and(|last| self.ends_like_plural(last))
    }

    fn group_start(self, low: UnitIdx, verb: UnitIdx) -> UnitIdx {
        let mut start = verb;
        while start > low
            && self.is(start - 1, Classes::ADVERB.or(Classes::AUXILIARY))
            && !self.is_capitalised(start - 1)
            && !self.is(start - 1, Classes::CONJUNCTION)
        {
            start -= 1;
        }
        start
    }

    /// Where the innermost clause around a unit starts: after a semicolon, or after ", while", ", with".
    fn clause_start(self, before: UnitIdx) -> UnitIdx {
        let low = self.reach_back(before, LONGEST_SUBJECT);
        for at in low.to(before).iter().rev() {
            if self.is(at, Classes::SEMICOLON) {
                return at + 1;
            }
            let opens = self.is(at, Classes::CLAUSE_OPENER) && !self.is_capitalised(at);
            if opens && at > low && self.is_comma(at - 1) && self.has_own_subject(at + 1, before) {
                return at + 1;
            }
        }
        low
    }

    /// Where the main clause starts after another one: "When a guest asked, Smith rose and said", "Asked whether it
    /// hurt, Smith laughed and said".
    fn after_leading_clause(self, start: UnitIdx, before: UnitIdx) -> UnitIdx {
        let opener = Classes::SUBORDINATOR.or(Classes::SPEECH);
        if start > self.start() || !self.is(start, opener) {
            return start;
        }
        let mut commas = start.to(before).iter().filter(|&at| self.is_comma(at));
        commas.find(|&comma| self.has_own_subject(comma + 1, before)).map_or(start, |comma| comma + 1)
    }

    /// Whether the words after a conjunction start with a noun phrase of their own that a verb follows.
    fn has_own_subject(self, at: UnitIdx, end: UnitIdx) -> bool {
        let begins_phrase = self.is_name(at) || self.is(at, Classes::PRONOUN.or(Classes::DETERMINER));
        let mut rest = (at + 1).to(end).iter().take(LONGEST_CLAUSE);
        begins_phrase && rest.any(|unit| self.is_finite(unit) || self.is(unit, Classes::GERUND))
    }

    /// The subject of a participle: in "with Guterres saying" and "a statement saying" the words before it,
    /// else that of the clause around.
    fn participle_subject(self, verb: UnitIdx) -> Option<UnitRange> {
        let before = self.before(verb)?;
        let opener =
            Classes::CONJUNCTION.or(Classes::PREPOSITION).or(Classes::SUBORDINATOR).or(Classes::ADVERB);
        if self.is_word_or_number(before) && !self.is(before, opener) {
            let mut earlier = self.start().to(before).iter().rev().take(LONGEST_ABSOLUTE);
            if let Some(with) = earlier.find(|&at| self.is(at, Classes::ACCOMPANIMENT)) {
                return Some((with + 1).to(verb));
            }
            if let Some(perceived) = self.perceived_before(verb) {
                return Some(perceived);
            }
            if self.is_name(before) {
                return self.finite_subject(verb);
            }
            if self.is(before, Classes::DOCUMENT) {
                let mut noun = self.start().to(before + 1).iter().rev().take(LONGEST_DOCUMENT);
                if let Some(start) = noun.find(|&at| self.is(at, Classes::DETERMINER)) {
                    return Some(start.to(verb));
                }
            }
        }
        self.subject_of_speech_before(verb)
            .or_else(|| self.main_subject(verb))
            .or_else(|| self.subject_before_insertion(before))
    }

    /// The noun phrase that a participle between commas belongs to: "Smith, | citing “Q,” said".
    fn subject_before_insertion(self, comma: UnitIdx) -> Option<UnitRange> {
        let subject = self.start().to(comma);
        let is_subject = self.is_comma(comma)
            && !subject.is_empty()
            && subject.iter().all(|at| self.is_word_or_number(at))
            && self.is_nominal(subject)
            && !self.has_verb(subject);
        is_subject.then(|| self.skip_adverbials(subject.start, comma).to(comma))
    }

    /// Whom somebody hears or sees speak: "We listened to the guide saying".
    fn perceived_before(self, verb: UnitIdx) -> Option<UnitRange> {
        let is_edge = |at: UnitIdx| !self.is_word_or_number(at) || self.is(at, Classes::SPEECH);
        let mut earlier = self.start().to(verb).iter().rev().take(LONGEST_ABSOLUTE);
        let end = earlier.find(|&at| is_edge(at) || self.is(at, Classes::PERCEIVING))?;
        if is_edge(end) {
            return None;
        }
        let first = end + 1 + usize::from(self.is(end + 1, Classes::PREPOSITION));
        let begins = self.is_name(first) || self.is(first, Classes::DETERMINER.or(Classes::OBJECT));
        (begins && first < verb).then(|| first.to(verb))
    }

    /// The subject of the nearest verb of speech before: "…, Nefzi said, adding".
    fn subject_of_speech_before(self, before: UnitIdx) -> Option<UnitRange> {
        let low = self.reach_back(before, LONGEST_SUBJECT);
        let verb = low.to(before).iter().rev().find(|&at| {
            self.is(at, Classes::SPEECH) && self.is_finite(at) && !self.is_in_relative_clause(low, at)
        })?;
        let start = self.group_start(low, verb);
        self.direct_subject(start).filter(|source| source.start >= low)
    }
}
