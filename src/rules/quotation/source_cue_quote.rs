//! Smith said: “Q.” Smith told Lee that … “Q”. “Q,” Smith said, “Q.”

use crate::language::Classes;
use crate::reading::Cue;
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::text::index::{UnitIdx, UnitRange};

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
            None => {
                let link = link(setting, cue, quotation);
                links.extend(link);
                links.extend(link.and_then(|link| with_nearest_subject(setting, cue, link)));
            }
        }
    }
    links.extend(infinitive(setting, quotation));
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
    let is_another = is_in_purpose(setting, cue, quotation) || is_after_imperative(setting, cue, quotation);
    if is_topic(setting, cue, source) || is_another {
        return None;
    }
    let colon = usize::from(setting.is(cue.group.end, Classes::COLON));
    if has_author(setting, cue, source) {
        return None;
    }
    let cue = cue.group.start.to(cue.group.end + colon);
    Some(Link::Cued { cue, source, mention: setting.name_after_pronoun(source) })
}

/// The same cue with the subject of the verb next to it, where its own source is farther away: in "It was late when Holt
/// rose and said", Holt beside "it".
fn with_nearest_subject(setting: &Setting<'_>, cue: &Cue, link: Link) -> Option<Link> {
    let Link::Cued { cue: words, source, .. } = link else { return None };
    let is_far = source.end < cue.group.start;
    let nearest = setting.nearest_subject(cue.group.start).filter(|nearest| is_far && *nearest != source)?;
    Some(Link::Cued { cue: words, source: nearest, mention: setting.name_after_pronoun(nearest) })
}

/// Whether a quoted word belongs to what somebody does something for: "used it to hide the “accident”".
fn is_in_purpose(setting: &Setting<'_>, cue: &Cue, quotation: UnitIdx) -> bool {
    if !setting.is(cue.head, Classes::HANDLING) {
        return false;
    }
    // An unlisted word before a phrase may be a verb too: "to hype up a".
    let object = Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::PREPOSITION).or(Classes::ADVERB);
    let is_verb = |at: UnitIdx| {
        setting.is(at, Classes::BASE) || setting.classes(at) == Classes::NONE && setting.is(at + 1, object)
    };
    let gap = (cue.group.end + 1).min(quotation).to(quotation);
    let to = { gap }.iter().find(|&at| setting.is(at, Classes::TO) && is_verb(at + 1));
    to.is_some() && !setting.is(quotation - 1, Classes::COMMA.or(Classes::COLON))
}

/// Whether the reader is told to say the words: "When the guard comes, say, “Q.”"
fn is_after_imperative(setting: &Setting<'_>, cue: &Cue, quotation: UnitIdx) -> bool {
    let Some(mark) = quotation.before().filter(|mark| *mark > setting.start()) else { return false };
    let verb = if setting.is(mark, Classes::COMMA.or(Classes::COLON)) { mark - 1 } else { mark };
    verb > cue.head
        && setting.is(verb, Classes::SPEECH)
        && setting.is(verb, Classes::BASE)
        && !setting.is(verb, Classes::PAST)
        && setting.is_comma(verb - 1)
}

/// Whether subject and verb are a noun that a colon ends: "Budget talks:", "Price claims:".
fn is_topic(setting: &Setting<'_>, cue: &Cue, source: UnitRange) -> bool {
    let nominal = Classes::PRONOUN
        .or(Classes::DETERMINER)
        .or(Classes::QUANTIFIER)
        .or(Classes::PLURAL)
        .or(Classes::ROLE)
        .or(Classes::ORGANISATION)
        .or(Classes::GIVEN);
    let is_common = source.len() == 1
        && source.start == setting.start()
        && setting.is(source.start, Classes::COMMON)
        && !setting.is(source.start, nominal)
        && setting.name_of(source).is_none();
    let noun = Classes::SPEECH_NOUN.or(Classes::COMMON);
    let may_be_noun = setting.is(cue.head, noun)
        && setting.is(cue.head, Classes::THIRD)
        && !setting.is(cue.head, Classes::PAST.or(Classes::PLAIN_SPEECH));
    is_common && may_be_noun && cue.group == cue.head.only() && setting.is(cue.group.end, Classes::COLON)
}

/// A bare infinitive right before the quotation, whose subject is the object before it: "Let me say: “Q.”", "We heard him
/// shout, “Q.”"
fn infinitive(setting: &Setting<'_>, quotation: UnitIdx) -> Option<Link> {
    let mark = Classes::COMMA.or(Classes::COLON);
    let before = quotation.before()?;
    let head = if setting.is(before, mark) { before.before()? } else { before };
    let object = head.before().filter(|object| *object > setting.start())?;
    let is_infinitive = setting.is(head, Classes::SPEECH) && setting.is(head, Classes::BASE);
    let is_object = setting.is(object, Classes::OBJECT) && setting.is(object - 1, Classes::ANY_VERB);
    let colon = usize::from(setting.is(head + 1, Classes::COLON));
    (is_infinitive && is_object).then(|| Link::cued(head.to(head + 1 + colon), object.only()))
}

/// Whether a noun that may be a cue is a document with its author: "Press release from Ann Wu: “Q.”"
fn has_author(setting: &Setting<'_>, cue: &Cue, source: UnitRange) -> bool {
    let after = cue.group.end;
    source.len() == 1
        && source.start == setting.start()
        && cue.group.start == source.end
        && !setting.is(source.start, Classes::PRONOUN.or(Classes::GIVEN).or(Classes::ROLE).or(Classes::TITLE))
        && setting.is(cue.head, Classes::DOCUMENT)
        && setting.is(after, Classes::ORIGIN.or(Classes::AGENT))
}
