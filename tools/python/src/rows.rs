//! One flat row for each quotation and each statement, for a table with the columns of the command `whosaid`.

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};
use whosaid::{Attribution, AttributionKind, Linked, Quotation, Span};

use crate::records::decimal;
use crate::texts::ReadText;

/// Between parts of a statement that have other words between them.
const GAP: &str = " … ";

/// What a row is about.
#[derive(Clone, Copy)]
enum Said<'a> {
    Quotation(Linked<'a, 'static, Quotation<'static>>),
    /// A statement without quotation marks, or a turn.
    Statement(Linked<'a, 'static, Attribution<'static>>),
}

impl<'a> Said<'a> {
    /// From the first byte to the last.
    fn hull(self) -> Span {
        match self {
            Said::Quotation(quotation) => quotation.span(),
            Said::Statement(statement) => {
                let (first, last) = (statement.content().first(), statement.content().last());
                Span::new(first.map_or(0, |part| part.start()), last.map_or(0, |part| part.end()))
            }
        }
    }

    fn paragraph(self) -> usize {
        match self {
            Said::Quotation(quotation) => quotation.paragraph(),
            Said::Statement(statement) => statement.paragraph(),
        }
    }

    fn attribution(self) -> Option<Linked<'a, 'static, Attribution<'static>>> {
        match self {
            Said::Quotation(quotation) => quotation.attribution(),
            Said::Statement(statement) => Some(statement),
        }
    }
}

/// Whether a quotation has a row of its own. One that is a part of a turn, or of another quotation by the same words,
/// has none.
fn has_row(quotation: &Linked<'_, '_, Quotation<'_>>) -> bool {
    let Some(attribution) = quotation.attribution() else {
        return quotation.parent().is_none();
    };
    let of_parent = quotation.parent().and_then(|parent| parent.attribution());
    attribution.kind() != AttributionKind::Turn
        && of_parent.is_none_or(|parent| parent.index() != attribution.index())
}

/// The rows of a text, in its order.
pub(crate) fn rows<'py>(py: Python<'py>, read: &ReadText) -> PyResult<Bound<'py, PyList>> {
    let analysis = &read.analysis;
    let has_marks = |kind| matches!(kind, AttributionKind::Direct | AttributionKind::Mixed);
    let statements = analysis.attributions().filter(|attribution| !has_marks(attribution.kind()));
    let quotations = analysis.quotations().filter(has_row);
    let mut said: Vec<_> = quotations.map(Said::Quotation).chain(statements.map(Said::Statement)).collect();
    said.sort_by_key(|said| (said.hull().start(), said.hull().end()));
    let rows = PyList::empty(py);
    for (index, said) in said.into_iter().enumerate() {
        rows.append(row(py, read, index, said)?)?;
    }
    Ok(rows)
}

fn row<'py>(py: Python<'py>, read: &ReadText, index: usize, said: Said<'_>) -> PyResult<Bound<'py, PyDict>> {
    let row = PyDict::new(py);
    let attribution = said.attribution();
    let speaker = attribution.and_then(|attribution| attribution.speaker());
    row.set_item(intern!(py, "index"), index)?;
    row.set_item(intern!(py, "paragraph"), said.paragraph())?;
    row.set_item(intern!(py, "kind"), attribution.map(|it| it.kind().name()))?;
    row.set_item(intern!(py, "speaker"), speaker.map(|it| it.name()))?;
    row.set_item(intern!(py, "speaker_id"), speaker.and_then(|it| it.record().id()))?;
    row.set_item(intern!(py, "gender"), speaker.and_then(|it| it.gender()).map(whosaid::Gender::name))?;
    row.set_item(intern!(py, "source"), attribution.and_then(|it| it.source()).map(|it| it.text()))?;
    row.set_item(intern!(py, "cue"), attribution.and_then(|it| it.cue()).map(|it| it.text()))?;
    row.set_item(intern!(py, "rule"), attribution.map(|it| it.rule().name()))?;
    row.set_item(intern!(py, "confidence"), attribution.map(|it| decimal(it.confidence())))?;
    let speaker_confidence = attribution.and_then(|it| it.speaker_confidence());
    row.set_item(intern!(py, "speaker_confidence"), speaker_confidence.map(decimal))?;
    match said {
        Said::Quotation(quotation) => row.set_item(intern!(py, "text"), quotation.text())?,
        Said::Statement(statement) => {
            let parts: Vec<_> = statement.content_text().collect();
            row.set_item(intern!(py, "text"), parts.join(GAP))?;
        }
    }
    let hull = said.hull();
    row.set_item(intern!(py, "start"), read.char_at(py, hull.start())?)?;
    row.set_item(intern!(py, "end"), read.char_at(py, hull.end())?)?;
    Ok(row)
}
