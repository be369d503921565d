//! Attribution: who is reported to have said what.
//!
//! Paragraph by paragraph and sentence by sentence, in three steps. For each quotation, the rules propose
//! links to a cue and a source, and a model chooses among them. What stands around a quotation and belongs to
//! it is added. Each other word that may report is asked about: whether it does, whose words, and where they
//! stand, models choose among few places that rules propose.
//!
//! What is ruled and what is fitted, on PolNeAR (train held out; `docs/accuracy.md` has the commands):
//!
//! | | by | how good |
//! |---|---|---|
//! | links of a quotation | rules | a right one among them for 96.8% |
//! | the right one, or nobody | a model | 91.1%; on dev F1 92.6, the first rule that fits 89.2 |
//! | what may report, and its sources | rules | |
//! | whether it reports | a model | precision 79.2, recall 69.3 |
//! | whose words | a model | 91.1% |
//! | on which side they stand | a model | 94.2% |
//! | where they open, end and begin | models | 88.8%, 79.2%, 78.3% |
//!
//! Rules find candidates well, and decide badly: which of two verbs governs a quotation, whether a few quoted
//! words are speech, where a clause ends without a parser, depends on many signs, none of them sure.

use crate::models::Choose;
use crate::models::Value;
use crate::rules::{quotations as quoted, Draft, OfQuotes};
use crate::statements;

use crate::quotes::Quotes;
use crate::reading::cues::{possible_cues, PossibleCue};
use crate::reading::paragraph::{Paragraph, Units};
use crate::reading::sentences::lay_out;
use crate::rules::drafts::Drafts;
use crate::rules::AttributionKind;
use crate::text::lists::refill;
use crate::words::{Tagged, Words};

/// What is looked for in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Who said what stands between quotation marks.
    Quotations,
    /// That, and what else is reported.
    Everything,
}

/// Finds the attributions of a text, a paragraph at a time. Linear in its length: a paragraph is read at most
/// twice.
pub(crate) struct Reader<'a, 't, C> {
    scope: Scope,
    choose: C,
    paragraph: Paragraph<'a, 't>,
    drafts: Drafts<'a>,
    /// The first piece of a quotation that is not read yet.
    piece: usize,
    lists: &'a mut Lists,
}

/// The lists that a text fills while it is read, paragraph by paragraph and sentence by sentence.
#[derive(Default)]
pub(crate) struct Lists {
    units: Units,
    quotations: Vec<usize>,
    quoted: quoted::Lists,
    cues: Vec<PossibleCue>,
    tags: Vec<Value>,
}

impl<'a, 't, C: Choose> Reader<'a, 't, C> {
    /// With one who answers what is asked.
    pub(crate) fn new(
        text: &'a Tagged<'t>,
        quotes: &'a Quotes,
        scope: Scope,
        choose: C,
        lists: &'a mut Lists,
    ) -> Self {
        let paragraph = Paragraph::new(text, quotes, std::mem::take(&mut lists.units));
        Reader { scope, choose, paragraph, drafts: Drafts::new(quotes), piece: 0, lists }
    }

    /// Reads the next paragraph.
    pub(crate) fn read(&mut self, words: &Words<'_, '_>) {
        let (tokens, first) = (words.tokens(), self.piece);
        let pieces = &self.paragraph.quotes.pieces;
        while pieces.get(self.piece).is_some_and(|piece| piece.start() < tokens.end) {
            self.piece += 1;
        }
        let pieces = first..self.piece;
        if !pieces.is_empty() || self.scope == Scope::Everything {
            lay_out(&mut self.paragraph, words, pieces.clone());
            for number in 0..self.paragraph.sentences.len() {
                self.read_sentence(number);
            }
        }
        self.drafts.end_paragraph(tokens, pieces);
    }

    fn read_sentence(&mut self, number: usize) {
        let Reader { scope, choose, paragraph, drafts, lists, .. } = self;
        let Lists { quotations, quoted, cues, tags, .. } = lists;
        let sentence = &paragraph.sentences[number];
        refill(quotations, paragraph.quotations(sentence));
        if !quotations.is_empty() {
            quoted::attribute(paragraph, number, quotations, quoted, drafts, choose);
        }
        if *scope == Scope::Everything || drafts.has_linked() {
            refill(cues, possible_cues(paragraph, sentence));
            if !cues.is_empty() {
                let scene = statements::Scene::new(paragraph, sentence, cues, quotations, tags);
                statements::complete(&scene, drafts, choose);
                if *scope == Scope::Everything {
                    statements::attribute(&scene, drafts, choose);
                }
            }
        }
        drafts.end_sentence();
    }

    /// The attributions of the kinds that are wanted, in the order of the text. Empties the lists for another one.
    pub(crate) fn finish(self, wanted: impl Fn(AttributionKind) -> bool) -> (Vec<Draft>, OfQuotes) {
        self.lists.units = self.paragraph.into_lists();
        self.drafts.finish(wanted)
    }
}
