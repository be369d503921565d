//! The labelled turns of a text: transcripts, interviews, court records, chats.
//!
//! One label proves little: "Note:", "WASHINGTON:". So labels count in runs. Imports the labels and documents.

use std::collections::HashMap;

use crate::language::Classes;
use crate::layout::labels::{self, Label};
use crate::text::index::{TokenIdx, TokenRange};
use crate::tokenizer::{Document, TokenKind};

/// What somebody says after a label, up to the next label.
pub(crate) struct LabelledTurn {
    /// The words that name the speaker; `None` for the mark of a turn alone.
    pub label: Option<TokenRange>,
    /// The words of the turn, a range for each paragraph.
    pub content: Vec<TokenRange>,
}

/// The maximum number of paragraphs without a label within a turn.
const LONGEST_TURN: usize = 12;

/// The minimum number of labels in a run of turns.
const LABELS: usize = 2;

/// What is between the two times of a subtitle.
const TIMES: &str = "-->";

/// What opens and closes words in italics, as stage directions are set.
const ITALIC: &str = "*";

/// A paragraph with a label.
struct Line {
    /// Its position among the paragraphs.
    at: usize,
    label: Option<TokenRange>,
    /// The first token after the label.
    content: TokenIdx,
    /// Whether nothing but a turn begins like this: ">>", "KING:", "Q.", a label after a time.
    is_clear: bool,
}

/// Finds the turns of a text. Linear in the number of paragraphs: only their first characters are read.
pub(crate) fn labelled_turns(document: &Document<'_>) -> Vec<LabelledTurn> {
    let paragraphs: Vec<TokenRange> = document.paragraphs().collect();
    let lines = paragraphs.iter().enumerate().filter_map(|(at, tokens)| line(document, at, *tokens));
    let lines: Vec<Line> = lines.collect();
    let mut turns = Vec::new();
    for run in lines.chunk_by(|one, next| next.at - one.at <= LONGEST_TURN) {
        if is_transcript(document, run) {
            add_turns(document, &paragraphs, run, &mut turns);
        }
    }
    turns
}

/// A paragraph as a line with a label, if it has one.
fn line(document: &Document<'_>, at: usize, tokens: TokenRange) -> Option<Line> {
    let Some(Label::Speaker { name, end, is_clear }) = labels::find(document, tokens) else { return None };
    Some(Line { at, label: name, content: end, is_clear })
}

/// Whether a run of labels is one of turns: two clear ones, or labels of which a third come again.
fn is_transcript(document: &Document<'_>, run: &[Line]) -> bool {
    let clear = run.iter().filter(|line| line.is_clear).count();
    if clear >= LABELS {
        return true;
    }
    let names: Vec<TokenRange> = run.iter().filter_map(|line| Some(name(document, line.label?))).collect();
    let mut speakers = speakers(document, &names);
    let count = speakers.len();
    speakers.sort_unstable();
    speakers.dedup();
    count > LABELS && speakers.len() >= LABELS && 3 * speakers.len() <= 2 * count
}

/// The name in a label: "Nora Holt" of "Nora Holt, harbour master".
fn name(document: &Document<'_>, label: TokenRange) -> TokenRange {
    let comma = label.iter().find(|&at| document.is(at, Classes::COMMA));
    label.start.to(comma.unwrap_or(label.end))
}

/// A number for each name, the same for names that mean one speaker: equal ones, and "Holt" after "Nora Holt".
fn speakers(document: &Document<'_>, names: &[TokenRange]) -> Vec<u64> {
    let hash = |name: TokenRange| {
        name.iter().fold(0, |hash: u64, at| hash.rotate_left(5).wrapping_add(document.hash_of(at)))
    };
    let surname = |name: TokenRange| name.last().map(|last| document.hash_of(last));
    let full = names.iter().filter(|name| name.len() > 1);
    let by_surname: HashMap<_, _> = full.map(|name| (surname(*name), hash(*name))).collect();
    let number = |name: &TokenRange| match by_surname.get(&surname(*name)) {
        Some(full) if name.len() == 1 => *full,
        _ => hash(*name),
    };
    names.iter().map(number).collect()
}

/// Adds the turns of a run. The last one ends with its paragraph: what follows it may be something else.
fn add_turns(
    document: &Document<'_>,
    paragraphs: &[TokenRange],
    run: &[Line],
    turns: &mut Vec<LabelledTurn>,
) {
    for (index, line) in run.iter().enumerate() {
        let last = run.get(index + 1).map_or(line.at, |next| next.at - 1);
        let mut content = vec![line.content.to(paragraphs[line.at].end)];
        content.extend(paragraphs[line.at + 1..=last].iter().filter(|tokens| !is_note(document, **tokens)));
        content.retain(|tokens| !tokens.is_empty());
        if !content.is_empty() {
            turns.push(LabelledTurn { label: line.label, content });
        }
    }
}

/// Whether a paragraph is a note of whoever wrote the transcript: "(Laughter.)", "[Applause]", the times of a subtitle.
fn is_note(document: &Document<'_>, tokens: TokenRange) -> bool {
    if document.kind(tokens.start) == Some(TokenKind::Number) && document.slice(tokens).contains(TIMES) {
        return true;
    }
    let first = document.text_of(tokens.start);
    let last = tokens.last().map_or("", |last| document.text_of(last));
    if first == ITALIC && last == ITALIC {
        return true;
    }
    let ends = tokens.last().is_some_and(|last| document.is(last, Classes::CLOSING_BRACKET));
    ends && document.is(tokens.start, Classes::OPENING_BRACKET)
}
