//! Telling verbs from other words, without a parser.

use crate::lexicon::{Classes, Tagged};

const FINITE: Classes = Classes::PAST.or(Classes::THIRD).or(Classes::AUXILIARY);
const KNOWN: Classes = Classes::ANY_VERB
    .or(Classes::COMMON)
    .or(Classes::ROLE)
    .or(Classes::DEMONYM)
    .or(Classes::ORGANISATION)
    .or(Classes::DOCUMENT);

/// Whether the token may be a verb that a subject stands before: "said", "has", an unknown "-ed".
pub(crate) fn is_finite_verb(text: &Tagged<'_>, token: usize) -> bool {
    let before = token.checked_sub(1).map(|before| text.classes(before));
    is_finite_verb_after(text, token, text.classes_here(token), before)
}

/// The same, given what is known of the token and of the one before.
#[inline]
pub(crate) fn is_finite_verb_after(
    text: &Tagged<'_>,
    token: usize,
    classes: Classes,
    before: Option<Classes>,
) -> bool {
    if classes.any(Classes::CAPITAL.or(Classes::DETERMINER)) {
        return false;
    }
    if classes.any(FINITE) {
        return !is_noun_here(classes, before) && !is_reduced(classes, before);
    }
    classes.any(Classes::WORD)
        && !classes.any(KNOWN)
        && text.text_of(token).ends_with("ed")
        && !is_noun_here(classes, before)
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
