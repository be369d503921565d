//! Marks and verbs, as clauses see them.

use crate::language::Classes;
use crate::reading::paragraph::Paragraph;
use crate::words::Shape;

pub(crate) fn closes_bracket(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    paragraph.is(at, Classes::CLOSING_BRACKET)
}

/// An age: "Hill, 43, said".
pub(crate) fn starts_with_digit(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    paragraph.word(at).starts_with(|c: char| c.is_ascii_digit())
}

pub(crate) fn is_verb(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    paragraph.has(at, Shape::FINITE)
}

pub(crate) fn is_any_verb(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    paragraph.is(at, Classes::ANY_VERB)
}

/// "the man who shot him", "people that live here": whether a relative pronoun opens the clause of the
/// verb at this unit.
pub(crate) fn in_relative_clause(paragraph: &Paragraph<'_, '_>, low: usize, at: usize) -> bool {
    (low..at)
        .rev()
        .take(8)
        .take_while(|&unit| !paragraph.is_comma(unit))
        .any(|unit| paragraph.is(unit, Classes::RELATIVE) && unit > low && !is_any_verb(paragraph, unit - 1))
}
