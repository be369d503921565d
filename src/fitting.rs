//! The choices that the models decide, for `tools/train`, which fits their weights to a corpus.
//!
//! No part of the public API: it needs the feature `training`, and may change in any version.
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

use crate::attribution::{self, Choose, Lists, Question, Reader, Scope};
use crate::lexicon::{Lexicon, Symbol, Tagged, Words};
use crate::quotes::{match_quotes, Marks};
use crate::span::Span;
use crate::tokenizer::Range;

/// A choice between answers that a model makes during attribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The name of the model. Its template lines in the file of weights start with it.
    pub model: &'static str,
    /// The quotation with its marks, or the cue, that the choice is about.
    pub about: Span,
    /// The possible answers. Never empty.
    pub answers: Vec<Answer>,
}

/// One answer to a choice, with the parts of an attribution that it determines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The words that name the source.
    pub source: Option<Span>,
    /// The words that introduce the content.
    pub cue: Option<Span>,
    /// What the source said.
    pub content: Option<Span>,
    /// The features of the answer, each as the template line and the values of its line in the file of
    /// weights.
    pub features: Vec<(String, String)>,
}

/// Attributes `text`, and calls `answer` for each choice. It returns the index of an answer.
///
/// Later choices depend on earlier answers. An index that is too large means the last answer.
pub fn choices(text: &str, answer: impl FnMut(Choice) -> usize) {
    let lexicon = Lexicon::default();
    let names = lexicon
        .words()
        .chain(["-"])
        .chain(attribution::VALUES.iter().copied())
        .map(|name| (Symbol::of(name.as_bytes()), name))
        .collect();
    let text = Tagged::new(text, &lexicon);
    let quotes = match_quotes(&text.document, Marks::ALL);
    let oracle = Oracle { text: &text, names, answer };
    let (mut lists, mut classes) = (Lists::default(), Vec::new());
    let mut reader = Reader::new(&text, &quotes, Scope::Everything, oracle, &mut lists);
    let mut words = Words::new(&text, &mut classes);
    for tokens in text.document.paragraphs() {
        words.read(tokens);
        reader.read(&words);
    }
}

/// Answers each question by a function, with full confidence.
struct Oracle<'a, 't, F> {
    text: &'a Tagged<'t>,
    names: HashMap<Symbol, &'a str>,
    answer: F,
}

impl<F: FnMut(Choice) -> usize> Oracle<'_, '_, F> {
    fn name(&self, value: Symbol) -> String {
        self.names.get(&value).map_or_else(|| format!("?{}", value.number()), |name| (*name).to_owned())
    }

    fn answer(&self, question: &Question<'_>, answer: usize) -> Answer {
        let span = |tokens: Option<Range>| tokens.map(|tokens| self.text.document.span(tokens));
        let named = (question.named)(answer);
        let described = question.description(answer);
        let features =
            described.map(|description| description.feature_names(question.schema, |value| self.name(value)));
        Answer {
            source: span(named.source),
            cue: span(named.cue),
            content: span(named.content),
            features: features.unwrap_or_default(),
        }
    }
}

impl<F: FnMut(Choice) -> usize> Choose for Oracle<'_, '_, F> {
    fn choose(&mut self, question: &Question<'_>) -> usize {
        let choice = Choice {
            model: question.schema.name,
            about: self.text.document.span(question.about.clone()),
            answers: (0..question.answers).map(|answer| self.answer(question, answer)).collect(),
        };
        (self.answer)(choice).min(question.answers - 1)
    }

    fn confidence(&self, _question: &Question<'_>, _answer: usize) -> f32 {
        1.0
    }

    fn doubt(&self) -> f32 {
        0.0
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
            assert!(models.contains(&model), "no choice of model {model}");
        }
    }
}
