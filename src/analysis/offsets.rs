//! An analysis whose places are written in another unit than bytes.
//!
//! May import `text` and the other files of `analysis`.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::analysis::{Analysis, Attribution, Passage, Quotation, Speaker};
use crate::text::offsets::{Offsets, Places};
use crate::text::span::Span;

/// An [`Analysis`] to be serialised with its places in another unit: see [`Analysis::with_offsets`].
///
/// ```
/// let text = "«Да», said Wang Yi.";
/// let analysis = whosaid::attribute(text);
/// assert_eq!(analysis.with_offsets(text, whosaid::Offsets::Chars).offsets(), whosaid::Offsets::Chars);
/// ```
#[derive(Clone)]
pub struct WithOffsets<'a, 't> {
    analysis: Cow<'a, Analysis<'t>>,
    offsets: Offsets,
}

impl<'t> Analysis<'t> {
    /// The same analysis, to be serialised with the places counted in another unit. All fields keep their names.
    ///
    /// `text` is the text that was read; for another one the places mean nothing. Linear in its length and in the
    /// size of the analysis.
    ///
    /// ```
    /// use whosaid::Offsets;
    ///
    /// let text = "«Да», said Wang Yi.";
    /// let analysis = whosaid::attribute(text);
    /// let json = serde_json::to_value(analysis.with_offsets(text, Offsets::Chars)).unwrap();
    /// assert_eq!(json["quotations"][0]["span"]["end"], 4);
    /// ```
    #[must_use]
    pub fn with_offsets(&self, text: &str, offsets: Offsets) -> WithOffsets<'_, 't> {
        if offsets == Offsets::Bytes {
            return WithOffsets { analysis: Cow::Borrowed(self), offsets };
        }
        let places = Places::new(text, offsets);
        let convert = |span: Span| {
            let (start, end) = places.of(text, span);
            Span::new(start, end)
        };
        WithOffsets { analysis: Cow::Owned(self.with_spans(convert)), offsets }
    }

    fn with_spans(&self, convert: impl Fn(Span) -> Span) -> Self {
        let mut analysis = self.clone();
        let in_passage = |passage: &mut Option<Passage<'_>>| {
            if let Some(passage) = passage {
                passage.span = convert(passage.span);
            }
        };
        for Quotation { span, content, .. } in &mut analysis.quotations {
            (*span, *content) = (convert(*span), convert(*content));
        }
        for Attribution { content, cue, source, .. } in &mut analysis.attributions {
            content.spans_mut().iter_mut().for_each(|span| *span = convert(*span));
            in_passage(cue);
            in_passage(source);
        }
        for Speaker { mentions, .. } in &mut analysis.speakers {
            mentions.as_mut_slice().iter_mut().for_each(|span| *span = convert(*span));
        }
        analysis
    }
}

impl WithOffsets<'_, '_> {
    /// The unit.
    #[must_use]
    pub fn offsets(&self) -> Offsets {
        self.offsets
    }
}

impl Serialize for WithOffsets<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.analysis.serialize(serializer)
    }
}

impl fmt::Debug for WithOffsets<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} in {}", self.analysis, self.offsets)
    }
}
