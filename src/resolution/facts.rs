//! Facts about the person whom a name means, from the words around it: what the person is, where from, how old.
//!
//! "Lena Voss, who is German", "Lena Voss, a pilot from Bergen," "Lena Voss is a pilot", "the mayor, Lena Voss,".

use crate::language::Classes;
use crate::speakers::name::Name;
use crate::text::index::{TokenIdx, TokenRange};
use crate::tokenizer::Document;

/// The maximum number of words of a description beside a name.
const LONGEST: usize = 9;

/// Passes the words of the facts beside a name to `add`. Bounded by [`LONGEST`].
pub(super) fn facts(document: &Document<'_>, name: &Name, mut add: impl FnMut(TokenIdx)) {
    if let Some(start) = description_after(document, name.end()) {
        add_words(document, start.to(start + LONGEST), &mut add);
    }
    if let Some(tokens) = description_before(document, name) {
        add_words(document, tokens, &mut add);
    }
}

/// The start of a description after a name: an apposition, a relative clause or a predicate.
fn description_after(document: &Document<'_>, end: TokenIdx) -> Option<TokenIdx> {
    let is_comma = document.is(end, Classes::COMMA);
    let is_relative = is_comma && document.is(end + 1, Classes::RELATIVE);
    let start = end + usize::from(is_comma) + usize::from(is_relative);
    let is_predicate = document.is(start, Classes::BE);
    let start = start + usize::from(is_predicate);
    let is_article = document.is(start, Classes::DETERMINER) && !document.is(start, Classes::POSSESSIVE);
    let opens = if is_predicate { Classes::DEMONYM } else { Classes::ROLE.or(Classes::TITLE) };
    let is_description =
        (is_predicate || is_comma && !is_relative) && (is_article || document.is(start, opens));
    is_description.then(|| start + usize::from(is_article))
}

/// The description before a name in apposition to it: "the mayor of Holt, Lena Voss,".
fn description_before(document: &Document<'_>, name: &Name) -> Option<TokenRange> {
    let comma = name.titled_start().before().filter(|comma| document.is(*comma, Classes::COMMA))?;
    if !document.is(name.end(), Classes::COMMA.or(Classes::STOP)) {
        return None;
    }
    let nearest = comma.saturating_sub(LONGEST);
    let mut before = nearest.to(comma).iter().rev().take_while(|&at| is_word(document, at));
    let opens = Classes::DEFINITE_ARTICLE.or(Classes::POSSESSIVE).or(Classes::CLITIC);
    let article = before.find(|&at| document.is(at, opens))?;
    let description = (article + 1).to(comma);
    let head = description.iter().take_while(|&at| !document.is(at, Classes::PREPOSITION)).last()?;
    let is_person = |at| document.is(at, Classes::ROLE.or(Classes::TITLE).or(Classes::DEMONYM));
    (is_person(description.start) || is_person(head)).then_some(description)
}

/// Whether a token is a word or the clitic of an owner.
fn is_word(document: &Document<'_>, at: TokenIdx) -> bool {
    document.is_word(at) || document.is(at, Classes::CLITIC)
}

/// Passes on the words of a description: all up to its first preposition, then only names.
fn add_words(document: &Document<'_>, tokens: TokenRange, add: &mut impl FnMut(TokenIdx)) {
    let ends = Classes::RELATIVE.or(Classes::AUXILIARY).or(Classes::SPEECH);
    let mut is_complement = false;
    for at in tokens.iter().take_while(|&at| document.is_word(at) && !document.is(at, ends)) {
        if document.is(at, Classes::PREPOSITION) {
            is_complement = true;
        } else if document.is_capitalised(at) || !is_complement {
            add(at);
        }
    }
}
