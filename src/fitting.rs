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

use crate::attribution::{Lists, Reader, Scope};
use crate::language::{Lexicon, Symbol};
use crate::models::fields::VALUES;
use crate::models::{Choose, Description, Named, Question};
use crate::quotes::{match_quotes, Marks};
use crate::resolution;
use crate::text::index::TokenRange;
use crate::text::span::Span;
use crate::tokenizer::Document;
use crate::words::Words;

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

/// Goes through the decisions that the attribution of a text makes, in their order.
///
/// Later decisions depend on earlier answers; `answer` gives them, as an index into the answers.
pub fn choices(text: &str, answer: impl FnMut(Choice) -> usize) {
    let lexicon = Lexicon::default();
    let names = lexicon
        .words()
        .chain(["-"])
        .chain(VALUES.iter().copied())
        .map(|name| (Symbol::of(name.as_bytes()), name))
        .collect();
    let document = Document::new(text, &lexicon);
    let quotes = match_quotes(&document, Marks::ALL);
    let teacher = Teacher { document: &document, names, answer };
    let (mut lists, mut views) = (Lists::default(), Vec::new());
    let mut reader = Reader::new(&document, &quotes, Scope::Everything, teacher, &mut lists);
    let mut words = Words::new(&document, &mut views);
    let mut speakers = resolution::Lists::default();
    for tokens in document.paragraphs() {
        words.read(tokens);
        speakers.find_names(&words);
        reader.read(&words, &speakers.names());
    }
}

/// Answers as it is taught to, with certainty.
struct Teacher<'a, F> {
    document: &'a Document<'a>,
    names: HashMap<Symbol, &'a str>,
    answer: F,
}

impl<F: FnMut(Choice) -> usize> Teacher<'_, F> {
    fn name(&self, value: Symbol) -> String {
        self.names.get(&value).map_or_else(|| format!("?{}", value.number()), |name| (*name).to_owned())
    }

    fn answer<D: Fn(usize, &mut Description), N: Fn(usize) -> Named>(
        &self,
        question: &Question<'_, D, N>,
        answer: usize,
    ) -> Answer {
        let span = |tokens: Option<TokenRange>| tokens.map(|tokens| self.document.span(tokens));
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

impl<F: FnMut(Choice) -> usize> Choose for Teacher<'_, F> {
    fn choose<D: Fn(usize, &mut Description), N: Fn(usize) -> Named>(
        &mut self,
        question: &Question<'_, D, N>,
    ) -> usize {
        let choice = Choice {
            model: question.schema.name,
            about: self.document.span(question.about),
            answers: (0..question.answers).map(|answer| self.answer(question, answer)).collect(),
        };
        (self.answer)(choice).min(question.answers - 1)
    }

    fn confidence<D: Fn(usize, &mut Description), N: Fn(usize) -> Named>(
        &self,
        _question: &Question<'_, D, N>,
        _answer: usize,
    ) -> f32 {
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
            assert!(models.contains(&model), "no choice was left to {model}");
        }
    }
}
