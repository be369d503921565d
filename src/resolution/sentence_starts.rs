//! Where sentences start, quotations left out: found once for all sources of a text.
//!
//! May import `text`, `language`, `tokenizer` and `quotes`.

use crate::language::Classes;
use crate::quotes::Quotes;
use crate::text::index::{narrow, TokenIdx, TokenRange};
use crate::tokenizer::{Document, TokenKind};

/// The number of sentences up to a source that are distinguished, its own included.
pub(super) const SENTENCES: usize = 4;

/// How far back the starts of sentences are looked for, in places: a token outside quotations is one, and so is a
/// quotation.
const REACH: u32 = 120;

/// The starts of the sentences of a text. One that begins with a quotation starts at its mark.
pub(super) struct SentenceStarts {
    /// Those outside quotations, each with the number of places before it.
    starts: Vec<(TokenIdx, u32)>,
    /// For each piece of a quotation the number of tokens before it that are no places.
    hidden: Vec<u32>,
}

impl SentenceStarts {
    /// Finds the starts. Linear in the length of the text.
    pub(super) fn new(document: &Document<'_>, quotes: &Quotes) -> Self {
        // Few texts have shorter sentences.
        let mut starts = Vec::with_capacity(document.len() / 16);
        let mut hidden = Vec::with_capacity(quotes.pieces.len() + 1);
        hidden.push(0);
        let (mut from, mut before) = (TokenIdx::START, 0);
        for piece in &quotes.pieces {
            add_starts(document, from.to(piece.start() + 1), before, &mut starts);
            from = piece.end();
            before += from - (piece.start() + 1);
            hidden.push(narrow(before));
        }
        add_starts(document, from.to(document.end()), before, &mut starts);
        SentenceStarts { starts, hidden }
    }

    /// The start of the sentence with a token and of those before it.
    pub(super) fn before(
        &self,
        token: TokenIdx,
        document: &Document<'_>,
        quotes: &Quotes,
    ) -> [Option<TokenIdx>; SENTENCES] {
        let ended = quotes.pieces.partition_point(|piece| piece.end() <= token);
        let around = quotes.pieces.get(ended).map(|piece| piece.start() + 1);
        // Within a quotation, its sentences come first.
        let inside =
            around.filter(|start| *start <= token).map_or(token.to(token), |start| start.to(token + 1));
        let inside = inside.iter().rev().take(REACH as usize).filter(|&at| opens(document, at));
        let place = narrow(token.get()) - self.hidden[ended];
        let outside = &self.starts[..self.starts.partition_point(|(start, _)| *start <= token)];
        let outside = outside.iter().rev().take_while(|(_, before)| place - before < REACH);
        let mut found = inside.chain(outside.map(|(start, _)| *start));
        std::array::from_fn(|_| found.next())
    }
}

/// Adds the starts among tokens outside quotations, before which so many tokens are no places.
fn add_starts(document: &Document<'_>, tokens: TokenRange, hidden: usize, starts: &mut Vec<(TokenIdx, u32)>) {
    let mut follows_word = tokens.start.before().is_some_and(|before| document.is_word(before));
    for (index, token) in document.slice_of_tokens(tokens).iter().enumerate() {
        // Most tokens are words after words, which open nothing.
        if !(follows_word && token.is_inner_word()) {
            let at = tokens.start + index;
            if opens(document, at) {
                starts.push((at, narrow(at.get() - hidden)));
            }
            follows_word = token.is_a(TokenKind::Word);
        }
    }
}

/// Whether a token is the first of a sentence; of one that begins with a quotation, that is its mark.
fn opens(document: &Document<'_>, at: TokenIdx) -> bool {
    if document.begins_paragraph(at) {
        return true;
    }
    let follows_stop = || at.before().is_some_and(|before| document.is(before, Classes::STOP));
    // A word after a quotation need not begin a sentence: “…,” it said.
    let follows_quotation = || {
        at.before().is_some_and(|mark| {
            document.is_mark(mark) && !mark.before().is_some_and(|last| document.is(last, Classes::STOP))
        })
    };
    match document.is_word(at) {
        true => document.begins_sentence(at) && !follows_quotation(),
        false => document.is_mark(at) && follows_stop(),
    }
}
