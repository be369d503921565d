//! What the words of a source say of it.

use super::paragraph::Paragraph;
use crate::lexicon::{symbol, Classes, Symbol};
use crate::tokenizer::Range;

/// What a source is: the pronoun itself, or what its nouns are.
pub(super) fn source_type(paragraph: &Paragraph<'_, '_>, source: Range) -> Symbol {
    let text = paragraph.text;
    let first = source.start;
    if source.len() == 1 && text.is(first, Classes::PRONOUN.or(Classes::RELATIVE)) {
        return match text.text_of(first).to_ascii_lowercase().as_str() {
            "he" => symbol!("he"),
            "she" => symbol!("she"),
            "they" => symbol!("they"),
            "it" => symbol!("it"),
            "i" | "we" => symbol!("i"),
            "you" => symbol!("you"),
            "who" => symbol!("who"),
            _ => symbol!("which"),
        };
    }
    let capital = |at: usize| text.is_capitalised(at) && !text.begins_sentence(at);
    let any = |class: Classes| source.clone().any(|at| text.is(at, class));
    if text.is_capitalised(first)
        && !text.is(
            first,
            Classes::DETERMINER.or(Classes::PREPOSITION).or(Classes::COMMON).or(Classes::QUANTIFIER),
        )
    {
        symbol!("name")
    } else if any(Classes::ROLE) && source.clone().any(capital) {
        symbol!("name-phrase")
    } else if any(Classes::ROLE) {
        if any(Classes::PLURAL) {
            symbol!("people")
        } else {
            symbol!("role")
        }
    } else if any(Classes::ORGANISATION) {
        symbol!("body")
    } else if any(Classes::DOCUMENT) {
        symbol!("paper")
    } else if any(Classes::QUANTIFIER) {
        symbol!("quantity")
    } else if source.len() == 1 && text.is(first, Classes::DETERMINER) {
        symbol!("demonstrative")
    } else if source.clone().any(capital) {
        symbol!("name-phrase")
    } else {
        symbol!("phrase")
    }
}
