//! The form of what follows a cue, and the mood of its clause.
//!
//! "She knows that it leaks" reports something, "she knows the river" and "if you know the river" do not.

use crate::language::Classes;
use crate::models::{value, Value};
use crate::reading::{Cue, CueKind, Form, Reading};
use crate::text::index::{TokenIdx, UnitIdx, UnitRange};
use crate::tokenizer::TokenKind;
use crate::words::Shape;

/// How far after a cue its complement is looked at, in units.
const WINDOW: usize = 16;

/// The form of what follows a cue.
pub(super) fn complement(reading: Reading<'_>, cue: &Cue) -> Value {
    let end = reading.reach_ahead(cue.group.end, WINDOW);
    let is_skipped = |at: UnitIdx| reading.is(at, Classes::ADVERB) && !reading.is(at, ANY_OPENER);
    let Some(first) = cue.group.end.to(end).iter().find(|at| !is_skipped(*at)) else { return value!("end") };
    let is = |class| reading.is(first, class);
    match () {
        () if reading.is_quotation(first) => value!("quotation"),
        () if !reading.is_word_or_number(first) && is(Classes::STOP) => value!("end"),
        () if is(Classes::COMMA) => value!("comma"),
        () if is(Classes::COLON) => value!("colon"),
        () if !reading.is_word_or_number(first) && !opens_amount(reading, first) => value!("other"),
        () if is(Classes::THAT) => after_that(reading, first, end),
        () if is(Classes::TO) && reading.is(first + 1, Classes::BASE) => value!("to"),
        () if is(Classes::RELATIVE) => value!("which"),
        () if is(Classes::PREPOSITION) => value!("preposition"),
        () if is(Classes::SUBORDINATOR) => value!("subordinator"),
        () if is(Classes::CONJUNCTION) => value!("conjunction"),
        () if is(Classes::GERUND) => value!("gerund"),
        () => after_noun(reading, first, end),
    }
}

/// A word that opens another phrase.
const ANY_OPENER: Classes =
    Classes::PREPOSITION.or(Classes::SUBORDINATOR).or(Classes::THAT).or(Classes::RELATIVE);

/// Whether a unit is a mark that belongs to a number: "$15".
fn opens_amount(reading: Reading<'_>, at: UnitIdx) -> bool {
    reading.has(at + 1, Shape::NUMBER)
}

/// "That" before a finite verb introduces a clause; "saw that" and "saw that man" do not.
fn after_that(reading: Reading<'_>, that: UnitIdx, end: UnitIdx) -> Value {
    let mut rest = (that + 1)
        .to(end)
        .iter()
        .take_while(|at| reading.is_word_or_number(*at) || reading.is_quotation(*at));
    match rest.any(|at| reading.has(at, Shape::FINITE)) {
        true => value!("that"),
        false => value!("this"),
    }
}

/// What ends the noun phrase after a cue.
fn after_noun(reading: Reading<'_>, first: UnitIdx, end: UnitIdx) -> Value {
    let is_pronoun = reading.is(first, Classes::PRONOUN) && !reading.is(first, Classes::OBJECT);
    let mut phrase = value!("noun");
    for at in first.to(end).iter() {
        let is = |class| reading.is(at, class);
        if reading.has(at, Shape::FINITE) && at > first {
            return match phrase == value!("noun") {
                true => value!("clause"),
                false => value!("later"),
            };
        } else if reading.is_quotation(at) {
            return value!("mixed");
        } else if is(Classes::THAT) && at > first {
            return value!("words");
        } else if is(Classes::TO) && reading.is(at + 1, Classes::BASE) {
            return value!("infinitive");
        } else if is(Classes::RELATIVE) && at > first {
            return value!("relative");
        } else if !reading.is_word_or_number(at) && !opens_amount(reading, at) || is(Classes::CONJUNCTION) {
            break;
        } else if is(Classes::PREPOSITION.or(Classes::SUBORDINATOR)) && at > first {
            phrase = value!("phrase");
        }
    }
    // "Claimed three lives".
    let is_amount = reading.is(first, Classes::QUANTIFIER) || reading.has(first, Shape::NUMBER);
    match () {
        () if is_pronoun => value!("pronoun"),
        () if is_amount && phrase == value!("noun") => value!("quantity"),
        () => phrase,
    }
}

/// Whether a cue only says what anybody may do or what may be said: advice, a condition, an instruction.
pub(super) fn is_advice(reading: Reading<'_>, cue: &Cue) -> bool {
    advises_anybody(reading, cue) || is_supposed(reading, cue) || is_instruction(reading, cue)
}

/// "If the landlord says that it leaks", "should a buyer claim that it leaks": nobody has said it. What somebody with a
/// name may say is news.
fn is_supposed(reading: Reading<'_>, cue: &Cue) -> bool {
    let Some(subject) = reading.subject(cue).filter(|subject| !subject.is_empty()) else { return false };
    let opener = reading.before(subject.start).unwrap_or(subject.start);
    // The auxiliary may be part of the words before the verb: "should a buyer".
    let is_inverted = reading.is(reading.start(), Classes::AUXILIARY)
        && subject.start <= reading.start() + 1
        && subject.len() > 1
        && reading.is(reading.start() + 1, Classes::DETERMINER)
        && reading.is(reading.end() - 1, Classes::FULL_STOP);
    let is_somebody = || subject.iter().any(|at| reading.is_name(at) || reading.is(at, Classes::PRONOUN));
    (reading.is(opener, Classes::CONDITIONAL) || is_inverted) && is_present(reading, cue) && !is_somebody()
}

/// Whether a cue is a finite verb that is not in the past.
fn is_present(reading: Reading<'_>, cue: &Cue) -> bool {
    cue.form() == Some(Form::Finite) && !reading.is(cue.head, Classes::PAST)
}

/// "Ask whether it leaks", "never suggest that it leaks": an instruction to the reader.
fn is_instruction(reading: Reading<'_>, cue: &Cue) -> bool {
    let first = reading.start();
    let skipped = usize::from(reading.is(first, Classes::ADVERB.or(Classes::NEGATION)));
    let clauses = [value!("that"), value!("subordinator"), value!("which")];
    cue.group.start <= first + skipped
        && reading.is(cue.head, Classes::SPEECH)
        && reading.is_capitalised(first)
        && reading.quotations.is_empty()
        && mood(reading, cue) == value!("base")
        && clauses.contains(&complement(reading, cue))
}

/// "If you want to see it", "you can ask", "anyone may argue", "anyone who says".
fn advises_anybody(reading: Reading<'_>, cue: &Cue) -> bool {
    let Some(subject) = reading.subject(cue).filter(|subject| subject.len() == 1) else { return false };
    let follows = |class| reading.before(subject.start).is_some_and(|before| reading.is(before, class));
    let group = cue.group.start;
    let is_modal = group + 1 == cue.head
        && reading.is(group, Classes::AUXILIARY)
        && !reading.is(group, Classes::NEGATION)
        && reading.is(cue.head, Classes::BASE);
    let is_anybody = reading.is(subject.start, Classes::ANYBODY) && is_modal
        || reading.is(subject.start, Classes::RELATIVE)
            && follows(Classes::ANYBODY)
            && is_present(reading, cue);
    is_anybody
        || reading.is(subject.start, Classes::SECOND_PERSON) && (is_modal || follows(Classes::SUBORDINATOR))
}

/// Whether a colon follows one word and an explanation of it follows the colon: "Moraine: a ridge of stones".
pub(super) fn is_definition(reading: Reading<'_>, cue: &Cue) -> bool {
    let next = cue.group.end;
    let definite = Classes::DEFINITE_ARTICLE.or(Classes::PROXIMAL).or(Classes::POSSESSIVE).or(Classes::THAT);
    let is_one_word = cue.head.before() == Some(reading.start());
    let explains = reading.is(next, Classes::DETERMINER) && !reading.is(next, definite);
    let somebody =
        Classes::ROLE.or(Classes::ORGANISATION).or(Classes::DOCUMENT).or(Classes::GIVEN).or(Classes::TITLE);
    let word = cue.head.before().unwrap_or(cue.head);
    // "Resolved: That the fee be waived", "4. Roof: The clerk noted".
    let is_topic = || {
        !reading.is(word, somebody) && (reading.is(word, Classes::PARTICIPLE) || is_numbered(reading, word))
    };
    cue.kind == CueKind::Colon && (is_one_word && explains || is_topic())
}

/// Whether the number of an item precedes a word: "4. Roof".
fn is_numbered(reading: Reading<'_>, word: UnitIdx) -> bool {
    let document = reading.paragraph().document;
    let is_number = |at: TokenIdx| document.kind(at) == Some(TokenKind::Number);
    let first = reading.tokens(word.only()).start;
    match (first.before(), first.before().and_then(TokenIdx::before)) {
        (Some(stop), Some(number)) => {
            is_number(stop) || document.is(stop, Classes::FULL_STOP) && is_number(number)
        }
        (Some(stop), None) => is_number(stop),
        _ => false,
    }
}

/// Whether a verb only has a thing as its object: "claimed three lives", "are sharing rooms with them".
pub(super) fn is_plain_object(reading: Reading<'_>, cue: &Cue) -> bool {
    let (first, end) = (cue.group.end, reading.reach_ahead(cue.group.end, WINDOW));
    let is_counted = reading.is(first, Classes::QUANTIFIER) || reading.has(first, Shape::NUMBER);
    let is_short = !reading.is_word_or_number(first + 2)
        || reading.is(first + 2, Classes::PREPOSITION.or(Classes::CONJUNCTION));
    // "Three lives": a verb in this form has no plural subject.
    let is_noun_of_verb = is_counted && is_short && reading.is(first + 1, Classes::THIRD);
    let objects = [value!("noun"), value!("phrase"), value!("quantity")];
    let is_object = || objects.contains(&complement(reading, cue)) || is_noun_of_verb;
    let determined = Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::PRONOUN);
    let is_said = |at: UnitIdx| reading.is(at, Classes::SPEECH_NOUN) || reading.is_quotation(at);
    let may_be_any = !reading.is(first, determined) || reading.is(first, Classes::QUANTIFIER);
    reading.is(cue.head, Classes::HANDLING)
        && cue.form() != Some(Form::Passive)
        && is_object()
        && (may_be_any || is_won(reading, first.to(end)))
        && !first.to(end).iter().any(is_said)
}

/// Whether a verb has no words that it could report: "when I asked.", "without being told".
pub(super) fn has_no_content(reading: Reading<'_>, cue: &Cue) -> bool {
    let subordinator = Classes::SUBORDINATOR.or(Classes::PREPOSITION);
    let start = reading.subject(cue).map_or(cue.group.start, |subject| subject.start.min(cue.group.start));
    let opener = reading.before(start);
    let is_subordinate = opener
        .is_some_and(|opener| reading.is(opener, subordinator) && !reading.is(opener, Classes::CAPACITY));
    is_subordinate && complement(reading, cue) == value!("end")
}

/// Whether a participle with a plain object opens a sentence in which its subject says something else: "Commenting on the
/// results, Ann Wu said:".
pub(super) fn only_introduces(reading: Reading<'_>, cue: &Cue) -> bool {
    let objects = [value!("preposition"), value!("noun"), value!("phrase"), value!("pronoun")];
    cue.form() == Some(Form::Participle)
        && cue.group.start == reading.start()
        && objects.contains(&complement(reading, cue))
        && reading.reporting().any(|other| other.head > cue.head && other.is_finite_speech(reading.sentence))
}

/// Whether a cue opens a line without a verb that says to whom something is written: "Notes to editors".
pub(super) fn is_heading(reading: Reading<'_>, cue: &Cue) -> bool {
    let next = cue.group.end;
    let ends = reading.end().before().is_some_and(|last| reading.is(last, Classes::STOP));
    !ends
        && cue.group.start == reading.start()
        && reading.is(next, Classes::TO)
        && !reading.is(next + 1, Classes::BASE)
        && !reading.has_verb(next.to(reading.end()))
}

/// Whether a thing without a voice promises another: "the cream promises a fresh finish".
pub(super) fn promises_by_itself(reading: Reading<'_>, cue: &Cue) -> bool {
    let voices = Classes::PRONOUN
        .or(Classes::ROLE)
        .or(Classes::TITLE)
        .or(Classes::ORGANISATION)
        .or(Classes::DOCUMENT)
        .or(Classes::DEMONYM)
        .or(Classes::PLURAL)
        .or(Classes::RELATIVE);
    let has_voice = |at: UnitIdx| reading.is(at, voices) || reading.is_name(at) || reading.is_capitalised(at);
    let is_thing = |subject: UnitRange| {
        reading.is(subject.start, Classes::DETERMINER)
            && !(subject.start + 1).to(subject.end).iter().any(has_voice)
    };
    let objects = [value!("noun"), value!("phrase"), value!("quantity")];
    reading.is(cue.head, Classes::PROMISING)
        && cue.form() == Some(Form::Finite)
        && objects.contains(&complement(reading, cue))
        && reading.subject(cue).is_some_and(is_thing)
}

/// Whether some words begin with what one wins, after an article: "a late equaliser".
fn is_won(reading: Reading<'_>, words: UnitRange) -> bool {
    let ends = Classes::PREPOSITION.or(Classes::SUBORDINATOR).or(Classes::CONJUNCTION).or(Classes::THAT);
    let is_inside = |at: &UnitIdx| reading.is_word_or_number(*at) && !reading.is(*at, ends);
    let noun = words.iter().take_while(is_inside).last();
    noun.is_some_and(|noun| reading.is(noun, Classes::PRIZE))
}

/// Whether "as" opens a clause whose verb, none of speech, has nothing but "it" as its object: "as Smith put it".
pub(super) fn is_idiom(reading: Reading<'_>, cue: &Cue) -> bool {
    let object = cue.group.end;
    let follows_as =
        |source: UnitRange| source.start.before().is_some_and(|before| reading.is(before, Classes::CAPACITY));
    reading.is(object, Classes::NEUTER)
        && reading.subject(cue).is_some_and(follows_as)
        && reading.is(object, Classes::PRONOUN)
        && !reading.is(cue.head, Classes::SPEECH)
        && !reading.is_word_or_number(object + 1)
        && !reading.is_quotation(object + 1)
}

/// Whether a verb that is none of speech or thought only has an agent, who begins another clause: "the case was brought by
/// a farmer, who argued".
pub(super) fn is_plain_passive(reading: Reading<'_>, cue: &Cue) -> bool {
    let reports = Classes::SPEECH.or(Classes::STANCE).or(Classes::ATTITUDE);
    let rest = cue.group.end.to(reading.end());
    cue.form() == Some(Form::Passive)
        && !reading.is(cue.head, reports)
        && reading.is(cue.group.end, Classes::AGENT)
        && rest.iter().any(|at| reading.is_comma(at) && reading.is(at + 1, Classes::RELATIVE))
}

/// Whether a verb introduces a question: "did not say when it opens", "knows how many".
pub(super) fn is_question(reading: Reading<'_>, cue: &Cue) -> bool {
    let next = cue.group.end;
    let opens = reading.is(next, Classes::RELATIVE.or(Classes::SUBORDINATOR))
        && !reading.is(next, Classes::PREPOSITION);
    opens && reading.has_verb(next.to(reading.end()))
}

/// Whether the sentence asks whether somebody does something, without a clause that could be said: "Has anybody seen the
/// report?"
pub(super) fn is_asked(reading: Reading<'_>, cue: &Cue) -> bool {
    let (first, after) = (reading.start(), cue.group.end);
    let subject = reading.subject(cue).filter(|subject| subject.start == first + 1);
    let asks = |last: UnitIdx| reading.is(last, Classes::STOP) && !reading.is(last, Classes::FULL_STOP);
    reading.is(first, Classes::AUXILIARY)
        && subject.is_some()
        && reading.end().before().is_some_and(asks)
        && !reading.has_verb(after.to(reading.end()))
}

/// Whether the clause of a cue states that it is reported, or asks, supposes or advises.
pub(super) fn mood(reading: Reading<'_>, cue: &Cue) -> Value {
    let subject = reading.subject(cue);
    let start = subject.map_or(cue.group.start, |subject| subject.start.min(cue.group.start));
    let before = start.before().filter(|before| *before >= reading.start());
    let before_is = |class| before.is_some_and(|before| reading.is(before, class));
    let last_is = |class| reading.end().before().is_some_and(|last| reading.is(last, class));
    let is_base = || reading.is(cue.head, Classes::BASE) && !reading.is(cue.head, Classes::PAST);
    match () {
        () if before_is(Classes::SUBORDINATOR) => value!("subordinator"),
        () if before_is(Classes::RELATIVE) => value!("relative"),
        () if before_is(Classes::AUXILIARY) => value!("auxiliary"),
        () if subject.is_none() && cue.form() == Some(Form::Finite) && is_base() => value!("base"),
        () if last_is(Classes::STOP) && !last_is(Classes::FULL_STOP) => value!("question"),
        () => value!("plain"),
    }
}
