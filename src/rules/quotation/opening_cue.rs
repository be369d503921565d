//! Said Smith: “Q.” Adds Smith, “Q.”

use crate::language::Classes;
use crate::reading::Cue;
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::text::index::UnitIdx;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "opening-cue",
    description: "A verb of speech opens the sentence, and its source and the quotation follow.",
    example: Example { text: "Adds Ann Wu: “The well is dry.”", speaker: "Ann Wu" },
    prior: 300,
    propose,
};

/// How far after its source the quotation is, in units: "Said Ann Wu with a grin: “Q.”"
const REACH: usize = 8;

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    links.extend(find(setting, quotation));
}

fn find(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    let cue = opening_cue(setting)?;
    let source = setting.inverted_subject_of(cue.head).filter(|source| source.end <= quotation)?;
    let gap = source.end.to(quotation);
    let last = gap.last().unwrap_or(source.end);
    let is_set_off = gap.is_empty() || setting.is(last, Classes::COMMA.or(Classes::COLON));
    let is_near =
        gap.len() <= REACH && !gap.iter().any(|at| setting.is_quotation(at) || setting.is_finite(at));
    (is_set_off && is_near).then_some(Link::cued(cue.group, source))
}

/// The verb of speech that opens the sentence, if nobody precedes it: "Said", "Quoth".
pub(super) fn opening_cue<'s>(setting: &Setting<'s>) -> Option<&'s Cue> {
    let cue = setting.quoting().next().filter(|cue| cue.group.start == setting.start())?;
    (cue.is_finite_speech(setting.sentence) && cue.head == setting.start()).then_some(cue)
}
