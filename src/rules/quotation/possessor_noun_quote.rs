//! Smith's claim that … “Q”. His answer was “Q.” Smith's “Q” remark.

use crate::language::Classes;
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::text::index::UnitIdx;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "possessor-noun-quote",
    description: "A noun for what is said, with its possessor, precedes the quotation or is around it.",
    example: Example {
        text: "Ann Wu’s remark that the sea was “a thief” was widely shared.",
        speaker: "Ann Wu",
    },
    prior: -50,
    propose,
};

/// How many nouns before a quotation are considered: the nearest.
const NOUNS: usize = 2;

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    let before = setting.start().to(quotation);
    let nouns = setting.those(before, |view| view.is(Classes::SPEECH_NOUN)).rev().take(NOUNS);
    for noun in nouns {
        if let Some(source) = setting.possessor(noun) {
            links.push(Link::cued(noun.only(), source));
        }
    }
    links.extend(around(setting, quotation));
}

/// A possessor right before the quotation and a noun right after it: Smith's “Q” remark.
fn around(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    let owner = quotation.before().filter(|owner| *owner >= setting.start())?;
    let noun = quotation + 1;
    let is_owned = setting.is(owner, Classes::POSSESSIVE.or(Classes::CLITIC));
    let is_said = setting.is(noun, Classes::SPEECH_NOUN) && !setting.is(noun, Classes::DOCUMENT);
    let source = if is_owned && is_said { setting.possessor(quotation) } else { None };
    source.map(|source| Link::cued(noun.only(), source))
}
