//! What the page shows: headlines, datelines, and turns that begin with a label.
//!
//! Found without a look at quotations. The paragraphs themselves are found with the tokens, since the tokenizer hands
//! them out. Imports `text`, `language` and `tokenizer`.

mod comments;
mod dashes;
mod dateline;
mod headline;
mod interviews;
mod label_headings;
mod label_names;
mod label_patterns;
mod labels;
mod name_lines;
mod posts;
mod scripts;
mod signed;
mod turns;

pub(crate) use crate::layout::dateline::dateline;
pub(crate) use crate::layout::label_names::{answers_by_name, is_number_of_question};
pub(crate) use crate::layout::signed::{is_signature, leading_name};
pub(crate) use crate::layout::turns::{labelled_turns, letter_of, Evidence, LabelledTurn, Voice};

use crate::text::index::TokenRange;
use crate::tokenizer::View;

/// A paragraph and what the page shows about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Block {
    pub tokens: TokenRange,
    /// Whether Every Word of It Is Capitalised.
    pub is_headline: bool,
}

impl Block {
    /// The block of a paragraph, whose tokens have these views. Bounded: a long paragraph is no headline.
    pub(crate) fn read(tokens: TokenRange, views: impl ExactSizeIterator<Item = View>) -> Block {
        Block { tokens, is_headline: headline::is_headline(views) }
    }
}
