//! Enums whose variants are written and read by name. Imports the errors.

/// Marks a literal as a name for callers, which is never compared with a text.
macro_rules! public_name {
    ($name:literal) => {
        $name
    };
}
pub(crate) use public_name;

/// Writes an enum by its `name()`, and reads the names of `$all`.
macro_rules! written_by_name {
    ($enum:ty, $what:expr, $all:expr) => {
        impl std::fmt::Display for $enum {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }

        /// Reads the name that `Display` writes.
        impl std::str::FromStr for $enum {
            type Err = $crate::error::UnknownName;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                let found = $all.iter().copied().find(|one: &Self| one.name() == name);
                found.ok_or_else(|| $crate::error::UnknownName::new($what, name))
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $enum {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}
pub(crate) use written_by_name;

/// Deserialises an enum by name; a name that it does not have, as of a later version, as its `Other`.
macro_rules! unknown_is_other {
    ($enum:ty) => {
        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $enum {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                Ok(name.parse().unwrap_or(Self::Other))
            }
        }
    };
}
pub(crate) use unknown_is_other;

/// Deserialises an enum by name; a name that it does not have is an error.
macro_rules! unknown_is_refused {
    ($enum:ty) => {
        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $enum {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                name.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use unknown_is_refused;
