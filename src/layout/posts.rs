//! Posts and letters that an earlier one is quoted in: "Ann Wu wrote:", then lines that begin with ">".
//!
//! Imports the turns, word classes, typed indices and documents.

use crate::language::Classes;
use crate::layout::turns::{LabelledTurn, Voice};
use crate::text::index::{TokenIdx, TokenRange};
use crate::tokenizer::{Document, TokenKind};

/// What a line of an earlier post begins with.
const QUOTED_LINE: &str = ">";

/// The maximum length of a line that says who wrote what follows, in tokens.
const LONGEST_LINE: usize = 30;

/// The maximum length of a name in it, in tokens.
const LONGEST_NAME: usize = 5;

/// Adds the turns of those who are quoted line by line, and marks the paragraphs of them that are taken.
pub(super) fn add_turns(
    document: &Document<'_>,
    paragraphs: &[TokenRange],
    is_taken: &mut [bool],
    turns: &mut Vec<LabelledTurn>,
) {
    let mut at = 0;
    while at < paragraphs.len() {
        let writer = writer(document, paragraphs[at]);
        at += 1;
        let Some(writer) = writer else { continue };
        let first = at;
        let mut content = Vec::new();
        while let Some(tokens) = paragraphs.get(at) {
            let is_other = self::writer(document, *tokens).is_some();
            let Some(line) = quoted_line(document, *tokens).filter(|_| !is_other) else { break };
            content.push(line);
            at += 1;
        }
        content.retain(|tokens| !tokens.is_empty());
        if !content.is_empty() {
            is_taken[first - 1..at].fill(true);
            turns.push(LabelledTurn { voice: Voice::Named(writer), label: Some(writer), content });
        }
    }
}

/// A line of an earlier post without its signs.
fn quoted_line(document: &Document<'_>, tokens: TokenRange) -> Option<TokenRange> {
    let is_sign = |at: TokenIdx| document.text_of(at).starts_with(QUOTED_LINE);
    let signs = tokens.iter().take_while(|&at| is_sign(at)).count();
    (signs > 0).then(|| (tokens.start + signs).to(tokens.end))
}

/// The name in a line that says who wrote what follows: "On 12 May, Ann Wu <ann@salt.example> wrote:".
fn writer(document: &Document<'_>, tokens: TokenRange) -> Option<TokenRange> {
    let colon = tokens.last().filter(|&at| document.is(at, Classes::COLON))?;
    let verb = colon.before().filter(|verb| *verb > tokens.start && tokens.len() <= LONGEST_LINE)?;
    let wrote = Classes::SPEECH.or(Classes::ANY_VERB);
    if !document.is(verb, wrote) || !document.is(verb, Classes::PAST) {
        return None;
    }
    // An address between the name and the verb.
    let opens = |at: &TokenIdx| document.text_of(*at) == "<" || document.is(*at, Classes::OPENING_BRACKET);
    let before = tokens.start.to(verb);
    let end = before.iter().find(opens).unwrap_or(verb);
    let is_part = |at: &TokenIdx| {
        matches!(document.kind(*at), Some(TokenKind::Word | TokenKind::Number))
            || document.token(*at).is_some_and(|token| !token.has_space_before())
                && !document.is(*at, Classes::COMMA)
                && !document.text_of(*at).starts_with(QUOTED_LINE)
    };
    let length = tokens.start.to(end).iter().rev().take_while(is_part).count();
    let name = (end - length).to(end);
    ((1..=LONGEST_NAME).contains(&name.len()) && !document.is(name.start, Classes::PRONOUN)).then_some(name)
}
