//! Many texts on several threads.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyString};
use rayon::prelude::*;
use rayon::ThreadPool;
use whosaid::{Analysis, Attributor};

use crate::analysis::Analysis as PyAnalysis;
use crate::options::{utf8, wrong_type};

/// Texts for each thread between two looks at Ctrl-C. A thread that has finished its texts waits for the others.
const TEXTS_PER_THREAD: usize = 256;

/// Attributes all texts, in their order.
pub(crate) fn attribute_all(
    attributor: &Attributor,
    texts: &Bound<'_, PyAny>,
    threads: Option<isize>,
) -> PyResult<Vec<PyAnalysis>> {
    let py = texts.py();
    if texts.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err("texts: expected a list or another iterable of str, not a str"));
    }
    let mut texts = texts.try_iter()?;
    let pool = pool(threads)?;
    let size = TEXTS_PER_THREAD * pool.current_num_threads();
    let (mut analyses, mut chunk) = (Vec::new(), Vec::with_capacity(size));
    loop {
        take_chunk(&mut texts, &mut chunk, analyses.len(), size)?;
        if chunk.is_empty() {
            return Ok(analyses);
        }
        let read = {
            let strs: Vec<&str> = chunk.iter().map(|text| text.to_str(py)).collect::<PyResult<_>>()?;
            py.detach(|| pool.install(|| attribute_chunk(attributor, &strs)))
        };
        analyses.extend(chunk.drain(..).zip(read).map(|(text, analysis)| PyAnalysis::new(text, analysis)));
        py.check_signals()?;
    }
}

fn attribute_chunk(attributor: &Attributor, texts: &[&str]) -> Vec<Analysis<'static>> {
    texts.par_iter().with_max_len(1).map(|text| attributor.attribute(text).into_owned()).collect()
}

/// Takes the next texts. An error names the place of a text among all texts.
fn take_chunk(
    texts: &mut Bound<'_, PyIterator>,
    chunk: &mut Vec<Py<PyString>>,
    done: usize,
    size: usize,
) -> PyResult<()> {
    for text in texts.by_ref().take(size) {
        let index = done + chunk.len();
        let text = text?;
        let place = format!("texts[{index}]");
        let text = text.cast::<PyString>().map_err(|_| wrong_type(&place, "a str", &text))?;
        utf8(&place, text)?;
        chunk.push(text.clone().unbind());
    }
    Ok(())
}

/// A pool of as many threads as were asked for: all cores without a number.
fn pool(threads: Option<isize>) -> PyResult<ThreadPool> {
    let threads = match threads {
        None => 0,
        Some(threads) => usize::try_from(threads)
            .ok()
            .filter(|&threads| threads > 0)
            .ok_or_else(|| PyValueError::new_err(format!("threads: must be at least 1, not {threads}")))?,
    };
    let built = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    built.map_err(|error| PyValueError::new_err(format!("threads: {error}")))
}
