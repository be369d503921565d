//! The same quotations between other marks.

use whosaid::quotes::quote_spans;
use whosaid::{Marks, Span};

/// The marks of quotations that stand in no other, then of those that stand in one, and so in turn.
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

/// `text` with the marks of `style` in place of its own.
///
/// A text in corner marks stays as it is: it sets no spaces, by which other marks are told apart. So does
/// one with an unclosed quotation where the style is of single marks, which are apostrophes then.
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

/// Where the marks of all quotations stand, in order, and what comes there.
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

/// Where a quotation that runs over paragraphs is opened anew.
fn reopened(text: &str, content: Span, mark: &str) -> Vec<usize> {
    let starts = whosaid::tokenizer::paragraphs(text).map(|paragraph| paragraph.start());
    starts.filter(|&at| content.start() < at && at < content.end() && text[at..].starts_with(mark)).collect()
}
