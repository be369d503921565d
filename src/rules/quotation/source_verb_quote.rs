//! Smith coined the phrase “Q”: by a verb that is no cue elsewhere.

use super::source_cue_quote::{cues_before, link};
use crate::language::Classes;
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::text::index::UnitIdx;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "source-verb-quote",
    description: "A verb that is no cue elsewhere precedes the quotation with its subject.",
    example: Example { text: "Ann Wu ended her speech with “see you in May.”", speaker: "Ann Wu" },
    prior: -100,
    propose,
};

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    for verb in cues_before(setting.other_verbs(), quotation) {
        links.extend(link(setting, verb, quotation).filter(|link| !is_told_to_reader(setting, *link)));
    }
}

/// Whether a source begins with a command: "Press and hold the button marked “Start.”"
fn is_told_to_reader(setting: &Setting<'_>, link: Link) -> bool {
    let Link::Cued { source, .. } = link else { return false };
    let is_command = |at: UnitIdx| setting.is(at, Classes::BASE) && !setting.is(at, Classes::ROLE);
    let opens_object = Classes::DETERMINER.or(Classes::POSSESSIVE);
    let first = source.start;
    let next = first + 1;
    is_command(first)
        && (setting.is(next, opens_object) || setting.is(next, Classes::CONJUNCTION) && is_command(next + 1))
}
