//! “Q.” “Q,” she said: a quotation alone in its sentence before another one whose speaker is named.

use super::{quote_cue_source, quote_source_cue};
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::rules::{Definition, Example};
use crate::text::index::{SentenceId, UnitIdx};

pub(in crate::rules) const RULE: Definition = Definition {
    name: "anticipation",
    description:
        "The next sentence starts with another quotation, and a tag after that one names the speaker.",
    example: Example { text: "“No.” “Not today,” Ann Wu said.", speaker: "Ann Wu" },
    prior: 0,
    propose,
};

const QUESTION_MARK: &str = "?";

fn propose(setting: &Setting<'_>, quotation: UnitIdx, links: &mut Vec<Link>) {
    // “How are you?” “Well,” she said: what follows answers.
    let asks = setting
        .paragraph()
        .last_quoted(quotation)
        .is_some_and(|last| setting.paragraph().document.text_of(last) == QUESTION_MARK);
    let Some(next) = setting.neighbours.next.filter(|_| !setting.company.has_words && !asks) else { return };
    let ahead = Setting {
        reading: next.reading(setting.names),
        id: SentenceId::new(setting.id.get() + 1),
        source_phrase: None,
        ..*setting
    };
    let following = next.sentence.start();
    quote_source_cue::propose(&ahead, following, links);
    quote_cue_source::propose(&ahead, following, links);
}
