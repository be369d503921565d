//! What an attribution reports: spans of the text and the words there.
//!
//! May import `text`.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::few::Few;
use crate::text::span::Span;

/// The parts of the content of an attribution, in order.
#[derive(Clone, PartialEq)]
pub(crate) struct Content<'t> {
    spans: Few<Span, 1>,
    /// The input at each span.
    texts: Few<Cow<'t, str>, 1>,
}

impl<'t> Content<'t> {
    /// The parts of a text at these spans.
    pub(crate) fn of(text: &'t str, spans: Few<Span, 1>) -> Self {
        let mut texts = Few::default();
        texts.reserve(spans.len());
        spans.iter().for_each(|span| texts.push(Cow::Borrowed(span.of(text).unwrap_or(""))));
        Content { spans, texts }
    }

    /// The same with copies of the texts.
    pub(crate) fn into_owned(self) -> Content<'static> {
        let texts = self.texts.iter().map(|text| Cow::Owned(text.to_string())).collect();
        Content { spans: self.spans, texts }
    }

    pub(crate) fn spans(&self) -> &[Span] {
        &self.spans
    }

    pub(crate) fn texts(&self) -> &[Cow<'t, str>] {
        &self.texts
    }
}

/// One part as it is written: the bounds of its span beside its text.
#[derive(Serialize, Deserialize)]
struct Part<T> {
    start: usize,
    end: usize,
    #[serde(default)]
    text: T,
}

impl Serialize for Content<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parts = self.spans.iter().zip(self.texts.iter());
        serializer.collect_seq(parts.map(|(span, text)| Part {
            start: span.start(),
            end: span.end(),
            text: &**text,
        }))
    }
}

impl<'de> Deserialize<'de> for Content<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (mut spans, mut texts) = (Few::default(), Few::default());
        for Part { start, end, text } in Vec::<Part<String>>::deserialize(deserializer)? {
            spans.push(Span::checked(start, end).map_err(serde::de::Error::custom)?);
            texts.push(Cow::Owned(text));
        }
        Ok(Content { spans, texts })
    }
}
