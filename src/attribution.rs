//! Attribution: finds who is reported to have said what, paragraph by paragraph and sentence by sentence.
//!
//! For each quotation the rules propose links to a cue and a source, and a decider chooses among them. The words
//! around a quotation that belong to its content are added. For each other cue, the decider says whether it
//! reports something, who is the source, and where the content is. `docs/accuracy.md` has the quality of each step.
//! May import everything before it in the list of `docs/architecture.md`.

use crate::models::{Decider, Value};
use crate::quotes::Quotes;
use crate::reading::cues::{self, Cue};
use crate::reading::{paragraph, tag, Paragraph, Reading};
use crate::rules::{self, AttributionKind, AttributionOfQuotations, Draft, Drafts};
use crate::speakers::names::Names;
use crate::statements;
use crate::text::index::{PieceIdx, SentenceId, TokenRange, UnitIdx};
use crate::text::lists::refill;
use crate::tokenizer::{Document, TokenKind};
use crate::words::{Unit, Words};

/// The attributions to find in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Who said the quotations.
    Quotations,
    /// Who said the quotations and the statements without quotation marks.
    Everything,
}

/// Finds the attributions of a text, a paragraph at a time. Linear in its length: a paragraph is read at most
/// twice, and its quotations once more.
pub(crate) struct Reader<'a, D> {
    scope: Scope,
    decider: &'a mut D,
    quotes: &'a Quotes,
    /// The quotations within quotations.
    nested: &'a Quotes,
    /// The narrative passages that do not end before the next paragraph.
    passages: &'a [TokenRange],
    drafts: Drafts<'a>,
    /// What is reported within quotations.
    quoted: Drafts<'a>,
    /// The first unread piece of a quotation.
    piece: PieceIdx,
    /// The first unread quotation within a quotation.
    nested_piece: PieceIdx,
    /// How the text speaks.
    register: Value,
    lists: &'a mut Lists,
}

/// The lists that a text fills while it is read, paragraph by paragraph and sentence by sentence.
#[derive(Default)]
pub(crate) struct Lists {
    paragraph: paragraph::Lists,
    quoted: paragraph::Lists,
    words: Vec<Unit>,
    sentence: SentenceLists,
}

/// The lists that a sentence fills.
#[derive(Default)]
struct SentenceLists {
    quotations: Vec<UnitIdx>,
    rules: rules::Lists,
    cues: Vec<Cue>,
    tags: Vec<Value>,
}

/// Where a sentence is.
#[derive(Clone, Copy)]
struct Place<'s> {
    paragraph: &'s Paragraph<'s>,
    names: &'s Names<'s>,
    scope: Scope,
    register: Value,
    /// Whether it is within a quotation.
    is_quoted: bool,
}

impl<'a, D: Decider> Reader<'a, D> {
    /// Creates a reader whose questions `decider` answers; `nested` are the quotations within `quotes`.
    pub(crate) fn new(
        document: &Document<'_>,
        [quotes, nested]: [&'a Quotes; 2],
        passages: &'a [TokenRange],
        scope: Scope,
        decider: &'a mut D,
        lists: &'a mut Lists,
    ) -> Self {
        let register = match scope {
            Scope::Quotations => Value::NONE,
            Scope::Everything => statements::register(document, quotes),
        };
        Reader {
            scope,
            decider,
            quotes,
            nested,
            passages,
            drafts: Drafts::new(quotes),
            quoted: Drafts::new(nested),
            piece: PieceIdx::START,
            nested_piece: PieceIdx::START,
            register,
            lists,
        }
    }

    /// Reads the next paragraph, whose names were found before.
    pub(crate) fn read(&mut self, words: &Words<'_, '_>, names: &Names<'_>) {
        let (tokens, first) = (words.tokens(), self.piece);
        if self.is_narrative(tokens) {
            self.drafts.begin_turn();
        }
        let pieces = &self.quotes.pieces;
        while pieces.get(self.piece.get()).is_some_and(|piece| piece.start() < tokens.end) {
            self.piece += 1;
        }
        let pieces = first.to(self.piece);
        if !pieces.is_empty() || self.scope == Scope::Everything {
            let Reader { scope, decider, quotes, drafts, register, lists, .. } = self;
            let paragraph = Paragraph::read(words, quotes, pieces, &mut lists.paragraph);
            let paragraph = &paragraph;
            let place = Place { paragraph, names, scope: *scope, register: *register, is_quoted: false };
            for id in 0..paragraph.sentence_count() {
                read_sentence(place, SentenceId::new(id), drafts, *decider, &mut lists.sentence);
            }
        }
        self.drafts.end_paragraph(tokens, pieces);
        for piece in pieces {
            self.read_quotation(piece, words, names);
        }
    }

    /// Reads what is reported within a quotation, as a paragraph of its own: “The boss told me, ‘Go.’”
    fn read_quotation(&mut self, piece: PieceIdx, words: &Words<'_, '_>, names: &Names<'_>) {
        let Reader { scope, decider, quotes, nested, quoted, nested_piece, lists, .. } = self;
        let marked = quotes.piece(piece).tokens();
        let is_closed = marked.last().is_some_and(|last| words.document.kind(last) == Some(TokenKind::Mark));
        let tokens = (marked.start + 1).to(marked.end - usize::from(is_closed));
        let first = *nested_piece;
        while nested.pieces.get(nested_piece.get()).is_some_and(|inner| inner.start() < marked.end) {
            *nested_piece += 1;
        }
        let inner = first.to(*nested_piece);
        if tokens.is_empty() || inner.is_empty() && *scope == Scope::Quotations {
            return;
        }
        let mut said = Words::new(words.document, std::mem::take(&mut lists.words));
        said.copy(words, tokens);
        let paragraph = Paragraph::read(&said, nested, inner, &mut lists.quoted);
        let place = Place {
            paragraph: &paragraph,
            names,
            scope: *scope,
            register: statements::SPOKEN,
            is_quoted: true,
        };
        quoted.begin_turn();
        for id in 0..paragraph.sentence_count() {
            read_sentence(place, SentenceId::new(id), quoted, *decider, &mut lists.sentence);
        }
        lists.words = said.finish();
    }

    /// Whether a paragraph, after those asked about before, is in a narrative passage.
    fn is_narrative(&mut self, tokens: TokenRange) -> bool {
        while let Some((_, later)) =
            self.passages.split_first().filter(|(first, _)| first.end <= tokens.start)
        {
            self.passages = later;
        }
        self.passages.first().is_some_and(|passage| passage.start <= tokens.start)
    }

    /// The attributions of the kinds that are wanted, in the order of the text. Empties the lists.
    pub(crate) fn finish(
        self,
        is_wanted: impl Fn(AttributionKind) -> bool,
    ) -> (Vec<Draft>, AttributionOfQuotations) {
        self.lists.paragraph.empty();
        self.lists.quoted.empty();
        self.drafts.finish(self.quoted, is_wanted)
    }
}

/// Finds the attributions of a sentence, given by its number.
fn read_sentence(
    place: Place<'_>,
    id: SentenceId,
    drafts: &mut Drafts<'_>,
    decider: &mut impl Decider,
    lists: &mut SentenceLists,
) {
    let Place { paragraph, names, scope, register, is_quoted } = place;
    let SentenceLists { quotations, rules: of_rules, cues: found, tags } = lists;
    let Some(sentence) = paragraph.sentence(id) else { return };
    refill(quotations, sentence.quotation_units());
    if !quotations.is_empty() || scope == Scope::Everything {
        cues::find(sentence, found);
    }
    let reading =
        |tags| Reading { sentence, names, cues: found, quotations, tags, register, is_nested: is_quoted };
    if !quotations.is_empty() {
        rules::attribute(reading(&[]), id, of_rules, drafts, decider);
    }
    let may_report = found.iter().any(|cue| cue.may_report);
    if may_report && (scope == Scope::Everything || drafts.has_linked()) {
        refill(tags, paragraph.units_at(sentence.range()).iter().map(|unit| tag(paragraph, unit)));
        let reading = reading(tags);
        statements::complete(reading, drafts, decider);
        if scope == Scope::Everything {
            statements::attribute(reading, drafts, decider);
        }
    }
    drafts.end_sentence();
}
