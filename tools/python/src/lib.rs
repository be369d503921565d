//! The Python module `pywhosaid._pywhosaid`: the library's records as Python objects.
//!
//! It adds no logic of its own. Offsets are in code points, Python's unit.

mod analysis;
mod attributor;
mod explanation;
mod json;
mod many;
mod options;
mod records;
mod rows;
mod texts;

use pyo3::prelude::*;

/// Reads a text and says who said what.
#[pymodule(gil_used = false)]
mod _pywhosaid {
    #[pymodule_export]
    use super::analysis::Analysis;
    #[pymodule_export]
    use super::attributor::{attribute, attribute_many, Attributor};
    #[pymodule_export]
    use super::explanation::Explanation;
    #[pymodule_export]
    use super::records::{Attribution, Passage, Quotation, Speaker};

    use super::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
