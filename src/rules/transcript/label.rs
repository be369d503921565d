//! KING: Good evening.

use crate::rules::definition::TurnRule;
use crate::rules::Example;

pub(in crate::rules) const RULE: TurnRule = TurnRule {
    name: "label",
    description: "The line begins with the name of its speaker, as lines around it do.",
    example: Example {
        text: "ADAIR: Did they say “never”?\n\nHOLT: They did. “Never again.”\n\nADAIR: Both “never” and “again”?",
        speaker: "ADAIR",
    },
};
