//! The sentence before names the speaker: Smith took the floor next. “Q.”

use super::report_before::reported;
use crate::language::Classes;
use crate::reading::Reading;
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::text::index::UnitIdx;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "introduction",
    description:
        "The quotation begins a sentence without words, and the subject of the sentence before speaks.",
    example: Example { text: "Ann Wu laughed. “Never again.”", speaker: "Ann Wu" },
    prior: -50,
    propose,
};

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    if quotation != setting.start() || setting.company.has_words {
        return;
    }
    let Some(previous) = setting.neighbours.previous else { return };
    let before = previous.reading(setting.names);
    let found = introduced(before).into_iter().chain(reported(before));
    links.extend(found.filter(
        |link| !matches!(link, Link::Sourced { source, .. } if setting.addresses(quotation, *source)),
    ));
}

/// The subject of a sentence before a quotation, with its cue or colon where there is one.
fn introduced(before: Reading<'_>) -> Option<Link> {
    let last = before.range().last()?;
    let has_colon = before.is(last, Classes::COLON);
    let cue = before.quoting().rfind(|cue| has_colon || before.is_speech(cue.head));
    let (source, cue) = match cue {
        Some(cue) => {
            // "Said Smith:"
            let opens = cue.group.start == before.start();
            let follows = || if opens { before.inverted_subject_of(cue.head) } else { None };
            (before.subject(cue).or_else(follows)?, Some(cue.group))
        }
        None => {
            let clause = before.part(before.start().to(last));
            (clause.first_subject()?, has_colon.then(|| last.only()))
        }
    };
    // "Most read" is a heading.
    let is_person = before.is_name(source.start) || before.is(source.start, Classes::PRONOUN);
    if before.is_word_or_number(last) && !is_person {
        return None;
    }
    Some(Link::Sourced { cue: cue.map(|cue| before.tokens(cue)), source: before.tokens(source) })
}
