//! Dialogue set with dashes: "— All well? — asks Ann Wu." A dash opens each turn, and tags say who speaks.
//!
//! Imports the turns, word classes, typed indices and documents.

use crate::language::Classes;
use crate::layout::turns::{LabelledTurn, Voice};
use crate::text::index::{TokenIdx, TokenRange};
use crate::tokenizer::Document;

/// The maximum number of paragraphs between two turns of one conversation.
const APART: usize = 3;

/// The minimum number of turns in a conversation.
const TURNS: usize = 2;

/// The maximum number of words before the verb of a tag, and after it.
const LONGEST_SOURCE: usize = 4;

/// A paragraph that a dash opens.
struct Line {
    /// Its position among the paragraphs.
    at: usize,
    speech: Vec<TokenRange>,
    /// The verb and the words that name the speaker, of the first tag.
    tag: Option<(TokenRange, TokenRange)>,
}

/// Adds the turns of conversations set with dashes, and marks their paragraphs as taken. Where nothing says otherwise,
/// two speakers alternate. Linear in the length of the text.
pub(super) fn add_turns(
    document: &Document<'_>,
    paragraphs: &[TokenRange],
    is_taken: &mut [bool],
    turns: &mut Vec<LabelledTurn>,
) {
    let lines = paragraphs.iter().enumerate().filter(|(at, _)| !is_taken[*at]);
    let lines: Vec<Line> = lines.filter_map(|(at, tokens)| line(document, at, *tokens)).collect();
    for run in lines.chunk_by(|one, next| next.at - one.at <= APART) {
        if run.len() < TURNS || run.iter().all(|line| line.tag.is_none()) {
            continue;
        }
        let mut voices: Vec<Voice> = Vec::new();
        for (index, line) in run.iter().enumerate() {
            let follows = |back: usize| {
                let before = index.checked_sub(back)?;
                (run[index].at - run[before].at == back).then(|| voices[before])
            };
            let voice = match (line.tag, follows(1), follows(2)) {
                (Some((cue, source)), ..) => Voice::Tagged { cue, source },
                (None, Some(_), Some(Voice::Tagged { source, .. } | Voice::Elsewhere(source)))
                    if !document.is(source.start, Classes::PRONOUN) =>
                {
                    Voice::Elsewhere(source)
                }
                _ => Voice::Unnamed,
            };
            voices.push(voice);
            is_taken[line.at] = true;
            turns.push(LabelledTurn { voice, label: None, content: line.speech.clone() });
        }
    }
}

/// A paragraph as a turn that a dash opens. "— Ann Wu" alone is a signature.
fn line(document: &Document<'_>, at: usize, tokens: TokenRange) -> Option<Line> {
    let opens = document.is(tokens.start, Classes::DASH) && !document.is(tokens.start, Classes::HYPHEN);
    let first = tokens.start + 1;
    // "–Who is it? –asked Ann Wu." as well.
    let is_spaced = document.token(first).is_some_and(|token| token.has_space_before())
        || document.is_word(first) && document.is_capitalised(first);
    if !opens || !tokens.contains(first) || !is_spaced {
        return None;
    }
    let (mut speech, mut tag) = (Vec::new(), None);
    let (mut start, mut next) = (first, first);
    while next < tokens.end {
        let found =
            may_precede_tag(document, next).then(|| find_tag(document, (next + 1).to(tokens.end))).flatten();
        match found {
            Some((cue, source, end)) => {
                tag = tag.or(Some((cue, source)));
                let is_comma = document.is(next, Classes::COMMA.or(Classes::DASH));
                speech.push(start.to(next + usize::from(!is_comma)));
                (start, next) = (end, end);
            }
            None => next += 1,
        }
    }
    speech.push(start.to(tokens.end));
    speech.retain(|part| part.iter().any(|at| document.is_word(at)));
    let names_alone = tokens.iter().skip(1).all(|at| !document.is_word(at) || document.is_capitalised(at));
    let is_signature = tag.is_none() && names_alone && !ends_sentence(document, tokens);
    (!speech.is_empty() && !is_signature).then_some(Line { at, speech, tag })
}

fn ends_sentence(document: &Document<'_>, tokens: TokenRange) -> bool {
    tokens.last().is_some_and(|last| document.is(last, Classes::STOP))
}

/// Whether a tag may follow a token: a comma, a dash or the end of a sentence.
fn may_precede_tag(document: &Document<'_>, at: TokenIdx) -> bool {
    document.is(at, Classes::COMMA.or(Classes::DASH).or(Classes::STOP)) && !document.is(at, Classes::HYPHEN)
}

/// The tag that opens here, if one does: its verb, the words that name the speaker, and where speech goes on.
fn find_tag(document: &Document<'_>, tokens: TokenRange) -> Option<(TokenRange, TokenRange, TokenIdx)> {
    let ends = Classes::STOP.or(Classes::DASH);
    let is_verb = |at: &TokenIdx| {
        document.is(*at, Classes::SPEECH) && document.is(*at, Classes::PAST.or(Classes::THIRD))
    };
    let mut opening = tokens.iter().take(LONGEST_SOURCE + 1);
    let verb = opening.find(is_verb)?;
    let before = tokens.start.to(verb);
    let follows_dash = document.is(tokens.start - 1, Classes::DASH);
    let source = match before.is_empty() {
        true => {
            let stops =
                Classes::PREPOSITION.or(Classes::ADVERB).or(Classes::CONJUNCTION).or(Classes::SUBORDINATOR);
            let is_part = |at: &TokenIdx| document.is_word(*at) && !document.is(*at, stops);
            let words = (verb + 1).to(tokens.end).iter().take(LONGEST_SOURCE).take_while(is_part).count();
            (verb + 1).to(verb + 1 + words)
        }
        false => before,
    };
    let opens_source = Classes::PRONOUN.or(Classes::DETERMINER).or(Classes::POSSESSIVE).or(Classes::TITLE);
    let is_source = !source.is_empty()
        && source.iter().all(|at| document.is_word(at))
        && (document.is(source.start, opens_source) || document.is_capitalised(source.start));
    let stop = tokens.iter().find(|at| *at > verb && document.is(*at, ends)).unwrap_or(tokens.end);
    // "I told him, he said no": only a dash or the end of the sentence shows a tag whose verb comes second.
    let is_tag = before.is_empty() || follows_dash || stop - verb <= 2;
    let end = stop + usize::from(stop < tokens.end);
    // "— asks Ann Wu. — Did you?", "–asked Ann Wu–. Did you?"
    let end = end + usize::from(end < tokens.end && document.is(end, ends));
    (is_source && is_tag).then_some((verb.only(), source, end.min(tokens.end)))
}
