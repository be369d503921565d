//! Makes records of the questions that were asked, and links them to the records of the analysis.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::analysis::{Analysis, Passage};
use crate::explanation::explainer::{Asked, Explainer, Scored};
use crate::explanation::reasons::{self, answer_in_words};
use crate::explanation::unasked;
use crate::explanation::values::{field_name, joined, ValueNames};
use crate::explanation::{Candidate, Decision, Explanation, Feature, Target};
use crate::models::fields::Field;
use crate::models::linear::HUNDREDTHS;
use crate::models::{value, Value};
use crate::text::index::TokenRange;
use crate::text::span::Span;
use crate::tokenizer::{split, Document};

impl Explainer {
    /// The explanation of an analysis of this document.
    pub(crate) fn into_explanation<'t>(
        self,
        document: &Document<'t>,
        analysis: Analysis<'t>,
    ) -> Explanation<'t> {
        let names = ValueNames::new(&document.language);
        let links = Links::new(document, &analysis);
        let record = |asked: Asked| decision(asked, document, &names, &links);
        let mut decisions: Vec<Decision<'t>> = self.asked.into_iter().map(record).collect();
        links.share_sources(&mut decisions);
        unasked::complete(&mut decisions, &links);
        decisions.sort_by_key(|decision| decision.sentence.start());
        Explanation { text: Cow::Borrowed(document.text), analysis, decisions }
    }
}

/// The records of an analysis by their places in the text.
pub(super) struct Links<'a, 't> {
    pub analysis: &'a Analysis<'t>,
    pub text: &'t str,
    sentences: Vec<Span>,
    /// The quotations that are in no other one.
    outermost: Vec<Span>,
    /// The cue of each attribution that has one, with its index, in the order of the text.
    cues: Vec<(Span, usize)>,
    /// The same for the sources.
    sources: Vec<(Span, usize)>,
}

impl<'a, 't> Links<'a, 't> {
    fn new(document: &Document<'t>, analysis: &'a Analysis<'t>) -> Self {
        let sentences = document.paragraphs().flat_map(|paragraph| split(document, paragraph));
        let parts = |part: fn(&crate::analysis::Attribution<'_>) -> Option<Span>| {
            let of = |(index, record)| Some((part(record)?, index));
            let mut parts: Vec<_> = analysis.attributions.iter().enumerate().filter_map(of).collect();
            parts.sort_unstable();
            parts
        };
        let outermost = analysis.quotations.iter().filter(|quotation| quotation.parent.is_none());
        Links {
            analysis,
            outermost: outermost.map(|quotation| quotation.span).collect(),
            text: document.text,
            sentences: sentences.map(|sentence| document.span(sentence)).collect(),
            cues: parts(|record| Some(record.cue()?.span())),
            sources: parts(|record| Some(record.source()?.span())),
        }
    }

    /// The sentences that a span is in. They continue over a quotation that the span is not in.
    pub(super) fn sentence(&self, span: Span) -> Span {
        let sentence = self.sentences_over(span);
        let around = |at: usize| {
            let after = self.outermost.partition_point(|quotation| quotation.start() <= at);
            let quotation = *self.outermost.get(after.checked_sub(1)?)?;
            let holds = quotation.end() > at && !quotation.contains(span);
            holds.then(|| self.sentences_over(quotation))
        };
        let start = around(sentence.start()).map_or(sentence.start(), Span::start);
        let end = sentence.end().checked_sub(1).and_then(around).map_or(sentence.end(), Span::end);
        Span::new(start.min(sentence.start()), end.max(sentence.end()))
    }

    /// From the start of the sentence in which a span starts to the end of the one in which it ends.
    fn sentences_over(&self, span: Span) -> Span {
        let first = self.sentences.partition_point(|sentence| sentence.end() <= span.start());
        let after = self.sentences.partition_point(|sentence| sentence.start() < span.end());
        let start = self.sentences.get(first).map_or(span.start(), |sentence| sentence.start());
        let last = after.checked_sub(1).and_then(|last| self.sentences.get(last));
        let end = last.map_or(span.end(), |sentence| sentence.end());
        Span::new(start.min(span.start()), end.max(span.end()))
    }

    pub(super) fn passage(&self, span: Span) -> Passage<'t> {
        Passage { span, text: Cow::Borrowed(span.of(self.text).unwrap_or("")) }
    }

    /// The innermost quotation around a span.
    fn quotation(&self, span: Span) -> Option<usize> {
        let quotations = &self.analysis.quotations;
        let after = quotations.partition_point(|quotation| quotation.span.start() <= span.start());
        let mut at = after.checked_sub(1);
        while let Some(index) = at {
            let quotation = quotations.get(index)?;
            if quotation.span.contains(span) {
                return at;
            }
            at = quotation.parent.map(|parent| parent.get());
        }
        None
    }

    /// Links the questions about a source that several attributions share to these, one after the other: they were asked
    /// in the order of the attributions.
    fn share_sources(&self, decisions: &mut [Decision<'t>]) {
        let mut asked: HashMap<Span, usize> = HashMap::new();
        for decision in decisions.iter_mut().filter(|decision| decision.decides == Target::Meaning) {
            let Some(known) = decision.attribution else { continue };
            let Some(source) = self.analysis.attributions.get(known).and_then(|it| it.source.as_ref()) else {
                continue;
            };
            let first = self.sources.partition_point(|(span, _)| *span < source.span);
            let after = self.sources.partition_point(|(span, _)| *span <= source.span);
            let count = asked.entry(source.span).or_insert(0);
            let own = self.sources.get((first + *count).min(after.saturating_sub(1)));
            decision.attribution = own.map(|(_, index)| *index);
            *count += 1;
        }
    }

    /// The attribution that the answer to a question about a span is a part of.
    fn attribution(&self, decides: Target, about: Span, quotation: Option<usize>) -> Option<usize> {
        if let Some(quotation) = quotation {
            return self.analysis.quotations.get(quotation)?.attribution.map(|attribution| attribution.get());
        }
        let parts = if decides == Target::Meaning { &self.sources } else { &self.cues };
        let after = parts.partition_point(|(span, _)| span.start() <= about.start());
        let (span, index) = parts.get(after.checked_sub(1)?)?;
        span.contains(about).then_some(*index)
    }
}

/// The record of a question.
fn decision<'t>(
    asked: Asked,
    document: &Document<'t>,
    names: &ValueNames,
    links: &Links<'_, 't>,
) -> Decision<'t> {
    let about = document.span(asked.about);
    let is_about_quotation = matches!(asked.decides, Target::Link | Target::Speaker);
    let quotation = is_about_quotation.then(|| links.quotation(about)).flatten();
    let candidate = |scored: &Scored| candidate(&asked, scored, document, names, links);
    let mut order: Vec<usize> = (0..asked.answers.len()).collect();
    order.sort_by(|one, other| asked.answers[*other].share.total_cmp(&asked.answers[*one].share));
    let candidates: Vec<Candidate<'t>> = order.iter().map(|at| candidate(&asked.answers[*at])).collect();
    let place = |answer: usize| order.iter().position(|at| *at == answer);
    let next = order.iter().copied().find(|at| *at != asked.taken && !is_same(&asked, *at));
    let in_words =
        |answer: usize| Some((asked.answers.get(answer)?, candidates.get(place(answer)?)?.answer.as_str()));
    let (taken, rival) = (in_words(asked.taken), next.and_then(in_words));
    Decision {
        decides: asked.decides,
        model: Some(Cow::Borrowed(asked.model)),
        about: links.passage(about),
        sentence: links.sentence(about),
        quotation,
        attribution: links.attribution(asked.decides, about, quotation),
        answer: taken.map_or(String::new(), |(_, answer)| answer.to_owned()),
        reason: taken.map_or(String::new(), |taken| reasons::reason(&asked, taken, rival, names)),
        chosen: place(asked.taken),
        next: next.and_then(place),
        probability: taken.map(|(taken, _)| taken.probability),
        overruled: asked.by,
        bound: asked.bound,
        candidates,
    }
}

/// Whether an answer has the source of the one that was taken, and so counts as the same.
fn is_same(asked: &Asked, answer: usize) -> bool {
    let source = |at: usize| asked.answers.get(at).and_then(|answer| answer.parts.source);
    source(answer).is_some() && source(answer) == source(asked.taken)
}

fn candidate<'t>(
    asked: &Asked,
    scored: &Scored,
    document: &Document<'t>,
    names: &ValueNames,
    links: &Links<'_, 't>,
) -> Candidate<'t> {
    let passage = |tokens: Option<TokenRange>| tokens.map(|tokens| links.passage(document.span(tokens)));
    let [cue, source] = [scored.parts.cue, scored.parts.source].map(passage);
    let content = scored.parts.content.map(|tokens| document.span(tokens));
    let words = [cue.as_ref().map(Passage::text), source.as_ref().map(Passage::text)];
    let words = [words[0], words[1], content.and_then(|content| content.of(links.text))];
    let found_by = scored.description.map(|it| it.value(Field::Rule)).filter(|rule| *rule != Value::NONE);
    let found_by = found_by.map(|rule| names.of(rule).to_owned());
    let side = scored.description.map_or(value!("-"), |it| it.value(Field::Frame));
    let is_no = scored.description.is_none();
    Candidate {
        answer: answer_in_words(asked.decides, is_no, names.of(side), words, &found_by),
        found_by: found_by.map(Cow::Owned),
        cue,
        source,
        content,
        score: scored.score(),
        probability: scored.share,
        prior: scored.prior as f32 / HUNDREDTHS,
        features: features(asked, scored, names),
    }
}

/// The features that have a weight, the heaviest first.
fn features(asked: &Asked, scored: &Scored, names: &ValueNames) -> Vec<Feature> {
    let weighed = (0..scored.weights.len()).filter(|template| scored.weights[*template] != 0);
    let mut features: Vec<Feature> =
        weighed.map(|template| feature(asked, scored, template, names)).collect();
    features.sort_by(|one, other| other.weight.abs().total_cmp(&one.weight.abs()));
    features
}

/// The feature that an answer has for a template, given by its number.
pub(super) fn feature(asked: &Asked, scored: &Scored, template: usize, names: &ValueNames) -> Feature {
    let fields = asked.templates.get(template).copied().unwrap_or_default();
    let value = |field: &Field| scored.description.map_or(Value::NONE, |it| it.value(*field));
    Feature {
        fields: joined(fields.iter().map(|field| field_name(*field)), "+"),
        values: joined(fields.iter().map(|field| names.of(value(field))), ", "),
        weight: scored.weights.get(template).map_or(0.0, |weight| *weight as f32 / HUNDREDTHS),
    }
}
