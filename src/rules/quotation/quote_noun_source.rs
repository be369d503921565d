//! “Q,” was Smith's verdict. “Q” was the answer of the mayor. “Q” was how Smith described it.

use crate::language::Classes;
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::text::index::UnitIdx;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "quote-noun-source",
    description: "A form of “be” follows the quotation, and then a noun for what is said with its possessor.",
    example: Example { text: "“Far too salty,” was Ann Wu’s verdict.", speaker: "Ann Wu" },
    prior: 250,
    propose,
};

/// How far after the verb the noun is, in units: "was the blunt and immediate answer".
const REACH_OF_NOUN: usize = 8;

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    links.extend(find(setting, quotation));
}

fn find(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    let verb = setting.after_quotation(quotation);
    if !setting.is_be(verb) || quotation != setting.start() {
        return None;
    }
    let low = verb + 1;
    if setting.is(low, Classes::RELATIVE.or(Classes::SUBORDINATOR).or(Classes::QUANTIFIER)) {
        return described(setting, low);
    }
    let near = low.to(setting.reach_ahead(low, REACH_OF_NOUN));
    let noun = near.iter().find(|&at| setting.is(at, Classes::SPEECH_NOUN))?;
    if low.to(noun).iter().any(|at| !setting.is_word_or_number(at) && !setting.is(at, Classes::CLITIC)) {
        return None;
    }
    let owner = setting.possessor(noun).filter(|owner| owner.start >= low);
    let source = match owner {
        Some(owner) => owner,
        None if setting.is(noun + 1, Classes::GENITIVE.or(Classes::ORIGIN)) => {
            setting.inverted_subject(noun + 2)?
        }
        None => return None,
    };
    // Without the clitic: in a narrative the source is looked up as a name.
    let clitic = source.last().filter(|&at| source.len() > 1 && setting.is(at, Classes::CLITIC));
    let source = source.start.to(clitic.unwrap_or(source.end));
    Some(Link::Cued { cue: noun.only(), source, mention: setting.name_of(source) })
}

/// "was how Smith described it", "was all Smith would say": the first cue after the word at this unit, whose subject
/// follows that word.
fn described(setting: &Setting<'_>, opener: UnitIdx) -> Option<Link> {
    let cue = setting.quoting().find(|cue| cue.head > opener && cue.is_finite())?;
    let source = setting.subject(cue)?;
    let source = source.start.max(opener + 1).to(source.end);
    (source.start == opener + 1 && !source.is_empty()).then(|| Link::cued(cue.group, source))
}
