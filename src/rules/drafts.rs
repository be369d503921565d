//! The attributions so far.

use crate::models::Named;
use crate::models::{value, Value};
use crate::quotes::Quotes;
use crate::reading::paragraph::Paragraph;
use crate::reading::verbs::Cue;
use crate::rules::draft::Draft;
use crate::rules::link::{Candidate, Link};
use crate::rules::{AttributionKind, Rule};
use crate::text::lists;
use crate::tokenizer::Range;

/// The drafts so far, and what the next quotation may go on with.
pub(crate) struct Drafts<'q> {
    quotes: &'q Quotes,
    drafts: Vec<Draft>,
    /// The draft of each quotation that has one.
    of_quote: Vec<u32>,
    /// The draft that a quotation without a cue may go on with: the last one, if it is near.
    running: Option<Running>,
    this_sentence: Option<usize>,
    /// Those that the quotations of this sentence are linked to, each once for each of them.
    linked: Vec<usize>,
    paragraph_before: Option<Earlier>,
}

/// The draft of a quotation that nobody is reported to have said.
const NO_DRAFT: u32 = u32::MAX;

/// Which draft reports each quotation.
pub(crate) struct OfQuotes(Vec<u32>);

impl OfQuotes {
    /// The index of the draft of a quotation.
    pub(crate) fn draft(&self, quote: usize) -> Option<usize> {
        self.0.get(quote).filter(|draft| **draft != NO_DRAFT).map(|draft| *draft as usize)
    }
}

/// A paragraph that was read before: its tokens and its pieces of quotations.
pub(crate) struct Earlier {
    pub tokens: Range,
    pub pieces: Range,
}

/// How many of the last drafts may still be added to through their cue.
const RECENT: usize = 8;

#[derive(Clone, Copy)]
struct Running {
    draft: usize,
    sentences_since: usize,
    paragraphs_since: usize,
}

/// What a rule may know of the drafts so far.
#[derive(Clone, Copy)]
pub(crate) struct Story<'s> {
    drafts: &'s [Draft],
    running: Option<Running>,
    paragraph_before: &'s Option<Earlier>,
}

impl Story<'_> {
    /// The draft that a quotation without a cue of its own may go on with.
    pub(crate) fn running(&self) -> Option<usize> {
        self.running.map(|running| running.draft)
    }

    /// The cue and the source of a draft.
    pub(crate) fn named(&self, draft: usize) -> Named {
        let draft = &self.drafts[draft];
        Named { cue: draft.cue(), source: draft.source(), content: None }
    }

    /// How far back the running draft stands.
    pub(crate) fn distance(&self) -> Value {
        match self.running {
            None => value!("-"),
            Some(Running { paragraphs_since: 0, sentences_since: 0, .. }) => value!("sentence-before"),
            Some(Running { paragraphs_since: 0, .. }) => value!("paragraph"),
            Some(Running { sentences_since: 0, .. }) => value!("paragraph-before"),
            Some(_) => value!("paragraph-apart"),
        }
    }

    /// The draft of a cue that an earlier quotation of the sentence was linked to.
    pub(crate) fn attribution_of_cue(&self, paragraph: &Paragraph<'_, '_>, cue: &Cue) -> Option<usize> {
        let tokens = paragraph.tokens(cue.group.clone());
        let recent = self.drafts.len().saturating_sub(RECENT);
        self.drafts[recent..].iter().rposition(|draft| draft.is_cued_at(tokens.start)).map(|at| recent + at)
    }

    /// The paragraph before.
    pub(crate) fn paragraph_before(&self) -> Option<&Earlier> {
        self.paragraph_before.as_ref()
    }
}

impl<'q> Drafts<'q> {
    pub(crate) fn new(quotes: &'q Quotes) -> Self {
        Drafts {
            quotes,
            drafts: Vec::new(),
            of_quote: vec![NO_DRAFT; quotes.len()],
            running: None,
            this_sentence: None,
            linked: Vec::new(),
            paragraph_before: None,
        }
    }

    pub(crate) fn story(&self) -> Story<'_> {
        Story { drafts: &self.drafts, running: self.running, paragraph_before: &self.paragraph_before }
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

    /// What is running goes on over the next paragraph, unless the one that ends has no quotations.
    pub(crate) fn end_paragraph(&mut self, tokens: Range, pieces: Range) {
        self.running = self.running.filter(|running| running.paragraphs_since == 0 && !pieces.is_empty());
        if let Some(running) = &mut self.running {
            running.paragraphs_since += 1;
        }
        self.paragraph_before = Some(Earlier { tokens, pieces });
    }

    /// A later part of a quotation that is linked already goes with it.
    pub(crate) fn continues_quotation(&mut self, paragraph: &Paragraph<'_, '_>, unit: usize) -> bool {
        let Some((piece, quote)) = self.piece(paragraph, unit) else { return false };
        let draft = self.of_quote[quote];
        if draft == NO_DRAFT {
            return false;
        }
        let draft = draft as usize;
        self.drafts[draft].add_content(self.quotes.pieces[piece].tokens());
        self.this_sentence = Some(draft);
        self.linked.push(draft);
        true
    }

    fn piece(&self, paragraph: &Paragraph<'_, '_>, unit: usize) -> Option<(usize, usize)> {
        let piece = paragraph.piece(unit)?;
        Some((piece, self.quotes.pieces[piece].quote()))
    }

    pub(crate) fn add(
        &mut self,
        paragraph: &Paragraph<'_, '_>,
        unit: usize,
        choice: Candidate,
        confidence: f32,
    ) {
        let Some((piece, quote)) = self.piece(paragraph, unit) else { return };
        let quoted = self.quotes.pieces[piece].tokens();
        let rule = choice.rule;
        let draft = match choice.link {
            Link::Continues { draft, .. } => draft,
            Link::Cued { cue, source } => {
                self.open(rule, Some(paragraph.tokens(cue)), Some(paragraph.tokens(source)))
            }
            Link::Sourced { cue, source } => self.open(rule, cue, Some(source)),
        };
        // The parts of the quotation in earlier paragraphs, where no rule found anything.
        let earlier = (0..piece).rev().take_while(|&at| self.quotes.pieces[at].quote() == quote).count();
        for part in piece - earlier..piece {
            self.drafts[draft].add_content(self.quotes.pieces[part].tokens());
        }
        self.drafts[draft].add_content(quoted);
        self.drafts[draft].confidence = self.drafts[draft].confidence.min(confidence);
        self.of_quote[quote] = draft as u32;
        self.this_sentence = Some(draft);
        self.linked.push(draft);
    }

    /// The draft of this cue, or a new one.
    fn open(&mut self, rule: Rule, cue: Option<Range>, source: Option<Range>) -> usize {
        let recent = self.drafts.len().saturating_sub(RECENT);
        let same = |draft: &Draft| cue.is_some() && draft.cue() == cue && draft.source() == source;
        if let Some(known) = self.drafts[recent..].iter().rposition(same) {
            return recent + known;
        }
        self.push(Draft::new(rule, cue, source, 1.0));
        self.drafts.len() - 1
    }

    /// Whether a quotation of the sentence is linked.
    pub(crate) fn has_linked(&self) -> bool {
        !self.linked.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.drafts.len()
    }

    pub(crate) fn push(&mut self, draft: Draft) {
        lists::push(&mut self.drafts, draft);
    }

    /// The draft of this cue, in tokens, that a quotation of the sentence is linked to.
    pub(crate) fn of_cue(&mut self, cue: &Range) -> Option<&mut Draft> {
        let at = self.linked.iter().copied().find(|&at| self.drafts[at].is_cued_at(cue.start))?;
        Some(&mut self.drafts[at])
    }

    /// Where the content ends of the draft that has these tokens in its cue or its content and that a
    /// quotation of the sentence is linked to.
    pub(crate) fn covered(&self, tokens: Range) -> Option<usize> {
        self.linked.iter().find_map(|&at| {
            let draft = &self.drafts[at];
            let in_cue = draft.cue().is_some_and(|cue| cue.start < tokens.end && tokens.start < cue.end);
            let part = draft.content_from(tokens.start);
            let in_content = part.as_ref().is_some_and(|part| part.start < tokens.end);
            (in_cue || in_content).then(|| part.map_or(tokens.end, |part| part.end))
        })
    }

    /// Whether all that a draft reports is reported by one that a quotation of the sentence is linked to: the
    /// statement of "“Q,” Smith said in a statement".
    pub(crate) fn tell_already(&self, draft: &Draft) -> bool {
        let is_told = |known: &Draft, part: &Range| {
            known
                .content_from(part.start)
                .is_some_and(|told| told.start <= part.start && part.end <= told.end)
        };
        self.linked.iter().any(|&at| draft.content().all(|part| is_told(&self.drafts[at], &part)))
    }

    /// Drops those from `first` on that another one reports.
    pub(crate) fn drop_nested(&mut self, first: usize) {
        let mut at = first;
        while at < self.drafts.len() {
            let cue = self.drafts[at].cue().map_or(0, |cue| cue.start);
            if self.drafts[first.saturating_sub(RECENT)..].iter().any(|outer| outer.reports(cue)) {
                self.drafts.remove(at);
            } else {
                at += 1;
            }
        }
    }

    /// The drafts of the kinds that are wanted, in the order of the text.
    pub(crate) fn finish(self, wanted: impl Fn(AttributionKind) -> bool) -> (Vec<Draft>, OfQuotes) {
        let Drafts { quotes, mut drafts, mut of_quote, .. } = self;
        let count = drafts.len();
        for (number, draft) in drafts.iter_mut().enumerate() {
            draft.number = number as u32;
        }
        drafts.retain(|draft| draft.extent().is_some());
        drafts.sort_by_key(|draft| draft.extent().map_or(0, |extent| extent.start));
        let mut near = 0;
        for draft in &mut drafts {
            draft.kind = kind(draft, quotes, &mut near);
        }
        drafts.retain(|draft| wanted(draft.kind));
        let mut places = vec![NO_DRAFT; count];
        for (place, draft) in drafts.iter().enumerate() {
            places[draft.number as usize] = place as u32;
        }
        for draft in of_quote.iter_mut().filter(|draft| **draft != NO_DRAFT) {
            *draft = places[*draft as usize];
        }
        (drafts, OfQuotes(of_quote))
    }
}

/// How much of the content of a draft stands between quotation marks; `near` is a piece of a quotation near
/// its start.
fn kind(draft: &Draft, quotes: &Quotes, near: &mut usize) -> AttributionKind {
    let (mut all, mut any) = (true, false);
    for part in draft.content() {
        *near = quotes.piece_from(part.start, *near);
        let piece = quotes.pieces.get(*near);
        all &= piece.is_some_and(|piece| piece.start() <= part.start && part.end <= piece.end());
        any |= piece.is_some_and(|piece| piece.start() < part.end);
    }
    match (all, any) {
        (true, _) => AttributionKind::Direct,
        (false, true) => AttributionKind::Mixed,
        (false, false) => AttributionKind::Indirect,
    }
}
