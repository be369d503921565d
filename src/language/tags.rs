//! A word's part in its sentence, as far as its classes tell.

use crate::language::{symbol, Classes, Symbol};

const NAME: Classes = Classes::GIVEN.or(Classes::PLACE).or(Classes::TITLE);

/// What a word of a closed class or a mark is: the first of these classes that it is of.
const CLOSED_TAGS: &[(Classes, Symbol)] = &[
    (Classes::COMMA, symbol!("comma")),
    (Classes::STOP, symbol!("stop")),
    (Classes::COLON, symbol!("colon")),
    (Classes::SEMICOLON, symbol!("semicolon")),
    (Classes::DASH, symbol!("dash")),
    (Classes::OPENING_BRACKET.or(Classes::CLOSING_BRACKET), symbol!("bracket")),
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

/// Words whose tag a capital does not change.
pub(crate) const CLOSED: Classes = {
    let mut closed = Classes::NONE;
    let mut at = 0;
    while at < CLOSED_TAGS.len() {
        closed = closed.or(CLOSED_TAGS[at].0);
        at += 1;
    }
    closed
};

const VERB_TAGS: &[(Classes, Symbol)] = &[
    (Classes::PAST, symbol!("past")),
    (Classes::THIRD, symbol!("third")),
    (Classes::GERUND, symbol!("gerund")),
    (Classes::PARTICIPLE, symbol!("participle")),
    (Classes::BASE, symbol!("base")),
];

/// What a noun is, where it is no verb.
const NOUN_TAGS: &[(Classes, Symbol)] = &[
    (Classes::ROLE, symbol!("role")),
    (Classes::ORGANISATION, symbol!("body")),
    (Classes::DOCUMENT, symbol!("paper")),
    (Classes::SPEECH_NOUN, symbol!("speech-noun")),
    (Classes::DEMONYM, symbol!("demonym")),
    (NAME, symbol!("name")),
    (Classes::COMMON, symbol!("common")),
];

/// The tag of a word of these classes; [`Symbol::NONE`] where they tell none.
pub(crate) fn tag(classes: Classes) -> Symbol {
    let of_verb = if classes.any(Classes::ANY_VERB) { VERB_TAGS } else { &[] };
    let all = CLOSED_TAGS.iter().chain(of_verb).chain(NOUN_TAGS);
    all.into_iter().find(|(class, _)| classes.any(*class)).map_or(Symbol::NONE, |(_, tag)| *tag)
}
