//! “Q,” according to Smith. According to Smith, … “Q”.

use crate::rules::link::Link;
use crate::rules::setting::{source_phrase_at, Setting};
use crate::rules::{Definition, Example};
use crate::text::index::UnitIdx;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "according-to",
    description: "A phrase such as “according to” names the source, right after the quotation or anywhere in its sentence.",
    example: Example { text: "“The well is dry,” according to Ann Wu.", speaker: "Ann Wu" },
    prior: 150,
    propose,
};

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    links.extend(find_beside(setting, quotation).or(setting.source_phrase));
}

/// Right after the quotation, unless a cue precedes it.
fn find_beside(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    if setting.quoting().any(|cue| cue.head < quotation) {
        return None;
    }
    source_phrase_at(setting.sentence, setting.after_quotation(quotation))
}
