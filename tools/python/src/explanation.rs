//! Why an analysis is what it is.

use std::sync::Arc;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString};

use crate::analysis::Analysis;
use crate::json;
use crate::texts::ReadText;

/// Who said what in one text, and every decision that led to it.
///
/// ``print(explanation)`` shows them; ``print(f"{explanation:#}")`` with all candidates and weights.
#[pyclass(frozen, module = "pywhosaid")]
pub(crate) struct Explanation {
    read: Arc<ReadText>,
    explanation: whosaid::Explanation<'static>,
}

impl Explanation {
    pub(crate) fn new(text: Py<PyString>, explanation: whosaid::Explanation<'static>) -> Self {
        let read = Arc::new(ReadText::new(text, explanation.analysis().clone()));
        Explanation { read, explanation }
    }
}

#[pymethods]
impl Explanation {
    /// The same analysis as ``attribute`` gives.
    #[getter]
    fn analysis(&self) -> Analysis {
        Analysis::of(Arc::clone(&self.read))
    }

    /// The text, the analysis and the decisions, as a dict. Offsets are in code points.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let dict = json::loads(py, &self.explanation)?;
        self.to_chars(&dict)?;
        Ok(dict)
    }

    fn __str__(&self) -> String {
        self.explanation.to_string()
    }

    fn __format__(&self, spec: &str) -> PyResult<String> {
        match spec {
            "" => Ok(self.explanation.to_string()),
            "#" => Ok(format!("{:#}", self.explanation)),
            _ => Err(PyValueError::new_err(format!(
                "the format of an Explanation is \"\" or \"#\", not {spec:?}"
            ))),
        }
    }

    fn __repr__(&self) -> String {
        format!("<{:?}>", self.explanation)
    }
}

impl Explanation {
    /// Changes all places in a record from bytes to code points. Records have few levels.
    fn to_chars(&self, record: &Bound<'_, PyAny>) -> PyResult<()> {
        if let Ok(list) = record.cast::<PyList>() {
            return list.iter().try_for_each(|item| self.to_chars(&item));
        }
        let Ok(dict) = record.cast::<PyDict>() else { return Ok(()) };
        for key in ["start", "end"] {
            if let Some(byte) = dict.get_item(key)? {
                dict.set_item(key, self.read.char_at(record.py(), byte.extract()?)?)?;
            }
        }
        dict.values().iter().try_for_each(|value| self.to_chars(&value))
    }
}
