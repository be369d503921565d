//! Smith coined the phrase “Q”: by a verb that is no cue elsewhere.

use super::source_cue_quote::{cues_before, link};
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
        links.extend(link(setting, verb, quotation));
    }
}
