//! What holds for the quotation spans of any text.

use whosaid::quotes::{quote_spans, QuoteSpan};
use whosaid::Marks;

use super::require;

/// The spans open in the order of the text, one inside the other or one after the other.
pub fn check(text: &str, marks: Marks) -> Result<(), String> {
    let quotes = quote_spans(text, marks);
    require(marks != Marks::NONE || quotes.is_empty(), || "quotations without any marks".to_owned())?;
    let mut open: Vec<usize> = Vec::new();
    let mut last_start = None;
    for (index, quote) in quotes.iter().enumerate() {
        let place = format!("quotation span {index} at {}", quote.span);
        check_one(text, quote).map_err(|error| format!("{place}: {error}"))?;
        require(last_start < Some(quote.span.start()), || format!("{place} opens too late"))?;
        last_start = Some(quote.span.start());

        while open.last().is_some_and(|&outer| quotes[outer].span.end() <= quote.span.start()) {
            open.pop();
        }
        let outer = open.last().copied();
        require(quote.parent == outer, || {
            format!("{place} stands in {outer:?}, its parent is {:?}", quote.parent)
        })?;
        if let Some(outer) = outer {
            let around = quotes[outer].content;
            require(around.contains(quote.span), || format!("{place} is not inside {around}"))?;
        }
        open.push(index);
    }
    require(quote_spans(text, marks) == quotes, || "the second answer is another".to_owned())
}

fn check_one(text: &str, quote: &QuoteSpan) -> Result<(), String> {
    let (span, content) = (quote.span, quote.content);
    require(span.of(text).is_some(), || "the span cuts the text".to_owned())?;
    require(content.of(text).is_some(), || format!("the content {content} cuts the text"))?;
    require(span.contains(content), || format!("it does not hold its content {content}"))?;
    require(span.start() < content.start(), || "it has no opening mark".to_owned())?;
    require(quote.is_closed == (content.end() < span.end()), || {
        format!("closed: {}, but its content ends at {}", quote.is_closed, content.end())
    })
}
