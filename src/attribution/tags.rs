//! A word's part in its sentence, as far as its classes and its letters tell.

use super::paragraph::Paragraph;
use crate::lexicon::{symbol, Classes, Symbol};
use crate::tokenizer::TokenKind;

const VERB: Classes = Classes::SPEECH.or(Classes::STANCE).or(Classes::VERB);
const NAME: Classes = Classes::GIVEN.or(Classes::PLACE).or(Classes::TITLE);

/// What a word is: the first of these classes that it is of.
const TAGS: &[(Classes, Symbol)] = &[
    (Classes::THAT, symbol!("that")),
    (Classes::TO, symbol!("to")),
    (Classes::PRONOUN, symbol!("pronoun")),
    (Classes::RELATIVE, symbol!("relative")),
    (Classes::POSSESSIVE, symbol!("possessive")),
    (Classes::OBJECT, symbol!("object")),
    (Classes::NEGATION, symbol!("negation")),
    (Classes::AUXILIARY, symbol!("auxiliary")),
    (Classes::CLITIC, symbol!("clitic")),
    (Classes::CONJUNCTION, symbol!("conjunction")),
    (Classes::DETERMINER, symbol!("determiner")),
    (Classes::QUANTIFIER, symbol!("quantifier")),
    (Classes::PREPOSITION, symbol!("preposition")),
    (Classes::SUBORDINATOR, symbol!("subordinator")),
    (Classes::CALENDAR, symbol!("calendar")),
    (Classes::ADVERB, symbol!("adverb")),
];

/// What a noun is, where it is no verb.
const NOUNS: &[(Classes, Symbol)] = &[
    (Classes::ROLE, symbol!("role")),
    (Classes::ORGANISATION, symbol!("body")),
    (Classes::DOCUMENT, symbol!("paper")),
    (Classes::SPEECH_NOUN, symbol!("speech-noun")),
    (Classes::DEMONYM, symbol!("demonym")),
    (NAME, symbol!("name")),
    (Classes::COMMON, symbol!("common")),
];

/// What the unit is.
pub(super) fn tag(paragraph: &Paragraph<'_, '_>, at: usize) -> Symbol {
    let Some(token) = paragraph.token(at) else {
        return if paragraph.is_quote(at) { symbol!("quotation") } else { symbol!("end") };
    };
    let text = paragraph.text;
    match text.kind(token) {
        Some(TokenKind::Word) => {}
        Some(TokenKind::Number) => return symbol!("number"),
        Some(TokenKind::Punctuation) => return mark(text.text_of(token)),
        _ => return symbol!("other"),
    }
    let classes = text.classes(token);
    if let Some((_, tag)) = TAGS.iter().find(|(class, _)| classes.any(*class)) {
        return *tag;
    }
    if text.is_capitalised(token) && !text.begins_sentence(token) {
        return symbol!("capital");
    }
    if classes.any(VERB) {
        return verb(classes);
    }
    match NOUNS.iter().find(|(class, _)| classes.any(*class)) {
        Some((_, tag)) => *tag,
        None if text.is_capitalised(token) => symbol!("capital"),
        None => by_ending(text.text_of(token)),
    }
}

fn verb(classes: Classes) -> Symbol {
    match () {
        () if classes.any(Classes::PAST) => symbol!("past"),
        () if classes.any(Classes::THIRD) => symbol!("third"),
        () if classes.any(Classes::GERUND) => symbol!("gerund"),
        () if classes.any(Classes::PARTICIPLE) => symbol!("participle"),
        () => symbol!("base"),
    }
}

fn mark(text: &str) -> Symbol {
    match text {
        "," => symbol!("comma"),
        "." | "!" | "?" | "…" | "..." => symbol!("stop"),
        ":" => symbol!("colon"),
        ";" => symbol!("semicolon"),
        "—" | "–" | "-" | "--" => symbol!("dash"),
        "(" | ")" | "[" | "]" => symbol!("bracket"),
        _ => symbol!("other"),
    }
}

/// What an unknown word ends like.
fn by_ending(word: &str) -> Symbol {
    match () {
        () if word.ends_with("ly") => symbol!("adverb"),
        () if word.ends_with("ing") => symbol!("-ing"),
        () if word.ends_with("ed") => symbol!("-ed"),
        () if word.ends_with("ion") || word.ends_with("ment") || word.ends_with("ness") => symbol!("-ion"),
        () if word.ends_with('s') => symbol!("-s"),
        () if word.ends_with("al") || word.ends_with("ive") || word.ends_with("ous") => symbol!("-al"),
        () => symbol!("word"),
    }
}
