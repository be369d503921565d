//! Finite verbs, distinguished from other words without a parser.
//!
//! Imports word classes, documents and views.

use crate::language::{Classes, Ending};
use crate::text::index::TokenIdx;
use crate::tokenizer::{Document, Shape, TokenKind, View};

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
/// Without a branch for each question, since the answers for words in a row are hard to predict. Only one word in four
/// needs the questions about the word before it.
#[inline]
pub(crate) fn is_finite_verb(word: View, before: Classes, ends_like_past: impl FnOnce() -> bool) -> bool {
    let classes = word.classes;
    let is_form = classes.any(FINITE);
    let is_unknown = word.has(Shape::WORD) & !classes.any(KNOWN.or(FINITE));
    if !(is_form | is_unknown) | word.has(Shape::CAPITAL) {
        return false;
    }
    let may_be = !classes.any(Classes::DETERMINER) & !is_noun_after(before, classes);
    may_be & is_form & !is_reduced(classes, before) || may_be & is_unknown && ends_like_past()
}

/// Whether the word before makes a noun or an adjective of a word that may be a verb: "the claims", "his support".
fn is_noun_after(before: Classes, classes: Classes) -> bool {
    let of_nouns = Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::PREPOSITION);
    let of_noun = before.any(of_nouns) & !before.any(Classes::THAT.or(Classes::QUANTIFIER));
    let of_clitic = before.any(Classes::CLITIC) & !before.any(Classes::AUXILIARY);
    !classes.any(Classes::AUXILIARY) & (of_noun | of_clitic)
}

/// Whether a word that may be a plural noun as well as a verb is the noun: "his recent remarks", "1,600 emails".
pub(crate) fn is_plural_noun(document: &Document<'_>, at: TokenIdx) -> bool {
    let nouns = Classes::SPEECH_NOUN.or(Classes::DOCUMENT).or(Classes::PLURAL).or(Classes::COMMON);
    let classes = document.classes(at);
    let may_be_noun = classes.any(Classes::THIRD) && classes.any(nouns) && !classes.any(Classes::PAST);
    let Some(before) = at.before().filter(|_| may_be_noun) else { return false };
    match document.kind(before) {
        Some(TokenKind::Number) => {
            document.text_of(before).bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
        }
        Some(TokenKind::Word) => is_adjective(document, before),
        // "the voters’ fears"
        Some(TokenKind::Mark) => document.may_be_possessive(before),
        _ => false,
    }
}

/// Whether a word that is no other noun is an adjective, by what it is or how it ends, after a word that opens a noun
/// phrase or governs one.
fn is_adjective(document: &Document<'_>, at: TokenIdx) -> bool {
    let people =
        Classes::ROLE.or(Classes::ORGANISATION).or(Classes::MALE).or(Classes::FEMALE).or(Classes::PRONOUN);
    let other = people.or(Classes::DOCUMENT).or(Classes::SPEECH_NOUN).or(Classes::PLURAL).or(Classes::TO);
    let opener = Classes::DETERMINER
        .or(Classes::POSSESSIVE)
        .or(Classes::PREPOSITION)
        .or(Classes::CLITIC)
        .or(Classes::QUANTIFIER)
        .or(Classes::CONJUNCTION)
        .or(Classes::ADJECTIVE)
        .or(Classes::ANY_VERB);
    !document.is_capitalised(at)
        && (document.is(at, Classes::ADJECTIVE)
            || !document.is(at, other) && document.ends_like(at, Ending::Adjective))
        && at
            .before()
            .is_some_and(|before| document.is(before, opener) || document.ends_like(before, Ending::Past))
}

/// Whether a participle has no auxiliary before it, so that it is part of a noun phrase: "the words written there".
fn is_reduced(classes: Classes, before: Classes) -> bool {
    classes.any(Classes::PARTICIPLE)
        & !classes.any(Classes::AUXILIARY.or(Classes::PAST))
        & !before.any(Classes::AUXILIARY.or(Classes::ADVERB))
}
