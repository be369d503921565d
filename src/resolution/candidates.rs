//! The entities that a source may mean, and what the text around it shows about each.

use crate::language::Classes;
use crate::resolution::discourse::{Discourse, Referent};
use crate::resolution::resolver::Resolver;
use crate::resolution::sentence_starts::SENTENCES;
use crate::speakers::name::GrammaticalRole;
use crate::speakers::Gender;
use crate::text::few::Few;
use crate::text::index::{EntityId, MentionIdx, TokenIdx, TokenRange};

/// The number of names before a source that are read.
const WINDOW: usize = 40;

/// The maximum number of candidates.
const MOST: usize = 12;

/// The number of names after a source that are read.
const AHEAD: usize = 3;

/// How far ahead the end of the sentence is looked for, in tokens.
const REACH_AHEAD: usize = 40;

/// The number of words at the start of a sentence among which a pronoun is its subject.
const OPENING: usize = 5;

/// An entity that a source may mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub entity: EntityId,
    /// Its last mention before the source, unless that is too far away.
    pub mention: Option<MentionIdx>,
    /// The number of paragraphs between that and the source.
    pub apart: Option<usize>,
    /// The number of sentences between the source and the one whose first subject it is.
    pub led: Option<usize>,
    /// How often the names that were read mean it.
    pub count: usize,
    /// Whether it is the first name of the paragraph of the source.
    pub opens: bool,
    /// Whether the sentence names it only after the source.
    pub is_ahead: bool,
}

/// The candidates for a source, and where it is.
pub(super) struct Candidates {
    /// Those mentioned last come first.
    pub list: Vec<Candidate>,
    /// The source.
    pub source: TokenRange,
    /// How many paragraphs begin before the source.
    pub begun: usize,
    /// How many of them the paragraph of the source names before it, whose names do not show another gender.
    pub here: usize,
    /// The starts of the sentence of the source and of those before it.
    starts: [Option<TokenIdx>; SENTENCES],
}

impl Candidates {
    /// The number of sentences between a token and the source, up to [`SENTENCES`].
    pub(super) fn sentences_since(&self, token: TokenIdx) -> usize {
        let later = |start: &Option<TokenIdx>| start.is_some_and(|start| start > token);
        self.starts.iter().take_while(|start| later(start)).count()
    }

    /// The tokens of the sentence before the source.
    pub(super) fn before_source(&self) -> TokenRange {
        self.starts[0].unwrap_or(self.source.start).to(self.source.start)
    }

    fn position(&self, entity: EntityId) -> Option<usize> {
        self.list.iter().position(|candidate| candidate.entity == entity)
    }

    /// The number of other candidates that were named more often lately.
    pub(super) fn rank(&self, candidate: &Candidate) -> usize {
        self.list.iter().filter(|other| other.count > candidate.count).count()
    }

    /// Adds an entity if it agrees, which is asked only of those that are none yet, and counts the mention.
    fn add(
        &mut self,
        entity: EntityId,
        mention: Option<MentionIdx>,
        is_ahead: bool,
        agrees: impl Fn(EntityId) -> bool,
    ) {
        let count = usize::from(mention.is_some());
        if let Some(at) = self.position(entity) {
            self.list[at].count += count;
        } else if self.list.len() < MOST && agrees(entity) {
            let (apart, led, opens) = (None, None, false);
            self.list.push(Candidate { entity, mention, apart, led, count, opens, is_ahead });
        }
    }
}

impl Resolver<'_, '_> {
    /// The entities around a source that agree with it: those named before it, those that spoke last, and those that
    /// the rest of its sentence names. Those of `more` are always among them.
    pub(super) fn candidates(&self, source: TokenRange, referent: Referent, more: &[EntityId]) -> Candidates {
        let Discourse { document, names, registry, .. } = &self.discourse;
        let begun = document.paragraphs_begun(source.start);
        let starts = self.discourse.sentence_starts(source.start);
        let mut candidates = Candidates { list: Vec::with_capacity(MOST), source, begun, here: 0, starts };
        let agrees = |entity: EntityId| more.contains(&entity) || self.discourse.agrees(entity, referent);
        let mut subjects = [None; SENTENCES];
        let oldest = starts[SENTENCES - 1].unwrap_or(TokenIdx::START);
        let end = names.ending_by(source.start);
        let mut quoted: Few<MentionIdx, WINDOW> = Few::default();
        for mention in end.saturating_sub(WINDOW).to(end).iter().rev() {
            let entity = registry.entity_of(mention);
            let name = &names[mention];
            if name.is_quoted {
                quoted.push(mention);
                continue;
            }
            let is_near = name.start() >= oldest;
            if is_near && name.role == GrammaticalRole::Subject && !self.discourse.is_in_title(mention) {
                if let Some(subject) = subjects.get_mut(candidates.sentences_since(name.start())) {
                    *subject = Some(entity);
                }
            }
            candidates.add(entity, Some(mention), false, agrees);
        }
        for entity in more {
            candidates.add(*entity, None, false, agrees);
        }
        // Whoever is named in a quotation alone is seldom meant.
        for &mention in quoted.iter() {
            candidates.add(registry.entity_of(mention), Some(mention), false, agrees);
        }
        for last in self.spoke.iter().flatten() {
            candidates.add(last.entity, None, false, agrees);
        }
        self.mark_subjects(&mut candidates, subjects, referent);
        let after = names.ending_by(source.end);
        let mut read = source.end;
        for mention in
            after.to(after + AHEAD).iter().take_while(|&at| self.is_ahead(at, source.end, &mut read))
        {
            candidates.add(registry.entity_of(mention), None, true, agrees);
        }
        candidates
    }

    /// Says of the candidates before a source which are subjects, given the first names that are, and which the paragraph
    /// names.
    fn mark_subjects(
        &self,
        candidates: &mut Candidates,
        mut subjects: [Option<EntityId>; SENTENCES],
        referent: Referent,
    ) {
        let Candidates { source, begun, starts, .. } = *candidates;
        self.discourse.follow_pronouns(&starts, source.start, referent, &mut subjects);
        for (sentence, subject) in subjects.iter().enumerate().rev() {
            if let Some(at) = subject.and_then(|subject| candidates.position(subject)) {
                candidates.list[at].led = Some(sentence);
            }
        }
        if let Some(at) = self.first_name(begun, source.start).and_then(|first| candidates.position(first)) {
            candidates.list[at].opens = true;
        }
        let Discourse { document, names, .. } = &self.discourse;
        for candidate in &mut candidates.list {
            let start = candidate.mention.map(|mention| names[mention].start());
            candidate.apart = start.map(|start| begun - document.paragraphs_begun_near(start, begun));
        }
        let may_be_here = |candidate: &&Candidate| {
            self.is_here(candidate) && !self.is_named_otherwise(candidate.entity, referent)
        };
        candidates.here = candidates.list.iter().filter(may_be_here).count();
    }

    /// Whether the paragraph of the source names a candidate outside quotations.
    pub(super) fn is_here(&self, candidate: &Candidate) -> bool {
        let is_quoted = candidate.mention.is_some_and(|mention| self.discourse.names[mention].is_quoted);
        candidate.apart == Some(0) && !is_quoted
    }

    /// Whether the given name of an entity shows another gender than the source.
    fn is_named_otherwise(&self, entity: EntityId, referent: Referent) -> bool {
        let Referent::Person(Some(gender)) = referent else { return false };
        gender.conflicts(self.discourse.gender_of_given_name(entity))
    }

    /// The entity that the first name of a paragraph before a token means, given how many paragraphs begin before it.
    fn first_name(&self, begun: usize, before: TokenIdx) -> Option<EntityId> {
        let Discourse { document, names, registry, .. } = &self.discourse;
        let start = document.start_of_paragraph(begun)?;
        let first = names.before(start);
        let name = names.get(first).filter(|name| name.end() <= before)?;
        (!name.is_quoted).then(|| registry.entity_of(first))
    }

    /// Whether a mention is in the sentence of a source that ends at a token, outside quotations. No sentence begins from
    /// there to `read`.
    fn is_ahead(&self, mention: MentionIdx, end: TokenIdx, read: &mut TokenIdx) -> bool {
        let Discourse { document, names, .. } = &self.discourse;
        let Some(name) = names.get(mention) else { return false };
        let is_near = name.start() < end + REACH_AHEAD && !name.is_quoted;
        let unread = read.to(name.start() + 1);
        *read = unread.end.max(*read);
        is_near && !unread.iter().any(|at| document.begins_sentence(at))
    }
}

impl Discourse<'_, '_> {
    /// Gives a sentence that begins with the pronoun of a source the subject of the sentence before it: in "Lee came.
    /// She sat. She said", Lee is the subject of all three.
    fn follow_pronouns(
        &self,
        starts: &[Option<TokenIdx>; SENTENCES],
        source: TokenIdx,
        referent: Referent,
        subjects: &mut [Option<EntityId>; SENTENCES],
    ) {
        let Referent::Person(gender @ Some(_)) = referent else { return };
        for sentence in (0..SENTENCES - 1).rev() {
            let has_pronoun = starts[sentence].is_some_and(|start| {
                let opening = start.to((start + OPENING).min(source));
                opening.iter().any(|at| self.is_pronoun(at, gender))
            });
            if has_pronoun && subjects[sentence].is_none() {
                subjects[sentence] = subjects[sentence + 1];
            }
        }
    }

    /// Whether a token is a personal pronoun of a gender, as a subject has it.
    pub(super) fn is_pronoun(&self, at: TokenIdx, gender: Option<Gender>) -> bool {
        let classes = self.document.classes(at);
        let is_subject =
            classes.any(Classes::PRONOUN) && !classes.any(Classes::POSSESSIVE.or(Classes::OBJECT));
        is_subject && Gender::of(classes) == gender
    }
}
