//! What the model weighs, for those who fit its weights to a corpus (`examples/fit`).
//!
//! ```
//! use whosaid::fitting::choices;
//!
//! let text = "“We won,” said Wang Yi.";
//! let choices = choices(text, |choice| choice.answers.len() - 1);
//! let sources: Vec<_> = choices[0].answers.iter().map(|answer| answer.source).collect();
//! assert_eq!(sources[0], None);
//! assert_eq!(sources[1].and_then(|source| source.of(text)), Some("Wang Yi"));
//! ```

use crate::attribution;
use crate::lexicon::{Lexicon, Tagged};
use crate::quotes::{match_quotes, Marks};
use crate::span::Span;
use crate::tokenizer::Document;

/// A quotation, or its part in one paragraph, and who may have said it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Where it stands, marks included.
    pub quotation: Span,
    /// The first is that nobody said it.
    pub answers: Vec<Answer>,
}

/// One who may have said it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The words that name the source there.
    pub source: Option<Span>,
    /// The words that introduce what was said.
    pub cue: Option<Span>,
    /// The numbers of the features that hold of this answer, all below [`feature_count`].
    pub features: Vec<usize>,
}

/// The choices that the attribution of `text` faces, in its order.
///
/// Later choices depend on earlier answers; `answer` gives them, as an index into the answers.
pub fn choices(text: &str, mut answer: impl FnMut(&Choice) -> usize) -> Vec<Choice> {
    let document = Document::new(text);
    let quotes = match_quotes(&document, Marks::ALL);
    let text = Tagged::new(document, &Lexicon::default());
    let mut choices = Vec::new();
    attribution::walk(&text, &quotes, |question| {
        let span = |tokens: Option<_>| tokens.map(|tokens| text.document.span(tokens));
        let answers = question.answers().zip(&question.descriptions).map(|(named, description)| Answer {
            source: span(named.source),
            cue: span(named.cue),
            features: attribution::features(description).collect(),
        });
        let choice =
            Choice { quotation: text.document.span(question.quotation()), answers: answers.collect() };
        let chosen = answer(&choice).min(choice.answers.len() - 1);
        choices.push(choice);
        (chosen, 1.0)
    });
    choices
}

/// How many features there are.
#[must_use]
pub fn feature_count() -> usize {
    attribution::feature_count()
}

/// What the weights file calls a feature: `"Rule=quote-source-cue Gap=0 Between=comma"`; none where
/// there is no feature of that number.
#[must_use]
pub fn feature_name(number: usize) -> Option<String> {
    (number < feature_count()).then(|| attribution::feature_name(number))
}
