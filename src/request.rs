//! What a caller asks of a text, in the form that programs, pages and other languages share.
//!
//! An object with these fields, each of which may be missing or null:
//!
//! | field | value |
//! |---|---|
//! | `speakers` | speakers known beforehand: a list of objects with `name`, and if wanted `aliases` (a list) and `id` |
//! | `cues` | more cue verbs, in any form: a list of strings |
//! | `kinds` | the kinds of attributions to give: a list of names of [`AttributionKind`] |
//! | `marks` | the families of quotation marks that count: a list of `double`, `single`, `guillemets`, `corners` |
//! | `genre` | the kind of the text: the name of a [`Genre`] |
//! | `nested_statements` | whether to give the statements within what another one says: true or false |
//! | `min_confidence` | leaves out attributions of a lower confidence: a number from 0 to 1 |
//! | `offsets` | the unit of the places in the answer: `bytes`, `chars` or `utf16` |
//!
//! A program adds its own fields by `#[serde(flatten)]`:
//!
//! ```
//! use serde::Deserialize;
//! use whosaid::request::Options;
//!
//! #[derive(Deserialize)]
//! struct Request {
//!     #[serde(deserialize_with = "whosaid::request::text")]
//!     text: String,
//!     #[serde(flatten)]
//!     options: Options,
//! }
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let line = r#"{"text": "«Да», the envoy said.", "offsets": "chars",
//!                "speakers": [{"id": "p7", "name": "Ida Crane", "aliases": ["the envoy"]}]}"#;
//! let Request { text, options } = serde_json::from_str(line)?;
//! let analysis = options.attributor()?.attribute(&text);
//! let json = serde_json::to_value(analysis.with_offsets(&text, options.offsets.unwrap_or_default()))?;
//! assert_eq!(json["speakers"][0]["id"], "p7");
//! assert_eq!(json["quotations"][0]["span"]["end"], 4);
//! # Ok(())
//! # }
//! ```

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::attributor::Attributor;
use crate::builder::AttributorBuilder;
use crate::error::{BuildError, UnknownName};
use crate::genre::Genre;
use crate::quotes::Marks;
use crate::rules::AttributionKind;
use crate::text::named::public_name;
use crate::text::offsets::Offsets;

/// The options of a request. Errors name the field and what is expected there.
///
/// ```
/// use whosaid::{request::Options, Attributor};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let options: Options = serde_json::from_str(r#"{"kinds": ["direct"], "min_confidence": 0.5}"#)?;
/// let attributor = options.configure(Attributor::builder().cue_verb("harrumph")).build()?;
/// assert_eq!(attributor.attribute(r#""No," Robert Pike harrumphed."#).attributions().len(), 1);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Options {
    /// Speakers that are known beforehand.
    pub speakers: Vec<KnownSpeaker>,
    /// More cue verbs.
    pub cues: Vec<String>,
    /// The kinds of attributions to give; all of them without it.
    pub kinds: Option<Vec<AttributionKind>>,
    /// The quotation marks that count; all of them without it.
    pub marks: Option<Marks>,
    /// The kind of the text; left to what the builder says without it.
    pub genre: Option<Genre>,
    /// Whether to give the statements within what another one says; left to what the builder says without it.
    pub nested_statements: Option<bool>,
    /// The lowest confidence of an attribution to give; left to what the builder says without it.
    pub min_confidence: Option<f32>,
    /// The unit of the places in the answer, if the request names one; the caller applies it by
    /// [`Analysis::with_offsets`](crate::Analysis::with_offsets).
    pub offsets: Option<Offsets>,
}

/// A speaker that is known beforehand.
///
/// ```
/// use whosaid::request::KnownSpeaker;
///
/// # fn main() -> Result<(), serde_json::Error> {
/// let speaker: KnownSpeaker = serde_json::from_str(r#"{"name": "Ida Crane", "id": "p7"}"#)?;
/// assert_eq!((speaker.name.as_str(), speaker.id.as_deref()), ("Ida Crane", Some("p7")));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct KnownSpeaker {
    /// The name under which it is shown.
    pub name: String,
    /// Other words that mean it.
    pub aliases: Vec<String>,
    /// Comes back as [`Speaker::id`](crate::Speaker::id).
    pub id: Option<String>,
}

impl KnownSpeaker {
    /// A speaker with this name, without aliases and id.
    ///
    /// ```
    /// let speaker = whosaid::request::KnownSpeaker::new("Ida Crane");
    /// assert!(speaker.aliases.is_empty() && speaker.id.is_none());
    /// ```
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        KnownSpeaker { name: name.into(), ..KnownSpeaker::default() }
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct(public_name!("Options"))
            .field(public_name!("known_speakers"), &self.speakers.len())
            .field(public_name!("cues"), &self.cues.len())
            .field(public_name!("genre"), &self.genre)
            .field(public_name!("offsets"), &self.offsets)
            .finish_non_exhaustive()
    }
}

impl Options {
    /// Sets these options in a configuration.
    #[must_use]
    pub fn configure(&self, mut builder: AttributorBuilder) -> AttributorBuilder {
        for KnownSpeaker { name, aliases, id } in &self.speakers {
            builder = match id {
                Some(id) => builder.speaker_with_id(id, name, aliases),
                None => builder.speaker(name, aliases),
            };
        }
        builder = self.cues.iter().fold(builder, |builder, cue| builder.cue(cue));
        if let Some(kinds) = &self.kinds {
            builder = builder.kinds(kinds.iter().copied());
        }
        if let Some(marks) = self.marks {
            builder = builder.marks(marks);
        }
        if let Some(genre) = self.genre {
            builder = builder.genre(genre);
        }
        if let Some(nested) = self.nested_statements {
            builder = builder.nested_statements(nested);
        }
        if let Some(min) = self.min_confidence {
            builder = builder.min_confidence(min);
        }
        builder
    }

    /// An attributor with these options. If none of them matters to it, it shares its memory with
    /// [`attribute`](crate::attribute).
    ///
    /// # Errors
    ///
    /// Those of [`AttributorBuilder::build`].
    pub fn attributor(&self) -> Result<Attributor, BuildError> {
        if *self == (Options { offsets: self.offsets, ..Options::default() }) {
            return Ok(Attributor::shared().clone());
        }
        self.configure(Attributor::builder()).build()
    }
}

/// Reads the text of a request, for `#[serde(deserialize_with = "whosaid::request::text")]`: an error names the field.
///
/// ```
/// #[derive(serde::Deserialize)]
/// struct Request {
///     #[serde(deserialize_with = "whosaid::request::text")]
///     text: String,
/// }
///
/// let request: Request = serde_json::from_str(r#"{"text": "It is late."}"#).expect("a request");
/// assert_eq!(request.text, "It is late.");
/// assert!(serde_json::from_str::<Request>(r#"{"text": 1}"#).is_err());
/// ```
///
/// # Errors
///
/// The value is no string.
pub fn text<'de, D: Deserializer<'de>, T: From<Cow<'de, str>>>(deserializer: D) -> Result<T, D::Error> {
    struct OfText;
    impl<'de> Visitor<'de> for OfText {
        type Value = Cow<'de, str>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(public_name!("a string"))
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
            Ok(Cow::Owned(text.to_owned()))
        }

        fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
            Ok(Cow::Borrowed(text))
        }

        fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
            Ok(Cow::Owned(text))
        }
    }
    let text = deserializer.deserialize_str(OfText);
    text.map(T::from).map_err(|error| D::Error::custom(format_args!("`text`: {error}")))
}

/// Reads the value of a field; an error names the field.
fn value<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    map: &mut A,
    field: &str,
) -> Result<Option<T>, A::Error> {
    map.next_value().map_err(|error| A::Error::custom(format_args!("`{field}`: {error}")))
}

/// A number. Its error says so, where that of a primitive type names the type.
struct Number(f64);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfNumber;
        impl Visitor<'_> for OfNumber {
            type Value = Number;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(public_name!("a number"))
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Number, E> {
                Ok(Number(number))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Number, E> {
                Ok(Number(number as f64))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Number, E> {
                Ok(Number(number as f64))
            }
        }
        deserializer.deserialize_f64(OfNumber)
    }
}

/// A list. Its error says so, where that of a vector names a sequence.
struct List<T>(Vec<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfList<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for OfList<T> {
            type Value = List<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(public_name!("a list"))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<List<T>, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = seq.next_element()? {
                    list.push(item);
                }
                Ok(List(list))
            }
        }
        deserializer.deserialize_seq(OfList(PhantomData))
    }
}

fn list<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    map: &mut A,
    field: &str,
) -> Result<Option<Vec<T>>, A::Error> {
    Ok(value::<_, List<T>>(map, field)?.map(|List(list)| list))
}

/// Reads a list of names.
fn named<T: FromStr<Err = UnknownName>, E: Error>(field: &str, names: Vec<String>) -> Result<Vec<T>, E> {
    let parsed = names.iter().map(|name| name.parse::<T>());
    parsed.collect::<Result<_, _>>().map_err(|error| E::custom(format_args!("`{field}`: {error}")))
}

impl<'de> Deserialize<'de> for Options {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const FIELDS: &[&str] = &[
            public_name!("speakers"),
            public_name!("cues"),
            public_name!("kinds"),
            public_name!("marks"),
            public_name!("genre"),
            public_name!("min_confidence"),
            public_name!("offsets"),
            public_name!("nested_statements"),
        ];
        struct OfOptions;
        impl<'de> Visitor<'de> for OfOptions {
            type Value = Options;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(public_name!("an object"))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Options, A::Error> {
                let mut options = Options::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        public_name!("speakers") => {
                            options.speakers = list(&mut map, &key)?.unwrap_or_default();
                        }
                        public_name!("cues") => options.cues = list(&mut map, &key)?.unwrap_or_default(),
                        public_name!("kinds") => {
                            let names = list(&mut map, &key)?;
                            options.kinds = names.map(|names| named(&key, names)).transpose()?;
                        }
                        public_name!("marks") => {
                            let names = list(&mut map, &key)?;
                            let marks =
                                names.map(|names| named::<Marks, A::Error>(&key, names)).transpose()?;
                            options.marks = marks.map(|marks| marks.into_iter().collect());
                        }
                        public_name!("genre") => options.genre = value(&mut map, &key)?,
                        public_name!("min_confidence") => {
                            let number = value::<_, Number>(&mut map, &key)?;
                            options.min_confidence = number.map(|Number(min)| min as f32);
                        }
                        public_name!("offsets") => options.offsets = value(&mut map, &key)?,
                        public_name!("nested_statements") => {
                            options.nested_statements = value(&mut map, &key)?;
                        }
                        _ => _ = map.next_value::<IgnoredAny>()?,
                    }
                }
                Ok(options)
            }
        }
        // The name is never shown.
        deserializer.deserialize_struct(public_name!("options"), FIELDS, OfOptions)
    }
}

impl<'de> Deserialize<'de> for KnownSpeaker {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfSpeaker;
        impl<'de> Visitor<'de> for OfSpeaker {
            type Value = KnownSpeaker;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(public_name!("a speaker: an object with a name"))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<KnownSpeaker, A::Error> {
                let (mut name, mut aliases, mut id) = (None, None, None);
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        public_name!("name") => name = value(&mut map, &key)?,
                        public_name!("aliases") => aliases = list(&mut map, &key)?,
                        public_name!("id") => id = value(&mut map, &key)?,
                        _ => _ = map.next_value::<IgnoredAny>()?,
                    }
                }
                let name = name.ok_or_else(|| A::Error::missing_field(public_name!("name")))?;
                Ok(KnownSpeaker { name, aliases: aliases.unwrap_or_default(), id })
            }
        }
        deserializer.deserialize_map(OfSpeaker)
    }
}
