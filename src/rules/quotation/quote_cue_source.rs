//! “Q,” said Hugh Hill, a doctor.

use crate::reading::Cue;
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::text::index::UnitIdx;

pub(in crate::rules) const RULE: Definition = Definition {
    name: "quote-cue-source",
    description: "A cue follows the quotation, and its source follows the cue.",
    example: Example { text: "“The well is dry,” said Ann Wu.", speaker: "Ann Wu" },
    prior: 250,
    propose,
};

pub(super) fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    links.extend(find(setting, quotation));
}

fn find(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    if !setting.may_be_followed_by_tag(quotation) {
        return None;
    }
    let from = setting.after_quotation(quotation);
    let starts_here = |cue: &&Cue| cue.group.start == from;
    let cue = setting.quoting().find(starts_here).or_else(|| setting.other_verbs().find(starts_here))?;
    if !cue.is_finite() {
        return None;
    }
    let source = setting.inverted_subject_of(cue.head)?;
    // "Smith, quoting “Q,” said the road was closed."
    if setting.has_main_verb(source, source.start) {
        return None;
    }
    Some(Link::cued(cue.group, source))
}
