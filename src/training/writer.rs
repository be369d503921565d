//! Writes questions as records.

use std::cell::OnceCell;
use std::sync::Arc;

use crate::explanation::values::{joined, ValueNames};
use crate::models::exponential::exp;
use crate::models::fields::Field;
use crate::models::linear::{Weights, HUNDREDTHS};
use crate::models::schemas::MODELS;
use crate::models::{Description, Parts, Question, Schema};
use crate::text::index::TokenRange;
use crate::tokenizer::Document;
use crate::training::{Answer, Choice, Feature};

/// Writes the questions about a document as records.
pub(super) struct Writer<'a> {
    document: &'a Document<'a>,
    weights: &'static Weights,
    names: Arc<ValueNames>,
    /// The fields of each template, by the number of the model.
    fields: [OnceCell<Vec<String>>; MODELS.len()],
}

impl<'a> Writer<'a> {
    pub(super) fn new(document: &'a Document<'a>) -> Self {
        let language = &document.language;
        Writer {
            document,
            weights: language.weights(),
            names: ValueNames::new(language),
            fields: Default::default(),
        }
    }

    /// A question as a record.
    pub(super) fn choice<S: Schema>(
        &self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Parts>,
    ) -> Choice {
        let mut answers: Vec<Answer> = (0..question.answers).map(|at| self.answer(question, at)).collect();
        set_probabilities(&mut answers);
        Choice {
            model: MODELS[S::NUMBER].into(),
            decides: S::DECIDES,
            about: self.document.span(question.about),
            answers,
        }
    }

    /// An answer, given by its number, without its probability.
    fn answer<S: Schema>(
        &self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Parts>,
        answer: usize,
    ) -> Answer {
        let span = |tokens: Option<TokenRange>| tokens.map(|tokens| self.document.span(tokens));
        let Parts { cue, source, content } = (question.parts)(answer);
        let mut record = Answer {
            cue: span(cue),
            source: span(source),
            content: span(content),
            features: Vec::new(),
            prior: 0.0,
            score: 0.0,
            probability: 0.0,
        };
        if let Some(description) = question.description(answer) {
            record.features = self.features::<S>(&description);
            record.prior = self.weights.prior(&description) as f32 / HUNDREDTHS;
            record.score = self.weights.score(question.schema, &description);
        }
        record
    }

    /// The features of an answer, one per template.
    fn features<S: Schema>(&self, description: &Description) -> Vec<Feature> {
        let weights = S::fold_weights(description, self.weights, Vec::new(), |mut weights, weight| {
            weights.push(weight);
            weights
        });
        let spelled = |fields: &&[Field]| joined(fields.iter().map(|field| format!("{field:?}")), " ");
        let names = self.fields[S::NUMBER].get_or_init(|| S::TEMPLATES.iter().map(spelled).collect());
        let feature = |((fields, name), weight): ((&&[Field], &String), i32)| Feature {
            fields: name.clone(),
            values: joined(fields.iter().map(|field| self.names.of(description.value(*field))), " "),
            weight: weight as f32 / HUNDREDTHS,
        };
        S::TEMPLATES.iter().zip(names).zip(weights).map(feature).collect()
    }
}

/// Sets the probabilities by the scores.
fn set_probabilities(answers: &mut [Answer]) {
    let max = answers.iter().map(|answer| answer.score).fold(f32::NEG_INFINITY, f32::max);
    let total: f64 = answers.iter().map(|answer| exp(answer.score - max)).sum();
    for answer in answers {
        answer.probability = (exp(answer.score - max) / total) as f32;
    }
}
