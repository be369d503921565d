//! Smith: “Q.” Smith had one question: “Q?”

use super::opening_cue::opening_cue;
use crate::language::Classes;
use crate::reading::Sentence;
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::speakers::name::NameKind;
use crate::text::index::{TokenIdx, UnitIdx, UnitRange};

pub(in crate::rules) const RULE: Definition = Definition {
    name: "source-colon-quote",
    description: "A colon precedes the quotation, after a name or a clause whose subject speaks.",
    example: Example { text: "Ann Wu: “The well is dry.”", speaker: "Ann Wu" },
    prior: 100,
    propose,
};

/// The longest label with a possessor, in units: "Smith's message to the voters".
const LONGEST_LABEL: usize = 8;

/// Nouns before a colon that may be a source: "Report:".
const SOURCE_NOUN: Classes = Classes::DOCUMENT.or(Classes::ORGANISATION).or(Classes::ROLE).or(Classes::GIVEN);

/// The longest name before a colon, in words.
const LONGEST_NAME: usize = 6;

/// The longest label of a name and a description, in units.
const LONGEST_LINE: usize = 16;

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    // "Said Smith: “Q.”" has a cue before its source.
    if opening_cue(setting).is_some() {
        return;
    }
    let found = find_document(setting, quotation).or_else(|| find_name(setting, quotation));
    let found = found.or_else(|| find_author(setting, quotation));
    let found = found.or_else(|| find_described(setting, quotation));
    let found = found.or_else(|| find_clause(setting, quotation));
    links.extend(found.into_iter().chain(find_named_last(setting, quotation)));
}

/// The person who is named right before the colon: "It came as no surprise to the baker Ann Wu: “Q.”"
fn find_named_last(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    let source = name_before_colon(setting, quotation)?;
    let mention = setting.name_of(source)?;
    let is_person = setting.names.get(mention.idx())?.kind == NameKind::Person;
    let speaks = is_person && setting.is_word_or_number(source.start - 1);
    speaks.then(|| Link::Cued { cue: source.end.only(), source, mention: Some(mention) })
}

/// The words of a name between other words and the colon before the quotation.
fn name_before_colon(setting: &Setting<'_>, quotation: UnitIdx) -> Option<UnitRange> {
    let colon = quotation.before().filter(|at| *at > setting.start() && setting.is(*at, Classes::COLON))?;
    let near = setting.start().to(colon).iter().rev().take(LONGEST_NAME);
    let first = near.take_while(|&at| setting.is_name(at)).last()?;
    (first > setting.start()).then(|| first.to(colon))
}

/// A name and a colon at the start of the sentence: "Smith: “Q.”", and in headlines "Smith: Plan Is ‘Q’".
fn find_name(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    // "- Ann Wu: “Q.”", "* Ann Wu: “Q.”" in a list.
    let start = setting.start();
    let first = if setting.is(start, Classes::DASH) { start + 1 } else { setting.after_bullet() };
    let near = first.to(quotation.min(first + LONGEST_NAME + 1));
    let colon = near.iter().find(|&at| setting.is(at, Classes::COLON))?;
    let name = first.to(colon);
    let is_name = !name.is_empty()
        && name.iter().all(|at| setting.is_word_or_number(at))
        && setting.is_name(first)
        && setting.is_name(colon - 1)
        // "Sir: I keep a cat called “Bishop”."
        && !(name.len() == 1 && colon + 1 < quotation && setting.is(first, Classes::HONORIFIC))
        // "Photo: “Q”", "Colour: “Q”".
        && !(name.len() == 1 && setting.is(first, Classes::NOTICE) && !setting.is(first, SOURCE_NOUN))
        // "Opinion: The plan is a “mess”."
        && !(name.len() == 1 && setting.is(first, Classes::SPEECH_NOUN) && !setting.is(first, SOURCE_NOUN))
        // "MUMBAI: Four men were arrested for a “fake call centre”."
        && !(colon + 1 < quotation && (setting.is(first, Classes::PLACE) || is_dateline(setting, name)));
    let speaks = is_name && !is_of_other(setting, colon, quotation);
    speaks.then(|| Link::Cued { cue: colon.only(), source: name, mention: setting.name_of(name) })
}

/// Whether somebody else is said to have said a quotation after a label: "Ann Wu: My boss told me, “Go.”"
fn is_of_other(setting: &Setting<'_>, colon: UnitIdx, quotation: UnitIdx) -> bool {
    let Some(mark) = quotation.before().filter(|mark| *mark > colon) else { return false };
    let own = Classes::FIRST_PERSON.or(Classes::SECOND_PERSON);
    let is_own = |at: UnitIdx| setting.is(at, own) && setting.is(at, Classes::PRONOUN);
    let is_other = |source: UnitRange| source.start > colon && !is_own(source.start);
    setting.is(mark, Classes::COMMA.or(Classes::COLON))
        && setting.quoting().any(|cue| {
            let is_between = cue.head > colon && cue.head < quotation;
            is_between && cue.is_finite() && setting.subject(cue).is_some_and(is_other)
        })
}

/// "Surat: A minister was shown the door." begins a story, and no full stop ends a headline.
fn is_dateline(setting: &Setting<'_>, name: UnitRange) -> bool {
    let is_first = setting.tokens(name).start == TokenIdx::START;
    let stop = setting.end().before().filter(|&at| setting.is(at, Classes::STOP));
    is_first && name.len() == 1 && stop.is_some()
}

/// The start of the sentence up to the colon before the quotation, if no verb is there.
fn line_of_label(setting: &Setting<'_>, quotation: UnitIdx) -> Option<UnitRange> {
    let colon = quotation.before().filter(|at| setting.is(*at, Classes::COLON))?;
    let line = setting.start().to(colon);
    let noun = Classes::DOCUMENT.or(Classes::SPEECH_NOUN);
    let is_verb = |at| setting.is_finite(at) && !setting.is(at, noun);
    let is_label = (2..=LONGEST_LINE).contains(&line.len()) && !line.iter().any(is_verb);
    is_label.then_some(line)
}

/// A name and what its bearer is: "Ann Wu, the mayor of Salt Road: “Q.”"
fn find_described(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    let line = line_of_label(setting, quotation)?;
    let comma = line.iter().find(|&at| setting.is_comma(at))?;
    let name = line.start.to(comma);
    let is_name = (1..=LONGEST_NAME).contains(&name.len())
        && name.iter().all(|at| setting.is_word_or_number(at))
        && setting.is_name(name.start)
        && setting.is_name(comma - 1)
        && !setting.is(name.start, Classes::PLACE.or(Classes::NOTICE));
    let mention = setting.name_of(name);
    is_name.then(|| Link::Cued { cue: line.end.only(), source: name, mention })
}

/// A document and who wrote it: "Press release from Ann Wu: “Q.”"
fn find_document(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    let line = line_of_label(setting, quotation)?;
    let written = Classes::DOCUMENT.or(Classes::SPEECH_NOUN);
    let origin = line.iter().find(|&at| setting.is(at, Classes::ORIGIN.or(Classes::AGENT)))?;
    let name = (origin + 1).to(line.end);
    let is_document = line.start.to(origin).iter().any(|at| setting.is(at, written));
    let is_name = !name.is_empty() && name.len() <= LONGEST_NAME && name.iter().all(|at| setting.is_name(at));
    let mention = setting.name_of(name);
    (is_document && is_name).then(|| Link::Cued { cue: line.end.only(), source: name, mention })
}

/// A noun for what is said and who said it, anywhere in a sentence: "or the old saying by Ann Wu: “Q.”"
fn find_author(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    let source = name_before_colon(setting, quotation)?;
    let origin = source.start.before().filter(|at| *at > setting.start())?;
    let is_author = setting.is(origin, Classes::AGENT) && setting.is(origin - 1, Classes::SPEECH_NOUN);
    is_author.then(|| Link::Cued { cue: source.end.only(), source, mention: setting.name_of(source) })
}

/// A sentence without a cue that ends in a colon: its subject speaks.
fn find_clause(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    let colon = quotation.before().filter(|at| *at > setting.start())?;
    if !setting.is(colon, Classes::COLON) {
        return None;
    }
    let clause = setting.start().to(colon);
    let subject = || setting.part(clause).first_subject().or_else(|| leading_name(setting, clause));
    let source = owner_of_label(setting.sentence, clause).or_else(subject)?;
    if can_speak(setting, source) {
        return Some(Link::cued(colon.only(), source));
    }
    let receiver = receiver(setting, clause)?;
    Some(Link::Cued { cue: colon.only(), source: receiver, mention: setting.name_of(receiver) })
}

/// Who receives something, at the end of a clause: "The last word belongs to Ann Wu:".
fn receiver(setting: &Setting<'_>, clause: UnitRange) -> Option<UnitRange> {
    let near = clause.iter().rev().take(LONGEST_NAME);
    let to = near.take_while(|&at| setting.is_word_or_number(at)).find(|&at| setting.is(at, Classes::TO))?;
    let words = (to + 1).to(clause.end);
    let is_person = || {
        words.iter().all(|at| setting.is_name(at))
            || setting.is(words.start, Classes::DEFINITE_ARTICLE)
                && words.last().is_some_and(|last| setting.is(last, Classes::ROLE))
    };
    (!words.is_empty() && to > clause.start && setting.is_finite(to - 1) && is_person()).then_some(words)
}

/// "Her" and "Smith's" at the start of a clause without a verb: "Her message to voters:".
pub(super) fn owner_of_label(sentence: Sentence<'_>, clause: UnitRange) -> Option<UnitRange> {
    let near = clause.start.to(sentence.reach_ahead(clause.start, LONGEST_NAME)).iter();
    let mut owners = near.take_while(|&at| at < clause.end);
    let owner = owners.find(|&at| sentence.is(at, Classes::POSSESSIVE.or(Classes::CLITIC)))?;
    let source = clause.start.to(owner + 1);
    let is_pronoun = owner == clause.start;
    let is_somebody = || source.iter().any(|at| sentence.is_name(at) || sentence.is(at, Classes::ROLE));
    let is_short = clause.len() <= LONGEST_LABEL;
    let has_noun = is_short && owner + 1 < clause.end && !sentence.has_verb(clause);
    (has_noun && (is_pronoun || is_somebody())).then_some(source)
}

/// "Smith" in "Smith on the new dam:".
fn leading_name(setting: &Setting<'_>, clause: UnitRange) -> Option<UnitRange> {
    let end = clause.iter().find(|&at| !setting.is_name(at)).unwrap_or(clause.end);
    let name = clause.start.to(end);
    let is_name = (1..=LONGEST_NAME).contains(&name.len()) && setting.is(end, Classes::PREPOSITION);
    is_name.then_some(name)
}

/// Whether a source is somebody: "The menu has three parts:" introduces nobody's words.
fn can_speak(setting: &Setting<'_>, source: UnitRange) -> bool {
    let people = Classes::PRONOUN
        .or(Classes::POSSESSIVE)
        .or(Classes::ROLE)
        .or(Classes::ORGANISATION)
        .or(Classes::DOCUMENT)
        .or(Classes::PLURAL)
        .or(Classes::GIVEN);
    let opener = Classes::DETERMINER.or(Classes::COMMON).or(Classes::PREPOSITION);
    source.iter().any(|at| {
        setting.is(at, people) || setting.is_name(at) && (at > setting.start() || !setting.is(at, opener))
    })
}
