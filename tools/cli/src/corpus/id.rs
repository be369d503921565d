//! The id of a document.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

/// Written to JSON as it was given.
#[derive(Clone, Copy)]
pub enum Id<'d> {
    /// Any JSON value.
    Json(&'d RawValue),
    Name(&'d str),
    /// The number of a row without an id.
    Number(u64),
}

impl<'d> Id<'d> {
    /// The id as a cell of a table: a string without its marks, any other value as JSON.
    pub fn label(self) -> Cow<'d, str> {
        match self {
            Self::Json(value) => match serde_json::from_str::<String>(value.get()) {
                Ok(string) => Cow::Owned(string),
                Err(_) => Cow::Borrowed(value.get()),
            },
            Self::Name(name) => Cow::Borrowed(name),
            Self::Number(number) => Cow::Owned(number.to_string()),
        }
    }
}

impl Serialize for Id<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Json(value) => value.serialize(serializer),
            Self::Name(name) => serializer.serialize_str(name),
            Self::Number(number) => serializer.serialize_u64(*number),
        }
    }
}
