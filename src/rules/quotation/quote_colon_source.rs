//! “Q”: Ann Wu.

use crate::language::Classes;
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::speakers::name::NameKind;
use crate::text::index::{TokenIdx, TokenRange, UnitIdx};
use crate::tokenizer::TokenKind;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "quote-colon-source",
    description: "A colon and a name follow the quotation and end its paragraph or sentence.",
    example: Example { text: "“The well is dry”: Ann Wu", speaker: "Ann Wu" },
    prior: 150,
    propose,
};

/// The maximum number of tokens after the colon: a name, and a role, a place or a date.
const LONGEST: usize = 12;

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    if quotation == setting.start() && setting.quoting().next().is_none() {
        links.extend(find(setting, quotation).map(|(cue, source)| Link::Sourced { cue: Some(cue), source }));
    }
}

/// The colon and the name, which may be in the next sentence.
fn find(setting: &Setting<'_>, quotation: UnitIdx) -> Option<(TokenRange, TokenRange)> {
    let document = setting.paragraph().document;
    let colon = setting.tokens(quotation.only()).end;
    if !document.is(colon, Classes::COLON) {
        return None;
    }
    let start = colon + 1;
    let name = setting.names.id_covering(start).and_then(|mention| setting.names.get(mention.idx()))?;
    let starts = name.start() == start || name.titled_start() == start;
    let may_speak = !name.is_doubtful && name.kind != NameKind::Place;
    let window = name.end().to(start + LONGEST + 1);
    let goes_on = |at: TokenIdx| {
        matches!(document.kind(at), Some(TokenKind::Word | TokenKind::Number))
            || document.is(at, Classes::COMMA)
    };
    let end = { window }.iter().find(|&at| !goes_on(at))?;
    let is_last = document.is(end, Classes::STOP) || document.begins_paragraph(end);
    let is_named = document.is(name.end(), Classes::COMMA) || end == name.end();
    (starts && may_speak && is_last && is_named).then(|| (colon.only(), start.to(name.end())))
}
