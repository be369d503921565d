//! How often each rule is right.

use crate::analysis::Rule;

pub(crate) fn of(_rule: Rule) -> f32 {
    0.9
}
