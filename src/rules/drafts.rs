//! The attributions so far, and what the next quotation may continue.

use crate::models::Parts;
use crate::models::{value, Value};
use crate::quotes::Quotes;
use crate::reading::{Cue, Paragraph};
use crate::rules::draft::{AttributionKind, Draft};
use crate::rules::link::{Candidate, Link};
use crate::text::index::{AttributionId, PieceIdx, PieceRange, QuotationId, TokenIdx, TokenRange, UnitIdx};
use crate::text::lists;

/// How many of the last drafts another quotation may join through their cue.
const RECENT: usize = 8;

/// The drafts so far, and what the next quotation may continue.
pub(crate) struct Drafts<'q> {
    quotes: &'q Quotes,
    drafts: Vec<Draft>,
    of_quotations: Vec<Option<AttributionId>>,
    /// The draft that a quotation without a cue may continue: the last one, if it is near.
    running: Option<Running>,
    this_sentence: Option<AttributionId>,
    /// The drafts that the quotations of this sentence are linked to, one for each quotation.
    linked: Vec<AttributionId>,
    paragraph_before: Option<PreviousParagraph>,
}

/// Which attribution reports each quotation.
pub(crate) struct AttributionOfQuotations(Vec<Option<AttributionId>>);

impl AttributionOfQuotations {
    /// The attribution of a quotation; `None` where nobody is reported to have said it.
    pub(crate) fn get(&self, quotation: QuotationId) -> Option<AttributionId> {
        quotation.of(&self.0).copied().flatten()
    }

    /// Sets the attribution of a quotation.
    pub(crate) fn set(&mut self, quotation: QuotationId, attribution: AttributionId) {
        if let Some(known) = self.0.get_mut(quotation.get()) {
            *known = Some(attribution);
        }
    }

    /// Adds the drafts of quotations within others, and the statements within them if those are wanted. Else words
    /// that are only in part between the inner marks are left out: nobody but the outer speaker can be meant to have
    /// chosen them.
    pub(crate) fn add_nested(
        &mut self,
        of_nested: Self,
        nested: Vec<Draft>,
        statements: bool,
        drafts: &mut Vec<Draft>,
    ) {
        let mut places = vec![None; nested.len()];
        for (draft, place) in nested.into_iter().zip(&mut places) {
            if statements || draft.kind == AttributionKind::Direct {
                *place = Some(AttributionId::new(drafts.len()));
                drafts.push(draft);
            }
        }
        for (known, other) in self.0.iter_mut().zip(of_nested.0) {
            *known = known.or_else(|| places[other?.get()]);
        }
    }

    /// Replaces the id of each attribution.
    pub(crate) fn renumber(&mut self, new: impl Fn(AttributionId) -> Option<AttributionId>) {
        self.0.iter_mut().for_each(|attribution| *attribution = attribution.and_then(&new));
    }
}

/// A paragraph that was read before.
#[derive(Clone, Copy)]
pub(crate) struct PreviousParagraph {
    pub tokens: TokenRange,
    pub pieces: PieceRange,
}

#[derive(Clone, Copy)]
struct Running {
    draft: AttributionId,
    sentences_since: usize,
    paragraphs_since: usize,
}

/// What a rule may know about the attributions so far.
#[derive(Clone, Copy)]
pub(crate) struct History<'s> {
    drafts: &'s [Draft],
    running: Option<Running>,
    paragraph_before: Option<PreviousParagraph>,
}

impl History<'_> {
    /// The draft that a quotation without a cue of its own may continue.
    pub(crate) fn running(&self) -> Option<AttributionId> {
        self.running.map(|running| running.draft)
    }

    /// The cue and the source of a draft.
    pub(crate) fn parts(&self, draft: AttributionId) -> Parts {
        let Some(draft) = draft.of(self.drafts) else { return Parts::default() };
        Parts { cue: draft.cue(), source: draft.words(), content: None }
    }

    /// How far back the running draft is, as a feature value.
    pub(crate) fn distance(&self) -> Value {
        match self.running {
            None => Value::NONE,
            Some(Running { paragraphs_since: 0, sentences_since: 0, .. }) => value!("sentence-before"),
            Some(Running { paragraphs_since: 0, .. }) => value!("paragraph"),
            Some(Running { sentences_since: 0, .. }) => value!("paragraph-before"),
            Some(_) => value!("paragraph-apart"),
        }
    }

    /// The draft that an earlier quotation of the sentence was linked to through a cue.
    pub(crate) fn draft_of_cue(&self, paragraph: &Paragraph<'_>, cue: &Cue) -> Option<AttributionId> {
        let start = paragraph.tokens(cue.group).start;
        latest(self.drafts, |draft| draft.has_cue_at(start))
    }

    pub(crate) fn paragraph_before(&self) -> Option<PreviousParagraph> {
        self.paragraph_before
    }
}

/// The latest of the recent drafts that a test accepts.
fn latest(drafts: &[Draft], accepts: impl Fn(&Draft) -> bool) -> Option<AttributionId> {
    let recent = drafts.len().saturating_sub(RECENT);
    let found = drafts[recent..].iter().rposition(accepts)?;
    Some(AttributionId::new(recent + found))
}

impl<'q> Drafts<'q> {
    pub(crate) fn new(quotes: &'q Quotes) -> Self {
        Drafts {
            quotes,
            drafts: Vec::new(),
            of_quotations: vec![None; quotes.len()],
            running: None,
            this_sentence: None,
            linked: Vec::new(),
            paragraph_before: None,
        }
    }

    pub(crate) fn history(&self) -> History<'_> {
        History { drafts: &self.drafts, running: self.running, paragraph_before: self.paragraph_before }
    }

    pub(crate) fn end_sentence(&mut self) {
        self.linked.clear();
        match (self.this_sentence.take(), &mut self.running) {
            (Some(draft), running) => {
                *running = Some(Running { draft, sentences_since: 0, paragraphs_since: 0 })
            }
            (None, Some(running)) => running.sentences_since += 1,
            (None, None) => {}
        }
    }

    /// Begins a paragraph that is a turn of its own: in a dialogue nothing shows that the speaker stays the same.
    pub(crate) fn begin_turn(&mut self) {
        self.running = None;
        self.paragraph_before = None;
    }

    /// Keeps the running draft for the next paragraph, unless the one that ends has no quotations.
    pub(crate) fn end_paragraph(&mut self, tokens: TokenRange, pieces: PieceRange) {
        self.running = self.running.filter(|running| running.paragraphs_since == 0 && !pieces.is_empty());
        if let Some(running) = &mut self.running {
            running.paragraphs_since += 1;
        }
        self.paragraph_before = Some(PreviousParagraph { tokens, pieces });
    }

    fn piece(&self, paragraph: &Paragraph<'_>, unit: UnitIdx) -> Option<(PieceIdx, QuotationId)> {
        let piece = paragraph.piece(unit)?;
        Some((piece, self.quotes.piece(piece).quotation()))
    }

    fn draft_of_unit(&self, paragraph: &Paragraph<'_>, unit: UnitIdx) -> Option<(PieceIdx, AttributionId)> {
        let (piece, quotation) = self.piece(paragraph, unit)?;
        Some((piece, (*quotation.of(&self.of_quotations)?)?))
    }

    /// Whether the quotation at a unit is linked already, through an earlier part of it.
    pub(crate) fn is_linked(&self, paragraph: &Paragraph<'_>, unit: UnitIdx) -> bool {
        self.draft_of_unit(paragraph, unit).is_some()
    }

    /// Links a later part of a quotation that is linked already. Returns whether it is.
    pub(crate) fn continues_quotation(&mut self, paragraph: &Paragraph<'_>, unit: UnitIdx) -> bool {
        let Some((piece, draft)) = self.draft_of_unit(paragraph, unit) else { return false };
        self.drafts[draft.get()].add_content(self.quotes.piece(piece).tokens());
        self.this_sentence = Some(draft);
        self.linked.push(draft);
        true
    }

    /// Links the quotation at a unit.
    pub(crate) fn add(
        &mut self,
        paragraph: &Paragraph<'_>,
        unit: UnitIdx,
        choice: Candidate,
        confidence: f32,
    ) {
        let Some((piece, quotation)) = self.piece(paragraph, unit) else { return };
        let rule = choice.rule;
        let id = match choice.link {
            Link::Continues { draft, .. } => draft,
            Link::Cued { cue, source, mention } => {
                let (cue, words) = (paragraph.tokens(cue), paragraph.tokens(source));
                self.open(Draft::new(rule, Some(cue), Some(words), 1.0).with_mention(mention))
            }
            Link::Sourced { cue, source } => self.open(Draft::new(rule, cue, Some(source), 1.0)),
        };
        let draft = &mut self.drafts[id.get()];
        // The parts of the quotation in earlier paragraphs, where no rule found anything.
        let is_of_quotation = |at: &PieceIdx| self.quotes.piece(*at).quotation() == quotation;
        let earlier = PieceRange::default().start.to(piece).iter().rev().take_while(is_of_quotation).count();
        for part in (piece - earlier).to(piece + 1) {
            draft.add_content(self.quotes.piece(part).tokens());
        }
        draft.confidence = draft.confidence.min(confidence);
        self.of_quotations[quotation.get()] = Some(id);
        self.this_sentence = Some(id);
        self.linked.push(id);
    }

    /// The draft with this cue and source, or a new one.
    fn open(&mut self, new: Draft) -> AttributionId {
        let same =
            |draft: &Draft| new.cue().is_some() && draft.cue() == new.cue() && draft.words() == new.words();
        if let Some(known) = latest(&self.drafts, same) {
            return known;
        }
        self.push(new);
        AttributionId::new(self.drafts.len() - 1)
    }

    /// Whether a quotation of the sentence is linked.
    pub(crate) fn has_linked(&self) -> bool {
        !self.linked.is_empty()
    }

    /// The number of drafts.
    pub(crate) fn len(&self) -> usize {
        self.drafts.len()
    }

    pub(crate) fn push(&mut self, draft: Draft) {
        lists::push(&mut self.drafts, draft);
    }

    /// The draft with this cue, if a quotation of the sentence is linked to it.
    pub(crate) fn linked_by_cue(&mut self, cue: TokenRange) -> Option<&mut Draft> {
        let id = self.linked.iter().copied().find(|id| self.drafts[id.get()].has_cue_at(cue.start))?;
        self.drafts.get_mut(id.get())
    }

    /// Where the content ends of the draft that has these tokens in its cue or content, if a quotation of the
    /// sentence is linked to it.
    pub(crate) fn covered_until(&self, tokens: TokenRange) -> Option<TokenIdx> {
        self.linked.iter().find_map(|id| {
            let draft = &self.drafts[id.get()];
            let is_in_cue = draft.cue().is_some_and(|cue| cue.overlaps(tokens));
            let part = draft.content_from(tokens.start);
            let is_in_content = part.is_some_and(|part| part.start < tokens.end);
            (is_in_cue || is_in_content).then(|| part.map_or(tokens.end, |part| part.end))
        })
    }

    /// Whether a draft that a quotation of the sentence is linked to reports all content of another one, such
    /// as the statement in "“Q,” Smith said in a statement".
    pub(crate) fn report_all_of(&self, draft: &Draft) -> bool {
        let reports_all = |id: &AttributionId| {
            let known = &self.drafts[id.get()];
            draft.content().iter().all(|part| known.reports_all(*part))
        };
        self.linked.iter().any(reports_all)
    }

    /// The drafts of the sentence: those that its quotations are linked to, once for each quotation, and its statements,
    /// of which `first` is the number of the first one.
    fn of_sentence(&self, first: usize) -> impl Iterator<Item = &Draft> {
        self.linked.iter().map(|id| &self.drafts[id.get()]).chain(&self.drafts[first..])
    }

    /// The cues of the sentence's drafts.
    pub(crate) fn cues_of_sentence(&self, first: usize) -> impl Iterator<Item = TokenRange> + '_ {
        self.of_sentence(first).filter_map(Draft::cue)
    }

    /// The parts of the contents of the sentence's drafts.
    pub(crate) fn contents_of_sentence(&self, first: usize) -> impl Iterator<Item = TokenRange> + '_ {
        self.of_sentence(first).flat_map(|draft| draft.content().iter().copied())
    }

    /// Drops the drafts from number `first` on that are in the content of another one.
    pub(crate) fn drop_nested(&mut self, first: usize) {
        let mut at = first;
        while at < self.drafts.len() {
            let cue = self.drafts[at].cue().map_or(TokenIdx::START, |cue| cue.start);
            if self.drafts[first.saturating_sub(RECENT)..].iter().any(|outer| outer.reports(cue)) {
                self.drafts.remove(at);
            } else {
                at += 1;
            }
        }
    }

    /// The drafts in the order of the text.
    pub(crate) fn finish(self) -> (Vec<Draft>, AttributionOfQuotations) {
        let Drafts { quotes, mut drafts, mut of_quotations, .. } = self;
        let mut places = vec![None; drafts.len()];
        for (at, draft) in drafts.iter_mut().enumerate() {
            draft.id = Some(AttributionId::new(at));
        }
        drafts.retain(|draft| draft.extent().is_some());
        drafts.sort_by_key(|draft| draft.extent().map(|extent| extent.start));
        let mut near = PieceIdx::START;
        for draft in &mut drafts {
            draft.kind = kind(draft, quotes, &mut near);
        }
        for (place, draft) in drafts.iter().enumerate() {
            if let Some(id) = draft.id {
                places[id.get()] = Some(AttributionId::new(place));
            }
        }
        for draft in &mut of_quotations {
            *draft = draft.and_then(|draft| places[draft.get()]);
        }
        link_reported(&drafts, quotes, &mut of_quotations);
        (drafts, AttributionOfQuotations(of_quotations))
    }
}

/// Links the quotations that no rule linked and that are the whole content of a statement whose cue comes later. Before
/// them, a cue may have a title for its object.
fn link_reported(drafts: &[Draft], quotes: &Quotes, of_quotations: &mut [Option<AttributionId>]) {
    let mut near = PieceIdx::START;
    let direct = drafts.iter().enumerate().filter(|(_, draft)| draft.kind == AttributionKind::Direct);
    for (place, draft) in direct {
        let before_cue = |part: &&TokenRange| draft.cue().is_some_and(|cue| cue.start >= part.end);
        for part in draft.content().iter().filter(before_cue) {
            near = quotes.piece_from(part.start, near);
            let piece = quotes.pieces.get(near.get()).filter(|piece| part.covers(piece.tokens()));
            let known = piece.and_then(|piece| of_quotations.get_mut(piece.quotation().get()));
            if let Some(known) = known {
                *known = known.or(Some(AttributionId::new(place)));
            }
        }
    }
}

/// How much of the content of a draft is between quotation marks; `near` is a piece near its start.
fn kind(draft: &Draft, quotes: &Quotes, near: &mut PieceIdx) -> AttributionKind {
    let (mut all, mut any) = (true, false);
    for part in draft.content() {
        *near = quotes.piece_from(part.start, *near);
        let piece = quotes.pieces.get(near.get()).map(|piece| piece.tokens());
        all &= piece.is_some_and(|piece| piece.covers(*part));
        any |= piece.is_some_and(|piece| piece.start < part.end);
    }
    match (all, any) {
        (true, _) => AttributionKind::Direct,
        (false, true) => AttributionKind::Mixed,
        (false, false) => AttributionKind::Indirect,
    }
}
