//! What a rule sees around a quotation.

use std::ops::Deref;

use crate::language::{Classes, Phrase};
use crate::models::Value;
use crate::reading::{Cue, Reading, Sentence};
use crate::rules::drafts::History;
use crate::rules::link::Link;
use crate::speakers::name::NameKind;
use crate::speakers::names::Names;
use crate::speakers::Gender;
use crate::text::index::{MentionId, SentenceId, TokenIdx, TokenRange, UnitIdx, UnitRange};
use crate::tokenizer::TokenKind;

/// The tokens at the start of a quotation among which the one who is addressed is looked for.
const OPENING: usize = 40;

/// How far after the first word of a quantity its number is looked for: "at least 50".
const WORDS_BEFORE_NUMBER: usize = 2;

/// The longest opening clause with a pronoun whose name follows it, in units.
const LONGEST_OPENING: usize = 40;

/// How many cues of each kind are looked at for the verb after such a clause: the first.
const CUES_OF_OPENING: usize = 8;

/// The surroundings of a quotation. Has the methods of its sentence too.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'s> {
    pub reading: Reading<'s>,
    /// The number of the sentence in its paragraph.
    pub id: SentenceId,
    pub company: Company,
    /// The first phrase such as "according to" in the sentence, as a link.
    pub source_phrase: Option<Link>,
    /// The sentences beside this one; only where this one holds nothing but quotations.
    pub neighbours: Neighbours<'s>,
    /// The attributions so far.
    pub history: History<'s>,
}

impl<'s> Deref for Setting<'s> {
    type Target = Reading<'s>;

    fn deref(&self) -> &Reading<'s> {
        &self.reading
    }
}

/// What a sentence holds besides a quotation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Company {
    pub quotations: usize,
    pub has_words: bool,
}

impl Company {
    pub(crate) fn of(sentence: Sentence<'_>) -> Self {
        Company { quotations: sentence.quotation_units().count(), has_words: sentence.has_words() }
    }
}

/// The sentences beside one that holds nothing but quotations, each with its cues.
#[derive(Clone, Copy, Default)]
pub(crate) struct Neighbours<'s> {
    /// The sentence before; the last one of the paragraph before where this one begins its paragraph.
    pub previous: Option<Neighbour<'s>>,
    /// The sentence after, in the same paragraph, if it begins with a quotation.
    pub next: Option<Neighbour<'s>>,
}

/// A sentence beside another one.
#[derive(Clone, Copy)]
pub(crate) struct Neighbour<'s> {
    pub sentence: Sentence<'s>,
    pub cues: &'s [Cue],
}

impl<'s> Neighbour<'s> {
    /// The sentence with its cues, as far as rules ask for it.
    pub(crate) fn reading(self, names: &'s Names<'s>) -> Reading<'s> {
        Reading {
            sentence: self.sentence,
            names,
            cues: self.cues,
            quotations: &[],
            tags: &[],
            register: Value::NONE,
        }
    }
}

impl<'s> Setting<'s> {
    /// The unit after a quotation, a comma or dash skipped.
    pub(crate) fn after_quotation(&self, quotation: UnitIdx) -> UnitIdx {
        let next = quotation + 1;
        next + usize::from(self.is(next, Classes::COMMA.or(Classes::SEMICOLON).or(Classes::DASH)))
    }

    /// The name that these units are, with its titles or without. A doubtful one is none.
    pub(crate) fn name_of(&self, units: UnitRange) -> Option<MentionId> {
        let tokens = self.tokens(units);
        let mention = self.names.id_covering(tokens.last()?)?;
        let name = self.names.get(mention.idx()).filter(|name| !name.is_doubtful)?;
        let is_whole =
            name.end() == tokens.end && [name.start(), name.titled_start()].contains(&tokens.start);
        is_whole.then_some(mention)
    }

    /// Whether the words of a quotation address the speaker that a source names: “Not yet, Ann.” after “…” said Ann Wu.
    pub(crate) fn addresses(&self, quotation: UnitIdx, source: TokenRange) -> bool {
        let document = self.paragraph().document;
        let quoted = self.tokens(quotation.only());
        let opening = quoted.start.to(quoted.end.min(quoted.start + OPENING));
        let ends = |at: TokenIdx| {
            document.is(at, Classes::COMMA.or(Classes::STOP)) || document.kind(at) == Some(TokenKind::Mark)
        };
        let is_named =
            |at: TokenIdx| source.iter().any(|word| document.hash_of(word) == document.hash_of(at));
        opening.iter().skip(2).any(|at| {
            document.is_capitalised(at) && document.is(at - 1, Classes::COMMA) && ends(at + 1) && is_named(at)
        })
    }

    /// The name that a pronoun in an opening clause means: "Although he called it “a mess”, Ann Wu said".
    pub(crate) fn name_after_pronoun(&self, source: UnitRange) -> Option<MentionId> {
        let pronoun = source.start;
        let is_pronoun = source.len() == 1 && self.is(pronoun, Classes::PRONOUN);
        let gender = Gender::of(self.classes(pronoun)).filter(|_| is_pronoun)?;
        let first = self.start();
        let opens = pronoun == first + 1 && self.is(first, Classes::SUBORDINATOR);
        let near = self.reach_ahead(pronoun + 1, LONGEST_OPENING);
        let comma = opens.then(|| (pronoun + 1).to(near).iter().find(|&at| self.closes_clause(at)))??;
        let cues = self.quoting().take(CUES_OF_OPENING).chain(self.other_verbs().take(CUES_OF_OPENING));
        let main = cues.filter(|cue| cue.head > comma && cue.is_finite());
        let subject = { main }.find_map(|cue| self.subject(cue).filter(|is| is.start == comma + 1))?;
        let name = subject.iter().find(|&at| self.is_name(at))?;
        let mention = self.names.id_covering(self.tokens(name.only()).start)?;
        let known = self.names.get(mention.idx())?;
        let is_person = matches!(known.kind, NameKind::Person | NameKind::Unknown) && !known.is_doubtful;
        let agrees = known.gender.is_none_or(|known| known == gender);
        (is_person && agrees).then_some(mention)
    }

    /// Whether a comma ends a clause: it stands outside a quotation or ends the one before it.
    fn closes_clause(&self, at: UnitIdx) -> bool {
        self.is_comma(at)
            || self.is_quotation(at)
                && self.last_quoted(at).is_some_and(|last| self.paragraph().document.is(last, Classes::COMMA))
    }

    /// Whether a source can be somebody: "since", "by the board" and "how" cannot.
    pub(crate) fn may_be_source(&self, source: UnitRange) -> bool {
        let never =
            Classes::PREPOSITION.or(Classes::SUBORDINATOR).or(Classes::ADVERB).or(Classes::CONJUNCTION);
        let rather = Classes::DETERMINER
            .or(Classes::PRONOUN)
            .or(Classes::QUANTIFIER)
            .or(Classes::RELATIVE)
            .or(Classes::GIVEN);
        let first = self.classes(source.start);
        // "About 50 residents", "at least half of the voters".
        let is_quantity = || {
            let mut near = (source.start + 1).to(source.end).iter().take(WORDS_BEFORE_NUMBER);
            near.any(|at| self.starts_with_digit(at) || self.is(at, Classes::QUANTIFIER))
        };
        !first.any(never) || first.any(rather) || is_quantity()
    }
}

/// The link to a phrase such as "according to" at this unit.
pub(crate) fn source_phrase_at(sentence: Sentence<'_>, at: UnitIdx) -> Option<Link> {
    let cue = at.to(at + sentence.phrase_at(Phrase::Source, at)?);
    let source = sentence.inverted_subject(cue.end).filter(|_| cue.end <= sentence.end())?;
    // “Q,” per Ann Wu; “Q,” per chief executive Ann Wu; but "per head" is no source.
    let is_ambiguous = cue.len() == 1 && sentence.is(at, Classes::DISTRIBUTIVE);
    let follows_quotation = || {
        let before = at - usize::from(at > sentence.start() && sentence.is_comma(at - 1));
        before > sentence.start() && sentence.is_quotation(before - 1)
    };
    // "a saying attributed to Ann Wu: “Q.”"; but a fire may be attributed to the wind.
    let precedes_quotation = || {
        let mark = Classes::COMMA.or(Classes::COLON).or(Classes::DASH);
        sentence.is_quotation(source.end + usize::from(sentence.is(source.end, mark)))
    };
    let names_somebody = || source.iter().any(|at| sentence.is_name(at));
    let may_be = match sentence.is(at, Classes::PARTICIPLE) && !sentence.is(at, Classes::SOURCE_PHRASE) {
        true => sentence.is_name(cue.end) && (follows_quotation() || precedes_quotation()),
        false => !is_ambiguous || follows_quotation() && names_somebody(),
    };
    may_be.then_some(Link::cued(cue, source))
}

/// The first such phrase anywhere in a sentence.
pub(crate) fn first_source_phrase(sentence: Sentence<'_>) -> Option<Link> {
    let openers = sentence.those(sentence.range(), |view| view.is(Classes::SOURCE_OPENER));
    { openers }.find_map(|at| source_phrase_at(sentence, at))
}
