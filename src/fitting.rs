//! What the models weigh, for those who fit their weights to a corpus (`examples/fit`).
//!
//! ```
//! use whosaid::fitting::choices;
//!
//! let text = "“We won,” said Wang Yi.";
//! let mut sources = Vec::new();
//! choices(text, |choice| {
//!     sources.extend(choice.answers.iter().filter_map(|answer| answer.source?.of(text)));
//!     choice.answers.len() - 1
//! });
//! assert_eq!(sources, ["Wang Yi"]);
//! ```

use std::collections::HashMap;

use crate::attribution::{self, Question, Reader, Scope, Verdict};
use crate::lexicon::{Lexicon, Symbol, Tagged, Words};
use crate::quotes::{match_quotes, Marks};
use crate::span::Span;

/// A decision that the attribution of a text faces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The name of the model that decides it, with which its lines in the file of weights start.
    pub model: &'static str,
    /// The quotation, marks included, or the cue that it is about.
    pub about: Span,
    /// Never empty; one of them is to be chosen.
    pub answers: Vec<Answer>,
}

/// One answer to a choice: what it says of an attribution, as far as it says anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The words that name the source.
    pub source: Option<Span>,
    /// The words that introduce what was said.
    pub cue: Option<Span>,
    /// What was said.
    pub content: Option<Span>,
    /// The names of the features that hold of this answer: in the file of weights, a feature stands with
    /// the second part of its name under the line that is the first part.
    pub features: Vec<(String, String)>,
}

/// Goes through the choices that the attribution of `text` faces, in its order.
///
/// Later choices depend on earlier answers; `answer` gives them, as an index into the answers.
pub fn choices(text: &str, mut answer: impl FnMut(Choice) -> usize) {
    let lexicon = Lexicon::default();
    let names: HashMap<Symbol, &str> = lexicon
        .words()
        .chain(["-"])
        .chain(attribution::VALUES.iter().copied())
        .map(|name| (Symbol::of(name.as_bytes()), name))
        .collect();
    let text = Tagged::new(text, &lexicon);
    let quotes = match_quotes(&text.document, Marks::ALL);
    let mut reader = Reader::new(&quotes, Scope::Everything, |question: &Question<'_>| {
        let span = |tokens: &Option<_>| tokens.clone().map(|tokens| text.document.span(tokens));
        let name = |value: Symbol| {
            names.get(&value).map_or_else(|| format!("?{}", value.number()), |name| (*name).to_owned())
        };
        let answers = (0..question.answers).map(|answer| {
            let named = (question.named)(answer);
            Answer {
                source: span(&named.source),
                cue: span(&named.cue),
                content: span(&named.content),
                features: (question.describe)(answer).feature_names(question.schema, name),
            }
        });
        let choice = Choice {
            model: question.schema.name,
            about: text.document.span(question.about.clone()),
            answers: answers.collect(),
        };
        let last = choice.answers.len() - 1;
        Verdict { answer: answer(choice).min(last), confidence: 1.0, doubt: 0.0 }
    });
    let mut words = Words::new(&text);
    for tokens in text.document.paragraphs() {
        words.read(tokens);
        reader.read(&words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_a_name() {
        let article = include_str!("../examples/data/security_council.txt");
        let (mut models, mut nameless) = (Vec::new(), Vec::new());
        choices(article, |choice| {
            models.push(choice.model);
            let features = choice.answers.iter().flat_map(|answer| &answer.features);
            nameless.extend(features.filter(|(_, values)| values.contains('?')).cloned());
            choice.answers.len() - 1
        });
        assert_eq!(nameless, []);
        for model in ["quotation", "cue", "source", "frame", "opening", "end", "begin"] {
            assert!(models.contains(&model), "no choice was left to {model}");
        }
    }
}
