//! What the words of a source say of it.

use crate::language::{symbol, Classes, Symbol};
use crate::reading::paragraph::Paragraph;
use crate::tokenizer::Range;

/// What a source is: the pronoun itself, or what its nouns are.
pub(crate) fn source_type(paragraph: &Paragraph<'_, '_>, source: Range) -> Symbol {
    let text = paragraph.text;
    let first = source.start;
    if source.len() == 1 && text.is(first, Classes::PRONOUN.or(Classes::RELATIVE)) {
        let word = text.symbol_of(text.word_id(first));
        let known = PRONOUNS.iter().find(|(pronoun, _)| *pronoun == word);
        return known.map_or(symbol!("which"), |(_, value)| *value);
    }
    let opens_phrase =
        Classes::DETERMINER.or(Classes::PREPOSITION).or(Classes::COMMON).or(Classes::QUANTIFIER);
    if text.is_capitalised(first) && !text.is(first, opens_phrase) {
        return symbol!("name");
    }
    let all = source.clone().fold(Classes::NONE, |all, at| all | text.classes(at));
    let has_name = || source.clone().any(|at| text.is_capitalised(at) && !text.begins_sentence(at));
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

/// Pronouns that are values of their own.
const PRONOUNS: &[(Symbol, Symbol)] = &[
    (symbol!("he"), symbol!("he")),
    (symbol!("she"), symbol!("she")),
    (symbol!("they"), symbol!("they")),
    (symbol!("it"), symbol!("it")),
    (symbol!("i"), symbol!("i")),
    (symbol!("we"), symbol!("i")),
    (symbol!("you"), symbol!("you")),
    (symbol!("who"), symbol!("who")),
];
