//! An attribution in the making.

use crate::analysis::{AttributionKind, Rule};
use crate::quotes::Quotes;
use crate::tokenizer::Range;

/// An attribution in tokens of the text; whom its source means is not yet known.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub rule: Rule,
    pub cue: Option<Range>,
    pub source: Option<Range>,
    /// In the order of the text, none overlapping.
    pub content: Vec<Range>,
    /// The quotations that it reports.
    pub quotes: Vec<usize>,
    /// How probable it is: of several quotations that of the least certain link, else that the cue reports
    /// times that of the source.
    pub confidence: f32,
}

impl Draft {
    /// How much of its content stands between quotation marks.
    pub(crate) fn kind(&self, quotes: &Quotes) -> AttributionKind {
        let quoted =
            |tokens: &Range| quotes.piece_at(tokens.start).is_some_and(|piece| tokens.end <= piece.end);
        if self.content.iter().all(quoted) {
            AttributionKind::Direct
        } else if self.content.iter().any(|tokens| quotes.touches(tokens)) {
            AttributionKind::Mixed
        } else {
            AttributionKind::Indirect
        }
    }

    /// The first part of its content that does not end before a token. Logarithmic.
    pub(super) fn content_from(&self, token: usize) -> Option<&Range> {
        self.content.get(self.content.partition_point(|part| part.end <= token))
    }

    /// Whether a token is of its content. Logarithmic.
    pub(super) fn reports(&self, token: usize) -> bool {
        self.content_from(token).is_some_and(|part| part.start <= token)
    }

    /// Adds content, joined with what it overlaps, in order, and kept apart from cue and source.
    pub(super) fn add_content(&mut self, mut tokens: Range) {
        for fixed in self.cue.iter().chain(&self.source) {
            if fixed.start < tokens.end && tokens.start < fixed.end {
                if tokens.start < fixed.start {
                    tokens.end = fixed.start;
                } else {
                    tokens.start = fixed.end.min(tokens.end);
                }
            }
        }
        if tokens.is_empty() {
            return;
        }
        if self.content.last().is_none_or(|last| last.end <= tokens.start) {
            self.content.push(tokens);
            return;
        }
        self.content.retain(|content| {
            let apart = content.end <= tokens.start || tokens.end <= content.start;
            if !apart {
                tokens = content.start.min(tokens.start)..content.end.max(tokens.end);
            }
            apart
        });
        let at = self.content.partition_point(|content| content.start < tokens.start);
        self.content.insert(at, tokens);
    }
}
