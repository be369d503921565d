//! “Q.” in a paragraph that names nobody.

use crate::rules::definition::DialogueRule;
use crate::rules::Example;

pub(in crate::rules) const RULE: DialogueRule = DialogueRule {
    name: "turn",
    description: "The turns before and after the quotation show whose turn it is.",
    example: Example {
        text: "“Who is there?” asked Emma.\n\n“Only me,” said Mr. Holt.\n\n“Come in!”",
        speaker: "Emma",
    },
};
