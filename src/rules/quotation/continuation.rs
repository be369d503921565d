//! A quotation that continues without a cue of its own: Smith said so. “Q.”

use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::text::index::UnitIdx;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "continuation",
    description: "The quotation continues the one before it.",
    example: Example { text: "“The well is dry,” Ann Wu said. “We need rain.”", speaker: "Ann Wu" },
    prior: 100,
    propose,
};

fn propose(setting: &Setting<'_>, _quotation: UnitIdx, links: &mut Vec<Link>) {
    links.extend(setting.history.running().map(|draft| Link::Continues { draft, cue: None }));
}
