//! “Q.” (Ann Wu)

use crate::language::Classes;
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::speakers::name::NameKind;
use crate::text::index::{TokenIdx, TokenRange, UnitIdx};
use crate::tokenizer::TokenKind;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "bracketed-source",
    description: "A name in brackets follows the quotation and ends its sentence.",
    example: Example { text: "“The well is dry.” (Ann Wu)", speaker: "Ann Wu" },
    prior: 150,
    propose,
};

/// The maximum number of tokens between the brackets: a name, a comma and a role.
const LONGEST: usize = 12;

/// The maximum number of tokens of a title of a work after other words: “Salt Road” (Kofi Mensah).
const LONGEST_TITLE: usize = 8;

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    let may_be_title = setting.before(quotation).is_some_and(|before| setting.is_word_or_number(before))
        && setting.quoted(quotation).is_some_and(|tokens| tokens.len() <= LONGEST_TITLE);
    if setting.quoting().next().is_none() && !may_be_title {
        links.extend(find(setting, quotation).map(|source| Link::Sourced { cue: None, source }));
    }
}

/// The source in the brackets, which may be in the next sentence.
fn find(setting: &Setting<'_>, quotation: UnitIdx) -> Option<TokenRange> {
    let document = setting.paragraph().document;
    let opening = setting.tokens(quotation.only()).end;
    if !document.is(opening, Classes::OPENING_BRACKET) {
        return None;
    }
    let start = opening + 1;
    let window = start.to(start + LONGEST + 1);
    let closing = window.iter().find(|&at| document.is(at, Classes::CLOSING_BRACKET))?;
    let next = closing + 1;
    let ends = match document.kind(next) {
        None | Some(TokenKind::Mark) => true,
        Some(_) => document.is(next, Classes::STOP) || document.begins_paragraph(next),
    };
    (ends && names_person(setting, start, closing)).then(|| start.to(closing))
}

/// Whether a name of a person begins here, and ends before the bracket or a comma.
fn names_person(setting: &Setting<'_>, start: TokenIdx, closing: TokenIdx) -> bool {
    let document = setting.paragraph().document;
    let name = start.to(closing).iter().find_map(|at| setting.names.id_covering(at));
    let name = name.and_then(|mention| setting.names.get(mention.idx()));
    name.is_some_and(|name| {
        let ends = name.end() == closing || document.is(name.end(), Classes::COMMA);
        let starts = name.start() == start || name.titled_start() == start;
        starts && ends && !name.is_doubtful && matches!(name.kind, NameKind::Person | NameKind::Unknown)
    })
}
