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
use crate::rules::{self, AttributionOfQuotations, Draft, Drafts};
use crate::speakers::names::Names;
use crate::statements;
use crate::text::index::{PieceIdx, SentenceId, TokenRange, UnitIdx};
use crate::text::lists::refill;
use crate::words::Words;

/// The attributions to find in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Scope {
    /// Who said the quotations.
    Quotations,
    /// And the statements without quotation marks.
    Statements,
    /// And the statements within what another one says: "Ann said that Bo had promised to come".
    NestedStatements,
}

/// Finds the attributions of a text, a paragraph at a time. Linear in its length: a paragraph is read at most
/// twice.
pub(crate) struct Reader<'a, D> {
    scope: Scope,
    decider: &'a mut D,
    quotes: &'a Quotes,
    /// The narrative passages that do not end before the next paragraph.
    passages: &'a [TokenRange],
    drafts: Drafts<'a>,
    /// The first unread piece of a quotation.
    piece: PieceIdx,
    /// How the text speaks.
    register: Value,
    lists: &'a mut Lists,
}

/// The lists that a text fills while it is read, paragraph by paragraph and sentence by sentence.
#[derive(Default)]
pub(crate) struct Lists {
    paragraph: paragraph::Lists,
    quotations: Vec<UnitIdx>,
    rules: rules::Lists,
    cues: Vec<Cue>,
    tags: Vec<Value>,
}

impl<'a, D: Decider> Reader<'a, D> {
    /// Creates a reader whose questions `decider` answers.
    pub(crate) fn new(
        quotes: &'a Quotes,
        passages: &'a [TokenRange],
        register: Value,
        scope: Scope,
        decider: &'a mut D,
        lists: &'a mut Lists,
    ) -> Self {
        Reader {
            scope,
            decider,
            quotes,
            passages,
            drafts: Drafts::new(quotes),
            piece: PieceIdx::START,
            register,
            lists,
        }
    }

    /// Reads the next paragraph, whose names were found before.
    pub(crate) fn read(&mut self, words: &Words<'_, '_>, names: &Names<'_>) {
        let (tokens, first) = (words.tokens(), self.piece);
        let register = self.register;
        if self.is_narrative(tokens) {
            self.drafts.begin_turn();
            self.register = statements::of_narrative(register);
        }
        let pieces = &self.quotes.pieces;
        let first = self.quotes.piece_starting(tokens.start, first);
        self.piece = self.piece.max(first);
        while pieces.get(self.piece.get()).is_some_and(|piece| piece.start() < tokens.end) {
            self.piece += 1;
        }
        let pieces = first.to(self.piece);
        if !pieces.is_empty() || self.scope >= Scope::Statements {
            let mut lists = std::mem::take(&mut self.lists.paragraph);
            let paragraph = Paragraph::read(words, self.quotes, pieces, &mut lists);
            for id in 0..paragraph.sentence_count() {
                self.read_sentence(&paragraph, SentenceId::new(id), names);
            }
            self.lists.paragraph = lists;
        }
        self.drafts.end_paragraph(tokens, pieces);
        self.register = register;
    }

    /// Reads a part of a paragraph by itself, whose names were found before: what is inside a quotation, or what
    /// follows the label of a turn.
    pub(crate) fn read_inside(&mut self, words: &mut Words<'_, '_>, names: &Names<'_>, inside: TokenRange) {
        words.read(inside);
        names.within(inside).for_each(|name| words.mark_name(name.with_title()));
        self.drafts.begin_turn();
        let register = std::mem::replace(&mut self.register, statements::SPOKEN);
        self.read(words, names);
        self.register = register;
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

    fn read_sentence(&mut self, paragraph: &Paragraph<'_>, id: SentenceId, names: &Names<'_>) {
        let Reader { scope, decider, drafts, register, lists, .. } = self;
        let Lists { quotations, rules: of_rules, cues: found, tags, .. } = &mut **lists;
        let Some(sentence) = paragraph.sentence(id) else { return };
        refill(quotations, sentence.quotation_units());
        if !quotations.is_empty() || *scope >= Scope::Statements {
            cues::find(sentence, found);
        }
        if !quotations.is_empty() {
            let register = *register;
            let reading = Reading { sentence, names, cues: found, quotations, tags: &[], register };
            rules::attribute(reading, id, of_rules, drafts, *decider);
        }
        let may_report = found.iter().any(|cue| cue.may_report);
        if may_report && (*scope >= Scope::Statements || drafts.has_linked()) {
            refill(tags, paragraph.units_at(sentence.range()).iter().map(|unit| tag(paragraph, unit)));
            let register = *register;
            let reading = Reading { sentence, names, cues: found, quotations, tags, register };
            statements::complete(reading, drafts, *decider);
            if *scope >= Scope::Statements {
                statements::attribute(reading, drafts, *scope == Scope::NestedStatements, *decider);
            }
        }
        drafts.end_sentence();
    }

    /// The attributions in the order of the text. Empties the lists.
    pub(crate) fn finish(self) -> (Vec<Draft>, AttributionOfQuotations) {
        self.lists.paragraph.empty();
        self.drafts.finish()
    }
}
