//! Pairs marks paragraph by paragraph and joins what runs over several.

use crate::quotes::marks::{Family, Glyph, Mark, Marks};
use crate::quotes::matcher::{Ending, Matcher, Pair};
use crate::quotes::QuoteSpan;
use crate::text::lists;
use crate::text::span::Span;
use crate::tokenizer::{Document, Range, TokenKind, Tokens};

/// The quotations of a document.
#[derive(Debug, Default)]
pub(crate) struct Quotes {
    /// In the order in which they open.
    quotes: Vec<Quote>,
    /// What each quotation that stands in no other has in each of its paragraphs, in order.
    pub pieces: Vec<Piece>,
}

/// A quotation, in half the bytes of a [`QuoteSpan`].
#[derive(Debug, Clone, Copy)]
struct Quote {
    tokens: Tokens,
    /// The quotation that it stands in; [`NONE`] where it stands in no other.
    parent: u32,
    is_closed: bool,
}

const NONE: u32 = u32::MAX;

/// The part of a quotation that stands in one paragraph.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    quote: u32,
    tokens: Tokens,
}

impl Piece {
    /// The index of its quotation.
    pub(crate) fn quote(self) -> usize {
        self.quote as usize
    }

    /// Its tokens, marks included.
    pub(crate) fn tokens(self) -> Range {
        self.tokens.range()
    }

    pub(crate) fn start(self) -> usize {
        self.tokens.start()
    }

    pub(crate) fn end(self) -> usize {
        self.tokens.end()
    }
}

impl Quotes {
    /// How many quotations there are.
    pub(crate) fn len(&self) -> usize {
        self.quotes.len()
    }

    /// The number of the first piece that does not end before a token. Logarithmic in the way from the piece
    /// `near`.
    pub(crate) fn piece_from(&self, token: usize, near: usize) -> usize {
        lists::partition_point_near(&self.pieces, near, |piece| piece.end() <= token)
    }

    /// The quotations in the order in which they open.
    pub(crate) fn spans<'a>(
        &'a self,
        document: &'a Document<'_>,
    ) -> impl ExactSizeIterator<Item = QuoteSpan> + 'a {
        self.quotes.iter().map(|quote| {
            let span = document.span(quote.tokens.range());
            let start = document.end_of(quote.tokens.start());
            let end = match quote.is_closed {
                true => document.tokens[quote.tokens.end() - 1].start(),
                false => span.end(),
            };
            let parent = (quote.parent != NONE).then_some(quote.parent as usize);
            QuoteSpan { span, content: Span::new(start, end.max(start)), parent, is_closed: quote.is_closed }
        })
    }
}

/// Matches all quotations. Linear: each mark is looked at a bounded number of times.
pub(crate) fn match_quotes(document: &Document<'_>, marks: Marks) -> Quotes {
    let mut joiner = Joiner { document, quotes: Quotes::default(), unclosed: None };
    let (mut in_paragraph, mut matcher) = (Vec::new(), Matcher::default());
    let mut rest = document.marks();
    for tokens in document.paragraphs() {
        let here = rest.iter().take_while(|mark| (**mark as usize) < tokens.end).count();
        if here == 0 {
            joiner.unclosed = None;
            continue;
        }
        let (these, others) = rest.split_at(here);
        rest = others;
        in_paragraph.clear();
        collect_marks(document, &tokens, these, marks, &mut in_paragraph);
        joiner.add(&tokens, &in_paragraph, matcher.pairs(&in_paragraph));
    }
    joiner.finish()
}

fn collect_marks(
    document: &Document<'_>,
    paragraph: &Range,
    tokens: &[u32],
    marks: Marks,
    found: &mut Vec<Mark>,
) {
    let mut in_attribute = false;
    for token in tokens.iter().map(|token| *token as usize) {
        if std::mem::take(&mut in_attribute) {
            continue;
        }
        // The value of an attribute of markup: ="…".
        let follows_punctuation =
            token > paragraph.start && document.tokens[token - 1].is_a(TokenKind::Punctuation);
        if follows_punctuation && document.is(token - 1, "=") && document.is(token, "\"") {
            in_attribute = true;
            continue;
        }
        found.extend(Mark::at(document, token, paragraph.end, marks));
    }
}

struct Joiner<'d, 't> {
    document: &'d Document<'t>,
    quotes: Quotes,
    /// The quotation that the paragraph before left open, and its family.
    unclosed: Option<(usize, Family)>,
}

impl Joiner<'_, '_> {
    fn add(&mut self, tokens: &Range, marks: &[Mark], pairs: &[Pair]) {
        let mut reopened = self.unclosed.take().filter(|(_, family)| {
            marks.first().is_some_and(|mark| {
                mark.token() == tokens.start && mark.family == *family && mark.glyph != Glyph::Closing
            })
        });
        for pair in pairs {
            let opener = &marks[pair.open()];
            let end = match pair.ending {
                Ending::Closed(close) => marks[close as usize].token() + 1,
                Ending::Before(stop) => marks[stop as usize].token(),
                Ending::Paragraph => tokens.end,
            };
            let runs_on = pair.ending == Ending::Paragraph;
            if runs_on && opener.family == Family::Single && !self.goes_on(tokens, opener) {
                continue;
            }
            let is_closed = matches!(pair.ending, Ending::Closed(_));
            let piece = Tokens::from(opener.token()..end);
            let index = match reopened.take() {
                Some((index, _)) => {
                    let quote = &mut self.quotes.quotes[index];
                    quote.tokens = Tokens::from(quote.tokens.start()..end);
                    quote.is_closed = is_closed;
                    index
                }
                None => {
                    lists::push(&mut self.quotes.quotes, Quote { tokens: piece, parent: NONE, is_closed });
                    self.quotes.len() - 1
                }
            };
            lists::push(&mut self.quotes.pieces, Piece { quote: index as u32, tokens: piece });
            if runs_on {
                self.unclosed.get_or_insert((index, opener.family));
            }
        }
    }

    /// Whether a single mark that nothing closes is a quotation's nevertheless: it is a curly one, opens
    /// its paragraph or follows a comma, colon or full stop, and the next paragraph opens with the same mark.
    fn goes_on(&self, tokens: &Range, mark: &Mark) -> bool {
        let (document, token) = (self.document, mark.token());
        let follows_stop = mark.can_only_open()
            && token > 0
            && matches!(document.text_of(token - 1), "," | ":" | "." | "!" | "?");
        (token == tokens.start || mark.glyph == Glyph::Opening || follows_stop)
            && tokens.end < document.tokens.len()
            && document.is(tokens.end, document.text_of(token))
    }

    /// The quotations, which were found in the order in which they open, each with the one around it.
    fn finish(self) -> Quotes {
        let mut quotes = self.quotes;
        let mut around: Vec<u32> = Vec::new();
        for at in 0..quotes.len() {
            let tokens = quotes.quotes[at].tokens;
            while around
                .last()
                .is_some_and(|&outer| quotes.quotes[outer as usize].tokens.end() < tokens.end())
            {
                around.pop();
            }
            quotes.quotes[at].parent = around.last().copied().unwrap_or(NONE);
            around.push(at as u32);
        }
        let Quotes { quotes: all, pieces } = &mut quotes;
        pieces.retain(|piece| all[piece.quote()].parent == NONE);
        quotes
    }
}
