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

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    let source = |draft| setting.history.parts(draft).source;
    let running = setting.history.running();
    let running =
        running.filter(|draft| !source(*draft).is_some_and(|source| setting.addresses(quotation, source)));
    links.extend(running.map(|draft| Link::Continues { draft, cue: None }));
}
