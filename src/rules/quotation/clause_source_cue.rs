//! The “Q” … would fail, she said.

use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::text::index::UnitIdx;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "clause-source-cue",
    description: "A tag ends the clause that holds the quotation.",
    example: Example { text: "The “grand plan” would fail, Ann Wu said.", speaker: "Ann Wu" },
    prior: 0,
    propose,
};

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    links.extend(find(setting, quotation));
}

fn find(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    let cue = setting.quoting().find(|cue| cue.head > quotation && setting.is_speech(cue.head))?;
    if !cue.is_finite() {
        return None;
    }
    let subject = setting.subject(cue).filter(|source| source.start > quotation + 1);
    let source = match subject {
        Some(source) if setting.is_comma(source.start - 1) => source,
        _ if setting.is_comma(cue.group.start.before()?) => setting.inverted_subject(cue.head + 1)?,
        _ => return None,
    };
    Some(Link::cued(cue.group, source))
}
