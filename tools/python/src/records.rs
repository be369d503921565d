//! The records of an analysis. Each refers to its text and its place in the analysis.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use whosaid::{Linked, Span};

use crate::analysis::Analysis;
use crate::texts::ReadText;

/// Declares a record: its class, how it is made and found, and what all records have.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident, $list:ident, { $($methods:tt)* }) => {
        $(#[$doc])*
        #[pyclass(frozen, module = "pywhosaid")]
        pub(crate) struct $name {
            read: Arc<ReadText>,
            index: usize,
        }

        impl $name {
            pub(crate) fn new(read: &Arc<ReadText>, index: usize) -> Self {
                $name { read: Arc::clone(read), index }
            }

            fn record(&self) -> PyResult<Linked<'_, 'static, whosaid::$name<'static>>> {
                let record = self.read.analysis.$list().nth(self.index);
                record.ok_or_else(|| PyIndexError::new_err(self.index))
            }
        }

        #[pymethods]
        impl $name {
            /// The place among the records of this kind, from 0.
            #[getter]
            fn index(&self) -> usize {
                self.index
            }

            /// The number of the paragraph in which it begins, from 0.
            #[getter]
            fn paragraph(&self) -> PyResult<usize> {
                Ok(self.record()?.paragraph())
            }

            /// The number of the sentence in which it begins, from 0, counted over the whole text.
            #[getter]
            fn sentence(&self) -> PyResult<usize> {
                Ok(self.record()?.sentence())
            }

            /// The analysis that the record is part of.
            #[getter]
            fn analysis(&self) -> Analysis {
                Analysis::of(Arc::clone(&self.read))
            }

            $($methods)*

            fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
                let Ok(other) = other.cast::<Self>() else { return false };
                Arc::ptr_eq(&self.read, &other.get().read) && self.index == other.get().index
            }

            fn __hash__(&self) -> u64 {
                let mut hasher = DefaultHasher::new();
                (Arc::as_ptr(&self.read), self.index).hash(&mut hasher);
                hasher.finish()
            }
        }
    };
}

/// A part of the text: ``text[passage.start:passage.end] == passage.text``.
#[pyclass(frozen, eq, hash, get_all, module = "pywhosaid")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Passage {
    /// The first code point.
    start: usize,
    /// The code point after the last one.
    end: usize,
    /// The words.
    text: String,
}

impl Passage {
    fn new(py: Python<'_>, read: &ReadText, span: Span) -> PyResult<Self> {
        let (start, end) = (read.char_at(py, span.start())?, read.char_at(py, span.end())?);
        Ok(Passage { start, end, text: read.words(py, span)?.to_owned() })
    }

    fn all(py: Python<'_>, read: &ReadText, spans: &[Span]) -> PyResult<Vec<Self>> {
        spans.iter().map(|&span| Passage::new(py, read, span)).collect()
    }
}

#[pymethods]
impl Passage {
    fn __repr__(&self) -> String {
        format!("<Passage({}..{} {})>", self.start, self.end, short(&self.text))
    }
}

record! {
    /// The text between quotation marks.
    Quotation, quotations, {
        /// The first code point, which is the opening mark.
        #[getter]
        fn start(&self, py: Python<'_>) -> PyResult<usize> {
            self.read.char_at(py, self.record()?.span().start())
        }

        /// The code point after the closing mark.
        #[getter]
        fn end(&self, py: Python<'_>) -> PyResult<usize> {
            self.read.char_at(py, self.record()?.span().end())
        }

        /// The quotation with its marks.
        #[getter]
        fn text(&self) -> PyResult<&str> {
            Ok(self.record()?.text())
        }

        /// The quotation without its outer marks.
        #[getter]
        fn content(&self, py: Python<'_>) -> PyResult<Passage> {
            Passage::new(py, &self.read, self.record()?.content())
        }

        /// The quotation that this one is nested in, or None.
        #[getter]
        fn parent(&self) -> PyResult<Option<Quotation>> {
            Ok(self.record()?.parent().map(|parent| Quotation::new(&self.read, parent.index())))
        }

        /// The attribution of the quotation; None for a title, a nickname, a scare quote.
        #[getter]
        fn attribution(&self) -> PyResult<Option<Attribution>> {
            Ok(self.record()?.attribution().map(|found| Attribution::new(&self.read, found.index())))
        }

        /// The speaker, or None where the text neither names nor describes one.
        #[getter]
        fn speaker(&self) -> PyResult<Option<Speaker>> {
            Ok(self.record()?.speaker().map(|speaker| Speaker::new(&self.read, speaker.index())))
        }

        fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
            Ok(format!("<Quotation({}..{} {})>", self.start(py)?, self.end(py)?, short(self.text()?)))
        }
    }
}

record! {
    /// A statement and its source: somebody says something.
    Attribution, attributions, {
        /// "direct", "mixed", "indirect" or "turn".
        #[getter]
        fn kind(&self) -> PyResult<&'static str> {
            Ok(self.record()?.kind().name())
        }

        /// The statement: one passage or several, in order.
        #[getter]
        fn content(&self, py: Python<'_>) -> PyResult<Vec<Passage>> {
            Passage::all(py, &self.read, self.record()?.content())
        }

        /// The words that introduce the content ("said", "according to"), or None.
        #[getter]
        fn cue(&self, py: Python<'_>) -> PyResult<Option<Passage>> {
            let cue = self.record()?.cue();
            cue.map(|cue| Passage::new(py, &self.read, cue.span())).transpose()
        }

        /// The words that refer to the speaker ("he", "the U.N. chief"), or None.
        #[getter]
        fn source(&self, py: Python<'_>) -> PyResult<Option<Passage>> {
            let source = self.record()?.source();
            source.map(|source| Passage::new(py, &self.read, source.span())).transpose()
        }

        /// The speaker that the source means, or None.
        #[getter]
        fn speaker(&self) -> PyResult<Option<Speaker>> {
            Ok(self.record()?.speaker().map(|speaker| Speaker::new(&self.read, speaker.index())))
        }

        /// The attribution in whose content this one lies, or None.
        #[getter]
        fn parent(&self) -> PyResult<Option<Attribution>> {
            Ok(self.record()?.parent().map(|parent| Attribution::new(&self.read, parent.index())))
        }

        /// The quotations that link to this attribution. Linear in all quotations.
        #[getter]
        fn quotations(&self) -> Vec<Quotation> {
            let is_mine = |index: Option<usize>| index == Some(self.index);
            let all = self.read.analysis.quotations();
            let mine = all.filter(|quotation| is_mine(quotation.attribution().map(|found| found.index())));
            mine.map(|quotation| Quotation::new(&self.read, quotation.index())).collect()
        }

        /// The rule that linked content, cue and source, such as "quote-source-cue".
        #[getter]
        fn rule(&self) -> PyResult<&'static str> {
            Ok(self.record()?.rule().name())
        }

        /// The probability that the source said it, from 0 to 1.
        #[getter]
        fn confidence(&self) -> PyResult<f64> {
            Ok(decimal(self.record()?.confidence()))
        }

        /// The probability that the named speaker is right, from 0 to 1; None without a speaker.
        #[getter]
        fn speaker_confidence(&self) -> PyResult<Option<f64>> {
            Ok(self.record()?.speaker_confidence().map(decimal))
        }

        fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
            let content = self.content(py)?;
            let (start, end) = (content.first().map_or(0, |it| it.start), content.last().map_or(0, |it| it.end));
            let mut shown = format!("<Attribution({} {start}..{end}", self.kind()?);
            for (part, passage) in [("cue", self.cue(py)?), ("source", self.source(py)?)] {
                if let Some(passage) = passage {
                    shown += &format!(", {part} {}", short(&passage.text));
                }
            }
            Ok(shown + &format!(", {}, {:.2})>", self.rule()?, self.confidence()?))
        }
    }
}

record! {
    /// A person, organisation or group that is reported to have said something.
    Speaker, speakers, {
        /// The fullest name that the text gives, without titles.
        #[getter]
        fn name(&self) -> PyResult<&str> {
            Ok(self.record()?.name())
        }

        /// "person", "organisation", "group", "document", "narrator" or "other".
        #[getter]
        fn kind(&self) -> PyResult<&'static str> {
            Ok(self.record()?.kind().name())
        }

        /// "male" or "female" where the text shows it, else None.
        #[getter]
        fn gender(&self) -> PyResult<Option<&'static str>> {
            Ok(self.record()?.gender().map(whosaid::Gender::name))
        }

        /// The id that was given for a speaker known beforehand, or None.
        #[getter]
        fn id(&self) -> PyResult<Option<&str>> {
            Ok(self.record()?.record().id())
        }

        /// The titles and roles beside its names.
        #[getter]
        fn titles(&self) -> PyResult<Vec<&str>> {
            Ok(self.record()?.record().titles().collect())
        }

        /// The places where the text refers to it, in order.
        #[getter]
        fn mentions(&self, py: Python<'_>) -> PyResult<Vec<Passage>> {
            Passage::all(py, &self.read, self.record()?.mentions())
        }

        /// The attributions to this speaker, in the order of the text. Linear in all attributions.
        #[getter]
        fn attributions(&self) -> PyResult<Vec<Attribution>> {
            let mine = self.record()?;
            Ok(mine.attributions().map(|it| Attribution::new(&self.read, it.index())).collect())
        }

        /// The quotations of this speaker, in the order of the text. Linear in all quotations.
        #[getter]
        fn quotations(&self) -> PyResult<Vec<Quotation>> {
            let mine = self.record()?;
            Ok(mine.quotations().map(|it| Quotation::new(&self.read, it.index())).collect())
        }

        fn __repr__(&self) -> PyResult<String> {
            let mentions = self.record()?.mentions().len();
            Ok(format!("<Speaker({}, {}, {mentions} mentions)>", short(self.name()?), self.kind()?))
        }
    }
}

/// The beginning of a text in quotation marks.
fn short(text: &str) -> String {
    const SHOWN: usize = 24;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{:?}…", text.get(..end).unwrap_or("")),
        None => format!("{text:?}"),
    }
}

/// The float of Python with the same shortest decimal, which is also the one in JSON.
pub(crate) fn decimal(probability: f32) -> f64 {
    probability.to_string().parse().unwrap_or_else(|_| f64::from(probability))
}
