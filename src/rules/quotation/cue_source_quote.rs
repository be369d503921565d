//! Asked about it, said Smith, “Q.”

use super::source_cue_quote::cues_before;
use crate::language::Classes;
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::text::index::UnitIdx;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "cue-source-quote",
    description: "The cue precedes its source and both precede the quotation.",
    example: Example {
        text: "After the storm, says Ann Wu, a sailor from the north, “we were lost.”",
        speaker: "Ann Wu",
    },
    prior: -50,
    propose,
};

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    for cue in cues_before(setting.quoting(), quotation) {
        let Some(source) = setting.inverted_subject_of(cue.head) else { continue };
        let is_set_off = setting.is(source.end, Classes::COMMA.or(Classes::COLON)) || source.end == quotation;
        if is_set_off && source.end <= quotation && cue.head > setting.start() {
            links.push(Link::cued(cue.group, source));
        }
    }
}
