//! The values of fields as numbers.

use crate::models::linear::RULE_NAMES;
use crate::models::values::VALUES;

/// A value that a field of the models may have: one of [`VALUES`], the name of a rule, or a word of the lexicon.
///
/// The names of rules follow the named values, then come the words that some weight is for, then other words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub(crate) struct Value(pub(crate) u16);

impl Value {
    /// The value where there is nothing to name.
    pub(crate) const NONE: Value = Value::named("-");

    /// The value of a word that no weight is for and that has no name: one that a caller adds.
    pub(crate) const NAMELESS: Value = Value(u16::MAX);

    /// The value of this name. Fails to compile in a constant where no value has the name.
    pub(crate) const fn named(name: &str) -> Value {
        match position(VALUES, name) {
            Some(at) => Value(at),
            None => panic!("src/models/values.rs lists no value of this name"),
        }
    }

    /// The value of a rule. Fails to compile in a constant where no file of `rules/quotation/` has the name.
    pub(crate) const fn of_rule(name: &str) -> Value {
        match position(RULE_NAMES, name) {
            Some(at) => Value(crate::text::index::narrow_to_u16(VALUES.len()) + at),
            None => panic!("no rule of this name was found by the build script"),
        }
    }
}

/// The position of a name in a list.
const fn position(names: &[&str], name: &str) -> Option<u16> {
    let mut at = 0;
    while at < names.len() {
        if is_equal(names[at].as_bytes(), name.as_bytes()) {
            return Some(crate::text::index::narrow_to_u16(at));
        }
        at += 1;
    }
    None
}

/// Whether two names are equal. `==` on slices is not available in a constant.
const fn is_equal(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// The value of a name, computed by the compiler, which refuses a name that [`VALUES`] does not list.
macro_rules! value {
    ($name:expr) => {
        const { $crate::models::value::Value::named($name) }
    };
}
pub(crate) use value;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_sorted_and_numbered_in_their_order() {
        assert!(VALUES.is_sorted());
        assert_eq!(VALUES[usize::from(value!("subject").0)], "subject");
    }
}
