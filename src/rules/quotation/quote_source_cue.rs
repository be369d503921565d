//! “Q,” she said. “Q,” Smith, a doctor, said.

use crate::language::Classes;
use crate::reading::Cue;
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::text::index::UnitIdx;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "quote-source-cue",
    description: "A source and its cue follow the quotation.",
    example: Example { text: "“The well is dry,” Ann Wu said.", speaker: "Ann Wu" },
    prior: 250,
    propose,
};

/// What may be between a quotation and the source after it.
const SKIPPED: Classes = Classes::ADVERB.or(Classes::CONJUNCTION).or(Classes::CALENDAR);

pub(super) fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    if !setting.may_be_followed_by_tag(quotation) {
        return;
    }
    let follows = |cue: &&Cue| cue.head > quotation;
    // “Q,” Smith, who endorsed the plan, said: the subject of the first cue is not beside the quotation.
    let quoting = setting.quoting().filter(follows).find_map(|cue| link(setting, quotation, cue));
    let other = setting.other_verbs().find(follows).and_then(|cue| link(setting, quotation, cue));
    links.extend(quoting.into_iter().chain(other));
}

fn link(setting: &Setting<'_>, quotation: UnitIdx, cue: &Cue) -> Option<Link> {
    let passes_quotation = (quotation + 1).to(cue.head).iter().any(|at| setting.is_quotation(at));
    if !cue.is_finite() || passes_quotation {
        return None;
    }
    let source = setting.subject(cue)?;
    let from = setting.after_quotation(quotation);
    // “Q,” as Smith put it. “Q,” as Smith said on Monday.
    let is_idiom = setting.is(cue.group.end, Classes::NEUTER) || setting.is(cue.head, Classes::PLAIN_SPEECH);
    let skipped = if is_idiom { SKIPPED.or(Classes::CAPACITY) } else { SKIPPED };
    let is_adjacent = source.start >= from && from.to(source.start).iter().all(|at| setting.is(at, skipped));
    (is_adjacent && source.end <= cue.group.start).then_some(Link::cued(cue.group, source))
}
