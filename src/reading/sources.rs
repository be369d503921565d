//! What the words of a source show about it.

use crate::language::Classes;
use crate::models::{value, Value};
use crate::text::index::TokenRange;
use crate::tokenizer::Document;

/// The type of a source: which pronoun it is, or what its nouns are.
pub(crate) fn source_type(document: &Document<'_>, source: TokenRange) -> Value {
    let first = source.start;
    if source.len() == 1 && document.is(first, Classes::PRONOUN.or(Classes::RELATIVE)) {
        return pronoun(document.classes(first));
    }
    let opens_phrase =
        Classes::DETERMINER.or(Classes::PREPOSITION).or(Classes::COMMON).or(Classes::QUANTIFIER);
    if document.is_capitalised(first) && !document.is(first, opens_phrase) {
        return value!("name");
    }
    let all = source.iter().fold(Classes::NONE, |all, at| all | document.classes(at));
    let has_name = || source.iter().any(|at| document.is_capitalised(at) && !document.begins_sentence(at));
    match () {
        () if all.any(Classes::ROLE) && has_name() => value!("name-phrase"),
        () if all.any(Classes::ROLE) && all.any(Classes::PLURAL) => value!("people"),
        () if all.any(Classes::ROLE) => value!("role"),
        () if all.any(Classes::ORGANISATION) => value!("body"),
        () if all.any(Classes::DOCUMENT) => value!("paper"),
        () if all.any(Classes::QUANTIFIER) => value!("quantity"),
        () if source.len() == 1 && all.any(Classes::DETERMINER) => value!("demonstrative"),
        () if has_name() => value!("name-phrase"),
        () => value!("phrase"),
    }
}

/// The value of a pronoun: the first of these classes that it is of.
fn pronoun(classes: Classes) -> Value {
    const PRONOUNS: &[(Classes, Value)] = &[
        (Classes::PERSON_RELATIVE, value!("who")),
        (Classes::RELATIVE, value!("which")),
        (Classes::GROUP_PRONOUN, value!("they")),
        (Classes::MALE, value!("he")),
        (Classes::FEMALE, value!("she")),
        (Classes::NEUTER, value!("it")),
        (Classes::FIRST_PERSON, value!("i")),
        (Classes::SECOND_PERSON, value!("you")),
    ];
    classes.first_of(PRONOUNS).unwrap_or(value!("which"))
}
