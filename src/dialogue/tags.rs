//! What a paragraph says about who speaks in it: the tag beside a quotation.

use crate::dialogue::characters::Characters;
use crate::dialogue::Scene;
use crate::language::Classes;
use crate::models::{value, Value};
use crate::rules::{Draft, Rule};
use crate::speakers::name::Name;
use crate::speakers::Gender;
use crate::text::index::{CharacterId, MentionIdx, TokenIdx, TokenRange};

/// The words that say who speaks: "said Emma", "she asked".
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag {
    pub order: TagOrder,
    pub who: Who,
    /// Where the source starts.
    pub at: TokenIdx,
}

/// Where the source of a tag is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagOrder {
    /// “Q,” said Emma.
    AfterCue,
    /// “Q,” Emma said.
    BeforeCue,
    /// Emma said, “Q.”
    BeforeQuotation,
    /// The paragraph before ends: Emma said,
    Announced,
}

impl TagOrder {
    pub(super) fn value(self) -> Value {
        match self {
            TagOrder::AfterCue => value!("after"),
            TagOrder::BeforeCue => value!("before"),
            TagOrder::BeforeQuotation => value!("ahead"),
            TagOrder::Announced => value!("earlier"),
        }
    }
}

/// Whom the source of a tag means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    Named(CharacterId),
    Described(DescriptionKind, CharacterId),
    Pronoun(Pronoun),
}

/// The form of a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DescriptionKind {
    /// Written like a name: "the Professor".
    Capitalised,
    /// By a relation to somebody: "her mother".
    Relative,
    Plain,
}

impl DescriptionKind {
    fn of(scene: Scene<'_, '_>, source: TokenRange) -> Self {
        let document = scene.document;
        if source.iter().skip(1).any(|at| document.is_capitalised(at)) {
            DescriptionKind::Capitalised
        } else if document.is(source.start, Classes::POSSESSIVE) {
            DescriptionKind::Relative
        } else {
            DescriptionKind::Plain
        }
    }

    pub(super) fn value(self) -> Value {
        match self {
            DescriptionKind::Capitalised => value!("title"),
            DescriptionKind::Relative => value!("possessor"),
            DescriptionKind::Plain => value!("role"),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    I,
    They,
    Person(Gender),
}

impl Pronoun {
    /// The pronoun at a token.
    pub(super) fn at(scene: Scene<'_, '_>, at: TokenIdx) -> Option<Pronoun> {
        let classes = scene.document.classes(at);
        if !classes.any(Classes::PRONOUN) {
            return None;
        }
        if classes.any(Classes::PLURAL.or(Classes::GROUP_PRONOUN)) {
            return Some(Pronoun::They);
        }
        match Gender::of(classes) {
            Some(gender) => Some(Pronoun::Person(gender)),
            None => classes.any(Classes::FIRST_PERSON).then_some(Pronoun::I),
        }
    }

    pub(super) fn gender(self) -> Option<Gender> {
        match self {
            Pronoun::Person(gender) => Some(gender),
            Pronoun::I | Pronoun::They => None,
        }
    }
}

impl Tag {
    /// The tag that a draft gives, if its source is in the paragraph.
    pub(super) fn of_draft(
        scene: Scene<'_, '_>,
        draft: &Draft,
        paragraph: TokenRange,
        characters: &mut Characters,
    ) -> Option<Tag> {
        let source = draft.words().filter(|source| paragraph.covers(*source))?;
        let order = match draft.rule {
            Rule::QuoteCueSource => TagOrder::AfterCue,
            Rule::QuoteSourceCue => TagOrder::BeforeCue,
            _ => TagOrder::BeforeQuotation,
        };
        Some(Tag { order, who: Who::of(scene, source, characters)?, at: source.start })
    }

    /// The tag directly after a quotation that ends at a token, where no rule found one: "she said", "said the
    /// curate", "the curate went on", "was Emma's answer".
    pub(super) fn after(
        scene: Scene<'_, '_>,
        from: TokenIdx,
        end: TokenIdx,
        characters: &mut Characters,
    ) -> Option<Tag> {
        let document = scene.document;
        if let Some(at) = cue_end(scene, from) {
            let named = Who::starting_at(scene, at, end);
            let who = named.or_else(|| Who::described_at(scene, at, end, characters).map(|(who, _)| who))?;
            return Some(Tag { order: TagOrder::AfterCue, who, at });
        }
        if document.is(from, Classes::BE) {
            return Tag::of_answer(scene, from + 1, end);
        }
        let (who, start) = match Who::starting_at(scene, from, end) {
            Some(who @ Who::Named(_)) => {
                (who, scene.names.get(scene.names.before(from + 2).before()?)?.end())
            }
            Some(who) => (who, from + 1),
            None => Who::described_at(scene, from, end, characters)?,
        };
        let between = Classes::ADVERB.or(Classes::AUXILIARY);
        let mut words = start.to(end.min(start + 4)).iter();
        let verb = words.find(|&at| !document.is(at, between) || document.is(at, Classes::SPEECH))?;
        cue_end(scene, verb).map(|_| Tag { order: TagOrder::BeforeCue, who, at: from })
    }

    /// The possessor of a noun for what is said, after "was": "was Emma's answer", "was his only reply".
    fn of_answer(scene: Scene<'_, '_>, from: TokenIdx, end: TokenIdx) -> Option<Tag> {
        let document = scene.document;
        let at =
            from + usize::from(!document.is(from, Classes::POSSESSIVE) && !document.is_capitalised(from));
        let (who, owned) = match document.is(at, Classes::POSSESSIVE) {
            true => (Who::Pronoun(Pronoun::Person(Gender::of(document.classes(at))?)), at + 1),
            false => {
                let mention = scene.names.ending_by(at);
                let name = scene.names.get(mention).filter(|name| name.titled_start() <= at)?;
                (Who::Named(scene.character(mention)), name.end())
            }
        };
        let mut owned = owned.to(end.min(owned + OWNED)).iter();
        // After a comma or another mark that ends what is said, the noun may be any: “Take it,” was Emma's warning.
        let is_ended = document.is(from - 3, Classes::COMMA.or(Classes::STOP));
        let is_said = is_ended || owned.any(|at| document.is(at, Classes::SPEECH_NOUN));
        is_said.then_some(Tag { order: TagOrder::AfterCue, who, at })
    }

    /// The tag in the words between two tokens, which end the paragraph before a quotation: "Emma rose and said:",
    /// "She heard the curate say,".
    pub(super) fn announcing(scene: Scene<'_, '_>, words: TokenRange) -> Option<Tag> {
        let document = scene.document;
        let cue = words.iter().rev().find(|&at| cue_end(scene, at).is_some())?;
        if document.is(words.end - 1, Classes::STOP) {
            return None;
        }
        let (who, at) = Who::subject_of(scene, words.start, cue)?;
        Some(Tag { order: TagOrder::Announced, who, at })
    }
}

/// The end of the verb of saying at a token: "said", "went on".
fn cue_end(scene: Scene<'_, '_>, at: TokenIdx) -> Option<TokenIdx> {
    let document = scene.document;
    let is_phrasal = document.is(at, Classes::PHRASAL) && document.is(at + 1, Classes::PARTICLE_OF_SPEECH);
    let is_past = || document.is(at, Classes::PAST.or(Classes::THIRD));
    match (document.is(at, Classes::SPEECH), is_phrasal && is_past()) {
        (true, _) => Some(at + 1),
        (false, true) => Some(at + 2),
        (false, false) => None,
    }
}

/// The number of tokens from an article to the noun of a description: "the tired old curate".
pub(super) const DESCRIPTION: usize = 3;

/// The number of tokens after a possessor among which the noun is that it possesses: "'s only answer".
const OWNED: usize = 5;

impl Who {
    /// Whom the words of a source mean.
    pub(super) fn of(scene: Scene<'_, '_>, source: TokenRange, characters: &mut Characters) -> Option<Who> {
        if let Some(pronoun) = Pronoun::at(scene, source.start).filter(|_| source.len() == 1) {
            return Some(Who::Pronoun(pronoun));
        }
        let inside = scene.names.before(source.start).to(scene.names.ending_by(source.end));
        let is_head =
            |name: &Name| name.end() >= source.end || !scene.document.is(name.end(), Classes::CLITIC);
        // Not "stepping forward to Emma".
        let is_receiver = |name: &Name| scene.document.is(name.titled_start() - 1, Classes::TO);
        let of_others = |name: &Name| name.start() > source.start && is_receiver(name);
        let head = inside.iter().find(|&mention| {
            let name = &scene.names[mention];
            is_head(name) && !of_others(name)
        });
        // A number as a name: "said Five".
        let is_name =
            scene.document.is_capitalised(source.start) && !scene.document.begins_sentence(source.start);
        match head {
            Some(mention) => Some(Who::Named(scene.character(mention))),
            None if inside.iter().any(|mention| of_others(&scene.names[mention])) => None,
            None if source.len() == 1 && scene.document.is(source.start, Classes::RELATIVE) => {
                Who::antecedent(scene, source.start)
            }
            None if source.len() == 1 && scene.document.is(source.start, Classes::DETERMINER) && !is_name => {
                None
            }
            None => {
                if let Some(named) = characters.named_by(scene, source) {
                    return Some(Who::Named(named));
                }
                let kind = DescriptionKind::of(scene, source);
                characters.described(scene, source).map(|character| Who::Described(kind, character))
            }
        }
    }

    /// The name or pronoun directly before a relative pronoun: "Emma, who said".
    fn antecedent(scene: Scene<'_, '_>, relative: TokenIdx) -> Option<Who> {
        let end = relative.saturating_sub(usize::from(scene.document.is(relative - 1, Classes::COMMA)));
        if let Some(pronoun) = Pronoun::at(scene, end - 1) {
            return Some(Who::Pronoun(pronoun));
        }
        let mention = scene.names.last_ending_by(end)?;
        (scene.names[mention].end() == end).then(|| Who::Named(scene.character(mention)))
    }

    /// The subject of a cue: the name or pronoun directly before it, or else the last one that a conjunction
    /// precedes, or else the first one of its sentence, a subordinate clause or phrase at its start left out.
    fn subject_of(scene: Scene<'_, '_>, start: TokenIdx, cue: TokenIdx) -> Option<(Who, TokenIdx)> {
        let document = scene.document;
        let between = Classes::ADVERB.or(Classes::AUXILIARY);
        let mut last = cue - 1;
        while last > start && document.is(last, between) {
            last -= 1;
        }
        if let Some(pronoun) = Pronoun::at(scene, last) {
            return Some((Who::Pronoun(pronoun), last));
        }
        let named =
            |mention: MentionIdx| (Who::Named(scene.character(mention)), scene.names[mention].start());
        let before =
            scene.names.last_ending_by(last + 1).filter(|&mention| scene.names[mention].end() == last + 1);
        if let Some(mention) = before.filter(|&mention| scene.names[mention].start() >= start) {
            return Some(named(mention));
        }
        let opens_late = Classes::PREPOSITION.or(Classes::SUBORDINATOR).or(Classes::ADVERB);
        let comma = || start.to(cue).iter().find(|&at| document.is(at, Classes::COMMA)).map(|at| at + 1);
        let late = if document.is(start, opens_late) { comma().unwrap_or(start) } else { start };
        let coordinated = late.to(cue).iter().rev().find_map(|at| {
            let is_first = document.is(at, Classes::CONJUNCTION) && !document.is_word(at - 1);
            is_first.then(|| Who::starting_at(scene, at + 1, cue)).flatten().map(|who| (who, at + 1))
        });
        let first = coordinated.or_else(|| Who::first_in(scene, late.to(cue)));
        first.or_else(|| Who::first_in(scene, start.to(cue)))
    }

    /// The first name or pronoun among some words, possessors left out.
    pub(super) fn first_in(scene: Scene<'_, '_>, words: TokenRange) -> Option<(Who, TokenIdx)> {
        words.iter().find_map(|at| {
            if let Some(pronoun) = Pronoun::at(scene, at) {
                return Some((Who::Pronoun(pronoun), at));
            }
            let mention = scene.names.ending_by(at);
            let name = scene.names.get(mention).filter(|name| name.start() == at)?;
            let is_possessor = scene.document.is(name.end(), Classes::CLITIC);
            (!is_possessor).then(|| (Who::Named(scene.character(mention)), name.start()))
        })
    }

    /// The person whom the words at a token describe, and their end: "the curate", or a day as a name: "Sunday".
    fn described_at(
        scene: Scene<'_, '_>,
        at: TokenIdx,
        end: TokenIdx,
        characters: &mut Characters,
    ) -> Option<(Who, TokenIdx)> {
        let document = scene.document;
        let is_name = document.is(at, Classes::CALENDAR) && document.is_capitalised(at);
        let last = match document.is(at, Classes::DETERMINER.or(Classes::POSSESSIVE)) {
            _ if is_name => at,
            false => return None,
            true => (at + 1).to(end.min(at + 1 + DESCRIPTION)).iter().find(|&word| {
                document.is(word, Classes::ROLE.or(Classes::TITLE)) || document.is_capitalised(word)
            })?,
        };
        let mut stop = last + 1;
        while stop < end && document.is_word(stop) && document.is_capitalised(stop) {
            stop += 1;
        }
        if document.is_word(stop) && document.is(stop, Classes::ROLE) {
            return None;
        }
        let source = at.to(stop);
        let who = match Who::of(scene, source, characters)? {
            Who::Described(_, character) if is_name => {
                Who::Described(DescriptionKind::Capitalised, character)
            }
            who => who,
        };
        Some((who, stop))
    }

    /// The name or pronoun at a token.
    fn starting_at(scene: Scene<'_, '_>, at: TokenIdx, end: TokenIdx) -> Option<Who> {
        if let Some(pronoun) = Pronoun::at(scene, at) {
            return Some(Who::Pronoun(pronoun));
        }
        let mention = scene.names.ending_by(at);
        let name =
            scene.names.get(mention).filter(|name| name.end() <= end && name.titled_start() <= at + 1)?;
        let is_possessor = scene.document.is(name.end(), Classes::CLITIC);
        (!is_possessor).then(|| Who::Named(scene.character(mention)))
    }
}
