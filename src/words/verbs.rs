//! Telling verbs from other words, without a parser.

use crate::language::Classes;
use crate::words::view::{Shape, View};

const FINITE: Classes = Classes::PAST.or(Classes::THIRD).or(Classes::AUXILIARY);
const KNOWN: Classes = Classes::ANY_VERB
    .or(Classes::COMMON)
    .or(Classes::ROLE)
    .or(Classes::DEMONYM)
    .or(Classes::ORGANISATION)
    .or(Classes::DOCUMENT);

/// Whether a word of these classes, behind one of those before it, may be a verb that a subject stands
/// before: "said", "has", an unknown word that `ends_in_ed`.
///
/// Told without a branch for each question, since no two words in a row are alike.
#[inline]
pub(crate) fn is_finite_verb(word: View, before: Classes, ends_in_ed: impl FnOnce() -> bool) -> bool {
    let classes = word.classes;
    let may_be =
        !word.has(Shape::CAPITAL) & !classes.any(Classes::DETERMINER) & !is_noun_here(classes, before);
    let is_form = classes.any(FINITE) & !is_reduced(classes, before);
    let is_unknown = word.has(Shape::WORD) & !classes.any(KNOWN.or(FINITE));
    may_be & is_form || may_be & is_unknown && ends_in_ed()
}

/// Whether a word that may be a verb stands where a noun or an adjective does: "the claims", "his support".
fn is_noun_here(classes: Classes, before: Classes) -> bool {
    let of_nouns = Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::PREPOSITION);
    let of_noun = before.any(of_nouns) & !before.any(Classes::THAT.or(Classes::QUANTIFIER));
    let of_clitic = before.any(Classes::CLITIC) & !before.any(Classes::AUXILIARY);
    !classes.any(Classes::AUXILIARY) & (of_noun | of_clitic)
}

/// Whether a participle goes with an auxiliary before it, so that the auxiliary is the finite verb.
fn is_reduced(classes: Classes, before: Classes) -> bool {
    classes.any(Classes::PARTICIPLE)
        & !classes.any(Classes::AUXILIARY.or(Classes::PAST))
        & !before.any(Classes::AUXILIARY.or(Classes::ADVERB))
}
