//! “Q,” according to Smith. According to Smith, … “Q”.

use crate::language::Classes;
use crate::rules::link::Link;
use crate::rules::setting::{source_phrase_at, Setting};
use crate::rules::{Definition, Example};
use crate::text::index::UnitIdx;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "according-to",
    description: "A phrase such as “according to” names the source, right after the quotation or anywhere in its sentence.",
    example: Example { text: "“The well is dry,” according to Ann Wu.", speaker: "Ann Wu" },
    prior: 150,
    propose,
};

/// The maximum length of "In Smith's own words", in units.
const LONGEST_OPENING: usize = 8;

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    links.extend(find_beside(setting, quotation).or(setting.source_phrase).or_else(|| in_words_of(setting)));
}

/// "In Smith's words, … “Q”" and "In the last words of Smith, “Q”", at the start of the sentence.
fn in_words_of(setting: &Setting<'_>) -> Option<Link> {
    let first = setting.start();
    let near = first.to(setting.reach_ahead(first, LONGEST_OPENING));
    let noun = { near }.iter().find(|&at| setting.is(at, Classes::VOICE))?;
    if !setting.is(first, Classes::LOCATIVE) {
        return None;
    }
    let cue_and_source = match setting.is(noun + 1, Classes::GENITIVE) {
        true => (first.to(noun + 2), setting.inverted_subject(noun + 2)?),
        false => {
            let owner = setting.possessor(noun).filter(|owner| owner.start == first + 1)?;
            // Without the clitic: "Ann’s" is nobody's name.
            let clitic = owner.last().filter(|&at| owner.len() > 1 && setting.is(at, Classes::CLITIC));
            (noun.only(), owner.start.to(clitic.unwrap_or(owner.end)))
        }
    };
    let (cue, source) = cue_and_source;
    Some(Link::Cued { cue, source, mention: setting.name_of(source) })
}

/// Right after the quotation, unless a cue precedes it.
fn find_beside(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    if setting.quoting().any(|cue| cue.head < quotation) {
        return None;
    }
    source_phrase_at(setting.sentence, setting.after_quotation(quotation))
}
