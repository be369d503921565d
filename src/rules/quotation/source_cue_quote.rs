//! Smith said: “Q.” Smith told Lee that … “Q”. “Q,” Smith said, “Q.”

use crate::language::Classes;
use crate::reading::Cue;
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::text::index::UnitIdx;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "source-cue-quote",
    description: "A cue with its subject precedes the quotation.",
    example: Example { text: "Ann Wu said: “The well is dry.”", speaker: "Ann Wu" },
    prior: 150,
    propose,
};

/// How many cues before a quotation are considered: the nearest.
const CUES: usize = 4;

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    for cue in cues_before(setting.quoting(), quotation) {
        match setting.history.draft_of_cue(setting.paragraph(), cue) {
            Some(draft) => links.push(Link::Continues { draft, cue: Some(cue.group) }),
            None => links.extend(link(setting, cue, quotation)),
        }
    }
}

/// The nearest cues before a quotation, the last one first.
pub(super) fn cues_before<'s>(
    cues: impl DoubleEndedIterator<Item = &'s Cue>,
    quotation: UnitIdx,
) -> impl Iterator<Item = &'s Cue> {
    cues.rev().filter(move |cue| cue.head < quotation).take(CUES)
}

/// The link to a cue before a quotation and its subject. The colon after the cue belongs to it.
pub(super) fn link(setting: &Setting<'_>, cue: &Cue, quotation: UnitIdx) -> Option<Link> {
    let source = setting.subject(cue).filter(|source| !source.contains(quotation))?;
    let colon = usize::from(setting.is(cue.group.end, Classes::COLON));
    let cue = cue.group.start.to(cue.group.end + colon);
    Some(Link::Cued { cue, source, mention: setting.name_after_pronoun(source) })
}
