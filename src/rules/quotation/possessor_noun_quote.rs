//! Smith's claim that … “Q”. His answer was “Q.”

use crate::language::Classes;
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::text::index::UnitIdx;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "possessor-noun-quote",
    description: "A noun for what is said precedes the quotation and has a possessor.",
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
}
