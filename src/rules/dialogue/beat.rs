//! Emma smiled. “Q.”

use crate::rules::definition::DialogueRule;
use crate::rules::Example;

pub(in crate::rules) const RULE: DialogueRule = DialogueRule {
    name: "beat",
    description: "A sentence beside the quotation shows its speaker doing something.",
    example: Example {
        text: "Emma closed the door. “Who is there?”\n\n“Only me,” said Mr. Holt.\n\nEmma smiled. “Come in!”",
        speaker: "Emma",
    },
};
