//! Invariants of the quotation spans of any text.

use whosaid::quotes::{quote_spans, QuoteSpan};
use whosaid::Marks;

use super::require;

/// Checks that the spans are ordered by their start, and that any two are nested or disjoint.
pub fn check(text: &str, marks: Marks) -> Result<(), String> {
    let quotes = quote_spans(text, marks);
    require(marks != Marks::NONE || quotes.is_empty(), || "quotations although no marks count".to_owned())?;
    let mut open: Vec<usize> = Vec::new();
    let mut last_start = None;
    for (index, quote) in quotes.iter().enumerate() {
        let place = format!("quotation span {index} at {}", quote.span);
        check_one(text, quote).map_err(|error| format!("{place}: {error}"))?;
        require(last_start < Some(quote.span.start()), || {
            format!("{place} does not start after the previous one")
        })?;
        last_start = Some(quote.span.start());

        while open.last().is_some_and(|&outer| quotes[outer].span.end() <= quote.span.start()) {
            open.pop();
        }
        let outer = open.last().copied();
        require(quote.parent == outer, || {
            format!("{place} is inside {outer:?}, but its parent is {:?}", quote.parent)
        })?;
        if let Some(outer) = outer {
            let around = quotes[outer].content;
            require(around.contains(quote.span), || format!("{place} is not inside {around}"))?;
        }
        open.push(index);
    }
    require(quote_spans(text, marks) == quotes, || "the second answer differs from the first".to_owned())
}

fn check_one(text: &str, quote: &QuoteSpan) -> Result<(), String> {
    let (span, content) = (quote.span, quote.content);
    require(span.of(text).is_some(), || "it is not a span of the text".to_owned())?;
    require(content.of(text).is_some(), || format!("the content {content} is not a span of the text"))?;
    require(span.contains(content), || format!("it does not contain its content {content}"))?;
    require(span.start() < content.start(), || "it has no opening mark".to_owned())?;
    require(quote.is_closed == (content.end() < span.end()), || {
        format!("closed: {}, but its content ends at {}", quote.is_closed, content.end())
    })
}
