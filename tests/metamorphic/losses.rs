//! Transformations that remove a part of the text, which must not affect the rest.

use whosaid::quotes::quote_spans;
use whosaid::{tokenizer, Marks, Rule, Span};

use super::pairs::{self, Pair};
use super::Comparison;

/// Removes each closing mark in turn. The pairs outside its paragraph must stay.
///
/// The next paragraph is not compared either if it starts with a quotation, since without the closing mark the two
/// are one quotation over both paragraphs. A dialogue is left out: the tag after the mark is lost in the quotation, and
/// the turns around depend on it.
pub fn without_closing_marks(text: &str) -> Vec<Comparison> {
    if uses_any(text, &[Rule::Turn, Rule::Beat]) {
        return Vec::new();
    }
    let paragraphs: Vec<Span> = tokenizer::paragraphs(text).collect();
    let closed = quote_spans(text, Marks::ALL).into_iter().filter(|quote| quote.is_closed);
    closed
        .filter_map(|quote| {
            let mark = Span::new(quote.content.end(), quote.span.end());
            let at = paragraphs.iter().position(|paragraph| paragraph.contains(mark))?;
            let next = paragraphs.get(at + 1).filter(|next| opens_quotation(text, **next));
            Some(without(
                text,
                mark,
                Span::new(paragraphs[at].start(), next.unwrap_or(&paragraphs[at]).end()),
            ))
        })
        .filter(|comparison| !comparison.before.is_empty())
        .collect()
}

/// Removes each paragraph in turn. The pairs outside it must stay if the rest still names their speaker and their
/// quotation does not extend into the paragraph.
///
/// A conversation is left out: who speaks a turn depends on the turns around it.
pub fn without_paragraphs(text: &str) -> Vec<Comparison> {
    if uses_any(text, &[Rule::Turn, Rule::Beat, Rule::Label, Rule::Signature]) {
        return Vec::new();
    }
    let paragraphs: Vec<Span> = tokenizer::paragraphs(text).collect();
    let quotes = quote_spans(text, Marks::ALL);
    let affected_by = |paragraph: Span| {
        let overlapping = quotes.iter().map(|quote| quote.span).filter(|quote| quote.overlaps(paragraph));
        overlapping.fold(paragraph, |all, it| Span::new(all.start().min(it.start()), all.end().max(it.end())))
    };
    paragraphs
        .iter()
        .map(|&paragraph| without(text, paragraph, affected_by(paragraph)))
        .filter(|comparison| !comparison.before.is_empty())
        .collect()
}

/// Whether one of the rules found something in a text.
fn uses_any(text: &str, rules: &[Rule]) -> bool {
    whosaid::attribute(text).attributions().any(|found| rules.contains(&found.rule()))
}

fn opens_quotation(text: &str, paragraph: Span) -> bool {
    quote_spans(text, Marks::ALL).iter().any(|quote| quote.span.start() == paragraph.start())
}

/// Removes `removed` and compares the quotations outside `affected` whose speaker the remaining text names.
fn without(text: &str, removed: Span, affected: Span) -> Comparison {
    let changed = [&text[..removed.start()], &text[removed.end()..]].concat();
    let original_offset = |at: usize| if at < removed.start() { at } else { at + removed.len() };
    let remaining = pairs::plain(&changed);
    let is_named = |pair: &Pair| pair.speaker.as_ref().is_none_or(|name| remaining.contains(name.as_str()));
    let is_outside = |start: usize, end: usize| end <= affected.start() || affected.end() <= start;

    let (mut before, mut not_compared) = (Vec::new(), Vec::new());
    for (span, pair) in pairs::with_spans(text) {
        if is_named(&pair) && is_outside(span.start(), span.end()) {
            before.push(pair);
        } else {
            not_compared.push(span.start());
        }
    }
    let after = pairs::with_spans(&changed).into_iter().filter_map(|(span, pair)| {
        let (start, end) = (original_offset(span.start()), original_offset(span.end()));
        (is_outside(start, end) && !not_compared.contains(&start)).then_some(pair)
    });
    let after = after.collect();
    Comparison { text: changed, before, after }
}
