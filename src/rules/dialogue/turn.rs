//! “Q.” in a paragraph that names nobody.

use crate::rules::definition::TurnRule;
use crate::rules::Example;

pub(in crate::rules) const RULE: TurnRule = TurnRule {
    name: "turn",
    description: "The turns before and after the quotation show whose turn it is.",
    example: Example {
        text: "“Who is there?” asked Emma.\n\n“Only me,” said Mr. Holt.\n\n“Come in!”",
        speaker: "Emma",
    },
};
