//! Transformations that replace quotation marks.

use whosaid::quotes::quote_spans;
use whosaid::{Marks, Span};

/// The opening and closing marks of outer quotations and of those nested inside them; deeper levels alternate.
pub type Style = [(&'static str, &'static str); 2];

pub const STRAIGHT: Style = [("\"", "\""), ("'", "'")];
pub const CURLY: Style = [("“", "”"), ("‘", "’")];
pub const BRITISH: Style = [("‘", "’"), ("“", "”")];
pub const STRAIGHT_BRITISH: Style = [("'", "'"), ("\"", "\"")];
pub const LATEX: Style = [("``", "''"), ("`", "'")];
pub const GUILLEMETS: Style = [("«", "»"), ("‹", "›")];
pub const SPACED_GUILLEMETS: Style = [("«\u{a0}", "\u{a0}»"), ("‹\u{a0}", "\u{a0}›")];
pub const LOW: Style = [("„", "“"), ("‚", "‘")];
pub const CORNERS: Style = [("「", "」"), ("『", "』")];

/// Replaces the quotation marks of `text` by those of `style`.
///
/// Returns a text with corner marks unchanged: such texts have no spaces, by which the roles of other marks are
/// decided. Single marks are not used for a text with an unclosed quotation, where they would be apostrophes.
pub fn restyle(text: &str, style: Style) -> String {
    let unclosed = || quote_spans(text, Marks::ALL).iter().any(|quote| !quote.is_closed);
    if text.contains('「') || is_single(style) && unclosed() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (span, mark) in replacements(text, style) {
        out.push_str(&text[from..span.start()]);
        out.push_str(mark);
        from = span.end();
    }
    out + &text[from..]
}

fn is_single(style: Style) -> bool {
    matches!(style, BRITISH | STRAIGHT_BRITISH)
}

/// Returns the spans of all quotation marks in text order, each with its replacement.
fn replacements(text: &str, style: Style) -> Vec<(Span, &'static str)> {
    let quotes = quote_spans(text, Marks::ALL);
    let mut depths: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    for quote in &quotes {
        let depth = quote.parent.map_or(0, |parent| depths[parent] + 1);
        depths.push(depth);
        let (open, close) = style[depth % 2];
        let inside = &text[quote.content.range()];
        let spaces = inside.len() - inside.trim_start_matches('\u{a0}').len();
        let opening = Span::new(quote.span.start(), quote.content.start() + spaces);
        found.push((opening, open));
        for at in reopened(text, quote.content, &text[opening.range()]) {
            found.push((Span::new(at, at + opening.len()), open));
        }
        if quote.is_closed {
            let spaces = inside.len() - inside.trim_end_matches('\u{a0}').len();
            found.push((Span::new(quote.content.end() - spaces, quote.span.end()), close));
        }
    }
    found.sort_by_key(|(span, _)| *span);
    found
}

/// Returns the offsets at which the paragraphs of a quotation repeat its opening mark.
fn reopened(text: &str, content: Span, mark: &str) -> Vec<usize> {
    let starts = whosaid::tokenizer::paragraphs(text).map(|paragraph| paragraph.start());
    starts.filter(|&at| content.start() < at && at < content.end() && text[at..].starts_with(mark)).collect()
}
