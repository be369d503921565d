//! Sources without a name of their own: "the senator", "her account", "a senior official".

use crate::language::Classes;
use crate::resolution::pronouns::Context;
use crate::resolution::{one_line, Meaning, Resolver};
use crate::speakers::words::Word;
use crate::speakers::Gender;
use crate::speakers::SpeakerKind;
use crate::tokenizer::{Range, TokenKind};
use crate::words::Tagged;

/// How many words may stand between the owner of a paper and the paper: "her Twitter account".
const ADJECTIVES: usize = 4;

/// How many tokens before it was named whom "the minister", "the newspaper" means, unless it spoke last.
const REACH_OF_NAMES: usize = 40;

/// How many names before it the age that stands behind one is looked for.
const RECENT_NAMES: usize = 60;

impl<'t> Resolver<'_, 't> {
    /// Whose paper speaks: "her account", "Smith's book", "the I.M.F. report".
    pub(super) fn author(&self, source: &Range) -> Option<usize> {
        let text = self.context.text;
        let of_noun =
            |at: &usize| text.is_word(*at) && !text.is(*at, Classes::PREPOSITION.or(Classes::RELATIVE));
        let noun = source.clone().take_while(of_noun).last()?;
        if !text.is(noun, Classes::DOCUMENT) {
            return None;
        }
        for at in (source.start..noun).rev().take(ADJECTIVES) {
            if text.is(at, Classes::POSSESSIVE) {
                let gender = Gender::of(text.classes(at))?;
                return self.context.antecedent(at, Some(Some(gender)), self.last);
            }
            let owns = text.is(at, Classes::CLITIC) || at + 1 == noun;
            let end = if text.is(at, Classes::CLITIC) { at } else { at + 1 };
            let before = self.context.names_ending_by(end);
            if let Some(mention) =
                before.checked_sub(1).filter(|&mention| self.context.names[mention].end() == end && owns)
            {
                return Some(self.context.registry.entity_of(mention));
            }
        }
        None
    }

    /// A source without a name: "the senator" is the one last so titled, "a senior official" himself.
    pub(super) fn nominal(&mut self, source: &Range) -> Option<Meaning> {
        let text = self.context.text;
        if self.is_the(source.start) {
            self.titles.read_to(source.start, &self.context);
            if let Some(meaning) = self.described(source) {
                return Some(meaning);
            }
        }
        let source = &self.plain(source);
        let words = Word::of(text.slice(source.clone()));
        let speaker = match self.unnamed.get(&words) {
            Some(speaker) => *speaker as usize,
            None => {
                let name = one_line(text.slice(source.clone()));
                let speaker = self.introduce(name, unnamed_kind(text, source));
                self.unnamed.insert(words, speaker as u32);
                speaker
            }
        };
        if let Some(head) = self.phrase(source.clone()).last().filter(|_| !self.is_the(source.start)) {
            self.by_noun.insert(Word::at(text, head), speaker as u32);
        }
        Some(Meaning::Unnamed(speaker))
    }

    pub(super) fn is_the(&self, token: usize) -> bool {
        self.context.text.text_of(token).eq_ignore_ascii_case("the")
    }

    /// Whether all words of a definite description are those of a role, or it is written like one: "the Prime
    /// Minister".
    pub(super) fn is_role(&self, source: &Range) -> bool {
        let role = Classes::ROLE.or(Classes::TITLE);
        let text = self.context.text;
        let mut words = self.phrase(source.start + 1..source.end);
        let is_written_so = words.clone().last().is_some_and(|last| text.is_capitalised(last));
        is_written_so || words.all(|at| text.is(at, role))
    }

    /// A source without what is only added: "the mayor" of "the mayor, who was there,".
    fn plain(&self, source: &Range) -> Range {
        let text = self.context.text;
        let added = |at: &usize| {
            text.is(*at, Classes::COMMA)
                || text.is(*at, Classes::RELATIVE) && !text.is(*at, Classes::DETERMINER)
        };
        let end = (source.start + 1..source.end).find(added).unwrap_or(source.end);
        source.start..end
    }

    /// Whom a definite description means: the one of that age; the one last given that role; one that spoke
    /// without a name under that noun; one that shares its country or body ("the U.N. chief"); or the one that
    /// the text speaks of most here.
    fn described(&self, source: &Range) -> Option<Meaning> {
        let text = self.context.text;
        let phrase = self.phrase(source.start + 1..source.end);
        let head = phrase.clone().last()?;
        if let Some(aged) = self.aged(head) {
            return Some(Meaning::Entity(aged));
        }
        let classes = text.classes(head);
        let person = Classes::ROLE.or(Classes::DEMONYM);
        if classes.any(Classes::PLURAL) || !classes.any(person.or(Classes::TITLE).or(Classes::ORGANISATION)) {
            return None;
        }
        let modifier = phrase.filter(|&at| text.is_capitalised(at) && at != head).last();
        // "The union" is no "Union President".
        let is_body = classes.any(Classes::ORGANISATION) && !classes.any(person.or(Classes::TITLE));
        // "The company" may be any that is spoken of, "the university" is one with that word in its name.
        let is_borne = modifier.is_some() || !is_any_body(text.text_of(head));
        let may_bear = |entity: usize| is_borne && (!is_body || self.is_body(entity));
        let titled =
            self.titles.last_bearer(text, head, modifier, source.start, may_bear).map(Meaning::Entity);
        let unnamed =
            || self.by_noun.get(&Word::at(text, head)).map(|speaker| Meaning::Unnamed(*speaker as usize));
        let related = || self.titles.last_bearer(text, modifier?, None, source.start, |_| true);
        let gender = classes.any(person).then(|| Gender::of(classes));
        let others =
            || related().or_else(|| self.salient(source, head, gender, modifier)).map(Meaning::Entity);
        titled.or_else(unnamed).or_else(others)
    }

    /// Whom the text speaks of most where a description stands, if it may mean them. "The former senator" is whom
    /// the text is about, "the plumber" somebody else; "the Clinton campaign" is a body of its own, "the campaign"
    /// the one spoken of.
    fn salient(
        &self,
        source: &Range,
        head: usize,
        person: Option<Option<Gender>>,
        modifier: Option<usize>,
    ) -> Option<usize> {
        let may_mean = match person {
            Some(_) => source.start + 1 < head && !self.is_role(source),
            None => modifier.is_none(),
        };
        let ends = head + 1 >= source.end || self.context.text.is(head + 1, Classes::COMMA);
        if !may_mean || !ends {
            return None;
        }
        let entity = self.context.antecedent(source.start, person, self.last)?;
        let is_near = self.spoke_last(entity) || self.was_named_near(entity, source.start);
        let fits = match person {
            Some(_) => !self.titles.has_role(entity),
            None => self.is_named_body(entity),
        };
        (is_near && fits).then_some(entity)
    }

    /// The words of a noun phrase up to its first preposition or relative clause.
    pub(super) fn phrase(&self, tokens: Range) -> impl Iterator<Item = usize> + Clone + use<'_, 't> {
        let text = self.context.text;
        tokens.take_while(|&at| {
            matches!(text.kind(at), Some(TokenKind::Word | TokenKind::Number))
                && !text.is(at, Classes::PREPOSITION.or(Classes::RELATIVE))
        })
    }

    /// "The 54-year-old": the last one whose name that age stands behind.
    fn aged(&self, head: usize) -> Option<usize> {
        let Context { text, names, registry, .. } = &self.context;
        let age = text.text_of(head).strip_suffix("-year-old")?;
        let before = self.context.names_before(head);
        let is_so_old = |mention: &usize| {
            let end = names[*mention].end();
            text.is(end, Classes::COMMA) && text.document.is(end + 1, age)
        };
        let known = (before.saturating_sub(RECENT_NAMES)..before).rev().find(is_so_old)?;
        Some(registry.entity_of(known))
    }

    fn spoke_last(&self, entity: usize) -> bool {
        self.last.is_some_and(|last| last.entity == entity)
    }

    fn is_body(&self, entity: usize) -> bool {
        self.context.registry.entity(entity).kind == SpeakerKind::Organisation
    }

    /// "Harbour Herald", "NATO", but not "Police".
    fn is_named_body(&self, entity: usize) -> bool {
        let name = self.context.registry.entity(entity).name();
        name.len() > 1 || self.context.text.document.is_all_capitals(name.start)
    }

    fn was_named_near(&self, entity: usize, token: usize) -> bool {
        let names = self.context.names;
        let before = self.context.names_before(token);
        (0..before)
            .rev()
            .take_while(|&mention| names[mention].end() + REACH_OF_NAMES > token)
            .any(|mention| self.context.registry.entity_of(mention) == entity)
    }
}

/// Whether a noun stands for a body of any name.
fn is_any_body(noun: &str) -> bool {
    ["company", "firm", "group"].contains(&noun)
}

/// What a source without a name is.
fn unnamed_kind(text: &Tagged<'_>, source: &Range) -> SpeakerKind {
    let mut kind = SpeakerKind::Other;
    for at in source.clone() {
        let classes = text.classes(at);
        if classes.any(Classes::PREPOSITION.or(Classes::RELATIVE)) && kind != SpeakerKind::Other {
            break;
        }
        if classes.any(Classes::ORGANISATION) {
            kind = SpeakerKind::Organisation;
        } else if classes.any(Classes::PLURAL.or(Classes::QUANTIFIER)) && !is_another(text, at) {
            kind = SpeakerKind::Group;
        } else if classes.any(Classes::ROLE) {
            kind = SpeakerKind::Person;
        }
    }
    kind
}

fn is_another(text: &Tagged<'_>, token: usize) -> bool {
    text.text_of(token).eq_ignore_ascii_case("another")
}
