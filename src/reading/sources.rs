//! What the words of a source say of it.

use crate::language::Classes;
use crate::models::{value, Value};
use crate::reading::paragraph::Paragraph;
use crate::tokenizer::Range;

/// What a source is: the pronoun itself, or what its nouns are.
pub(crate) fn source_type(paragraph: &Paragraph<'_, '_>, source: Range) -> Value {
    let text = paragraph.text;
    let first = source.start;
    if source.len() == 1 && text.is(first, Classes::PRONOUN.or(Classes::RELATIVE)) {
        let word = text.symbol_of(text.word_id(first));
        let known = PRONOUNS.iter().find(|(pronoun, _)| *pronoun == word);
        return known.map_or(value!("which"), |(_, value)| *value);
    }
    let opens_phrase =
        Classes::DETERMINER.or(Classes::PREPOSITION).or(Classes::COMMON).or(Classes::QUANTIFIER);
    if text.is_capitalised(first) && !text.is(first, opens_phrase) {
        return value!("name");
    }
    let all = source.clone().fold(Classes::NONE, |all, at| all | text.classes(at));
    let has_name = || source.clone().any(|at| text.is_capitalised(at) && !text.begins_sentence(at));
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

/// Pronouns that are values of their own.
const PRONOUNS: &[(Value, Value)] = &[
    (value!("he"), value!("he")),
    (value!("she"), value!("she")),
    (value!("they"), value!("they")),
    (value!("it"), value!("it")),
    (value!("i"), value!("i")),
    (value!("we"), value!("i")),
    (value!("you"), value!("you")),
    (value!("who"), value!("who")),
];
