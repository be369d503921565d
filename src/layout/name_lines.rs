//! Names and roles alone on their lines between blank lines, each above what its bearer says, as records of calls with
//! investors have them: "Ann Wu", "Operator", "Ben Holt -- Salt Research".
//!
//! Imports the turns, word classes, typed indices and documents.

use crate::language::Classes;
use crate::layout::label_names::{is_named, is_written_like_name};
use crate::layout::turns::{come_again, Evidence, LabelledTurn, LONGEST_SPEECH};
use crate::text::index::TokenRange;
use crate::tokenizer::{Document, TokenKind};

/// The minimum number of such lines.
const FEWEST: usize = 4;

/// The longest line with a name and what its bearer is, in tokens.
const LONGEST_LINE: usize = 14;

/// Adds the turns below such lines, if names come again among them, and marks their paragraphs as taken. Linear in the
/// number of paragraphs.
pub(super) fn add_turns(
    document: &Document<'_>,
    paragraphs: &[TokenRange],
    evidence: Evidence,
    is_taken: &mut [bool],
    turns: &mut Vec<LabelledTurn>,
) {
    // Where other layouts have turns, a name on its line is more likely a heading.
    if is_taken.contains(&true) {
        return;
    }
    let name = |at: usize| Some((at, name_above_speech(document, paragraphs, at)?));
    let lines: Vec<(usize, TokenRange)> = (0..paragraphs.len()).filter_map(name).collect();
    if lines.len() < FEWEST {
        return;
    }
    let names: Vec<TokenRange> = lines.iter().map(|(_, name)| *name).collect();
    if evidence == Evidence::Needed && !come_again(document, &names) {
        return;
    }
    for (index, (at, name)) in lines.iter().enumerate() {
        let next = lines.get(index + 1).map_or(paragraphs.len(), |(next, _)| *next);
        let end = next.min(at + 1 + LONGEST_SPEECH);
        let speech = (at + 1..end).take_while(|&at| is_speech(document, paragraphs[at]));
        let content: Vec<TokenRange> = speech.map(|at| paragraphs[at]).collect();
        is_taken[*at..=*at + content.len()].fill(true);
        turns.push(LabelledTurn::of(*name, content));
    }
}

/// The name in a line of its own above a paragraph that somebody may say.
fn name_above_speech(document: &Document<'_>, paragraphs: &[TokenRange], at: usize) -> Option<TokenRange> {
    let line = *paragraphs.get(at)?;
    let next = *paragraphs.get(at + 1)?;
    if line.len() > LONGEST_LINE || !document.is_capitalised(line.start) {
        return None;
    }
    let dash = line.iter().find(|&at| document.is(at, Classes::DASH.or(Classes::COMMA)));
    let name = line.start.to(dash.unwrap_or(line.end));
    let is_name = is_written_like_name(document, name)
        && is_named(document, name)
        && (name.len() > 1 || document.is(name.start, Classes::ROLE));
    (document.follows_blank_line(line.start) && is_name && is_speech(document, next)).then_some(name)
}

/// Whether a paragraph ends like a sentence.
fn is_speech(document: &Document<'_>, paragraph: TokenRange) -> bool {
    paragraph.last().is_some_and(|last| {
        document.is(last, Classes::STOP)
            || document.kind(last) == Some(TokenKind::Mark)
            || document.is(last, Classes::CLOSING_BRACKET)
    })
}
