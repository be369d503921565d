//! “Q.” — Smith

use crate::language::Classes;
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::text::index::UnitIdx;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "signature",
    description: "A dash and a name follow the quotation, on its line or on the next one.",
    example: Example { text: "“The well is dry.” — Ann Wu", speaker: "Ann Wu" },
    prior: 150,
    propose,
};

/// The longest signature, in words.
const LONGEST: usize = 12;

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    links.extend(find(setting, quotation).or_else(|| find_below(setting, quotation)));
}

/// On a line of its own after the paragraph that the quotation ends.
fn find_below(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    if quotation + 1 != setting.units().end || setting.quoting().next().is_some() {
        return None;
    }
    let document = setting.paragraph().document;
    let line = document.paragraph_from(setting.tokens(quotation.only()).end)?;
    let dash = line.start;
    if !document.is(dash, Classes::DASH) {
        return None;
    }
    let end = (dash + 1).to(line.end).iter().find(|&at| !document.is_word(at)).unwrap_or(line.end);
    let words = (dash + 1).to(end);
    let signs = document.is_capitalised(words.start)
        && (1..=LONGEST).contains(&words.len())
        && line.len() <= 2 * LONGEST;
    signs.then(|| Link::Sourced { cue: Some(dash.only()), source: words })
}

/// On the line of the quotation, at the end of its sentence.
fn find(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    let dash = quotation + 1;
    if !setting.is(dash, Classes::DASH) || setting.quoting().next().is_some() {
        return None;
    }
    let all = setting.units().end;
    let end = (dash + 1).to(all).iter().find(|&at| !setting.is_word_or_number(at)).unwrap_or(all);
    let source = (dash + 1).to(end);
    let signs =
        setting.is_name(source.start) && (1..=LONGEST).contains(&source.len()) && end + 1 >= setting.end();
    signs.then(|| Link::Cued { cue: dash.only(), source, mention: setting.name_of(source) })
}
