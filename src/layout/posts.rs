//! Posts and letters that earlier ones are quoted in: "Ann Wu wrote:", then lines that begin with ">". Comments on a page:
//! "Ann Wu says:", the date, then what she writes.
//!
//! Imports the turns, word classes, typed indices and documents.

use crate::language::Classes;
use crate::layout::label_names::is_date_of_log;
use crate::layout::turns::LabelledTurn;
use crate::text::index::{TokenIdx, TokenRange};
use crate::tokenizer::{Document, TokenKind};

/// What a line of an earlier post begins with.
const QUOTED_LINE: &str = ">";

/// The maximum length of a line that says who wrote what follows, in tokens.
const LONGEST_LINE: usize = 30;

/// The maximum length of a name in it, in tokens.
const LONGEST_NAME: usize = 5;

/// The maximum number of letters that are quoted in one another.
const DEEPEST: usize = 8;

/// Adds the turns of those who are quoted line by line and of those who comment, and marks the paragraphs of them that
/// are taken. Linear in the length of the text.
pub(super) fn add_turns(
    document: &Document<'_>,
    paragraphs: &[TokenRange],
    is_taken: &mut [bool],
    turns: &mut Vec<LabelledTurn>,
) {
    // Who wrote the lines with one sign, with two, and so on, and the paragraph that says so.
    let mut writers: Vec<Option<(TokenRange, usize)>> = Vec::new();
    let mut last: Option<TokenRange> = None;
    let mut at = 0;
    while at < paragraphs.len() {
        let (depth, line) = without_signs(document, paragraphs[at]);
        let here = at;
        at += 1;
        if let Some(writer) = writer(document, line).filter(|_| depth < DEEPEST) {
            writers.resize(depth, None);
            writers.push(Some((writer, here)));
            last = None;
            if depth == 0 {
                at = add_comment(document, paragraphs, (here, writer), is_taken, turns);
            }
            continue;
        }
        if depth == 0 {
            writers.clear();
            last = None;
            continue;
        }
        // In some posts the line that says who wrote what follows has the same signs as that.
        let writer_of = |depth: usize| writers.get(depth).copied().flatten();
        let Some((writer, header)) = writer_of(depth - 1).or_else(|| writer_of(depth)) else {
            last = None;
            continue;
        };
        (is_taken[here], is_taken[header]) = (true, true);
        if line.is_empty() {
            continue;
        }
        match turns.last_mut().filter(|_| last == Some(writer)) {
            Some(turn) => turn.content.push(line),
            None => turns.push(LabelledTurn::of(writer, vec![line])),
        }
        last = Some(writer);
    }
}

/// Adds the comment below a line that says who wrote it, if a date is between them: up to the next such line, or to a blank
/// line. Returns the paragraph after the comment, or after that line where there is none.
fn add_comment(
    document: &Document<'_>,
    paragraphs: &[TokenRange],
    (header, writer): (usize, TokenRange),
    is_taken: &mut [bool],
    turns: &mut Vec<LabelledTurn>,
) -> usize {
    let first = header + 2;
    if !paragraphs.get(header + 1).is_some_and(|line| is_date_of_log(document, *line)) {
        return header + 1;
    }
    let is_more = |at: &usize| {
        let is_header = self::writer(document, paragraphs[*at]).is_some();
        !is_header && (*at == first || !document.follows_blank_line(paragraphs[*at].start))
    };
    let end = first + (first..paragraphs.len()).take_while(is_more).count();
    if end > first {
        is_taken[header..end].fill(true);
        turns.push(LabelledTurn::of(writer, paragraphs[first..end].to_vec()));
    }
    end
}

/// The number of signs before a line of an earlier post, and the line without them.
fn without_signs(document: &Document<'_>, tokens: TokenRange) -> (usize, TokenRange) {
    let is_sign = |at: TokenIdx| document.text_of(at).starts_with(QUOTED_LINE);
    let signs = tokens.iter().take_while(|&at| is_sign(at)).count();
    (signs, (tokens.start + signs).to(tokens.end))
}

/// The name in a line that says who wrote what follows: "On 12 May, Ann Wu <ann@salt.example> wrote:".
fn writer(document: &Document<'_>, tokens: TokenRange) -> Option<TokenRange> {
    let colon = tokens.last().filter(|&at| document.is(at, Classes::COLON))?;
    let verb = colon.before().filter(|verb| *verb > tokens.start && tokens.len() <= LONGEST_LINE)?;
    let wrote = Classes::SPEECH.or(Classes::ANY_VERB);
    let is_said = Classes::PAST.or(Classes::THIRD);
    if !document.is(verb, wrote) || !document.is(verb, is_said) {
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
    let name = after_time(document, name);
    ((1..=LONGEST_NAME).contains(&name.len()) && !document.is(name.start, Classes::PRONOUN)).then_some(name)
}

/// A name without the time before it: "at 9:14 AM Ann Wu".
fn after_time(document: &Document<'_>, name: TokenRange) -> TokenRange {
    let time = name.iter().position(|at| document.text_of(at).contains(':'));
    let Some(time) = time.filter(|_| name.len() > LONGEST_NAME) else { return name };
    let next = name.start + time + 1;
    let is_half = document.is_all_capitals(next) && document.text_of(next).len() == 2;
    (next + usize::from(is_half)).min(name.end).to(name.end)
}
