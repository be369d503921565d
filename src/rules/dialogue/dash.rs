//! — All well? — asks Ann Wu.

use crate::rules::definition::TurnRule;
use crate::rules::Example;

pub(in crate::rules) const RULE: TurnRule = TurnRule {
    name: "dash",
    description: "A dash opens the line, as it opens lines around it, and a tag on it or two lines before names the speaker.",
    example: Example {
        text: "— You let the goat out, said Ann Wu.\n\n— It answers to “Princess” now, said Lee Bo.",
        speaker: "Lee Bo",
    },
};
