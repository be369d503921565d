//! Headlines, by their capitals.
//!
//! Imports word classes and views.

use crate::language::Classes;
use crate::tokenizer::{Shape, View};

/// The maximum length of a headline, in tokens.
const LONGEST_HEADLINE: usize = 40;

/// Words that prose does not capitalise within a sentence.
const ORDINARY: Classes = Classes::COMMON
    .or(Classes::ADVERB)
    .or(Classes::AUXILIARY)
    .or(Classes::ANY_VERB)
    .or(Classes::PRONOUN)
    .or(Classes::SUBORDINATOR)
    .or(Classes::POSSESSIVE);

/// Whether most ordinary words of a paragraph are capitalised.
pub(super) fn is_headline(views: impl ExactSizeIterator<Item = View>) -> bool {
    if views.len() > LONGEST_HEADLINE {
        return false;
    }
    let (mut words, mut capitalised) = (0u32, 0u32);
    for view in views.skip(1) {
        let is_ordinary = view.is(ORDINARY) & !view.has(Shape::BEGINS);
        words += u32::from(is_ordinary);
        capitalised += u32::from(is_ordinary & view.has(Shape::CAPITAL));
    }
    capitalised * 2 > words
}
