//! Interviews without labels, or with labels before the questions alone: a question as a paragraph, then the answer.
//!
//! Questions end in a question mark or are set in italics or bold. They say "you" and the answers "I", which
//! distinguishes them from the questions of readers and from rhetorical ones. Imports the turns, word classes, typed
//! indices and documents.

use crate::language::Classes;
use crate::layout::turns::{is_note, LabelledTurn, Voice};
use crate::text::index::TokenRange;
use crate::tokenizer::{Document, TokenKind};

/// What opens and closes words in italics or bold.
const EMPHASIS: [&str; 2] = ["*", "_"];

/// What opens a heading.
const HEADING: &str = "#";

const QUESTION_MARK: &str = "?";

/// The maximum length of a question, in tokens.
const LONGEST_QUESTION: usize = 90;

/// The minimum number of questions.
const QUESTIONS: usize = 2;

/// The maximum number of paragraphs for each question, on average.
const PER_QUESTION: usize = 5;

/// What a paragraph is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Question,
    /// A question in italics or bold.
    Emphasised,
    Other,
}

/// Adds the turns of an interview, if the text is one. Linear in the length of the text.
pub(super) fn add_turns(document: &Document<'_>, paragraphs: &[TokenRange], turns: &mut Vec<LabelledTurn>) {
    let kinds: Vec<Kind> = paragraphs.iter().map(|tokens| kind(document, *tokens)).collect();
    if !add_turns_of(Kind::Emphasised, document, paragraphs, &kinds, turns) {
        add_turns_of(Kind::Question, document, paragraphs, &kinds, turns);
    }
}

/// Adds the turns of an interview with questions of this kind. Whether there is one.
fn add_turns_of(
    asks: Kind,
    document: &Document<'_>,
    paragraphs: &[TokenRange],
    kinds: &[Kind],
    turns: &mut Vec<LabelledTurn>,
) -> bool {
    // A headline above a line in italics is no question.
    let is_answered = |at: &usize| asks == Kind::Question || kinds.get(at + 1) == Some(&Kind::Other);
    let questions: Vec<usize> =
        (0..kinds.len()).filter(|at| kinds[*at] == asks).filter(is_answered).collect();
    let (Some(first), Some(last)) = (questions.first(), questions.last()) else { return false };
    let end = paragraphs.len().min(last + 2);
    let answers = (*first..end).filter(|at| kinds[*at] != asks);
    let answers: Vec<usize> = answers.filter(|at| !is_note(document, paragraphs[*at])).collect();
    if !is_interview(document, paragraphs, &questions, &answers) {
        return false;
    }
    let turn = |voice, at: usize| LabelledTurn { voice, label: None, content: vec![paragraphs[at]] };
    turns.extend(questions.iter().map(|at| turn(Voice::Unnamed, *at)));
    for run in answers.chunk_by(|one, next| one + 1 == *next) {
        let content = run.iter().map(|at| paragraphs[*at]).collect();
        turns.push(LabelledTurn { voice: Voice::Interviewed, label: None, content });
    }
    true
}

/// Gives the lines below questions with a label to the interviewee, where no answer has a label: "Q: Why a bus?", then "It
/// moves."
pub(super) fn split_answers(document: &Document<'_>, turns: &mut Vec<LabelledTurn>) {
    let asks = |turn: &LabelledTurn| {
        let question = turn.content.first().and_then(|words| words.last());
        turn.voice == Voice::Unnamed
            && turn.label.is_some()
            && turn.content.len() > 1
            && question.is_some_and(|last| document.text_of(last).starts_with(QUESTION_MARK))
    };
    if !turns.iter().all(asks) || turns.len() < QUESTIONS {
        return;
    }
    let split = |mut question: LabelledTurn| {
        let content = question.content.split_off(1);
        [question, LabelledTurn { voice: Voice::Interviewed, label: None, content }]
    };
    *turns = std::mem::take(turns).into_iter().flat_map(split).collect();
}

fn kind(document: &Document<'_>, tokens: TokenRange) -> Kind {
    let is = |at, signs: &[&str]| {
        let text = document.text_of(at);
        signs.iter().any(|sign| text.starts_with(sign))
    };
    let Some(last) = tokens.last().filter(|_| tokens.len() <= LONGEST_QUESTION) else { return Kind::Other };
    // Most paragraphs end otherwise.
    if !is(last, &[QUESTION_MARK, EMPHASIS[0], EMPHASIS[1]]) {
        return Kind::Other;
    }
    if is(tokens.start, &EMPHASIS) && is(last, &EMPHASIS) {
        return Kind::Emphasised;
    }
    let is_speech = document.kind(tokens.start) == Some(TokenKind::Mark)
        || document.is(tokens.start, Classes::DASH)
        || is(tokens.start, &[HEADING, EMPHASIS[0]]);
    match is(last, &[QUESTION_MARK]) && !is_speech {
        true => Kind::Question,
        false => Kind::Other,
    }
}

/// Whether questions to "you" take turns with answers of an "I": a third of the questions have the one, two fifths of the
/// answers the other, and no more than a third of the answers are quotations.
fn is_interview(
    document: &Document<'_>,
    paragraphs: &[TokenRange],
    questions: &[usize],
    answers: &[usize],
) -> bool {
    let having = |among: &[usize], classes: Classes| {
        let has = |at: &&usize| paragraphs[**at].iter().any(|token| document.is(token, classes));
        among.iter().filter(has).count()
    };
    let opens_marked = |at: &&usize| document.kind(paragraphs[**at].start) == Some(TokenKind::Mark);
    let marked = answers.iter().filter(opens_marked).count();
    questions.len() >= QUESTIONS
        && answers.len() >= QUESTIONS
        && answers.len() <= PER_QUESTION * questions.len()
        && 3 * having(questions, Classes::SECOND_PERSON) >= questions.len()
        && 5 * having(answers, Classes::FIRST_PERSON) >= 2 * answers.len()
        && 3 * marked <= answers.len()
}
