//! Finite verbs, distinguished from other words without a parser.
//!
//! Imports word classes and views.

use crate::language::Classes;
use crate::tokenizer::{Shape, View};

const FINITE: Classes = Classes::PAST.or(Classes::THIRD).or(Classes::AUXILIARY);
const KNOWN: Classes = Classes::ANY_VERB
    .or(Classes::COMMON)
    .or(Classes::ROLE)
    .or(Classes::DEMONYM)
    .or(Classes::ORGANISATION)
    .or(Classes::DOCUMENT);

/// Whether a word, after one of the classes `before`, may be a verb with a subject before it: "said", "has", an
/// unknown word that `ends_like_past`.
///
/// Without a branch for each question, since the answers for words in a row are hard to predict.
#[inline]
pub(crate) fn is_finite_verb(word: View, before: Classes, ends_like_past: impl FnOnce() -> bool) -> bool {
    let classes = word.classes;
    let may_be =
        !word.has(Shape::CAPITAL) & !classes.any(Classes::DETERMINER) & !is_noun_after(before, classes);
    let is_form = classes.any(FINITE) & !is_reduced(classes, before);
    let is_unknown = word.has(Shape::WORD) & !classes.any(KNOWN.or(FINITE));
    may_be & is_form || may_be & is_unknown && ends_like_past()
}

/// Whether the word before makes a noun or an adjective of a word that may be a verb: "the claims", "his support".
fn is_noun_after(before: Classes, classes: Classes) -> bool {
    let of_nouns = Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::PREPOSITION);
    let of_noun = before.any(of_nouns) & !before.any(Classes::THAT.or(Classes::QUANTIFIER));
    let of_clitic = before.any(Classes::CLITIC) & !before.any(Classes::AUXILIARY);
    !classes.any(Classes::AUXILIARY) & (of_noun | of_clitic)
}

/// Whether a participle belongs to an auxiliary before it, so that the auxiliary is the finite verb.
fn is_reduced(classes: Classes, before: Classes) -> bool {
    classes.any(Classes::PARTICIPLE)
        & !classes.any(Classes::AUXILIARY.or(Classes::PAST))
        & !before.any(Classes::AUXILIARY.or(Classes::ADVERB))
}
