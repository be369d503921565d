//! Clauses without a parser: where the source of a cue stands.

mod behind;
mod noun_phrase;
mod possessor;
mod subject;
mod words;

pub(crate) use crate::reading::clause::behind::inverted_subject;
pub(crate) use crate::reading::clause::possessor::possessor;
pub(crate) use crate::reading::clause::subject::{first_subject, is_inverted, subject};

use crate::language::Classes;
use crate::models::value;
pub(crate) use crate::reading::clause::words::is_verb;
use crate::reading::paragraph::Paragraph;
use crate::reading::verbs as cues;
use crate::reading::verbs::{Cue, Form};
use crate::tokenizer::Range;

/// The most units that a subject is looked for in.
const LONGEST_SUBJECT: usize = 60;

/// How far behind a quotation the cue of "she asked" stands at most, in units.
const LONGEST_TAG: usize = 12;

/// Whether "she asked" follows: a subject and a cue of speech, with nothing said behind it where
/// `bare` asks for that.
pub(crate) fn tag_follows(paragraph: &Paragraph<'_, '_>, from: usize, bare: bool) -> bool {
    let all = from..paragraph.len();
    let end = paragraph.len().min(from + LONGEST_TAG);
    let Some(verb) = (from..end).find(|&at| is_verb(paragraph, at)) else { return false };
    if verb == from || !cues::is_speech(paragraph, verb) || cues::cue_at(paragraph, &all, verb).is_none() {
        return false;
    }
    let ends = verb + 1 >= paragraph.len() || paragraph.symbol(verb + 1) == value!(".");
    let is_plain = |at: usize| {
        paragraph.is_word(at) && !paragraph.is(at, Classes::PREPOSITION.or(Classes::SUBORDINATOR))
    };
    // "Ann Moss, a teacher from Lima, said."
    let is_apposition = || {
        let added = (from..verb).find(|&at| paragraph.is_comma(at));
        ends && paragraph.is_comma(verb - 1) && added.is_some_and(|comma| (from..comma).all(is_plain))
    };
    (from..verb).all(is_plain) && (ends || !bare) || is_apposition()
}

/// Whether the words of one cue hold the other: its subject stands behind the first, in the same clause.
pub(crate) fn reports(paragraph: &Paragraph<'_, '_>, sentence: &Range, outer: &Cue, inner: &Cue) -> bool {
    if !paragraph.is(outer.head, Classes::SPEECH) || outer.form == Form::Passive || outer.head > inner.head {
        return false;
    }
    if subject(paragraph, sentence, outer).is_none() {
        return false;
    }
    match subject(paragraph, sentence, inner) {
        None => true,
        Some(source) if source.start <= outer.head => false,
        Some(source) => {
            let that = paragraph.is(outer.head + 1, Classes::THAT);
            that || !(outer.head..source.start).any(|unit| paragraph.is_comma(unit))
        }
    }
}
