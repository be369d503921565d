//! The names of all attribution rules of the library.

use std::fmt;

use serde::de::value::Error;
use serde::de::{Deserializer, Error as _, Visitor};
use serde::{forward_to_deserialize_any, Deserialize};
use whosaid::Rule;

/// The catch-all for rules of later versions, which is not a rule itself.
const UNKNOWN: &str = "other";

/// Returns the name of every variant of [`Rule`], as `Display` writes it.
///
/// `Rule` is non-exhaustive, so no list in a test could be checked by the compiler. serde's derive passes the
/// names to the deserializer, which keeps them here.
pub fn all() -> Vec<&'static str> {
    let mut names = Vec::new();
    // Always an error: only the names matter.
    let _ = Rule::deserialize(KeepNames(&mut names));
    names.retain(|name| *name != UNKNOWN);
    names
}

/// A deserializer without a value that keeps the variant names of the enum asked for.
struct KeepNames<'a>(&'a mut Vec<&'static str>);

impl<'de> Deserializer<'de> for KeepNames<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Error> {
        Err(Error::custom(fmt::Error))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.extend(variants);
        self.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
