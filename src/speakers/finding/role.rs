//! The grammatical role of a name, from the words on both sides of it.

use crate::language::Classes;
use crate::speakers::name::GrammaticalRole;
use crate::text::index::TokenIdx;
use crate::words::{Shape, Words};

/// The role of a name that reaches from its titles at `start` to `end`.
pub(super) fn grammatical_role(words: &Words<'_, '_>, start: TokenIdx, end: TokenIdx) -> GrammaticalRole {
    let before = words.classes(start - 1);
    let precedes_verb = || {
        let verb = end + usize::from(is_adverb(words, end));
        words.has(verb, Shape::FINITE)
            || words.is(end, Classes::COMMA)
                && (words.is(end + 1, Classes::RELATIVE)
                    || before.any(Classes::COMMA) && words.has(end + 1, Shape::FINITE))
    };
    // "Lee said Smith would go": a later "he" means Lee.
    let is_in_content = before.any(Classes::THAT.or(Classes::SPEECH)) && words.has(end, Shape::FINITE);
    if words.is(end, Classes::CLITIC) {
        GrammaticalRole::Possessor
    } else if is_in_content {
        GrammaticalRole::Other
    } else if words.has(start, Shape::BEGINS)
        || before.any(Classes::SPEECH)
        || words.is(end, Classes::GERUND)
        || !before.any(Classes::PREPOSITION) && precedes_verb()
    {
        GrammaticalRole::Subject
    } else {
        GrammaticalRole::Other
    }
}

/// Whether a word may be an adverb between a name and its verb: "Lee regularly saw".
fn is_adverb(words: &Words<'_, '_>, at: TokenIdx) -> bool {
    let may_be = words.is(at, Classes::ADVERB) || words.document.is_unlisted_adverb(at);
    may_be && !words.is_capitalised(at)
}
