//! What the words of a source show about it.

use crate::language::{symbol, Classes, Symbol};
use crate::text::index::TokenRange;
use crate::tokenizer::Document;

/// The type of a source: which pronoun it is, or what its nouns are.
pub(crate) fn source_type(document: &Document<'_>, source: TokenRange) -> Symbol {
    let first = source.start;
    if source.len() == 1 && document.is(first, Classes::PRONOUN.or(Classes::RELATIVE)) {
        return pronoun(document.classes(first));
    }
    let opens_phrase =
        Classes::DETERMINER.or(Classes::PREPOSITION).or(Classes::COMMON).or(Classes::QUANTIFIER);
    if document.is_capitalised(first) && !document.is(first, opens_phrase) {
        return symbol!("name");
    }
    let all = source.iter().fold(Classes::NONE, |all, at| all | document.classes(at));
    let has_name = || source.iter().any(|at| document.is_capitalised(at) && !document.begins_sentence(at));
    match () {
        () if all.any(Classes::ROLE) && has_name() => symbol!("name-phrase"),
        () if all.any(Classes::ROLE) && all.any(Classes::PLURAL) => symbol!("people"),
        () if all.any(Classes::ROLE) => symbol!("role"),
        () if all.any(Classes::ORGANISATION) => symbol!("body"),
        () if all.any(Classes::DOCUMENT) => symbol!("paper"),
        () if all.any(Classes::QUANTIFIER) => symbol!("quantity"),
        () if source.len() == 1 && all.any(Classes::DETERMINER) => symbol!("demonstrative"),
        () if has_name() => symbol!("name-phrase"),
        () => symbol!("phrase"),
    }
}

/// The value of a pronoun: the first of these classes that it is of.
fn pronoun(classes: Classes) -> Symbol {
    const PRONOUNS: &[(Classes, Symbol)] = &[
        (Classes::PERSON_RELATIVE, symbol!("who")),
        (Classes::RELATIVE, symbol!("which")),
        (Classes::GROUP_PRONOUN, symbol!("they")),
        (Classes::MALE, symbol!("he")),
        (Classes::FEMALE, symbol!("she")),
        (Classes::NEUTER, symbol!("it")),
        (Classes::FIRST_PERSON, symbol!("i")),
        (Classes::SECOND_PERSON, symbol!("you")),
    ];
    let known = PRONOUNS.iter().find(|(class, _)| classes.any(*class));
    known.map_or(symbol!("which"), |(_, value)| *value)
}
