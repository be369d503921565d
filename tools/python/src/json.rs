//! Records as JSON.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use serde::Serialize;
use serde_json::value::RawValue;

/// One line: the fields of the analysis, after the id if there is one.
pub(crate) fn line(analysis: &impl Serialize, id: Option<&Bound<'_, PyAny>>) -> PyResult<String> {
    let refused = |error: serde_json::Error| PyValueError::new_err(error.to_string());
    let Some(id) = id else {
        return serde_json::to_string(analysis).map_err(refused);
    };
    let id = RawValue::from_string(dumps(id)?).map_err(refused)?;
    let mut line = Vec::new();
    records::write_record(&mut line, id, analysis)?;
    line.truncate(line.trim_ascii_end().len());
    Ok(String::from_utf8(line)?)
}

/// A record as dicts and lists.
pub(crate) fn loads<'py>(py: Python<'py>, record: &impl Serialize) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (line(record, None)?,))
}

/// A value as JSON, by Python's own module.
fn dumps(value: &Bound<'_, PyAny>) -> PyResult<String> {
    let options = PyDict::new(value.py());
    options.set_item("ensure_ascii", false)?;
    options.set_item("allow_nan", false)?;
    options.set_item("separators", (",", ":"))?;
    value.py().import("json")?.call_method("dumps", (value,), Some(&options))?.extract()
}
