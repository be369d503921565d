//! Sources behind the cue: “said Hugh Hill, a doctor”, “described by Smith”.

use crate::language::Classes;
use crate::models::value;
use crate::reading::clause::noun_phrase::{trim, MARKS};
use crate::reading::clause::words::{in_relative_clause, is_verb, starts_with_digit};
use crate::reading::paragraph::Paragraph;
use crate::tokenizer::Range;

/// The source behind a cue: "said Hugh Hill, a doctor who met Lee,". Ends with the clause or with the
/// next quotation.
pub(crate) fn inverted_subject(
    paragraph: &Paragraph<'_, '_>,
    sentence: &Range,
    from: usize,
) -> Option<Range> {
    let is_object = is_according_to_object(paragraph, from);
    if from >= sentence.end || !is_object && !starts_noun_phrase(paragraph, from) {
        return None;
    }
    if is_object || paragraph.is(from, Classes::PRONOUN) {
        return Some(from..from + 1);
    }
    let end = phrase_end(paragraph, sentence, from);
    let end = appositions_end(paragraph, sentence, from, end);
    let range = trim(paragraph, from..end);
    (!range.is_empty()).then_some(range)
}

/// "According to him".
fn is_according_to_object(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    at > 1
        && paragraph.symbol(at - 2) == value!("according")
        && paragraph.is(at, Classes::OBJECT)
        && !paragraph.is(at, Classes::POSSESSIVE)
}

/// Who did it, in the passive: "described by Smith as".
pub(crate) fn agent(paragraph: &Paragraph<'_, '_>, sentence: &Range, verb: usize) -> Option<Range> {
    let by = verb + 1;
    if by >= sentence.end || paragraph.symbol(by) != value!("by") {
        return None;
    }
    let end = phrase_end(paragraph, sentence, by + 1);
    (end > by + 1).then_some(by + 1..end)
}

fn starts_noun_phrase(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    let nominal = Classes::DETERMINER
        .or(Classes::PRONOUN)
        .or(Classes::QUANTIFIER)
        .or(Classes::ROLE)
        .or(Classes::PLURAL)
        .or(Classes::POSSESSIVE)
        .or(Classes::TITLE);
    let not = Classes::CALENDAR.or(Classes::CONJUNCTION).or(Classes::SUBORDINATOR).or(Classes::ADVERB);
    let classes = paragraph.classes(at);
    (paragraph.is_capitalised(at)
        || classes.any(nominal)
        || paragraph.is_word(at) && !classes.any(Classes::PREPOSITION.or(Classes::OBJECT)))
        && (!classes.any(not) || classes.any(nominal))
        && !classes.any(Classes::THAT)
}

/// Where the noun phrase that starts here ends, its prepositional parts included.
fn phrase_end(paragraph: &Paragraph<'_, '_>, sentence: &Range, from: usize) -> usize {
    let mut at = from;
    let mut has_participle = false;
    while at < sentence.end && !paragraph.is_quote(at) {
        let classes = paragraph.classes(at);
        if classes.any(MARKS) {
            break;
        }
        // "A study published Thursday in London", "a man arrested on Monday".
        has_participle |=
            classes.any(Classes::PARTICIPLE) && at > from && paragraph.is(from, Classes::DETERMINER);
        let time = classes.any(Classes::CALENDAR) || classes.any(Classes::ADJUNCT) && at > from;
        let keeps = paragraph.symbol(at) == value!("who") || paragraph.symbol(at) == value!("whose");
        let in_name = classes.any(Classes::PREPOSITION)
            && !classes.any(Classes::SUBORDINATOR)
            && is_part_of_name(paragraph, sentence, at);
        if time && !keeps && !in_name && !has_participle {
            break;
        }
        let is_object = classes.any(Classes::OBJECT) && !classes.any(Classes::POSSESSIVE);
        if is_object && at > from && !paragraph.is(at - 1, Classes::PREPOSITION) {
            break;
        }
        if classes.any(Classes::TO) && at > from && paragraph.is_capitalised(at - 1) {
            break;
        }
        at += 1;
    }
    at
}

/// Whether a preposition goes on with a title rather than with when and where it was said.
fn is_part_of_name(paragraph: &Paragraph<'_, '_>, sentence: &Range, at: usize) -> bool {
    let noun_before =
        paragraph.is(at - 1, Classes::ROLE.or(Classes::PLURAL)) && !paragraph.is_capitalised(at - 1);
    noun_before && at + 1 < sentence.end && !paragraph.is(at + 1, Classes::CALENDAR)
}

/// Takes in the appositions and relative clauses that follow a source: ", a doctor", ", who met Lee".
fn appositions_end(paragraph: &Paragraph<'_, '_>, sentence: &Range, from: usize, mut end: usize) -> usize {
    // "According to police, the suspect fled": who stands without article and capital has no apposition.
    if !paragraph.is_capitalised(from) && paragraph.is(from, Classes::PLURAL) {
        return end;
    }
    let is_description = paragraph.is(from, Classes::DETERMINER.or(Classes::ROLE).or(Classes::QUANTIFIER));
    while end < sentence.end && paragraph.is_comma(end) {
        let opener = end + 1;
        let classes = paragraph.classes(opener);
        let identifies = classes
            .any(Classes::DETERMINER.or(Classes::RELATIVE).or(Classes::ROLE).or(Classes::POSSESSIVE))
            || starts_with_digit(paragraph, opener)
            || paragraph.is(
                opener,
                Classes::ORGANISATION.or(Classes::PLACE).or(Classes::DEMONYM).or(Classes::SUFFIX),
            )
            || paragraph.symbol(opener) == value!("former")
            || is_description && paragraph.is(opener, Classes::GIVEN.or(Classes::TITLE))
            || paragraph.is_capitalised(opener) && !paragraph.is_capitalised(end - 1);
        if !identifies || opener >= sentence.end {
            break;
        }
        let mut at = opener;
        while at < sentence.end && !paragraph.is_quote(at) && !paragraph.is(at, MARKS) {
            at += 1;
        }
        let is_clause =
            (opener..at).any(|unit| is_verb(paragraph, unit) && !in_relative_clause(paragraph, end, unit));
        if is_clause || paragraph.is_quote(at) && !paragraph.is(opener, Classes::RELATIVE) {
            break;
        }
        end = at;
        if at + 1 < sentence.end && paragraph.is_comma(at) && paragraph.is_quote(at + 1) {
            end = at + 1;
            break;
        }
    }
    end
}
