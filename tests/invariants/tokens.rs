//! What holds for the tokens, sentences and paragraphs of any text.

use whosaid::tokenizer::{self, TokenKind};
use whosaid::Span;

use super::require;

/// The tokens tile the text; sentences and paragraphs are in order and leave out white space alone.
pub fn check(text: &str) -> Result<(), String> {
    let words = tile(text)?;
    cover("paragraph", text, tokenizer::paragraphs(text), &words)?;
    cover("sentence", text, tokenizer::sentences(text), &words)
}

/// Joined, the tokens are the text; every span is where its words stand; no token is empty. Gives where
/// those that are no white space stand.
fn tile(text: &str) -> Result<Vec<Span>, String> {
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

/// The parts are in bounds, in order and not empty, and every word begins in one of them.
fn cover(what: &str, text: &str, parts: impl Iterator<Item = Span>, words: &[Span]) -> Result<(), String> {
    let mut words = words.iter().map(|word| word.start()).peekable();
    let mut end = 0;
    for part in parts {
        require(part.of(text).is_some_and(|words| !words.is_empty()), || {
            format!("the {what} {part} is empty or cuts the text")
        })?;
        require(end <= part.start(), || format!("the {what} {part} begins before {end}"))?;
        require(words.peek().is_some_and(|&word| word == part.start()), || {
            format!("the {what} {part} does not begin with the next word, at {:?}", words.peek())
        })?;
        end = part.end();
        while words.next_if(|&word| word < end).is_some() {}
    }
    require(words.peek().is_none(), || format!("no {what} has the word at {:?}", words.peek()))
}
