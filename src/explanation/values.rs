//! The names of fields and of their values.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::language::Language;
use crate::models::fields::Field;
use crate::models::linear::RULE_NAMES;
use crate::models::values::VALUES;
use crate::models::Value;

/// The name of a value that has none: a word that no model knows.
const NAMELESS: &str = "?";

/// The names of all values in a language.
pub(crate) struct ValueNames(HashMap<Value, String>);

/// The names in each language that was asked for, by its name. To collect them takes as long as to read a short text.
static KNOWN: Mutex<Vec<(&str, Arc<ValueNames>)>> = Mutex::new(Vec::new());

impl ValueNames {
    pub(crate) fn new(language: &Language) -> Arc<Self> {
        // A thread that panicked leaves a valid list.
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, names)) = known.iter().find(|(name, _)| *name == language.name()) {
            return Arc::clone(names);
        }
        let named = VALUES.iter().map(|name| (Value::named(name), (*name).to_owned()));
        let rules = RULE_NAMES.iter().map(|name| (Value::of_rule(name), (*name).to_owned()));
        let names = Arc::new(ValueNames(language.words().chain(named).chain(rules).collect()));
        known.push((language.name(), Arc::clone(&names)));
        names
    }

    /// The name of a value.
    pub(crate) fn of(&self, value: Value) -> &str {
        self.0.get(&value).map_or(NAMELESS, String::as_str)
    }
}

/// The name of a field for people: `source-length`.
pub(super) fn field_name(field: Field) -> String {
    let mut name = String::new();
    for letter in format!("{field:?}").chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

/// Words with something between them.
pub(crate) fn joined<W: AsRef<str>>(words: impl Iterator<Item = W>, between: &str) -> String {
    let mut joined = String::new();
    for word in words {
        if !joined.is_empty() {
            joined.push_str(between);
        }
        joined.push_str(word.as_ref());
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_named_in_small_letters() {
        assert_eq!(field_name(Field::SourceLength), "source-length");
        assert_eq!(field_name(Field::AddressedTwoBefore), "addressed-two-before");
    }
}
