//! The analysis of a text.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyList, PyString};

use crate::records::{Attribution, Quotation, Speaker};
use crate::texts::ReadText;
use crate::{json, options, rows};

/// Who said what in one text.
///
/// Offsets are in code points: ``analysis.text[quotation.start:quotation.end] == quotation.text``.
#[pyclass(frozen, module = "pywhosaid")]
pub(crate) struct Analysis {
    read: Arc<ReadText>,
}

impl Analysis {
    pub(crate) fn new(text: Py<PyString>, analysis: whosaid::Analysis<'static>) -> Self {
        Analysis { read: Arc::new(ReadText::new(text, analysis)) }
    }

    pub(crate) fn of(read: Arc<ReadText>) -> Self {
        Analysis { read }
    }
}

#[pymethods]
impl Analysis {
    /// The text that was read.
    #[getter]
    fn text(&self, py: Python<'_>) -> Py<PyString> {
        self.read.text().clone_ref(py)
    }

    /// Every quotation, nested ones included, in the order in which they open.
    #[getter]
    fn quotations(&self) -> Vec<Quotation> {
        let count = self.read.analysis.quotations().len();
        (0..count).map(|index| Quotation::new(&self.read, index)).collect()
    }

    /// Every attribution, in the order of the text.
    #[getter]
    fn attributions(&self) -> Vec<Attribution> {
        let count = self.read.analysis.attributions().len();
        (0..count).map(|index| Attribution::new(&self.read, index)).collect()
    }

    /// Every speaker who is reported to have said something, in the order of their first mention.
    #[getter]
    fn speakers(&self) -> Vec<Speaker> {
        let count = self.read.analysis.speakers().len();
        (0..count).map(|index| Speaker::new(&self.read, index)).collect()
    }

    /// One flat dict for each quotation and each statement without quotation marks, in the order of the text.
    ///
    /// Ready for ``pandas.DataFrame(analysis.to_dicts())``. Every dict has the same keys.
    fn to_dicts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        rows::rows(py, &self.read)
    }

    /// All records as one line of JSON, as the library writes it.
    ///
    /// With ``id``, any value that ``json.dumps`` takes, the line begins with it. ``offsets`` are in "bytes" of UTF-8,
    /// "chars" as Python counts, or "utf16" as JavaScript does.
    #[pyo3(signature = (*, id=None, offsets=None))]
    fn to_json(
        &self,
        py: Python<'_>,
        id: Option<&Bound<'_, PyAny>>,
        offsets: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<String> {
        let offsets = options::offsets(offsets)?;
        json::line(&self.read.analysis.with_offsets(self.read.str(py)?, offsets), id)
    }

    fn __repr__(&self) -> String {
        format!("<{:?}>", self.read.analysis)
    }
}
