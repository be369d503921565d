//! Whose claim a noun is.

use crate::language::Classes;
use crate::reading::paragraph::Paragraph;
use crate::tokenizer::Range;

/// How many words may stand between the possessor and the noun: "Smith's latest, boldest claim".
const ADJECTIVES: usize = 3;

/// "Ann Wu's", "his": whose claim the noun at this unit is.
pub(crate) fn possessor(paragraph: &Paragraph<'_, '_>, sentence: &Range, noun: usize) -> Option<Range> {
    let low = sentence.start.max(noun.saturating_sub(ADJECTIVES + 1));
    let owner =
        (low..noun).rev().find(|&unit| paragraph.is(unit, Classes::POSSESSIVE.or(Classes::CLITIC)))?;
    if paragraph.is(owner, Classes::POSSESSIVE) {
        return Some(owner..owner + 1);
    }
    let mut start = owner;
    let not_of_name =
        Classes::CONJUNCTION.or(Classes::PREPOSITION).or(Classes::SUBORDINATOR).or(Classes::ADVERB);
    while start > sentence.start
        && paragraph.is_capitalised(start - 1)
        && !paragraph.is(start - 1, not_of_name)
    {
        start -= 1;
    }
    (start < owner).then_some(start..owner + 1)
}
