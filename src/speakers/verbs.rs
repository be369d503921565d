//! Telling verbs from other words, without a parser.

use crate::lexicon::{Classes, Tagged};

const FINITE: Classes = Classes::PAST.or(Classes::THIRD).or(Classes::AUXILIARY);
const KNOWN: Classes = Classes::SPEECH
    .or(Classes::STANCE)
    .or(Classes::VERB)
    .or(Classes::COMMON)
    .or(Classes::ROLE)
    .or(Classes::DEMONYM)
    .or(Classes::ORGANISATION)
    .or(Classes::DOCUMENT);

/// Whether the token may be a verb that a subject stands before: "said", "has", an unknown "-ed".
pub(crate) fn is_finite_verb(text: &Tagged<'_>, token: usize) -> bool {
    let classes = text.classes(token);
    if text.is_capitalised(token) || classes.any(Classes::DETERMINER) {
        return false;
    }
    if classes.any(FINITE) {
        return !is_noun_here(text, token) && !is_reduced(text, token);
    }
    text.is_word(token)
        && !classes.any(KNOWN)
        && text.text_of(token).ends_with("ed")
        && !is_noun_here(text, token)
}

/// Whether a word that may be a verb stands where a noun or an adjective does: "the claims", "his support".
fn is_noun_here(text: &Tagged<'_>, token: usize) -> bool {
    let before = Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::PREPOSITION);
    !text.is(token, Classes::AUXILIARY)
        && token.checked_sub(1).is_some_and(|at| {
            text.is(at, before) && !text.is(at, Classes::THAT.or(Classes::QUANTIFIER))
                || text.document.is(at, "'s")
                || text.document.is(at, "’s")
        })
}

/// Whether a participle goes with an auxiliary before it, so that the auxiliary is the finite verb.
fn is_reduced(text: &Tagged<'_>, token: usize) -> bool {
    let classes = text.classes(token);
    !classes.any(Classes::AUXILIARY)
        && classes.any(Classes::PARTICIPLE)
        && !classes.any(Classes::PAST)
        && token.checked_sub(1).is_some_and(|at| !text.is(at, Classes::AUXILIARY.or(Classes::ADVERB)))
}
