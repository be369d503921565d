//! Smith said she was glad. “Q.” Asked whether it leaked, Smith nodded. “Q.”

use super::source_colon_quote::owner_of_label;
use crate::language::Classes;
use crate::reading::Reading;
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::text::index::UnitIdx;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "report-before",
    description:
        "The quotation is a sentence of its own, and the sentence before reports what somebody says, or \
                  answers when asked.",
    example: Example { text: "Ann Wu said she was tired. “We rowed all night.”", speaker: "Ann Wu" },
    prior: 200,
    propose,
};

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    links.extend(find(setting, quotation));
}

fn find(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    let is_first_of_paragraph = setting.start() == setting.units().start;
    if quotation != setting.start() || setting.company.has_words || is_first_of_paragraph {
        return None;
    }
    let before = setting.neighbours.previous?.reading(setting.names);
    let has_quotation = before.quotation_units().next().is_some();
    if has_quotation {
        return None;
    }
    reported(before).or_else(|| answered(before)).or_else(|| announced(before))
}

/// The possessor of a question without a verb: "Smith's verdict?"
fn announced(before: Reading<'_>) -> Option<Link> {
    let last = before.range().last().filter(|&at| before.is(at, Classes::STOP))?;
    let owner = owner_of_label(before.sentence, before.start().to(last))?;
    let is_question = !before.is(last, Classes::FULL_STOP);
    is_question.then(|| Link::Sourced { cue: None, source: before.tokens(owner) })
}

/// The first cue of speech of a sentence and its subject, which is where the sentence begins: "Smith said that …".
pub(super) fn reported(before: Reading<'_>) -> Option<Link> {
    let cue = before.quoting().next().filter(|cue| cue.is_finite_speech(before.sentence))?;
    // "Ann Wu disagreed." reports nothing: that is an introduction.
    let has_content = cue.group.end + 1 < before.end();
    let source = match before.subject(cue) {
        Some(source) => Some(source).filter(|source| has_content && source.start == before.start())?,
        // "Not so fast, says Smith."
        None if before.is_inverted(&cue.verb()) => before.inverted_subject_of(cue.head)?,
        None => return None,
    };
    Some(Link::Sourced { cue: Some(before.tokens(cue.group)), source: before.tokens(source) })
}

/// The subject of a sentence that opens with a question put to it: "Asked whether …, Smith nodded."
fn answered(before: Reading<'_>) -> Option<Link> {
    let asked = before.start();
    let is_asked = before.is(asked, Classes::SPEECH)
        && before.is(asked, Classes::PARTICIPLE)
        && before.is(asked + 1, Classes::SUBORDINATOR.or(Classes::PREPOSITION).or(Classes::RELATIVE));
    if !is_asked {
        return None;
    }
    let comma = before.range().iter().rev().find(|&at| before.is_comma(at))?;
    let clause = before.part((comma + 1).to(before.end()));
    Some(Link::Sourced { cue: None, source: before.tokens(clause.first_subject()?) })
}
