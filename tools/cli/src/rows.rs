//! An analysis as rows: one for each quotation, and one for each statement that has none.

use std::borrow::Cow;

use whosaid::{Analysis, Attribution, AttributionKind, Gender, Linked, Passage, Quotation, Span, Speaker};

/// What is between two parts of a statement.
const BETWEEN_PARTS: &str = " … ";

/// One quotation or statement.
pub struct Row<'a, 't> {
    /// `None` for a quotation that nobody is found to have said.
    pub attribution: Option<Linked<'a, 't, Attribution<'t>>>,
    pub speaker: Option<Linked<'a, 't, Speaker<'t>>>,
    pub text: Cow<'a, str>,
    /// The number of the paragraph in which it starts, from 0.
    pub paragraph: usize,
    /// From the start of its first part to the end of its last one.
    pub span: Span,
}

/// Which rows are wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Statements without quotation marks. The turns of a transcript always are.
    pub statements: bool,
    /// Quotations that nobody is found to have said: titles, nicknames, scare quotes.
    pub unattributed: bool,
}

impl<'a, 't> Row<'a, 't> {
    fn of_quotation(quotation: Linked<'a, 't, Quotation<'t>>) -> Self {
        Row {
            attribution: quotation.attribution(),
            speaker: quotation.speaker(),
            text: Cow::Borrowed(quotation.text()),
            paragraph: quotation.paragraph(),
            span: quotation.span(),
        }
    }

    fn of_statement(attribution: Linked<'a, 't, Attribution<'t>>, text: &'a str) -> Self {
        let parts = attribution.content();
        let mut words = parts.iter().filter_map(|part| part.of(text));
        let first = words.next().unwrap_or_default();
        let text = words.fold(Cow::Borrowed(first), |all, part| all + BETWEEN_PARTS + part);
        let start = parts.first().map_or(0, |part| part.start());
        let end = parts.last().map_or(0, |part| part.end());
        Row {
            attribution: Some(attribution),
            speaker: attribution.speaker(),
            text,
            paragraph: attribution.paragraph(),
            span: Span::new(start, end),
        }
    }

    /// The name of the kind; empty for a quotation without an attribution.
    pub fn kind(&self) -> &'static str {
        self.attribution.map_or("", |attribution| attribution.kind().name())
    }

    pub fn gender(&self) -> Option<Gender> {
        self.speaker.and_then(|speaker| speaker.gender())
    }

    pub fn cue(&self) -> Option<&'a str> {
        self.attribution?.cue().map(Passage::text)
    }

    pub fn source(&self) -> Option<&'a str> {
        self.attribution?.source().map(Passage::text)
    }

    pub fn rule(&self) -> Option<&'static str> {
        self.attribution.map(|attribution| attribution.rule().name())
    }

    pub fn confidence(&self) -> Option<f32> {
        self.attribution.map(|attribution| attribution.confidence())
    }

    pub fn speaker_confidence(&self) -> Option<f32> {
        self.attribution?.speaker_confidence()
    }
}

/// The rows of an analysis of `text`, in the order of the text.
pub fn rows<'a, 't>(analysis: &'a Analysis<'t>, text: &'a str, wanted: Wanted) -> Vec<Row<'a, 't>> {
    let quotations = analysis.quotations().filter(|quotation| has_row(quotation, wanted));
    let mut rows: Vec<_> = quotations.map(Row::of_quotation).collect();
    for attribution in analysis.attributions() {
        match attribution.kind() {
            AttributionKind::Turn => rows.push(Row::of_statement(attribution, text)),
            AttributionKind::Indirect if wanted.statements => {
                rows.push(Row::of_statement(attribution, text));
            }
            _ => {}
        }
    }
    rows.sort_by_key(|row| (row.span.start(), row.span.end()));
    rows
}

/// Whether a quotation has a row of its own. One that is a part of a turn or of another quotation by the same words has
/// none.
fn has_row(quotation: &Linked<'_, '_, Quotation<'_>>, wanted: Wanted) -> bool {
    let Some(attribution) = quotation.attribution() else {
        return wanted.unattributed && quotation.parent().is_none();
    };
    let of_parent = quotation.parent().and_then(|parent| parent.attribution());
    attribution.kind() != AttributionKind::Turn
        && of_parent.is_none_or(|parent| parent.index() != attribution.index())
}
