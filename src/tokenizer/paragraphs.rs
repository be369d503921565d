//! The paragraphs of a document.
//!
//! Imports typed indices and lists.

use crate::text::index::{TokenIdx, TokenRange};
use crate::text::lists;
use crate::tokenizer::document::Document;
use crate::tokenizer::lines::Break;

impl Document<'_> {
    /// Finds the paragraphs between these line breaks.
    pub(super) fn begin_paragraphs(&mut self, breaks: &[Break]) {
        let mut starts = std::mem::take(&mut self.starts);
        self.paragraph_starts(breaks, &mut starts);
        for start in &starts {
            if let Some(token) = self.tokens.get_mut(start.get()) {
                token.begin_paragraph();
            }
        }
        self.starts = starts;
    }

    /// The tokens of each paragraph, none of them empty.
    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = TokenRange> + '_ {
        self.starts.windows(2).map(|bounds| bounds[0].to(bounds[1]))
    }

    /// The number of paragraphs that begin up to a token. Logarithmic.
    pub(crate) fn paragraphs_begun(&self, at: TokenIdx) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    /// The same, in time logarithmic in the distance from `begun`.
    pub(crate) fn paragraphs_begun_near(&self, at: TokenIdx, begun: usize) -> usize {
        lists::partition_point_near(&self.starts, begun, |start| *start <= at)
    }

    /// The first token of the last of so many paragraphs.
    pub(crate) fn start_of_paragraph(&self, begun: usize) -> Option<TokenIdx> {
        self.starts.get(begun.checked_sub(1)?).copied()
    }

    /// The tokens of the paragraph that begins with this token.
    pub(crate) fn paragraph_from(&self, at: TokenIdx) -> Option<TokenRange> {
        let paragraph = self.starts.binary_search(&at).ok()?;
        Some(at.to(*self.starts.get(paragraph + 1)?))
    }

    /// Whether a token is the first of its paragraph. The end of the text counts as one.
    pub(crate) fn begins_paragraph(&self, at: TokenIdx) -> bool {
        self.token(at).is_none_or(|token| token.begins_paragraph())
    }
}
