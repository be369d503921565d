//! Cues: the words of a sentence that may show that somebody says something.
//!
//! Each is found once a sentence, with its kind and its verb group, and serves quotations and statements alike.

use std::cell::OnceCell;

use crate::language::{Classes, Ending, Phrase};
use crate::reading::sentence::Sentence;
use crate::reading::verbs::{Form, Verb};
use crate::text::index::{UnitIdx, UnitRange};
use crate::words::{Shape, View};

/// A word that may show that somebody says something.
#[derive(Clone, Debug)]
pub(crate) struct Cue {
    /// The word itself: the last one of a verb group, the first one of "according to".
    pub head: UnitIdx,
    /// All its words.
    pub group: UnitRange,
    pub kind: CueKind,
    /// Whether it may link a quotation to its source: a verb of speech or stance that may have a subject.
    pub introduces_quotations: bool,
    /// Whether it is a verb that is no cue elsewhere and may have a subject: "coined the phrase “Q”".
    pub is_other_verb: bool,
    /// Whether it may report a statement.
    pub may_report: bool,
    /// The source that precedes it, once somebody asked.
    subject: OnceCell<Option<UnitRange>>,
}

/// What kind of word a cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CueKind {
    Verb(Form),
    /// An adjective or adverb: "is confident that", "reportedly".
    CueWord,
    /// A noun for what is said: "his claim that".
    Noun,
    /// The colon after a label: "Smith on taxes:".
    Colon,
    /// "according to".
    SourcePhrase,
}

/// The longest label before a colon, in units: "Smith on taxes:".
const LONGEST_LABEL: usize = 10;

/// Verbs that introduce quotations.
const QUOTING: Classes = Classes::SPEECH.or(Classes::STANCE);

const REPORTING_VERBS: Classes = Classes::ANY_VERB.or(Classes::PHRASAL);

/// Words that are no verbs and may report.
const REPORTING_NOUNS: Classes = Classes::CUE_WORD.or(Classes::SPEECH_NOUN).or(Classes::COLON);

impl Cue {
    fn new(head: UnitIdx, group: UnitRange, kind: CueKind) -> Self {
        Cue {
            head,
            group,
            kind,
            introduces_quotations: false,
            is_other_verb: false,
            may_report: true,
            subject: OnceCell::new(),
        }
    }

    /// How its verb relates to its subject; `None` where it is no verb.
    pub(crate) fn form(&self) -> Option<Form> {
        match self.kind {
            CueKind::Verb(form) => Some(form),
            _ => None,
        }
    }

    /// Its words as a verb group. A word that is no verb has its subject as a finite verb has.
    pub(crate) fn verb(&self) -> Verb {
        Verb { head: self.head, group: self.group, form: self.form().unwrap_or(Form::Finite) }
    }

    pub(crate) fn is_finite(&self) -> bool {
        self.form() == Some(Form::Finite)
    }

    /// Whether it is a finite verb of speech.
    pub(crate) fn is_finite_speech(&self, sentence: Sentence<'_>) -> bool {
        self.is_finite() && sentence.is(self.head, Classes::SPEECH)
    }

    /// The source that precedes it. Looked for when first asked for.
    pub(crate) fn subject(&self, sentence: Sentence<'_>) -> Option<UnitRange> {
        *self.subject.get_or_init(|| match self.kind {
            CueKind::Colon => Some(sentence.after_bullet().to(self.head)),
            CueKind::Noun | CueKind::SourcePhrase => None,
            CueKind::Verb(_) | CueKind::CueWord => sentence.subject_of(&self.verb()),
        })
    }
}

/// Fills a list with the cues of a sentence, from left to right.
pub(crate) fn find(sentence: Sentence<'_>, cues: &mut Vec<Cue>) {
    cues.clear();
    let may_be = |view: View| {
        view.is(REPORTING_VERBS.or(REPORTING_NOUNS).or(Classes::SOURCE_PHRASE))
            | (view.has(Shape::FINITE) & !view.is(Classes::AUXILIARY))
    };
    for at in sentence.those(sentence.range(), may_be) {
        sentence.push_cues_at(at, cues);
    }
}

impl Sentence<'_> {
    /// The verb at this unit, if it may link a quotation to its source.
    pub(crate) fn quoting_verb_at(self, at: UnitIdx) -> Option<Verb> {
        if !self.is(at, QUOTING) && !self.is_phrasal(at) {
            return None;
        }
        self.verb_at(at).filter(|verb| self.may_have_subject(verb))
    }

    fn may_have_subject(self, verb: &Verb) -> bool {
        verb.form != Form::Finite || !self.lacks_subject(verb) || self.is_inverted_present(verb)
    }

    /// Whether a verb in its base form right after a quotation has its subject after it: “Q,” warn doctors.
    fn is_inverted_present(self, verb: &Verb) -> bool {
        let (before, next) = (verb.head - 1, verb.head + 1);
        let follows_quotation = verb.head > self.start()
            && (self.is_quotation(before) || self.is_comma(before) && self.is_quotation(before - 1));
        let ends_like_plural = || {
            self.is_word_or_number(next) && self.document.language.ends_like(self.word(next), Ending::Plural)
        };
        let nominal = Classes::PLURAL.or(Classes::QUANTIFIER).or(Classes::DEFINITE_ARTICLE);
        verb.group.start == verb.head
            && self.is(verb.head, Classes::SPEECH)
            && follows_quotation
            && (self.is_name(next) || self.is(next, nominal) || ends_like_plural())
    }

    fn push_cues_at(self, at: UnitIdx, cues: &mut Vec<Cue>) {
        let view = self.view(at);
        // "Warning: the pan is hot."
        if at == self.start() && view.is(Classes::NOTICE) && self.is(at + 1, Classes::COLON) {
            return;
        }
        if view.is(Classes::SOURCE_PHRASE) {
            let len = self.phrase_at(Phrase::Source, at).filter(|len| at + *len <= self.end());
            // ", per the report", but "two per cent" and "$5 per head".
            let opens_tag = || {
                let source = Classes::DEFINITE_ARTICLE.or(Classes::POSSESSIVE);
                self.is_comma(at - 1) && (self.is_name(at + 1) || self.is(at + 1, source))
            };
            let may_count = view.is(Classes::DISTRIBUTIVE);
            let len = len.filter(|_| !may_count || at > self.start() && opens_tag());
            if let Some(len) = len {
                cues.push(Cue::new(at, at.to(at + len), CueKind::SourcePhrase));
                return;
            }
        }
        let is_reporting_verb = view.is(REPORTING_VERBS) && !view.is(Classes::AUXILIARY);
        let may_be_verb = view.is(REPORTING_VERBS) || view.has(Shape::FINITE) && !view.is(Classes::AUXILIARY);
        let verb = if may_be_verb { self.verb_at(at) } else { None };
        if let Some(verb) = &verb {
            let cue = self.cue_of_verb(verb, is_reporting_verb);
            if cue.introduces_quotations || cue.is_other_verb || cue.may_report {
                cues.push(cue);
            }
        }
        if verb.is_none() || !is_reporting_verb {
            cues.extend(self.noun_cue_at(at));
        }
    }

    fn cue_of_verb(self, verb: &Verb, is_reporting_verb: bool) -> Cue {
        let at = verb.head;
        let view = self.view(at);
        let may_have_subject = self.may_have_subject(verb);
        let is_quoting = view.is(QUOTING) || self.is_phrasal(at);
        let is_verb = view.has(Shape::FINITE) && !view.is(Classes::AUXILIARY) || view.is(Classes::VERB);
        Cue {
            introduces_quotations: is_quoting && may_have_subject,
            is_other_verb: !is_quoting && is_verb && may_have_subject,
            may_report: is_reporting_verb && !self.reports_nothing(verb),
            ..Cue::new(at, verb.group, CueKind::Verb(verb.form))
        }
    }

    /// The first unit after the sign of an entry in a list: "* Ann Wu: “Q.”"
    pub(crate) fn after_bullet(self) -> UnitIdx {
        let token = self.tokens(self.start().only()).start;
        self.start() + usize::from(self.document.is_bullet(token))
    }

    fn noun_cue_at(self, at: UnitIdx) -> Option<Cue> {
        let classes = self.classes(at);
        if classes.any(Classes::CUE_WORD) {
            return Some(Cue::new(at, self.verb_group(at), CueKind::CueWord));
        }
        let is_label = (1..=LONGEST_LABEL).contains(&(at - self.start()));
        let opens_name = !self.is(self.start(), Classes::NOTICE.or(Classes::ADDRESS))
            && !self.starts_with_digit(self.start())
            && !self.starts_with_digit(at - 1);
        // "LAHORE: The minister said that no tax would rise."
        let is_dateline = || {
            let place = self.start().to(at);
            place.iter().all(|at| self.is(at, Classes::PLACE) && !self.is(at, Classes::GIVEN))
                && self.is(self.end() - 1, Classes::STOP)
        };
        // "The last word goes to Ann Wu: …" names nobody as a label does.
        let is_clause = || {
            let article = self.is(self.start(), Classes::DEFINITE_ARTICLE);
            article && self.start().to(at).iter().any(|at| self.is_finite(at))
        };
        if classes.any(Classes::COLON) && is_label && opens_name && !is_dateline() && !is_clause() {
            return Some(Cue::new(at, at.only(), CueKind::Colon));
        }
        classes.any(Classes::SPEECH_NOUN).then(|| Cue::new(at, at.only(), CueKind::Noun))
    }

    /// Whether a verb certainly reports nothing: in an idiom ("that is to say", "who asked not to be named"),
    /// or where it calls somebody up.
    fn reports_nothing(self, verb: &Verb) -> bool {
        let at = verb.head;
        if self.is(at, Classes::CALLING) && self.calls_somebody_up(verb) {
            return true;
        }
        let may_be_idiom = self.is(at, Classes::BASE) || self.is(at + 1, Classes::NEGATION);
        may_be_idiom && self.is_in_idiom(at)
    }

    /// Whether a verb only takes an object: "She called her mother", "he called Ann Wu".
    fn calls_somebody_up(self, verb: &Verb) -> bool {
        let from = verb.group.end;
        let other = Classes::PREPOSITION.or(Classes::TO);
        let words =
            from.to(self.end()).iter().take_while(|&at| self.is_word_or_number(at) && !self.is(at, other));
        let end = from + words.count();
        let goes_on = end < self.end() && (self.is(end, Classes::PREPOSITION) || self.is_quotation(end));
        let somebody = Classes::ROLE.or(Classes::PLURAL).or(Classes::MALE).or(Classes::FEMALE);
        // "Her" may be the one who is called something: "called her brave".
        let is_noun = !self.is(from, Classes::OBJECT) || self.is(from + 1, somebody);
        let is_determiner = self.is(from, Classes::DETERMINER.or(Classes::POSSESSIVE))
            && !self.is(from, Classes::THAT.or(Classes::PROXIMAL));
        let is_determined = is_determiner && is_noun && end - from == 2;
        let is_object = end - from <= 1 || is_determined || from.to(end).iter().all(|at| self.is_name(at));
        verb.form != Form::Passive && is_object && !goes_on
    }

    /// Whether the word at a unit is part of a phrase in which a verb of speech reports nothing.
    fn is_in_idiom(self, at: UnitIdx) -> bool {
        let word = |place| self.word_id(UnitIdx::new(place));
        self.document.language.is_in_phrase(Phrase::Idiom, at.get(), word)
    }
}
