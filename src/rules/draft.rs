//! An attribution in the making.

use crate::rules::Rule;
use crate::speakers::source::Source;
use crate::text::few::Few;
use crate::text::index::{AttributionId, MentionId, SpeakerId, TokenIdx, TokenRange};
use crate::text::named::{public_name, unknown_is_other, written_by_name};
use crate::text::span::{Bytes, Span};
use crate::tokenizer::Document;

/// How much of an attribution's content is between quotation marks.
///
/// ```
/// use whosaid::AttributionKind;
///
/// assert_eq!("mixed".parse(), Ok(AttributionKind::Mixed));
/// assert_eq!(AttributionKind::Mixed.to_string(), "mixed");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum AttributionKind {
    /// All of it.
    Direct,
    /// A part of it.
    Mixed,
    /// None of it.
    Indirect,
    /// None of it, and none is needed: a turn that begins with the name of its speaker, as in a transcript.
    Turn,
    /// A kind that this version does not know, in a record that a later one wrote. No text gives it.
    Other,
}

impl AttributionKind {
    /// Every kind that a text may give.
    pub const ALL: &'static [AttributionKind] =
        &[AttributionKind::Direct, AttributionKind::Mixed, AttributionKind::Indirect, AttributionKind::Turn];

    /// The name in small letters, as in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            AttributionKind::Direct => public_name!("direct"),
            AttributionKind::Mixed => public_name!("mixed"),
            AttributionKind::Indirect => public_name!("indirect"),
            AttributionKind::Turn => public_name!("turn"),
            AttributionKind::Other => public_name!("other"),
        }
    }
}

written_by_name!(
    AttributionKind,
    public_name!("kind of attribution"),
    [AttributionKind::ALL, &[AttributionKind::Other]].concat()
);
unknown_is_other!(AttributionKind);

/// An attribution in tokens of the text, before its source is resolved to a speaker.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub rule: Rule,
    /// Known once all content is.
    pub kind: AttributionKind,
    /// The probability of cue and source: for several quotations that of the least certain link, for a
    /// statement the probability that its cue reports times that of its source.
    pub confidence: f32,
    /// Its place among the drafts before they are sorted.
    pub(super) id: Option<AttributionId>,
    cue: Option<TokenRange>,
    words: Option<TokenRange>,
    /// The name that the source is, where it is named directly.
    mention: Option<MentionId>,
    /// In the order of the text, without overlaps.
    content: Few<TokenRange, 1>,
}

impl Draft {
    /// A draft without content.
    pub(crate) fn new(
        rule: Rule,
        cue: Option<TokenRange>,
        words: Option<TokenRange>,
        confidence: f32,
    ) -> Self {
        Draft {
            rule,
            kind: AttributionKind::Direct,
            confidence,
            id: None,
            cue,
            words,
            mention: None,
            content: Few::default(),
        }
    }

    /// The same with a source that is this name.
    pub(super) fn with_mention(self, mention: Option<MentionId>) -> Self {
        Draft { mention, ..self }
    }

    pub(crate) fn cue(&self) -> Option<TokenRange> {
        self.cue
    }

    /// The words of the source.
    pub(crate) fn words(&self) -> Option<TokenRange> {
        self.words
    }

    /// What the source refers to.
    pub(crate) fn source(&self) -> Option<Source> {
        match self.mention {
            Some(mention) => Some(Source::Mention(mention)),
            None => self.words.map(Source::Words),
        }
    }

    /// The parts of the content in the order of the text, none overlapping.
    pub(crate) fn content(&self) -> &[TokenRange] {
        &self.content
    }

    /// From the start of the content to its end; `None` as long as it has none.
    pub(crate) fn extent(&self) -> Option<TokenRange> {
        Some(self.content.first()?.start.to(self.content.last()?.end))
    }

    /// Whether the cue starts at a token.
    pub(super) fn has_cue_at(&self, token: TokenIdx) -> bool {
        self.cue.is_some_and(|cue| cue.start == token)
    }

    /// The first part of the content that does not end before a token. Logarithmic.
    pub(super) fn content_from(&self, token: TokenIdx) -> Option<TokenRange> {
        self.content.get(self.content.partition_point(|part| part.end <= token)).copied()
    }

    /// Whether a token is in the content. Logarithmic.
    pub(crate) fn reports(&self, token: TokenIdx) -> bool {
        self.content_from(token).is_some_and(|part| part.start <= token)
    }

    /// Whether these tokens are in one part of the content. Logarithmic.
    pub(super) fn reports_all(&self, tokens: TokenRange) -> bool {
        self.content_from(tokens.start).is_some_and(|part| part.covers(tokens))
    }

    /// Whether the content and the cue of another draft are in this content. Logarithmic for each part of them.
    pub(super) fn nests(&self, other: &Draft) -> bool {
        other.content.iter().chain(&other.cue).all(|part| self.reports_all(*part))
    }

    /// Adds content, merged with what it overlaps and kept apart from cue and source.
    pub(crate) fn add_content(&mut self, mut tokens: TokenRange) {
        for fixed in [self.cue, self.words].into_iter().flatten() {
            if !fixed.overlaps(tokens) {
                continue;
            }
            if tokens.start < fixed.start {
                tokens.end = fixed.start;
            } else {
                tokens.start = fixed.end.min(tokens.end);
            }
        }
        if tokens.is_empty() {
            return;
        }
        match self.content.last() {
            Some(last) if last.end > tokens.start => self.merge_content(tokens),
            _ => self.content.push(tokens),
        }
    }

    fn merge_content(&mut self, mut tokens: TokenRange) {
        let mut parts = self.content.to_vec();
        parts.retain(|part| {
            let is_apart = part.end <= tokens.start || tokens.end <= part.start;
            if !is_apart {
                tokens = part.start.min(tokens.start).to(part.end.max(tokens.end));
            }
            is_apart
        });
        let at = parts.partition_point(|part| part.start < tokens.start);
        parts.insert(at, tokens);
        self.content = parts.into();
    }

    /// The draft in bytes of the text, with its speaker. The list of its content is used again.
    pub(crate) fn into_bytes(self, document: &Document<'_>, speaker: Option<(SpeakerId, f32)>) -> BytesDraft {
        let bytes = |tokens| document.bytes(tokens);
        let content = match self.content {
            Few::Inline { items, len } => Few::Inline { items: items.map(bytes), len },
            Few::Heap(parts) => Few::Heap(parts.into_iter().map(bytes).collect()),
        };
        BytesDraft {
            rule: self.rule,
            kind: self.kind,
            confidence: self.confidence,
            speaker: speaker.map(|(speaker, _)| speaker),
            speaker_confidence: speaker.map_or(0.0, |(_, confidence)| confidence),
            cue: self.cue.map(bytes),
            source: self.words.map(bytes),
            content,
        }
    }
}

/// A draft in bytes of the text, so that the tokens can be freed before the records are made.
pub(crate) struct BytesDraft {
    pub rule: Rule,
    pub kind: AttributionKind,
    pub confidence: f32,
    pub speaker: Option<SpeakerId>,
    /// The probability that the speaker is right; 0 where there is none.
    pub speaker_confidence: f32,
    pub cue: Option<Bytes>,
    pub source: Option<Bytes>,
    content: Few<Bytes, 1>,
}

/// Drafts of the same size take one another's place in their list, which is as long as a text.
#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<BytesDraft>() == size_of::<Draft>() && size_of::<Draft>() == 64);

impl BytesDraft {
    /// The first byte of its content, cue or source.
    pub(crate) fn start(&self) -> usize {
        let content = self.content.first().copied();
        let starts = [content, self.cue, self.source].into_iter().flatten().map(Bytes::start);
        starts.min().unwrap_or(0)
    }

    /// The content as spans.
    pub(crate) fn content(&self) -> Few<Span, 1> {
        let mut spans = Few::default();
        spans.reserve(self.content.len());
        self.content.iter().for_each(|part| spans.push(Span::from(*part)));
        spans
    }
}
