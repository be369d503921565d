//! Pairs marks paragraph by paragraph and joins what runs over several.

use super::marks::{Family, Glyph, Mark, Marks};
use super::matcher::{Matcher, Pair};
use super::QuoteSpan;
use crate::span::Span;
use crate::tokenizer::{Document, Range, TokenKind};

/// The quotations of a document.
#[derive(Debug, Default)]
pub(crate) struct Quotes {
    /// In the order in which they open.
    pub spans: Vec<QuoteSpan>,
    /// What each quotation that stands in no other has in each of its paragraphs, in order.
    pub pieces: Vec<Piece>,
}

impl Quotes {
    /// The tokens of the piece that a token stands in. Logarithmic.
    pub(crate) fn piece_at(&self, token: usize) -> Option<&Range> {
        self.piece_from(token).filter(|piece| piece.start <= token)
    }

    /// Whether one of these tokens stands in a quotation. Logarithmic.
    pub(crate) fn touches(&self, tokens: &Range) -> bool {
        self.piece_from(tokens.start).is_some_and(|piece| piece.start < tokens.end)
    }

    /// The tokens of the first piece that does not end before a token.
    fn piece_from(&self, token: usize) -> Option<&Range> {
        let at = self.pieces.partition_point(|piece| piece.tokens.end <= token);
        self.pieces.get(at).map(|piece| &piece.tokens)
    }
}

/// The part of a quotation that stands in one paragraph.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    /// The index of its quotation.
    pub quote: usize,
    /// Its tokens, marks included.
    pub tokens: Range,
}

/// Matches all quotations. Linear: each mark is looked at a bounded number of times.
pub(crate) fn match_quotes(document: &Document<'_>, marks: Marks) -> Quotes {
    let mut joiner = Joiner { document, found: Vec::new(), unclosed: None };
    let mut in_paragraph = Vec::new();
    for at in 0..document.paragraph_count() {
        let tokens = document.paragraph(at);
        in_paragraph.clear();
        collect_marks(document, tokens.clone(), marks, &mut in_paragraph);
        joiner.add(tokens, &in_paragraph);
    }
    joiner.finish()
}

fn collect_marks(document: &Document<'_>, tokens: Range, marks: Marks, found: &mut Vec<Mark>) {
    let mut in_attribute = false;
    for token in tokens.clone() {
        if !document.tokens[token].is_a(TokenKind::Mark) {
            continue;
        }
        if std::mem::take(&mut in_attribute) {
            continue;
        }
        // The value of an attribute of markup: ="…".
        if token > tokens.start && document.is(token - 1, "=") && document.is(token, "\"") {
            in_attribute = true;
            continue;
        }
        found.extend(Mark::at(document, token, tokens.end, marks));
    }
}

/// A quotation on its way: the tokens of each of its paragraphs.
struct Found {
    pieces: Vec<Range>,
    is_closed: bool,
}

struct Joiner<'d, 't> {
    document: &'d Document<'t>,
    found: Vec<Found>,
    /// The quotation that the paragraph before left open, and its family.
    unclosed: Option<(usize, Family)>,
}

impl Joiner<'_, '_> {
    fn add(&mut self, tokens: Range, marks: &[Mark]) {
        let mut reopened = self.unclosed.take().filter(|(_, family)| {
            marks.first().is_some_and(|mark| {
                mark.token == tokens.start && mark.family == *family && mark.glyph != Glyph::Closing
            })
        });
        for pair in Matcher::pairs(marks) {
            let family = marks[pair.open].family;
            let end = match (pair.close, pair.stopped_by) {
                (Some(close), _) => marks[close].token + 1,
                (None, Some(stop)) => marks[stop].token,
                (None, None) => tokens.end,
            };
            let runs_on = pair.close.is_none() && pair.stopped_by.is_none();
            if runs_on && family == Family::Single && !self.goes_on(&tokens, marks, &pair) {
                continue;
            }
            let piece = marks[pair.open].token..end;
            let index = match reopened.take() {
                Some((index, _)) => {
                    self.found[index].pieces.push(piece);
                    index
                }
                None => {
                    self.found.push(Found { pieces: vec![piece], is_closed: false });
                    self.found.len() - 1
                }
            };
            self.found[index].is_closed = pair.close.is_some();
            if runs_on {
                self.unclosed.get_or_insert((index, family));
            }
        }
    }

    /// Whether a single mark that nothing closes is a quotation's nevertheless: it is a curly one, opens
    /// its paragraph or follows a comma, colon or full stop, and the next paragraph opens with the same mark.
    fn goes_on(&self, tokens: &Range, marks: &[Mark], pair: &Pair) -> bool {
        let document = self.document;
        let mark = &marks[pair.open];
        let follows_stop = mark.can_only_open()
            && mark.token > 0
            && matches!(document.text_of(mark.token - 1), "," | ":" | "." | "!" | "?");
        (mark.token == tokens.start || mark.glyph == Glyph::Opening || follows_stop)
            && tokens.end < document.tokens.len()
            && document.is(tokens.end, document.text_of(mark.token))
    }

    fn finish(self) -> Quotes {
        let mut quotes = Quotes::default();
        let mut found = self.found;
        found.sort_by_key(|quote| quote.pieces[0].start);
        let mut around: Vec<usize> = Vec::new();
        for quote in found {
            let index = quotes.spans.len();
            let span = self.document.span(whole(&quote.pieces));
            while around.last().is_some_and(|&outer| !quotes.spans[outer].span.contains(span)) {
                around.pop();
            }
            let parent = around.last().copied();
            let content = content(self.document, &quote);
            quotes.spans.push(QuoteSpan { span, content, parent, is_closed: quote.is_closed });
            around.push(index);
            if parent.is_none() {
                quotes.pieces.extend(quote.pieces.into_iter().map(|tokens| Piece { quote: index, tokens }));
            }
        }
        quotes.pieces.sort_by_key(|piece| piece.tokens.start);
        quotes
    }
}

fn whole(pieces: &[Range]) -> Range {
    pieces[0].start..pieces[pieces.len() - 1].end
}

fn content(document: &Document<'_>, quote: &Found) -> Span {
    let tokens = whole(&quote.pieces);
    let span = document.span(tokens.clone());
    let start = document.end_of(tokens.start);
    let end = if quote.is_closed { document.tokens[tokens.end - 1].start() } else { span.end() };
    Span::new(start, end.max(start))
}
