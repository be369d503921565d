//! Invariants of the tokens, sentences and paragraphs of any text.

use whosaid::tokenizer::{self, TokenKind};
use whosaid::Span;

use super::require;

/// Checks that the tokens tile the text, and that sentences and paragraphs are in order and leave out only white
/// space.
pub fn check(text: &str) -> Result<(), String> {
    let words = check_tokens(text)?;
    check_parts("paragraph", text, tokenizer::paragraphs(text), &words)?;
    check_parts("sentence", text, tokenizer::sentences(text), &words)
}

/// Checks that the tokens are not empty and tile the text, and that each has the text of its span. Returns the spans
/// of those that are not white space.
fn check_tokens(text: &str) -> Result<Vec<Span>, String> {
    let mut end = 0;
    let mut words = Vec::new();
    for token in tokenizer::tokens(text) {
        let span = token.span();
        require(span.start() == end, || format!("a gap or an overlap before the token {:?}", token.text()))?;
        require(span.of(text) == Some(token.text()), || {
            format!("{:?} at {span}, where the text has {:?}", token.text(), span.of(text))
        })?;
        require(!span.is_empty(), || format!("an empty token at {end} of kind {:?}", token.kind()))?;
        end = span.end();
        if token.kind() != TokenKind::Space {
            words.push(span);
        }
    }
    require(end == text.len(), || format!("the tokens end at {end}, the text at {}", text.len()))?;
    Ok(words)
}

/// Checks that the parts are in bounds, in order and not empty, and that every word starts in one of them.
fn check_parts(
    what: &str,
    text: &str,
    parts: impl Iterator<Item = Span>,
    words: &[Span],
) -> Result<(), String> {
    let mut words = words.iter().map(|word| word.start()).peekable();
    let mut end = 0;
    for part in parts {
        require(part.of(text).is_some_and(|part| !part.is_empty()), || {
            format!("the {what} {part} is empty or not a span of the text")
        })?;
        require(end <= part.start(), || format!("the {what} {part} starts before {end}"))?;
        require(words.peek().is_some_and(|&word| word == part.start()), || {
            format!("the {what} {part} does not start with the next word, at {:?}", words.peek())
        })?;
        end = part.end();
        while words.next_if(|&word| word < end).is_some() {}
    }
    require(words.peek().is_none(), || format!("no {what} contains the word at {:?}", words.peek()))
}
