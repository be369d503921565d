//! The options of an attributor. Each error names the option and the entry.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyFloat, PyInt, PyString};
use whosaid::{AttributionKind, AttributorBuilder, Genre, Language, Marks, Offsets};

/// The options as Python gives them.
pub(crate) struct Options<'a, 'py> {
    pub speakers: Option<&'a Bound<'py, PyAny>>,
    pub cues: Option<&'a Bound<'py, PyAny>>,
    pub cue_verbs: Option<&'a Bound<'py, PyAny>>,
    pub genre: Option<&'a Bound<'py, PyAny>>,
    pub kinds: Option<&'a Bound<'py, PyAny>>,
    pub min_confidence: Option<&'a Bound<'py, PyAny>>,
    pub nested_statements: bool,
    pub marks: Option<&'a Bound<'py, PyAny>>,
    pub language: Option<&'a Bound<'py, PyAny>>,
}

const MARKS: [(&str, Marks); 4] = [
    ("double", Marks::DOUBLE),
    ("single", Marks::SINGLE),
    ("guillemets", Marks::GUILLEMETS),
    ("corners", Marks::CORNERS),
];

const LANGUAGE: &str = "english";

pub(crate) fn build(options: &Options<'_, '_>) -> PyResult<whosaid::Attributor> {
    let mut builder = whosaid::Attributor::builder().nested_statements(options.nested_statements);
    for cue in strings("cues", options.cues)? {
        builder = builder.cue(&cue);
    }
    for lemma in strings("cue_verbs", options.cue_verbs)? {
        builder = builder.cue_verb(&lemma);
    }
    if let Some(genre) = options.genre {
        builder = builder.genre(named("genre", &string("genre", genre)?, Genre::ALL, Genre::name)?);
    }
    if let Some(given) = options.kinds {
        builder = builder.kinds(kinds(given)?);
    }
    if let Some(min) = options.min_confidence {
        builder = builder.min_confidence(probability("min_confidence", min)?);
    }
    if let Some(given) = options.marks {
        builder = builder.marks(marks(given)?);
    }
    if let Some(language) = options.language {
        named("language", &string("language", language)?, &[LANGUAGE], |name| name)?;
        builder = builder.language(Language::english());
    }
    builder = speakers(builder, options.speakers)?;
    builder.build().map_err(|error| PyValueError::new_err(error.to_string()))
}

/// The unit of offsets: bytes without one.
pub(crate) fn offsets(given: Option<&Bound<'_, PyAny>>) -> PyResult<Offsets> {
    given.map_or(Ok(Offsets::Bytes), |unit| {
        named("offsets", &string("offsets", unit)?, Offsets::ALL, Offsets::name)
    })
}

fn speakers(mut builder: AttributorBuilder, given: Option<&Bound<'_, PyAny>>) -> PyResult<AttributorBuilder> {
    for (index, speaker) in items("speakers", given)?.iter().enumerate() {
        let place = format!("speakers[{index}]");
        if let Ok(name) = speaker.cast::<PyString>() {
            builder = builder.speaker(&string(&place, name)?, [""; 0]);
            continue;
        }
        let Ok(fields) = speaker.cast::<PyDict>() else {
            return Err(wrong_type(&place, "a name or a dict with a name", speaker));
        };
        let (mut name, mut aliases, mut id) = (None, Vec::new(), None);
        for (key, value) in fields {
            let key = string(&format!("{place}, key"), &key)?;
            let place = format!("{place}[\"{key}\"]");
            match key.as_str() {
                "name" => name = Some(string(&place, &value)?),
                "aliases" => aliases = strings(&place, Some(&value))?,
                "id" if value.is_none() => {}
                "id" => id = Some(string(&place, &value)?),
                _ => {
                    return Err(PyValueError::new_err(format!(
                        "{place}: expected \"name\", \"aliases\" or \"id\""
                    )))
                }
            }
        }
        let name = name.ok_or_else(|| PyValueError::new_err(format!("{place}: needs a \"name\"")))?;
        builder = match id {
            Some(id) => builder.speaker_with_id(&id, &name, aliases),
            None => builder.speaker(&name, aliases),
        };
    }
    Ok(builder)
}

fn kinds(given: &Bound<'_, PyAny>) -> PyResult<Vec<AttributionKind>> {
    let read = |(index, name): (usize, &String)| {
        named(&format!("kinds[{index}]"), name, AttributionKind::ALL, AttributionKind::name)
    };
    at_least_one("kinds", strings("kinds", Some(given))?)?.iter().enumerate().map(read).collect()
}

fn marks(given: &Bound<'_, PyAny>) -> PyResult<Marks> {
    let mut marks = Marks::NONE;
    for (index, name) in at_least_one("marks", strings("marks", Some(given))?)?.iter().enumerate() {
        marks = marks | named(&format!("marks[{index}]"), name, &MARKS, |(name, _)| name)?.1;
    }
    Ok(marks)
}

fn at_least_one(place: &str, names: Vec<String>) -> PyResult<Vec<String>> {
    if names.is_empty() {
        return Err(PyValueError::new_err(format!("{place}: at least one must be given")));
    }
    Ok(names)
}

/// The value of this name; an error lists the names that there are.
fn named<T: Copy>(place: &str, given: &str, all: &[T], name: impl Fn(T) -> &'static str) -> PyResult<T> {
    all.iter().copied().find(|&one| name(one) == given).ok_or_else(|| {
        let names: Vec<_> = all.iter().map(|&one| format!("\"{}\"", name(one))).collect();
        PyValueError::new_err(format!("{place}: {given:?} is none of {}", names.join(", ")))
    })
}

fn probability(place: &str, value: &Bound<'_, PyAny>) -> PyResult<f32> {
    if !value.is_instance_of::<PyFloat>() && !value.is_instance_of::<PyInt>() {
        return Err(wrong_type(place, "a number", value));
    }
    let value: f64 = value.extract()?;
    if !(0.0..=1.0).contains(&value) {
        return Err(PyValueError::new_err(format!("{place}: must be from 0 to 1, not {value}")));
    }
    Ok(value as f32)
}

/// A str as UTF-8, which half of a surrogate pair does not have.
pub(crate) fn utf8<'a>(place: &str, text: &'a Bound<'_, PyString>) -> PyResult<&'a str> {
    text.to_str().map_err(|error| PyValueError::new_err(format!("{place}: {}", error.value(text.py()))))
}

fn string(place: &str, value: &Bound<'_, PyAny>) -> PyResult<String> {
    let Ok(text) = value.cast::<PyString>() else {
        return Err(wrong_type(place, "a str", value));
    };
    utf8(place, text).map(str::to_owned)
}

fn strings(place: &str, given: Option<&Bound<'_, PyAny>>) -> PyResult<Vec<String>> {
    let items = items(place, given)?;
    items.iter().enumerate().map(|(index, item)| string(&format!("{place}[{index}]"), item)).collect()
}

/// The items of a list or another iterable. A str is refused, since its letters were hardly meant.
fn items<'py>(place: &str, given: Option<&Bound<'py, PyAny>>) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let Some(given) = given else { return Ok(Vec::new()) };
    let is_list = !given.is_instance_of::<PyString>() && !given.is_instance_of::<PyDict>();
    match given.try_iter() {
        Ok(items) if is_list => items.collect(),
        _ => Err(wrong_type(place, "a list", given)),
    }
}

pub(crate) fn wrong_type(place: &str, expected: &str, value: &Bound<'_, PyAny>) -> PyErr {
    match value.get_type().name() {
        Ok(kind) => PyTypeError::new_err(format!("{place}: expected {expected}, not {kind}")),
        Err(error) => error,
    }
}
