//! The decider that answers as a caller says, such as an annotation.

use crate::attributor::Attributor;
use crate::memory::Memory;
use crate::models::{Decider, Description, Parts, Question, Schema};
use crate::quotes::match_quotes;
use crate::tokenizer::Document;
use crate::training::writer::Writer;
use crate::training::Choice;

/// Passes the choices that the attribution of `text` faces to `answer`, in their order.
///
/// Later choices depend on earlier answers. `answer` returns the index of an answer; an index out of bounds counts as
/// the last one.
pub fn choices(text: &str, answer: impl FnMut(Choice) -> usize) {
    let attributor = Attributor::default();
    let document = Document::new(text, &attributor.language);
    let quotes = match_quotes(&document, attributor.marks);
    let teacher = Teacher { writer: Writer::new(&document), answer };
    attributor.decide(&document, &quotes, teacher, &mut Memory::default());
}

/// Answers as it is told, with certainty.
struct Teacher<'a, F> {
    writer: Writer<'a>,
    answer: F,
}

impl<F: FnMut(Choice) -> usize> Decider for Teacher<'_, F> {
    fn decide<S: Schema>(
        &mut self,
        question: &Question<'_, S, impl Fn(usize, &mut Description), impl Fn(usize) -> Parts>,
    ) -> usize {
        (self.answer)(self.writer.choice(question)).min(question.answers - 1)
    }

    fn confidence<S, D>(
        &self,
        _question: &Question<'_, S, D, impl Fn(usize) -> Parts>,
        _answer: usize,
    ) -> f32 {
        1.0
    }

    fn doubt(&self) -> f32 {
        0.0
    }
}
