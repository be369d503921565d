//! The turns of a text: transcripts, interviews, court records, chats, scripts, posts.
//!
//! One label proves little: "Note:", "WASHINGTON:". So labels count in runs. Imports the labels, the other layouts of
//! turns and documents.

use std::collections::{HashMap, HashSet};

use crate::language::Classes;
use crate::layout::label_names::{bare, is_personal};
use crate::layout::labels::{self, Label};
use crate::layout::{comments, dashes, interviews, name_lines, posts, scripts, signed};
use crate::text::index::{TokenIdx, TokenRange};
use crate::tokenizer::{Document, TokenKind};

/// The maximum number of paragraphs of a speech below a line with a name.
pub(super) const LONGEST_SPEECH: usize = 40;

/// Whose turn it is, as the page shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// That of whoever these words name.
    Named(TokenRange),
    /// That of whoever the source of a tag names: "— All well? — asks Ann Wu."
    Tagged { cue: TokenRange, source: TokenRange },
    /// That of whoever these words of another turn name.
    Elsewhere(TokenRange),
    /// That of the interviewee.
    Interviewed,
    /// That of somebody whom the page does not name: whoever asks, or the speaker after the mark of a turn alone.
    Unnamed,
}

impl Voice {
    /// Whether a dash opens the turn.
    pub(crate) fn is_of_dash(self) -> bool {
        matches!(self, Voice::Tagged { .. } | Voice::Elsewhere(_))
    }
}

/// What somebody says in a turn, up to the next one.
pub(crate) struct LabelledTurn {
    pub voice: Voice,
    /// The words of the label, if it has one.
    pub label: Option<TokenRange>,
    /// The words of the turn, a range for each paragraph.
    pub content: Vec<TokenRange>,
}

impl LabelledTurn {
    /// What somebody says whom these words name.
    pub(super) fn of(name: TokenRange, content: Vec<TokenRange>) -> Self {
        LabelledTurn { voice: Voice::Named(name), label: Some(name), content }
    }

    /// The first token of its label or, without one before its words, of these.
    pub(crate) fn start(&self) -> Option<TokenIdx> {
        self.label.iter().chain(self.content.first()).map(|tokens| tokens.start).min()
    }
}

/// The maximum number of paragraphs without a label within a turn.
const LONGEST_TURN: usize = 12;

/// The minimum number of labels in a run of turns.
const LABELS: usize = 2;

/// The maximum length of a paragraph that says what members of a parliament do, in tokens.
const LONGEST_INCIDENT: usize = 8;

/// What is between the two times of a subtitle.
const TIMES: &str = "-->";

/// What opens and closes words in italics, as stage directions are set.
const ITALIC: &str = "*";

/// What is between the parts of a date.
const DATE: [char; 2] = ['/', '-'];

/// A paragraph with a label.
struct Line {
    /// Its position among the paragraphs.
    at: usize,
    begins: Begins,
    label: Option<TokenRange>,
    /// The first token after the label.
    content: TokenIdx,
    /// Whether nothing but a turn begins like this: ">>", "KING:", "Q.", a label after a time.
    is_clear: bool,
    /// Whether it counts only where its label comes again.
    is_doubtful: bool,
}

/// What begins at a line with a label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begins {
    Turn(Voice),
    /// Questions of whoever these words name: "BY MS. WU:".
    Examination(TokenRange),
    /// What nobody says; the turn before ends.
    Nothing,
}

impl Begins {
    fn voice(self) -> Option<Voice> {
        match self {
            Begins::Turn(voice) => Some(voice),
            Begins::Examination(_) | Begins::Nothing => None,
        }
    }
}

/// What has to show that labels are those of turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// The labels themselves: two clear ones in a run, or several of which a third come again.
    Needed,
    /// Nothing: the text is known to be a transcript.
    Given,
    /// The text is known to be a story, which has turns with dashes alone.
    OfStory,
    /// The text is known to have no turns.
    Absent,
}

/// Finds the turns of a text, in order. Linear in the number of paragraphs: of most only the first characters and the
/// last token are read.
pub(crate) fn labelled_turns(document: &Document<'_>, evidence: Evidence) -> Vec<LabelledTurn> {
    if evidence == Evidence::Absent {
        return Vec::new();
    }
    let paragraphs: Vec<TokenRange> = document.paragraphs().collect();
    let mut turns = Vec::new();
    let mut is_taken = vec![false; paragraphs.len()];
    if evidence == Evidence::OfStory {
        dashes::add_turns(document, &paragraphs, &mut is_taken, &mut turns);
        return turns;
    }
    // The layouts that show most come first: each takes its paragraphs from those after it.
    posts::add_turns(document, &paragraphs, &mut is_taken, &mut turns);
    comments::add_turns(document, &paragraphs, &mut is_taken, &mut turns);
    let lines = paragraphs.iter().enumerate().filter_map(|(at, tokens)| line(document, at, *tokens));
    let lines: Vec<Line> = lines.filter(|line| !is_taken[line.at]).collect();
    let lines = with_examiners(document, lines);
    let lines = without_doubtful(document, lines);
    for run in lines.chunk_by(|one, next| next.at - one.at <= LONGEST_TURN) {
        if evidence == Evidence::Given || is_transcript(document, run) {
            add_turns(document, &paragraphs, run, &mut is_taken, &mut turns);
        }
    }
    interviews::split_answers(document, &mut turns);
    scripts::add_turns(document, &paragraphs, evidence, &mut is_taken, &mut turns);
    dashes::add_turns(document, &paragraphs, &mut is_taken, &mut turns);
    name_lines::add_turns(document, &paragraphs, evidence, &mut is_taken, &mut turns);
    if turns.is_empty() {
        interviews::add_turns(document, &paragraphs, &mut turns);
    }
    if turns.iter().all(|turn| turn.label.is_some()) {
        signed::add_turns(document, &paragraphs, &mut is_taken, &mut turns);
    }
    turns.sort_by_key(|turn| turn.content.first().map(|tokens| tokens.start));
    turns
}

/// A paragraph as a line with a label, if it has one.
fn line(document: &Document<'_>, at: usize, tokens: TokenRange) -> Option<Line> {
    let nothing = Line {
        at,
        begins: Begins::Nothing,
        label: None,
        content: tokens.end,
        is_clear: false,
        is_doubtful: false,
    };
    match labels::find(document, tokens)? {
        Label::Speaker { name, end, is_clear } => {
            let begins = Begins::Turn(name.map_or(Voice::Unnamed, |name| voice(document, name)));
            Some(Line { begins, label: name, content: end, is_clear, ..nothing })
        }
        Label::Doubtful { name, end } => {
            let begins = Begins::Turn(Voice::Named(name));
            Some(Line { begins, label: Some(name), content: end, is_doubtful: true, ..nothing })
        }
        Label::Notice => Some(nothing),
        Label::Heading { name } => {
            Some(Line { begins: Begins::Turn(Voice::Named(name)), label: Some(name), ..nothing })
        }
        Label::Examiner(name) => Some(Line { begins: Begins::Examination(name), is_clear: true, ..nothing }),
        Label::Time(time) if is_event(document, time) => Some(nothing),
        Label::Time(_) => None,
    }
}

/// Whether a line of a log records an event and holds no message: "[14:05] * kit has joined", "[14:05] -!- kit has quit",
/// "12/04/2023, 18:02 - Ann Wu left".
fn is_event(document: &Document<'_>, time: TokenRange) -> bool {
    let sign = document.text_of(time.end);
    sign == ITALIC
        || document.is(time.end, Classes::DASH) && !document.is_word(time.end + 1)
        || document.slice(time).contains(DATE)
}

/// The lines with each question given to the examiner named above it: "BY MS. WU:", then "Q.".
fn with_examiners(document: &Document<'_>, mut lines: Vec<Line>) -> Vec<Line> {
    let mut examiner = None;
    for line in &mut lines {
        let is_letter =
            line.label.is_some_and(|label| label.len() == 1 && voice(document, label) == Voice::Unnamed);
        match (line.begins, examiner) {
            (Begins::Examination(name), _) => examiner = Some(name),
            (Begins::Turn(Voice::Unnamed), Some(name)) if is_letter => {
                line.begins = Begins::Turn(Voice::Named(name));
            }
            _ => (),
        }
    }
    lines
}

/// The lines without the doubtful ones whose label does not come again. Among labels in capitals, "UNIDENTIFIED WOMAN:"
/// is one.
fn without_doubtful(document: &Document<'_>, lines: Vec<Line>) -> Vec<Line> {
    if !lines.iter().any(|line| line.is_doubtful) {
        return lines;
    }
    let labels: Vec<TokenRange> = lines.iter().map(|line| line.label.unwrap_or_default()).collect();
    let numbers = speakers(document, &labels);
    let mut counts: HashMap<u64, usize> = HashMap::new();
    numbers.iter().for_each(|number| *counts.entry(*number).or_default() += 1);
    let comes_again = |number: &u64| counts.get(number).is_some_and(|count| *count > 1);
    let is_in_capitals = |line: &Line| {
        let label = line.label.map(|label| bare(document, label)).unwrap_or_default();
        label.len() > 1 && label.iter().all(|at| document.is_all_capitals(at))
    };
    let are_in_capitals = lines.iter().filter(|line| line.is_clear && is_in_capitals(line)).count() >= LABELS;
    let counts = |line: &Line, number: &u64| {
        !line.is_doubtful || comes_again(number) || are_in_capitals && is_in_capitals(line)
    };
    let lines = lines.into_iter().zip(&numbers);
    lines.filter(|(line, number)| counts(line, number)).map(|(line, _)| line).collect()
}

/// Whose turn a label begins. A letter names nobody: "Q." is whoever asks, "A." the interviewee.
fn voice(document: &Document<'_>, label: TokenRange) -> Voice {
    match letter_of(document, label).filter(|_| bare(document, label).len() == 1) {
        Some(letter) if document.language.labels_answer(letter) => Voice::Interviewed,
        Some(_) => Voice::Unnamed,
        None => Voice::Named(label),
    }
}

/// The letter for questions or answers that opens a label: "Q", "A.".
pub(crate) fn letter_of(document: &Document<'_>, label: TokenRange) -> Option<u8> {
    match document.text_of(label.start).trim_end_matches('.').as_bytes() {
        [letter] => Some(*letter).filter(|letter| document.language.labels_turn(*letter)),
        _ => None,
    }
}

/// Whether a run of labels is one of turns: two clear ones, or labels of which a third come again.
fn is_transcript(document: &Document<'_>, run: &[Line]) -> bool {
    let clear = run.iter().filter(|line| line.is_clear).count();
    if clear >= LABELS {
        return true;
    }
    let name = |line: &Line| match line.begins.voice()? {
        Voice::Named(label) => Some(bare(document, label)),
        _ => None,
    };
    let names: Vec<TokenRange> = run.iter().filter_map(name).collect();
    let certain: Vec<TokenRange> = run.iter().filter(|line| !line.is_doubtful).filter_map(name).collect();
    if certain.len() < names.len() && !has_repeated(document, &certain) {
        return false;
    }
    // "Ada: a language" explains a word.
    let begins_small = |line: &Line| document.is_word(line.content) && !document.is_capitalised(line.content);
    let explains = !names.is_empty() && run.iter().all(begins_small) && names.len() < LONGEST_TURN;
    (!explains || comes_often(document, &names)) && come_again(document, &names)
}

/// Whether one of these names comes again.
fn has_repeated(document: &Document<'_>, names: &[TokenRange]) -> bool {
    speaker_count(document, names) < names.len()
}

/// Whether a third of these names come again.
fn comes_often(document: &Document<'_>, names: &[TokenRange]) -> bool {
    3 * speaker_count(document, names) <= 2 * names.len()
}

/// Whether these names are those of more than one speaker, and a third of them come again, or any of them where all are
/// those of people.
pub(super) fn come_again(document: &Document<'_>, names: &[TokenRange]) -> bool {
    let speakers = speaker_count(document, names);
    let often = 3 * speakers <= 2 * names.len();
    let are_people = || speakers < names.len() && names.iter().all(|name| is_personal(document, *name));
    names.len() > LABELS && speakers >= LABELS && (often || are_people())
}

/// The number of different speakers of these names.
fn speaker_count(document: &Document<'_>, names: &[TokenRange]) -> usize {
    speakers(document, names).into_iter().collect::<HashSet<_>>().len()
}

/// A number for each name, the same for names that mean one speaker: equal ones, "Holt" and "Mrs Holt" beside "Nora
/// Holt", "HM" beside "Harbour Magazine".
fn speakers(document: &Document<'_>, names: &[TokenRange]) -> Vec<u64> {
    let hash = |name: TokenRange| {
        name.iter().fold(0, |hash: u64, at| hash.rotate_left(5).wrapping_add(document.hash_of(at)))
    };
    let is_short =
        |name: TokenRange| name.len() == 1 || name.len() == 2 && document.is(name.start, Classes::TITLE);
    let surname = |name: TokenRange| name.last().map(|last| document.hash_of(last));
    let full = names.iter().filter(|name| !is_short(**name));
    let by_surname: HashMap<_, _> = full.map(|name| (surname(*name), hash(*name))).collect();
    let first = |at: TokenIdx| document.text_of(at).chars().next();
    let initials = |name: TokenRange| name.iter().filter_map(first).collect::<String>();
    let full = names.iter().filter(|name| name.len() > 1);
    let by_initials: HashMap<_, _> = full.map(|name| (initials(*name), hash(*name))).collect();
    let number = |name: &TokenRange| match by_surname.get(&surname(*name)) {
        Some(full) if is_short(*name) => *full,
        _ if name.len() == 1 => *by_initials.get(document.text_of(name.start)).unwrap_or(&hash(*name)),
        _ => hash(*name),
    };
    names.iter().map(number).collect()
}

/// Adds the turns of a run. The last one ends at a blank line, but for one after a label that is alone on its line: what
/// follows may be something else.
fn add_turns(
    document: &Document<'_>,
    paragraphs: &[TokenRange],
    run: &[Line],
    is_taken: &mut [bool],
    turns: &mut Vec<LabelledTurn>,
) {
    for (index, line) in run.iter().enumerate() {
        let Begins::Turn(voice) = line.begins else { continue };
        let first = line.content.to(paragraphs[line.at].end);
        let end_of_last = || {
            let after = line.at + 1..paragraphs.len().min(line.at + 1 + LONGEST_TURN);
            let is_more = |at: &usize| {
                let is_first = first.is_empty() && *at == line.at + 1;
                is_first || !document.follows_blank_line(paragraphs[*at].start)
            };
            line.at + after.take_while(is_more).count()
        };
        let last = run.get(index + 1).map_or_else(end_of_last, |next| next.at - 1);
        let mut content = vec![first];
        is_taken[line.at] = true;
        for at in line.at + 1..=last {
            if !std::mem::replace(&mut is_taken[at], true) && !is_note(document, paragraphs[at]) {
                content.push(paragraphs[at]);
            }
        }
        content.retain(|tokens| !tokens.is_empty());
        if !content.is_empty() {
            turns.push(LabelledTurn { voice, label: line.label, content });
        }
    }
}

/// Whether a paragraph is a note of whoever wrote the transcript: "(Laughter.)", "[Applause]", "Several hon. Members
/// rose—", the number and the times of a subtitle.
pub(super) fn is_note(document: &Document<'_>, tokens: TokenRange) -> bool {
    if document.kind(tokens.start) == Some(TokenKind::Number)
        && (tokens.len() == 1 || document.slice(tokens).contains(TIMES))
    {
        return true;
    }
    let is_pause = |at: &TokenIdx| document.is(*at, Classes::ELLIPSIS);
    let pauses = tokens.iter().take_while(is_pause).count();
    let tokens = (tokens.start + pauses).to(tokens.end);
    let first = document.text_of(tokens.start);
    let last = tokens.last().map_or("", |last| document.text_of(last));
    // "* kit has joined #salt"
    if first == ITALIC && (last == ITALIC || last.starts_with(labels::CHANNEL)) {
        return true;
    }
    if tokens.last().is_some_and(|last| document.is(last, Classes::DASH)) && tokens.len() <= LONGEST_INCIDENT
    {
        let persons = Classes::FIRST_PERSON.or(Classes::SECOND_PERSON);
        let is_person = |at: TokenIdx| document.is(at, persons);
        let are_many = |at: TokenIdx| document.is(at, Classes::ROLE) && document.is(at, Classes::PLURAL);
        return tokens.iter().any(are_many) && !tokens.iter().any(is_person);
    }
    let ends = tokens.last().is_some_and(|last| document.is(last, Classes::CLOSING_BRACKET));
    ends && document.is(tokens.start, Classes::OPENING_BRACKET)
}
