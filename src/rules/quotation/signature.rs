//! “Q.” — Smith

use crate::language::Classes;
use crate::layout::{is_signature, leading_name};
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::text::index::{TokenIdx, TokenRange, UnitIdx};
use crate::tokenizer::{Document, TokenKind};

pub(in crate::rules) const RULE: Definition = Definition {
    name: "signature",
    description:
        "A dash and a name follow the quotation, on its line or on the next one, or a name below it.",
    example: Example { text: "“The well is dry.” — Ann Wu", speaker: "Ann Wu" },
    prior: 150,
    propose,
};

/// The longest signature, in words.
const LONGEST: usize = 12;

/// The maximum number of paragraphs above a quotation that are looked at for lines with names.
const MAX_ABOVE: usize = 40;

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    links.extend(find(setting, quotation).or_else(|| find_below(setting, quotation)));
}

/// On a line of its own after the paragraph that the quotation ends.
fn find_below(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    if quotation + 1 != setting.units().end || setting.quoting().next().is_some() {
        return None;
    }
    let document = setting.paragraph().document;
    let quoted = setting.tokens(quotation.only());
    let mut line = document.paragraph_from(quoted.end)?;
    let dash = line.start;
    if !document.is(dash, Classes::DASH) {
        // "★★★★★ “Q.”": stars may precede it.
        let mut before = setting.units().start.to(quotation).iter();
        let signs = before.all(|at| !setting.is_word_or_number(at))
            && is_signature(document, line)
            && belongs_to_quotation(document, quoted, line);
        return signs.then(|| Link::Sourced { cue: None, source: leading_name(document, line) });
    }
    if line.len() == 1 {
        line = document.paragraph_from(line.end)?;
    } else {
        line.start += 1;
    }
    let words = leading_name(document, line);
    // "- Ann Wu: “Q.”" is an entry of a list.
    let is_entry =
        |at: TokenIdx| document.is(at, Classes::COLON) || document.kind(at) == Some(TokenKind::Mark);
    let signs = document.is_capitalised(words.start)
        && !line.iter().any(is_entry)
        && (1..=LONGEST).contains(&words.len())
        && line.len() <= 2 * LONGEST;
    signs.then(|| Link::Sourced { cue: Some(dash.only()), source: words })
}

/// Whether a signature is right below the quotation. After a blank line it could be a heading of what follows: it has
/// more than a name ("Ann W., Salt Road"), and the quotations and lines in turn that end with it begin with a quotation.
fn belongs_to_quotation(document: &Document<'_>, quoted: TokenRange, line: TokenRange) -> bool {
    if !document.follows_blank_line(line.start) {
        return true;
    }
    // A line right above the next one is its heading.
    if document.token(line.end).is_some() && !document.follows_blank_line(line.end) {
        return false;
    }
    if !line.iter().any(|at| document.is(at, Classes::COMMA)) {
        return false;
    }
    let begun = document.paragraphs_begun(quoted.start);
    let above = |count: usize| {
        let start = document.start_of_paragraph(begun.checked_sub(count)?)?;
        document.paragraph_from(start)
    };
    let is_quoted =
        |line: TokenRange| line.last().is_some_and(|last| document.kind(last) == Some(TokenKind::Mark));
    let mut opens_with_line = false;
    for count in 1..MAX_ABOVE {
        let is_line = count % 2 == 1;
        let goes_on = |at: TokenRange| if is_line { is_signature(document, at) } else { is_quoted(at) };
        if !above(count).is_some_and(goes_on) {
            break;
        }
        opens_with_line = is_line;
    }
    !opens_with_line
}

/// On the line of the quotation, at the end of its sentence: “Q.” — Ann Wu, 34, nurse. “Q.”: Ann Wu.
fn find(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    let dash = quotation + 1;
    if !setting.is(dash, Classes::DASH.or(Classes::COLON)) || setting.quoting().next().is_some() {
        return None;
    }
    let all = setting.units().end;
    let end = (dash + 1).to(all).iter().find(|&at| !setting.is_word_or_number(at)).unwrap_or(all);
    let source = (dash + 1).to(end);
    let tail = end.to(setting.end());
    let is_apposition = setting.is_comma(end) && tail.len() <= LONGEST && !setting.paragraph().has_verb(tail);
    let ends = end + 1 >= setting.end() || is_apposition;
    // "A man with a dog"
    let is_anybody =
        setting.is(source.start, Classes::INDEFINITE_ARTICLE) && setting.is(source.start + 1, Classes::ROLE);
    let signs =
        (setting.is_name(source.start) || is_anybody) && (1..=LONGEST).contains(&source.len()) && ends;
    signs.then(|| Link::Cued { cue: dash.only(), source, mention: setting.name_of(source) })
}
