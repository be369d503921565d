//! The names of all attribution rules of the library.

use whosaid::Rule;

/// Returns the name of every rule that a text may give, as `Display` writes it.
pub fn all() -> Vec<&'static str> {
    Rule::ALL.iter().map(|rule| rule.name()).collect()
}
