//! Smith: “Q.” Smith had one question: “Q?”

use crate::language::Classes;
use crate::reading::clause;
use crate::rules::link::Link;
use crate::rules::Scene;
use crate::tokenizer::Range;

/// The longest name before a colon, in words.
const LONGEST_NAME: usize = 6;

pub(crate) fn propose(scene: &Scene<'_, '_, '_>, quote: usize, links: &mut Vec<Link>) {
    links.extend(find_name(scene, quote).or_else(|| find(scene, quote)));
}

/// A name and a colon at the start of the sentence: "Smith: “Q.”", and in headlines "Smith: Plan Is ‘Q’".
fn find_name(scene: &Scene<'_, '_, '_>, quote: usize) -> Option<Link> {
    let paragraph = scene.paragraph;
    let first = scene.sentence.start;
    let colon =
        (first..quote.min(first + LONGEST_NAME + 1)).find(|&unit| paragraph.is(unit, Classes::COLON))?;
    let name = first..colon;
    let is_name = !name.is_empty()
        && name.clone().all(|unit| paragraph.is_word(unit))
        && paragraph.is_capitalised(first)
        && paragraph.is_capitalised(colon - 1)
        // "MUMBAI: Four men were arrested for a “fake call centre”."
        && !(colon + 1 < quote && paragraph.is(first, Classes::PLACE));
    is_name.then(|| Link::Cued { cue: colon..colon + 1, source: name })
}

/// A sentence without a cue that ends in a colon: its subject speaks.
fn find(scene: &Scene<'_, '_, '_>, quote: usize) -> Option<Link> {
    let colon = colon_before(scene, quote)?;
    let clause = scene.sentence.start..colon;
    let source = clause::first_subject(scene.paragraph, &clause).or_else(|| leading_name(scene, &clause))?;
    if !can_speak(scene, &source) {
        return None;
    }
    Some(Link::Cued { cue: colon..colon + 1, source })
}

fn colon_before(scene: &Scene<'_, '_, '_>, quote: usize) -> Option<usize> {
    let colon = quote.checked_sub(1).filter(|unit| *unit > scene.sentence.start)?;
    scene.paragraph.is(colon, Classes::COLON).then_some(colon)
}

/// "Smith on the new dam:"
fn leading_name(scene: &Scene<'_, '_, '_>, clause: &Range) -> Option<Range> {
    let paragraph = scene.paragraph;
    let end = clause.clone().find(|&unit| !paragraph.is_capitalised(unit)).unwrap_or(clause.end);
    let name = clause.start..end;
    ((1..=LONGEST_NAME).contains(&name.len()) && paragraph.is(end, Classes::PREPOSITION)).then_some(name)
}

/// Whether a source is somebody: "The menu has three parts:" brings in nobody's words.
fn can_speak(scene: &Scene<'_, '_, '_>, source: &Range) -> bool {
    let people = Classes::PRONOUN
        .or(Classes::ROLE)
        .or(Classes::ORGANISATION)
        .or(Classes::DOCUMENT)
        .or(Classes::PLURAL)
        .or(Classes::GIVEN);
    let paragraph = scene.paragraph;
    source.clone().any(|unit| {
        paragraph.is(unit, people)
            || paragraph.is_capitalised(unit)
                && (unit > scene.sentence.start
                    || !paragraph.is(unit, Classes::DETERMINER.or(Classes::COMMON).or(Classes::PREPOSITION)))
    })
}
