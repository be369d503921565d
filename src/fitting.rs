//! The decisions that attribution makes, for `tools/train`, which fits the weights of the models.
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
use crate::language::Language;

use crate::models::linear::RULE_NAMES;
use crate::models::values::VALUES;
use crate::models::{Choose, Description, Named, Question, Schema, Value};
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

/// Goes through the choices that the attribution of `text` faces, in its order.
///
/// Later choices depend on earlier answers; `answer` gives them, as an index into the answers.
pub fn choices(text: &str, answer: impl FnMut(Choice) -> usize) {
    let language = Language::english();
    let document = Document::new(text, &language);
    decide(&document, Teacher { document: &document, names: names(&language), answer });
}

/// The names of all values.
fn names(language: &Language) -> HashMap<Value, String> {
    let named = VALUES.iter().map(|name| (Value::named(name), (*name).to_owned()));
    let rules = RULE_NAMES.iter().map(|name| (Value::of_rule(name), (*name).to_owned()));
    language.words().chain(named).chain(rules).collect()
}

/// Attributes a text by the answers of `decider`.
fn decide(document: &Document<'_>, decider: impl Choose) {
    let quotes = match_quotes(document, Marks::ALL);
    let (mut lists, mut units) = (Lists::default(), Vec::new());
    let mut speakers = resolution::Lists::default();
    let mut reader = Reader::new(&quotes, Scope::Everything, decider, &mut lists);
    let mut words = Words::new(document, &mut units);
    for tokens in document.paragraphs() {
        words.read(tokens);
        speakers.find_names(&words);
        reader.read(&words, &speakers.names());
    }
}

/// Answers as it is taught to, with certainty.
struct Teacher<'a, F> {
    document: &'a Document<'a>,
    names: HashMap<Value, String>,
    answer: F,
}

impl<F: FnMut(Choice) -> usize> Teacher<'_, F> {
    fn name(&self, value: Value) -> String {
        self.names.get(&value).cloned().unwrap_or_else(|| format!("?{}", value.0))
    }

    fn answer<S: Schema>(
        &self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Named>,
        answer: usize,
    ) -> Answer {
        let span = |tokens: Option<TokenRange>| tokens.map(|tokens| self.document.span(tokens));
        let named = (question.named)(answer);
        let described = question.description(answer);
        let features = described.map(|description| description.feature_names::<S>(|value| self.name(value)));
        Answer {
            source: span(named.source),
            cue: span(named.cue),
            content: span(named.content),
            features: features.unwrap_or_default(),
        }
    }
}

impl<F: FnMut(Choice) -> usize> Choose for Teacher<'_, F> {
    fn choose<S: Schema>(
        &mut self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Named>,
    ) -> usize {
        let choice = Choice {
            model: S::NAME,
            about: self.document.span(question.about),
            answers: (0..question.answers).map(|answer| self.answer(question, answer)).collect(),
        };
        (self.answer)(choice).min(question.answers - 1)
    }

    fn confidence<S, D>(
        &self,
        _question: &Question<'_, S, D, impl Fn(usize) -> Named>,
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
    use crate::models::linear::Weights;

    const ARTICLE: &str = include_str!("../examples/data/security_council.txt");

    const FILES: [(&str, &str); 7] = [
        ("begin", include_str!("language/english/models/begin.tsv")),
        ("cue", include_str!("language/english/models/cue.tsv")),
        ("end", include_str!("language/english/models/end.tsv")),
        ("frame", include_str!("language/english/models/frame.tsv")),
        ("opening", include_str!("language/english/models/opening.tsv")),
        ("quotation", include_str!("language/english/models/quotation.tsv")),
        ("source", include_str!("language/english/models/source.tsv")),
    ];

    #[test]
    fn every_value_has_a_name() {
        let (mut models, mut nameless) = (Vec::new(), Vec::new());
        choices(ARTICLE, |choice| {
            models.push(choice.model);
            let features = choice.answers.iter().flat_map(|answer| &answer.features);
            nameless.extend(features.filter(|(_, values)| values.contains('?')).cloned());
            choice.answers.len() - 1
        });
        assert_eq!(nameless, []);
        for (model, _) in FILES {
            assert!(models.contains(&model), "no choice was left to {model}");
        }
    }

    /// Compares the scores of the tables with sums over the lines of the files of weights.
    struct Comparison {
        weights: &'static Weights,
        by_name: HashMap<String, HashMap<&'static str, f32>>,
        names: HashMap<Value, String>,
        compared: usize,
        wrong: Vec<(&'static str, f32, f32)>,
    }

    impl Comparison {
        fn new() -> Self {
            let mut by_name: HashMap<String, HashMap<&str, f32>> = HashMap::new();
            for (model, file) in FILES {
                let mut fields = "";
                for line in file.lines().filter(|line| !line.starts_with('#')) {
                    match line.split_once('\t') {
                        None => fields = line,
                        Some((values, weight)) => {
                            let weight: f32 = weight.parse().expect("a weight");
                            by_name.entry(format!("{model} {fields}")).or_default().insert(values, weight);
                        }
                    }
                }
            }
            let language = Language::english();
            let names = names(&language);
            Comparison { weights: language.weights(), by_name, names, compared: 0, wrong: Vec::new() }
        }
    }

    impl Choose for &mut Comparison {
        fn choose<S: Schema>(
            &mut self,
            question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Named>,
        ) -> usize {
            for description in (0..question.answers).filter_map(|answer| question.description(answer)) {
                let features = description.feature_names::<S>(|value| self.names[&value].clone());
                let weight = |(fields, values): (String, String)| {
                    let of_template = self.by_name.get(&fields);
                    of_template.and_then(|weights| weights.get(values.as_str())).copied().unwrap_or(0.0)
                };
                let sum: f32 = features.into_iter().map(weight).sum();
                let score = self.weights.score(question.schema, &description);
                self.compared += 1;
                if (sum - score).abs() > 0.001 {
                    self.wrong.push((S::NAME, sum, score));
                }
            }
            question.answers - 1
        }

        fn confidence<S, D>(&self, _: &Question<'_, S, D, impl Fn(usize) -> Named>, _: usize) -> f32 {
            1.0
        }

        fn doubt(&self) -> f32 {
            0.0
        }
    }

    #[test]
    fn tables_have_the_weights_of_the_files() {
        let mut comparison = Comparison::new();
        decide(&Document::new(ARTICLE, &Language::english()), &mut comparison);
        assert!(comparison.compared > 500, "only {} descriptions were compared", comparison.compared);
        assert_eq!(comparison.wrong, []);
    }
}
