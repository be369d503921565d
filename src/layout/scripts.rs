//! Scripts: the name of a character alone on its line in capitals, then what the character says.
//!
//! Imports the turns, word classes, typed indices and documents.

use crate::language::Classes;
use crate::layout::label_names::{is_named, is_notice, LONGEST_NAME};
use crate::layout::turns::{come_again, is_note, Evidence, LabelledTurn, LONGEST_SPEECH};
use crate::text::index::{TokenIdx, TokenRange};
use crate::tokenizer::Document;

/// From this column on a line is in the middle of the page.
const MIDDLE: usize = 10;

/// The minimum number of names in the middle that show a script.
const CENTRED: usize = 2;

/// A line with the name of a character.
struct Cue {
    /// Its position among the paragraphs.
    at: usize,
    name: TokenRange,
    is_centred: bool,
}

/// Adds the turns of a script, if the text holds one, and marks their paragraphs as taken.
pub(super) fn add_turns(
    document: &Document<'_>,
    paragraphs: &[TokenRange],
    evidence: Evidence,
    is_taken: &mut [bool],
    turns: &mut Vec<LabelledTurn>,
) {
    let cue = |at: usize| Some(at).filter(|at| !is_taken[*at]).and_then(|at| cue(document, paragraphs, at));
    let cues: Vec<Cue> = (0..paragraphs.len()).filter_map(cue).collect();
    let centred = cues.iter().filter(|cue| cue.is_centred).count();
    let names: Vec<TokenRange> = cues.iter().map(|cue| cue.name).collect();
    let are_names = || names.iter().all(|name| is_named(document, *name));
    if evidence == Evidence::Needed && centred < CENTRED && !(are_names() && come_again(document, &names)) {
        return;
    }
    for cue in cues {
        let after = cue.at + 1..paragraphs.len().min(cue.at + 1 + LONGEST_SPEECH);
        let is_more = |at: &usize| *at == cue.at + 1 || !document.follows_blank_line(paragraphs[*at].start);
        let speech: Vec<usize> = after.take_while(is_more).collect();
        let content: Vec<TokenRange> =
            speech.iter().map(|at| paragraphs[*at]).filter(|tokens| !is_note(document, *tokens)).collect();
        if !content.is_empty() && speech.iter().all(|at| !is_taken[*at]) {
            is_taken[cue.at] = true;
            speech.iter().for_each(|at| is_taken[*at] = true);
            turns.push(LabelledTurn::of(cue.name, content));
        }
    }
}

/// The name of a character: capitals alone on a line after a blank one, with a speech on the next line.
fn cue(document: &Document<'_>, paragraphs: &[TokenRange], at: usize) -> Option<Cue> {
    let tokens = paragraphs[at];
    let next = *paragraphs.get(at + 1)?;
    let is_part = |at: TokenIdx| document.is_all_capitals(at) || document.is(at, Classes::AMPERSAND);
    if !is_part(tokens.start) {
        return None;
    }
    let is_bracket = |at: &TokenIdx| document.is(*at, Classes::OPENING_BRACKET);
    let name = tokens.start.to(tokens.iter().find(is_bracket).unwrap_or(tokens.end));
    let has_remark = name.end < tokens.end;
    let is_closed = tokens.last().is_some_and(|last| document.is(last, Classes::CLOSING_BRACKET));
    let is_name = !name.is_empty() && name.len() <= LONGEST_NAME && name.iter().all(is_part);
    let is_cue = is_name
        && has_remark == is_closed
        && !is_notice(document, name)
        && document.follows_blank_line(tokens.start)
        && !document.follows_blank_line(next.start)
        && !next.iter().take(LONGEST_NAME).all(|at| document.is_all_capitals(at) || !document.is_word(at));
    let is_centred = column(document, tokens) >= MIDDLE && column(document, next) > 0;
    is_cue.then_some(Cue { at, name, is_centred })
}

/// The number of white characters before a paragraph on its line.
fn column(document: &Document<'_>, tokens: TokenRange) -> usize {
    document.space_before(tokens.start).rsplit('\n').next().map_or(0, |indent| indent.chars().count())
}
