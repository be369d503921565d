//! The entry: an attributor and the functions that use the usual one.

use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::analysis::Analysis;
use crate::explanation::Explanation;
use crate::many::attribute_all;
use crate::options::{build, utf8, wrong_type, Options};

/// Reads texts with a configuration. Build it once; it can be used by several threads at the same time.
///
/// Every option has to be given by its name:
///
/// * ``speakers``: speakers who are known beforehand. Each is a name, or a dict with ``name`` and, if you like,
///   ``aliases`` (a list of str) and ``id`` (a str that comes back as ``Speaker.id``).
/// * ``cues``: more words that report speech: a verb in any form ("harrumphed"), or with words after it ("press home").
/// * ``cue_verbs``: verbs by their base form ("harrumph"), in all their regular forms.
/// * ``genre``: "auto", "news", "fiction" or "transcript".
/// * ``kinds``: the kinds of attributions to keep: "direct", "mixed", "indirect", "turn".
/// * ``nested_statements``: whether to give the statements within what another one says, too.
/// * ``min_confidence``: leaves out attributions with a lower ``confidence``, from 0 to 1.
/// * ``marks``: the quotation marks that count: "double", "single", "guillemets", "corners".
/// * ``language``: "english".
///
/// Raises ValueError or TypeError that names the option and the entry.
#[pyclass(frozen, module = "pywhosaid")]
#[derive(Default)]
pub(crate) struct Attributor {
    attributor: whosaid::Attributor,
}

#[pymethods]
impl Attributor {
    #[new]
    #[pyo3(signature = (*, speakers=None, cues=None, cue_verbs=None, genre=None, kinds=None, min_confidence=None, nested_statements=false, marks=None, language=None))]
    #[expect(clippy::too_many_arguments, reason = "each is an argument with a name in Python")]
    fn new(
        speakers: Option<&Bound<'_, PyAny>>,
        cues: Option<&Bound<'_, PyAny>>,
        cue_verbs: Option<&Bound<'_, PyAny>>,
        genre: Option<&Bound<'_, PyAny>>,
        kinds: Option<&Bound<'_, PyAny>>,
        min_confidence: Option<&Bound<'_, PyAny>>,
        nested_statements: bool,
        marks: Option<&Bound<'_, PyAny>>,
        language: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let options = Options {
            speakers,
            cues,
            cue_verbs,
            genre,
            kinds,
            min_confidence,
            nested_statements,
            marks,
            language,
        };
        Ok(Attributor { attributor: build(&options)? })
    }

    /// Says who said what in a text.
    fn attribute(&self, text: &Bound<'_, PyAny>) -> PyResult<Analysis> {
        read(|text| self.attributor.attribute(text), text)
    }

    /// Says who said what in a text, and why.
    ///
    /// Takes about ten times as long as ``attribute``.
    fn explain(&self, text: &Bound<'_, PyAny>) -> PyResult<Explanation> {
        let (text, utf8) = checked(text)?;
        let explanation = text.py().detach(|| self.attributor.explain(utf8).into_owned());
        Ok(Explanation::new(text.clone().unbind(), explanation))
    }

    /// Reads many texts on several threads and returns their analyses in the same order.
    ///
    /// ``threads`` is the number of cores if it is not given. Other Python threads run meanwhile.
    #[pyo3(signature = (texts, *, threads=None))]
    fn attribute_many(&self, texts: &Bound<'_, PyAny>, threads: Option<isize>) -> PyResult<Vec<Analysis>> {
        attribute_all(&self.attributor, texts, threads)
    }

    fn __repr__(&self) -> String {
        format!("<{:?}>", self.attributor)
    }
}

/// Says who said what in a text, with the usual configuration.
#[pyfunction]
pub(crate) fn attribute(text: &Bound<'_, PyAny>) -> PyResult<Analysis> {
    read(whosaid::attribute, text)
}

/// Reads many texts with the usual configuration: see ``Attributor.attribute_many``.
#[pyfunction]
#[pyo3(signature = (texts, *, threads=None))]
pub(crate) fn attribute_many(texts: &Bound<'_, PyAny>, threads: Option<isize>) -> PyResult<Vec<Analysis>> {
    attribute_all(&whosaid::Attributor::default(), texts, threads)
}

/// Reads a text while other threads of Python run.
fn read(
    attribute: impl Fn(&str) -> whosaid::Analysis<'_> + Sync + Send,
    text: &Bound<'_, PyAny>,
) -> PyResult<Analysis> {
    let (text, utf8) = checked(text)?;
    let analysis = text.py().detach(|| attribute(utf8).into_owned());
    Ok(Analysis::new(text.clone().unbind(), analysis))
}

/// A text that can be read, also as UTF-8.
fn checked<'a, 'py>(text: &'a Bound<'py, PyAny>) -> PyResult<(&'a Bound<'py, PyString>, &'a str)> {
    let text = text.cast::<PyString>().map_err(|_| wrong_type("text", "a str", text))?;
    Ok((text, utf8("text", text)?))
}
