//! An attribution in the making.

use serde::{Deserialize, Serialize};

use crate::rules::Rule;
use crate::text::compact::{RecordIndex, Spans};
use crate::text::span::{Bytes, Span};
use crate::tokenizer::{Document, Range, Tokens};

/// How much of an attribution's content stands between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AttributionKind {
    /// All of it.
    Direct,
    /// A part of it.
    Mixed,
    /// None of it.
    Indirect,
}

/// An attribution in tokens of the text; whom its source means is not yet known.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub rule: Rule,
    /// How much of its content stands between quotation marks, once all of it is known.
    pub kind: AttributionKind,
    /// How probable it is: of several quotations that of the least certain link, else that the cue reports
    /// times that of the source.
    pub confidence: f32,
    /// Its place among the drafts as they came.
    pub(crate) number: u32,
    cue: Option<Tokens>,
    source: Option<Tokens>,
    content: Content,
}

impl Draft {
    pub(crate) fn new(rule: Rule, cue: Option<Range>, source: Option<Range>, confidence: f32) -> Self {
        Draft {
            rule,
            kind: AttributionKind::Direct,
            confidence,
            number: 0,
            cue: cue.map(Tokens::from),
            source: source.map(Tokens::from),
            content: Content::default(),
        }
    }

    pub(crate) fn cue(&self) -> Option<Range> {
        self.cue.map(Tokens::range)
    }

    pub(crate) fn source(&self) -> Option<Range> {
        self.source.map(Tokens::range)
    }

    /// The parts of its content in the order of the text, none overlapping.
    pub(crate) fn content(&self) -> impl Iterator<Item = Range> + '_ {
        self.content.parts().map(|part| part.range())
    }

    /// Where its content starts and where it ends; none as long as it has none.
    pub(crate) fn extent(&self) -> Option<Range> {
        let last = self.content.last()?;
        Some(self.content.first.start()..last.end())
    }

    /// Whether its cue starts at a token.
    pub(crate) fn is_cued_at(&self, token: usize) -> bool {
        self.cue.is_some_and(|cue| cue.start() == token)
    }

    /// The first part of its content that does not end before a token. Logarithmic.
    pub(crate) fn content_from(&self, token: usize) -> Option<Range> {
        let Content { first, rest } = &self.content;
        if token < first.end() {
            return Some(first.range());
        }
        rest.get(rest.partition_point(|part| part.end() <= token)).map(|part| part.range())
    }

    /// Whether a token is of its content. Logarithmic.
    pub(crate) fn reports(&self, token: usize) -> bool {
        self.content_from(token).is_some_and(|part| part.start <= token)
    }

    /// The same in bytes, with the number of the speaker that its source means.
    pub(crate) fn told(self, document: &Document<'_>, speaker: RecordIndex) -> Told {
        let bytes = |tokens: Tokens| document.bytes(tokens.range());
        Told {
            rule: self.rule,
            kind: self.kind,
            confidence: self.confidence,
            speaker,
            cue: self.cue.map(bytes),
            source: self.source.map(bytes),
            first: bytes(self.content.first),
            rest: self.content.rest.into_iter().map(bytes).collect(),
        }
    }

    /// Adds content, joined with what it overlaps, in order, and kept apart from cue and source.
    pub(crate) fn add_content(&mut self, mut tokens: Range) {
        for fixed in [self.cue, self.source].into_iter().flatten() {
            if fixed.start() < tokens.end && tokens.start < fixed.end() {
                if tokens.start < fixed.start() {
                    tokens.end = fixed.start();
                } else {
                    tokens.start = fixed.end().min(tokens.end);
                }
            }
        }
        if !tokens.is_empty() {
            self.content.add(tokens);
        }
    }
}

/// An attribution in bytes of the text, so that its tokens need not be held any more. As large as a [`Draft`]:
/// a list of these takes the place of one of those.
pub(crate) struct Told {
    pub rule: Rule,
    pub kind: AttributionKind,
    pub confidence: f32,
    pub speaker: RecordIndex,
    pub cue: Option<Bytes>,
    pub source: Option<Bytes>,
    first: Bytes,
    rest: Vec<Bytes>,
}

const _: () = assert!(size_of::<Told>() == size_of::<Draft>());

impl Told {
    /// Its content.
    pub(crate) fn content(&self) -> Spans {
        let first = Span::from(self.first);
        match self.rest.is_empty() {
            true => Spans::One(first),
            false => std::iter::once(first).chain(self.rest.iter().copied().map(Span::from)).collect(),
        }
    }
}

/// Parts of a text in its order. Most contents are of one.
#[derive(Debug, Clone, Default)]
struct Content {
    /// Empty as long as there is none.
    first: Tokens,
    rest: Vec<Tokens>,
}

impl Content {
    fn parts(&self) -> impl Iterator<Item = Tokens> + '_ {
        Some(self.first).filter(|first| !first.is_empty()).into_iter().chain(self.rest.iter().copied())
    }

    fn last(&self) -> Option<Tokens> {
        self.rest.last().copied().or(Some(self.first)).filter(|last| !last.is_empty())
    }

    fn add(&mut self, mut tokens: Range) {
        match self.last() {
            None => self.first = tokens.into(),
            Some(last) if last.end() <= tokens.start => self.rest.push(tokens.into()),
            Some(_) => {
                let mut parts: Vec<Tokens> = self.parts().collect();
                parts.retain(|part| {
                    let apart = part.end() <= tokens.start || tokens.end <= part.start();
                    if !apart {
                        tokens = part.start().min(tokens.start)..part.end().max(tokens.end);
                    }
                    apart
                });
                let at = parts.partition_point(|part| part.start() < tokens.start);
                parts.insert(at, tokens.into());
                self.first = parts[0];
                self.rest.clear();
                self.rest.extend(&parts[1..]);
            }
        }
    }
}
