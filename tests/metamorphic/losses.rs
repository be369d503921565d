//! What a text loses in one place must not be missed in another.

use whosaid::quotes::quote_spans;
use whosaid::{tokenizer, Marks, Span};

use super::pairs::{self, Pair};
use super::Comparison;

/// Each closing mark left out in turn: the pairs outside its paragraph stay. The next paragraph is out of
/// it too where it opens with a quotation: that is how one quotation over both would be written.
pub fn closing_marks(text: &str) -> Vec<Comparison> {
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

/// Each paragraph left out in turn: the pairs outside it stay whose speaker is still named, save those
/// of a quotation that runs into it.
pub fn paragraphs(text: &str) -> Vec<Comparison> {
    let paragraphs: Vec<Span> = tokenizer::paragraphs(text).collect();
    let quotes = quote_spans(text, Marks::ALL);
    let touched = |paragraph: Span| {
        let cut = quotes.iter().map(|quote| quote.span).filter(|quote| quote.overlaps(paragraph));
        cut.fold(paragraph, |all, it| Span::new(all.start().min(it.start()), all.end().max(it.end())))
    };
    paragraphs
        .iter()
        .map(|&paragraph| without(text, paragraph, touched(paragraph)))
        .filter(|comparison| !comparison.before.is_empty())
        .collect()
}

fn opens_quotation(text: &str, paragraph: Span) -> bool {
    quote_spans(text, Marks::ALL).iter().any(|quote| quote.span.start() == paragraph.start())
}

/// The text without `lost`, compared outside `touched` by the quotations whose speaker is still named.
fn without(text: &str, lost: Span, touched: Span) -> Comparison {
    let changed = [&text[..lost.start()], &text[lost.end()..]].concat();
    let moved = |at: usize| if at < lost.start() { at } else { at + lost.len() };
    let left = pairs::plain(&changed);
    let is_named = |pair: &Pair| pair.speaker.as_ref().is_none_or(|name| left.contains(name.as_str()));
    let apart = |start: usize, end: usize| end <= touched.start() || touched.end() <= start;

    let (mut before, mut orphans) = (Vec::new(), Vec::new());
    for (span, pair) in pairs::placed(text) {
        if is_named(&pair) && apart(span.start(), span.end()) {
            before.push(pair);
        } else {
            orphans.push(span.start());
        }
    }
    let after = pairs::placed(&changed).into_iter().filter_map(|(span, pair)| {
        let (start, end) = (moved(span.start()), moved(span.end()));
        (apart(start, end) && !orphans.contains(&start)).then_some(pair)
    });
    let after = after.collect();
    Comparison { text: changed, before, after }
}
