//! What the page shows: headlines, datelines, list items, and lines with a label.
//!
//! Found once a paragraph, without a look at quotations. The paragraphs themselves are found with the tokens, since
//! the tokenizer hands them out. Imports `text`, `language` and `tokenizer`.

mod dateline;
mod headline;
mod labels;

pub(crate) use crate::layout::dateline::dateline;

use crate::language::Classes;
use crate::text::index::{TokenIdx, TokenRange};
use crate::tokenizer::{Document, View};

/// A paragraph and what its first characters show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Block {
    pub tokens: TokenRange,
    pub kind: BlockKind,
    /// Who speaks in a turn ("NAME, ROLE" without its colon), or the time stamp.
    pub label: Option<TokenRange>,
    /// Whether Every Word of It Is Capitalised.
    pub is_headline: bool,
}

/// The kinds of blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum BlockKind {
    #[default]
    Prose,
    /// Opens with a bullet or a number: "• Rice", "2. Salt".
    ListItem,
    /// Opens with the label of a speaker or with the mark of a new one: "KING:", "Q.", ">>".
    Turn,
    /// Opens with a time stamp and names no speaker: "[00:01:23] Good evening."
    Stamped,
}

impl Block {
    /// The block of a paragraph, whose tokens have these views. Linear in the length of its first line of text
    /// and bounded: only the first tokens are read, besides those of a short headline.
    pub(crate) fn read(
        document: &Document<'_>,
        tokens: TokenRange,
        views: impl ExactSizeIterator<Item = View>,
    ) -> Block {
        let is_headline = headline::is_headline(views);
        let (kind, label) = match labels::find(document, tokens) {
            Some(labels::Label::Speaker(label)) => (BlockKind::Turn, label),
            Some(labels::Label::Time(stamp)) => (BlockKind::Stamped, Some(stamp)),
            None if is_list_item(document, tokens.start) => (BlockKind::ListItem, None),
            None => (BlockKind::Prose, None),
        };
        Block { tokens, kind, label, is_headline }
    }
}

/// The maximum number of digits before an item of a list.
const LONGEST_ITEM_NUMBER: usize = 2;

/// Whether a bullet, or a short number with a point or a bracket, begins here.
fn is_list_item(document: &Document<'_>, at: TokenIdx) -> bool {
    let is_spaced = |at: TokenIdx| document.token(at).is_some_and(|token| token.has_space_before());
    if document.is_bullet(at) || document.is(at, Classes::HYPHEN) {
        return is_spaced(at + 1);
    }
    let number = document.text_of(at);
    let is_number = number.len() <= LONGEST_ITEM_NUMBER && number.starts_with(|c: char| c.is_ascii_digit());
    is_number && document.is(at + 1, Classes::FULL_STOP.or(Classes::CLOSING_BRACKET)) && is_spaced(at + 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn kind(line: &str) -> BlockKind {
        let document = Document::new(line, &Language::default());
        Block::read(&document, TokenIdx::START.to(document.end()), std::iter::empty()).kind
    }

    #[test]
    fn bullets_and_numbers_open_items() {
        for line in ["• Rice and salt", "* Rice", "- Rice", "2. Salt", "12) Fish"] {
            assert_eq!(kind(line), BlockKind::ListItem, "{line}");
        }
        for line in ["-Rice", "1999. That was the year.", "2.5 miles", "Rice", "", "2 boats"] {
            assert_eq!(kind(line), BlockKind::Prose, "{line}");
        }
    }
}
