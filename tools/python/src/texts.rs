//! A text with its analysis, which all records of it share.

use std::sync::OnceLock;

use pyo3::prelude::*;
use pyo3::types::PyString;
use whosaid::{Offsets, Places, Span};

/// A text that was read. Records keep it and refer to it by index.
pub(crate) struct ReadText {
    text: Py<PyString>,
    pub(crate) analysis: whosaid::Analysis<'static>,
    /// Made when an offset is asked for.
    places: OnceLock<Places>,
}

impl ReadText {
    pub(crate) fn new(text: Py<PyString>, analysis: whosaid::Analysis<'static>) -> Self {
        ReadText { text, analysis, places: OnceLock::new() }
    }

    pub(crate) fn text(&self) -> &Py<PyString> {
        &self.text
    }

    pub(crate) fn str(&self, py: Python<'_>) -> PyResult<&str> {
        self.text.to_str(py)
    }

    /// The code points before a byte.
    pub(crate) fn char_at(&self, py: Python<'_>, byte: usize) -> PyResult<usize> {
        let text = self.str(py)?;
        Ok(self.places.get_or_init(|| Places::new(text, Offsets::Chars)).at(text, byte))
    }

    /// The words at a span, which is one of this text.
    pub(crate) fn words(&self, py: Python<'_>, span: Span) -> PyResult<&str> {
        Ok(span.of(self.str(py)?).unwrap_or(""))
    }
}
