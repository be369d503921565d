//! Telling verbs from other words, without a parser.

use super::Classes;

const FINITE: Classes = Classes::PAST.or(Classes::THIRD).or(Classes::AUXILIARY);
const KNOWN: Classes = Classes::ANY_VERB
    .or(Classes::COMMON)
    .or(Classes::ROLE)
    .or(Classes::DEMONYM)
    .or(Classes::ORGANISATION)
    .or(Classes::DOCUMENT);

/// Whether a word of these classes, behind one of those before it, may be a verb that a subject stands
/// before: "said", "has", an unknown word that `ends_in_ed`.
#[inline]
pub(super) fn is_finite_verb(
    classes: Classes,
    before: Option<Classes>,
    ends_in_ed: impl FnOnce() -> bool,
) -> bool {
    if classes.any(Classes::CAPITAL.or(Classes::DETERMINER)) {
        return false;
    }
    if classes.any(FINITE) {
        return !is_noun_here(classes, before) && !is_reduced(classes, before);
    }
    classes.any(Classes::WORD) && !classes.any(KNOWN) && ends_in_ed() && !is_noun_here(classes, before)
}

/// Whether a word that may be a verb stands where a noun or an adjective does: "the claims", "his support".
fn is_noun_here(classes: Classes, before: Option<Classes>) -> bool {
    let of_nouns = Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::PREPOSITION);
    !classes.any(Classes::AUXILIARY)
        && before.is_some_and(|before| {
            before.any(of_nouns) && !before.any(Classes::THAT.or(Classes::QUANTIFIER))
                || before.any(Classes::CLITIC) && !before.any(Classes::AUXILIARY)
        })
}

/// Whether a participle goes with an auxiliary before it, so that the auxiliary is the finite verb.
fn is_reduced(classes: Classes, before: Option<Classes>) -> bool {
    !classes.any(Classes::AUXILIARY)
        && classes.any(Classes::PARTICIPLE)
        && !classes.any(Classes::PAST)
        && before.is_some_and(|before| !before.any(Classes::AUXILIARY.or(Classes::ADVERB)))
}
