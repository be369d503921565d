//! Whom "he", "it", "they" and "who" mean as sources.

use crate::language::{Classes, Ending};
use crate::resolution::pronouns::Context;
use crate::resolution::{LastUnnamed, Meaning, Resolver};
use crate::speakers::Gender;
use crate::speakers::SpeakerKind;
use crate::tokenizer::Range;

/// How many tokens what is added to a name has at most before it tells where.
const LONGEST_APPOSITION: usize = 10;

/// How many tokens before it the group that "they" means is looked for.
const REACH_OF_THEY: usize = 60;

impl Resolver<'_, '_> {
    /// "I" and "we" are the author's: they mean no speaker of the text.
    pub(super) fn pronoun(&mut self, at: usize) -> Option<Meaning> {
        let word = self.context.text.text_of(at);
        if word.eq_ignore_ascii_case("they") || word.eq_ignore_ascii_case("them") {
            return self.group_before(at);
        }
        let person = Gender::of(self.context.text.classes(at)).map(Some);
        if person.is_none() && !word.eq_ignore_ascii_case("it") {
            return None;
        }
        match self.unnamed_before(at, person) {
            Some(speaker) => Some(Meaning::Unnamed(speaker)),
            None => self.context.antecedent(at, person, self.last).map(Meaning::Entity),
        }
    }

    /// What "he" and "it" behind a source without a name go by. A pronoun adds nothing to what it stands for.
    pub(super) fn spoke_unnamed(&self, speaker: usize, source: &Range) -> LastUnnamed {
        let text = self.context.text;
        let start = source.start;
        let again =
            self.last_unnamed.filter(|last| last.speaker == speaker && text.is(start, Classes::PRONOUN));
        if let Some(last) = again {
            return LastUnnamed { source_end: source.end, ..last };
        }
        let is_tag = || text.is(source.end, Classes::SPEECH) && text.is(source.end + 1, Classes::STOP);
        let kind = self.speakers[speaker].kind;
        let is_paper = || source.clone().any(|at| text.is(at, Classes::DOCUMENT));
        LastUnnamed {
            speaker,
            source_end: source.end,
            is_main: text.begins_sentence(start) || text.is(start - 1, Classes::SPEECH) || is_tag(),
            // "The Vermont senator" is mostly somebody who is named elsewhere, "the prime minister" is not.
            is_person: kind == SpeakerKind::Person && (!self.is_the(start) || self.is_role(source)),
            is_thing: kind == SpeakerKind::Organisation || kind == SpeakerKind::Other && is_paper(),
            gender: source.clone().find_map(|at| Gender::of(text.classes(at))),
        }
    }

    /// "A mechanic said … he said": who spoke last and is not named, unless a name is the subject of what follows.
    fn unnamed_before(&self, pronoun: usize, person: Option<Option<Gender>>) -> Option<usize> {
        let last = self.last_unnamed.filter(|last| last.is_main)?;
        let named_since = self.last.is_some_and(|named| named.source_end > last.source_end);
        let fits = match person {
            Some(gender) => last.is_person && !gender.is_some_and(|gender| gender.conflicts(last.gender)),
            None => last.is_thing,
        };
        let context = &self.context;
        let is_meant = fits
            && !named_since
            && context.is_near(last.source_end, pronoun)
            && !context.is_other_meant(last.source_end, pronoun, person);
        is_meant.then_some(last.speaker)
    }

    /// "The dockers walked out. …, they said": the group that an earlier sentence nearby is about.
    fn group_before(&mut self, pronoun: usize) -> Option<Meaning> {
        let text = self.context.text;
        let low = pronoun.saturating_sub(REACH_OF_THEY);
        for start in (low..pronoun).rev().filter(|&at| text.begins_sentence(at) && text.is_word(at)) {
            if text.is(start, Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::SUBORDINATOR)) {
                continue;
            }
            let head =
                (start..start + 5).take_while(|&at| text.is_word(at)).find(|&at| self.is_plural_noun(at));
            if let Some(head) = head {
                return self.nominal(&(start..head + 1));
            }
        }
        None
    }

    fn is_plural_noun(&self, at: usize) -> bool {
        let text = self.context.text;
        let follows_the = at > 0 && text.is(at - 1, Classes::DETERMINER);
        text.is(at, Classes::PLURAL) && !text.is(at, Classes::PRONOUN)
            || follows_the && text.language.ends_like(text.text_of(at), Ending::Plural)
    }

    /// "Blinken, who said": the name right before, else the noun phrase there.
    pub(super) fn relative(&mut self, at: usize) -> Option<Meaning> {
        let text = self.context.text;
        let mut end = at;
        if end > 0 && text.is(end - 1, Classes::COMMA) {
            end -= 1;
        }
        let before = self.context.names_ending_by(end);
        if let Some(mention) = before.checked_sub(1) {
            if end - self.context.names[mention].end() <= 1
                || self.is_apposition(self.context.names[mention].end()..end)
            {
                return match self.is_whereabouts(mention).then(|| self.resident(mention, end)).flatten() {
                    Some(resident) => Some(resident),
                    None => Some(Meaning::Entity(self.context.registry.entity_of(mention))),
                };
            }
        }
        let start = (end.saturating_sub(8)..end).rev().find(|&at| text.is(at, Classes::DETERMINER))?;
        self.nominal(&(start..end))
    }

    /// Whether a name that no first name or title shows to be a person's tells where somebody is from: "of Seoul".
    fn is_whereabouts(&self, mention: usize) -> bool {
        let Context { text, names, registry, .. } = &self.context;
        let mut start = names[mention].titled_start();
        start -= usize::from(start > 0 && text.is(start - 1, Classes::DETERMINER));
        let follows_preposition = start > 0 && text.is(start - 1, Classes::PREPOSITION);
        follows_preposition && !registry.entity(registry.entity_of(mention)).is_certain
    }

    /// "Bob Kim of Seoul, who", "a lawyer from Ohio who": whom the name that tells where belongs to.
    fn resident(&mut self, whereabouts: usize, end: usize) -> Option<Meaning> {
        let Context { text, names, registry, .. } = &self.context;
        let start = names[whereabouts].titled_start();
        let low = start.saturating_sub(LONGEST_APPOSITION);
        if let Some(before) = whereabouts.checked_sub(1).filter(|&before| names[before].end() > low) {
            let between = names[before].end()..start;
            let is_person = registry.entity(registry.entity_of(before)).kind == SpeakerKind::Person;
            if is_person && !between.clone().any(|at| text.is(at, Classes::ANY_VERB.or(Classes::AUXILIARY))) {
                return Some(Meaning::Entity(registry.entity_of(before)));
            }
        }
        let mut words = (low..start - 1).rev().take_while(|&at| text.is_word(at));
        let article = words.find(|&at| text.is(at, Classes::DETERMINER)).filter(|&at| at + 2 < start)?;
        self.nominal(&(article..end))
    }

    /// Whether these tokens say more of the name before them: ", a doctor from Ohio".
    fn is_apposition(&self, tokens: Range) -> bool {
        let text = self.context.text;
        tokens.len() < 15
            && text.is(tokens.start, Classes::COMMA)
            && text.is(tokens.start + 1, Classes::DETERMINER.or(Classes::ROLE).or(Classes::TITLE))
    }
}
