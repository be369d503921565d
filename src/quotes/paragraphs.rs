//! Pairs marks paragraph by paragraph and joins quotations over several paragraphs.
//!
//! Imports the matcher and the marks of `quotes`, word classes, documents, typed indices and lists.

use crate::language::Classes;
use crate::quotes::marks::{Mark, Marks};
use crate::quotes::matcher::{Matcher, Pair, QuoteEnd};
use crate::quotes::QuoteSpan;
use crate::text::index::{PieceIdx, QuotationId, TokenIdx, TokenRange};
use crate::text::lists;
use crate::text::span::Span;
use crate::tokenizer::marks::{Family, Side};
use crate::tokenizer::{Document, TokenKind};

/// The quotations of a document.
#[derive(Debug, Default)]
pub(crate) struct Quotes {
    /// In the order in which they open.
    quotes: Vec<Quote>,
    /// The parts of each quotation without a parent in each of its paragraphs, in order. A nickname has none.
    pub pieces: Vec<Piece>,
}

/// A quotation, in half the bytes of a [`QuoteSpan`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Quote {
    pub(super) tokens: TokenRange,
    /// The quotation around it.
    pub(super) parent: Option<QuotationId>,
    pub(super) is_closed: bool,
}

/// The part of a quotation that is in one paragraph.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    quotation: QuotationId,
    tokens: TokenRange,
}

impl Piece {
    pub(super) fn new(quotation: QuotationId, tokens: TokenRange) -> Self {
        Piece { quotation, tokens }
    }

    pub(crate) fn quotation(self) -> QuotationId {
        self.quotation
    }

    /// The tokens of the piece, marks included.
    pub(crate) fn tokens(self) -> TokenRange {
        self.tokens
    }

    pub(crate) fn start(self) -> TokenIdx {
        self.tokens.start
    }

    pub(crate) fn end(self) -> TokenIdx {
        self.tokens.end
    }
}

impl Quotes {
    /// The quotations of another list with these pieces.
    pub(super) fn with_pieces(of: &Quotes, pieces: Vec<Piece>) -> Self {
        Quotes { quotes: of.quotes.clone(), pieces }
    }

    /// The quotations in the order in which they open.
    pub(super) fn list(&self) -> &[Quote] {
        &self.quotes
    }

    /// The innermost quotation around a token. Logarithmic: the marks of a quotation are nested to a bounded depth.
    pub(crate) fn innermost_around(&self, token: TokenIdx) -> Option<QuotationId> {
        let opened = self.quotes.partition_point(|quote| quote.tokens.start <= token);
        let mut at = QuotationId::new(opened.checked_sub(1)?);
        loop {
            let quote = at.of(&self.quotes)?;
            if token < quote.tokens.end {
                return Some(at);
            }
            at = quote.parent?;
        }
    }

    /// The quotation around another one.
    pub(crate) fn parent(&self, quotation: QuotationId) -> Option<QuotationId> {
        quotation.of(&self.quotes)?.parent
    }

    /// The number of quotations.
    pub(crate) fn len(&self) -> usize {
        self.quotes.len()
    }

    /// The piece at a position of the list of pieces, which must have one.
    #[inline]
    pub(crate) fn piece(&self, at: PieceIdx) -> Piece {
        self.pieces[at.get()]
    }

    /// The pieces of a quotation without a parent, in order. Logarithmic.
    pub(crate) fn pieces_of(&self, quotation: QuotationId) -> &[Piece] {
        let first = self.pieces.partition_point(|piece| piece.quotation < quotation);
        let count = self.pieces[first..].iter().take_while(|piece| piece.quotation == quotation).count();
        &self.pieces[first..first + count]
    }

    /// The tokens among these that are outside quotations, run by run.
    pub(crate) fn outside(&self, tokens: TokenRange) -> impl Iterator<Item = TokenRange> + '_ {
        let first = self.pieces.partition_point(|piece| piece.end() <= tokens.start);
        let here = self.pieces[first..].iter().take_while(move |piece| piece.start() < tokens.end);
        let starts = std::iter::once(tokens.start).chain(here.clone().map(|piece| piece.end()));
        let ends = here.map(|piece| piece.start()).chain(std::iter::once(tokens.end));
        starts.zip(ends).map(|(start, end)| start.to(end))
    }

    /// The first piece that does not end before a token. Logarithmic in the distance from the piece `near`.
    pub(crate) fn piece_from(&self, token: TokenIdx, near: PieceIdx) -> PieceIdx {
        PieceIdx::new(lists::partition_point_near(&self.pieces, near.get(), |piece| piece.end() <= token))
    }

    /// The first piece that does not start before a token. Logarithmic in the distance from the piece `near`.
    pub(crate) fn piece_starting(&self, token: TokenIdx, near: PieceIdx) -> PieceIdx {
        PieceIdx::new(lists::partition_point_near(&self.pieces, near.get(), |piece| piece.start() < token))
    }

    /// The quotations in the order in which they open.
    pub(crate) fn spans<'a>(
        &'a self,
        document: &'a Document<'_>,
    ) -> impl ExactSizeIterator<Item = QuoteSpan> + 'a {
        self.quotes.iter().map(|quote| {
            let span = document.span(quote.tokens);
            let start = document.end_of(quote.tokens.start);
            let closing = quote.tokens.last().filter(|_| quote.is_closed).and_then(|at| document.token(at));
            let end = closing.map_or(span.end(), |mark| mark.start());
            let parent = quote.parent.map(QuotationId::get);
            QuoteSpan { span, content: Span::new(start, end.max(start)), parent, is_closed: quote.is_closed }
        })
    }
}

/// Matches all quotations. Linear: each mark is read a bounded number of times.
pub(crate) fn match_quotes(document: &Document<'_>, marks: Marks) -> Quotes {
    let mut joiner = Joiner { document, quotes: Quotes::default(), unclosed: None };
    let (mut in_paragraph, mut matcher) = (Vec::new(), Matcher::default());
    let mut rest = document.marks();
    for tokens in document.paragraphs() {
        let here = rest.iter().take_while(|mark| **mark < tokens.end).count();
        if here == 0 {
            joiner.unclosed = None;
            continue;
        }
        let (these, others) = rest.split_at(here);
        rest = others;
        in_paragraph.clear();
        collect_marks(document, tokens, these, marks, &mut in_paragraph);
        joiner.add(tokens, &in_paragraph, matcher.pairs(&in_paragraph));
    }
    joiner.finish()
}

/// Collects the marks of a paragraph that may be quotation marks.
fn collect_marks(
    document: &Document<'_>,
    paragraph: TokenRange,
    tokens: &[TokenIdx],
    marks: Marks,
    found: &mut Vec<Mark>,
) {
    let mut in_attribute = false;
    for &at in tokens {
        if std::mem::take(&mut in_attribute) {
            continue;
        }
        // The value of an attribute of markup: ="…".
        let follows_punctuation = at > paragraph.start
            && document.token(at - 1).is_some_and(|token| token.is_a(TokenKind::Punctuation));
        if follows_punctuation && document.text_of(at - 1) == "=" && document.text_of(at) == "\"" {
            in_attribute = true;
            continue;
        }
        found.extend(Mark::at(document, at, paragraph, marks));
    }
}

/// Punctuation after which a single mark may open a quotation that its paragraph does not close.
const BEFORE_UNCLOSED: [&str; 5] = [",", ":", ".", "!", "?"];

/// Words that are no surname after a given name and words in marks.
const NO_SURNAME: Classes = Classes::PRONOUN.or(Classes::DETERMINER).or(Classes::PREPOSITION);

struct Joiner<'d, 't> {
    document: &'d Document<'t>,
    quotes: Quotes,
    /// The quotation that the previous paragraph left open, and its family.
    unclosed: Option<(QuotationId, Family)>,
}

impl Joiner<'_, '_> {
    /// Adds the quotations of one paragraph.
    fn add(&mut self, tokens: TokenRange, marks: &[Mark], pairs: &[Pair]) {
        let mut reopened = self.unclosed.take().filter(|(_, family)| {
            marks.first().is_some_and(|mark| {
                mark.token == tokens.start && mark.family == *family && mark.side != Side::Closing
            })
        });
        for pair in pairs {
            let opener = &marks[pair.open.get()];
            let end = match pair.ending {
                QuoteEnd::Closed(close) => marks[close.get()].token + 1,
                QuoteEnd::Before(stop) => marks[stop.get()].token,
                QuoteEnd::Paragraph => tokens.end,
            };
            let runs_on = pair.ending == QuoteEnd::Paragraph;
            if runs_on && opener.family == Family::Single && !self.continues(tokens, opener) {
                continue;
            }
            let is_closed = matches!(pair.ending, QuoteEnd::Closed(_));
            let piece = opener.token.to(end);
            let quotation = match reopened.take() {
                Some((quotation, _)) => {
                    let quote = &mut self.quotes.quotes[quotation.get()];
                    quote.tokens.end = end;
                    quote.is_closed = is_closed;
                    quotation
                }
                None => {
                    lists::push(&mut self.quotes.quotes, Quote { tokens: piece, parent: None, is_closed });
                    QuotationId::new(self.quotes.len() - 1)
                }
            };
            if is_closed && self.is_nickname(piece) {
                continue;
            }
            lists::push(&mut self.quotes.pieces, Piece { quotation, tokens: piece });
            if runs_on && !self.ends_with_tag(piece) {
                self.unclosed.get_or_insert((quotation, opener.family));
            }
        }
    }

    /// Whether marks enclose a nickname inside a full name: Robert “Bobby” Brandt. Nobody says it, so its paragraph
    /// has no piece of it.
    fn is_nickname(&self, marked: TokenRange) -> bool {
        let document = self.document;
        let is_name = |at: TokenIdx| document.is_word(at) && document.is_capitalised(at);
        let inside = (marked.start + 1).to(marked.end - 1);
        matches!(inside.len(), 1 | 2)
            && marked.start.before().is_some_and(|given| document.is(given, Classes::GIVEN) && is_name(given))
            && inside.iter().all(is_name)
            && is_name(marked.end)
            && !document.is(marked.end, NO_SURNAME)
            && document.paragraphs_begun(marked.end) == document.paragraphs_begun(marked.start)
    }

    /// Whether words after a stop at the end of a piece say who spoke, so that its closing mark is missing and the
    /// quotation goes no further: "“Are you there? Ann asked."
    fn ends_with_tag(&self, piece: TokenRange) -> bool {
        let document = self.document;
        let Some(stop) = piece.last().filter(|&at| document.is(at, Classes::FULL_STOP)) else { return false };
        let (verb, name) = (stop - 1, stop - 2);
        let is_somebody = document.is(name, Classes::PRONOUN)
            || document.is_word(name) && document.is_capitalised(name) && !document.is(name, Classes::COMMON);
        let ends_speech = document.is(name - 1, Classes::STOP) && !document.is(name - 1, Classes::FULL_STOP);
        document.is(verb, Classes::SPEECH)
            && document.is(verb, Classes::PAST)
            && is_somebody
            && ends_speech
            && piece.start + 1 < name
    }

    /// Whether a single mark that nothing closes opens a quotation nevertheless: it is a curly one, opens its
    /// paragraph or follows a comma, colon or full stop, and the next paragraph opens with the same mark.
    fn continues(&self, tokens: TokenRange, mark: &Mark) -> bool {
        let document = self.document;
        let follows_stop =
            mark.can_only_open() && BEFORE_UNCLOSED.contains(&document.text_of(mark.token - 1));
        (mark.token == tokens.start || mark.side == Side::Opening || follows_stop)
            && tokens.end < document.end()
            && document.text_of(tokens.end) == document.text_of(mark.token)
    }

    /// The quotations, which were found in the order in which they open, each with its parent.
    fn finish(self) -> Quotes {
        let Quotes { mut quotes, mut pieces } = self.quotes;
        let mut around: Vec<QuotationId> = Vec::new();
        for at in 0..quotes.len() {
            let tokens = quotes[at].tokens;
            while around.last().is_some_and(|outer| quotes[outer.get()].tokens.end < tokens.end) {
                around.pop();
            }
            quotes[at].parent = around.last().copied();
            around.push(QuotationId::new(at));
        }
        pieces.retain(|piece| piece.quotation.of(&quotes).is_some_and(|quote| quote.parent.is_none()));
        Quotes { quotes, pieces }
    }
}
