//! From the words that name a source to a speaker of the text.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::mention::NameMention;
use super::pronouns::{Context, LastSpeaker};
use super::registry::Registry;
use super::titles::{Bearer, Titles};
use super::words::{ByWord, Index, Word};
use super::Gender;
use crate::analysis::{Speaker, SpeakerKind};
use crate::compact::Spans;
use crate::lexicon::{Classes, Tagged};
use crate::lists;
use crate::quotes::Quotes;
use crate::tokenizer::{Range, TokenKind};

/// Speakers that a caller knows beforehand: their names by every alias in small letters.
#[derive(Debug, Clone, Default)]
pub(crate) struct KnownSpeakers {
    by_alias: Arc<HashMap<String, Arc<str>>>,
}

impl KnownSpeakers {
    /// Lets an alias mean a speaker; refuses, with `false`, one that means another already.
    pub(crate) fn insert(&mut self, alias: &str, name: &Arc<str>) -> bool {
        let alias = alias.trim().to_lowercase();
        let alias = alias.strip_prefix("the ").unwrap_or(&alias).to_owned();
        let before = Arc::make_mut(&mut self.by_alias).insert(alias, name.clone());
        before.is_none_or(|before| before == *name)
    }

    fn name<'w>(&self, words: impl FnOnce() -> &'w str) -> Option<&Arc<str>> {
        if self.by_alias.is_empty() {
            return None;
        }
        let words = words().to_lowercase();
        self.by_alias.get(words.strip_prefix("the ").unwrap_or(&words))
    }
}

/// How many words may stand between the owner of a paper and the paper: "her Twitter account".
const ADJECTIVES: usize = 4;

/// How many tokens what is added to a name has at most before it tells where.
const LONGEST_APPOSITION: usize = 10;

/// How many tokens before it was named whom "the minister", "the newspaper" means, unless it spoke last.
const REACH_OF_NAMES: usize = 40;

/// How many tokens before it the group that "they" means is looked for.
const REACH_OF_THEY: usize = 60;

/// How many names before it the age that stands behind one is looked for.
const RECENT_NAMES: usize = 60;

/// The speaker of an entity that said nothing.
const NOBODY: u32 = u32::MAX;

/// What a source was found to mean.
#[derive(Clone, Copy, Debug)]
enum Meaning {
    Entity(usize),
    /// Somebody the text does not name: the index of the speaker.
    Unnamed(usize),
}

/// Resolves sources one after another, in the order of the text, and collects the speakers.
pub(super) struct Resolver<'a, 't> {
    context: Context<'a, 't>,
    titles: Titles,
    known: &'a KnownSpeakers,
    speakers: Vec<Speaker<'t>>,
    /// The speaker that each entity is.
    of_entity: Vec<u32>,
    /// Those who are not named, by the words that spoke of them.
    unnamed: ByWord<u32>,
    /// The last of them that each noun was said of with "a" or "one".
    by_noun: ByWord<u32>,
    by_known_name: HashMap<Arc<str>, usize>,
    last: Option<LastSpeaker>,
    /// The last who spoke and is not named, and where the source ends that says so.
    last_unnamed: Option<(usize, Range)>,
}

/// Tells the names which of them stand inside quotations. Linear: both lists are in the order of the text.
pub(crate) fn mark_quoted(names: &mut [NameMention], quotes: &Quotes) {
    let mut pieces = quotes.pieces.iter().peekable();
    for name in names {
        while pieces.next_if(|piece| piece.end() <= name.start()).is_some() {}
        name.is_quoted = pieces.peek().is_some_and(|piece| piece.start() <= name.start());
    }
}

impl<'a, 't> Resolver<'a, 't> {
    pub(super) fn new(
        text: &'a Tagged<'t>,
        names: &'a [NameMention],
        registry: &'a Registry,
        known: &'a KnownSpeakers,
        bearers: Index<Bearer>,
    ) -> Self {
        Resolver {
            context: Context::new(text, names, registry),
            titles: Titles::new(text, names, registry, bearers),
            known,
            speakers: Vec::new(),
            of_entity: vec![NOBODY; registry.len()],
            unnamed: ByWord::default(),
            by_noun: ByWord::default(),
            by_known_name: HashMap::new(),
            last: None,
            last_unnamed: None,
        }
    }

    /// The index of the speaker that a source means; none where the text does not tell.
    pub(crate) fn resolve(&mut self, source: &Range) -> Option<usize> {
        if let Some(name) = self.known.name(|| self.context.text.slice(source.clone())) {
            let name = name.clone();
            return Some(self.known_speaker(&name, source));
        }
        let head = self.head_name(source);
        let meaning = match head {
            Some(mention) => Meaning::Entity(self.context.registry.entity_of(mention)),
            None => self.meaning(source)?,
        };
        let speaker = match meaning {
            Meaning::Unnamed(speaker) => {
                self.last_unnamed = Some((speaker, source.clone()));
                speaker
            }
            Meaning::Entity(entity) => {
                let is_named = head.is_some();
                self.last = Some(LastSpeaker { entity, source_end: source.end, is_named });
                self.speaker(entity)
            }
        };
        if head.is_none() {
            let span = self.context.text.document.span(source.clone());
            self.speakers[speaker].mentions.push(span);
        }
        Some(speaker)
    }

    /// Whom a source means that is not headed by a name.
    fn meaning(&mut self, source: &Range) -> Option<Meaning> {
        let text = self.context.text;
        let first = text.classes(source.start);
        let alone = source.len() == 1 || text.is(source.start + 1, Classes::COMMA);
        if first.any(Classes::PRONOUN) && alone {
            return self.pronoun(source.start);
        }
        if first.any(Classes::RELATIVE) && source.len() == 1 {
            return self.relative(source.start);
        }
        if first.any(Classes::POSSESSIVE) && source.len() == 1 {
            let gender = Gender::of(first)?;
            return self.context.antecedent(source.start, Some(Some(gender)), self.last).map(Meaning::Entity);
        }
        match self.author(source) {
            Some(author) => Some(Meaning::Entity(author)),
            None => self.nominal(source),
        }
    }

    /// Whose paper speaks: "her account", "Smith's book", "the I.M.F. report".
    fn author(&self, source: &Range) -> Option<usize> {
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

    /// "I" and "we" are the author's: they mean no speaker of the text.
    fn pronoun(&mut self, at: usize) -> Option<Meaning> {
        let word = self.context.text.text_of(at);
        if word.eq_ignore_ascii_case("they") {
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

    /// "A mechanic said … he said": who spoke last and is not named, unless a name is the subject of what follows.
    fn unnamed_before(&self, pronoun: usize, person: Option<Option<Gender>>) -> Option<usize> {
        let (speaker, source) = self.last_unnamed.clone()?;
        if self.last.is_some_and(|last| last.source_end > source.end) {
            return None;
        }
        let text = self.context.text;
        // Whoever speaks in a clause within another one is not what the sentence is about.
        let is_main = text.begins_sentence(source.start) || text.is(source.start - 1, Classes::SPEECH);
        let fits = is_main
            && match (person, self.speakers[speaker].kind) {
                // "The nominee" is mostly somebody who is named.
                (Some(gender), SpeakerKind::Person) if !self.is_the(source.start) => {
                    let known = source.clone().find_map(|at| Gender::of(text.classes(at)));
                    !gender.is_some_and(|gender| gender.conflicts(known))
                }
                (None, SpeakerKind::Organisation) => true,
                (None, SpeakerKind::Other) => source.clone().any(|at| text.is(at, Classes::DOCUMENT)),
                _ => false,
            };
        (fits && !self.context.is_other_meant(source.end, pronoun, person)).then_some(speaker)
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
            || follows_the && text.text_of(at).ends_with('s')
    }

    /// "Blinken, who said": the name right before, else the noun phrase there.
    fn relative(&mut self, at: usize) -> Option<Meaning> {
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

    /// Whether a name, of a person for all that is known or not, tells where somebody is from: "of Seoul".
    fn is_whereabouts(&self, mention: usize) -> bool {
        let Context { text, names, registry, .. } = &self.context;
        let mut start = names[mention].titled_start();
        start -= usize::from(start > 0 && text.is(start - 1, Classes::DETERMINER));
        let follows_preposition = start > 0 && text.is(start - 1, Classes::PREPOSITION);
        follows_preposition && !registry.entity(registry.entity_of(mention)).is_certain
    }

    /// "Bob Kim of Seoul, who", "a lawyer from Ohio who": whom the name that tells where belongs to.
    fn resident(&mut self, place: usize, end: usize) -> Option<Meaning> {
        let Context { text, names, registry, .. } = &self.context;
        let start = names[place].titled_start();
        let low = start.saturating_sub(LONGEST_APPOSITION);
        if let Some(before) = place.checked_sub(1).filter(|&before| names[before].end() > low) {
            let between = names[before].end()..start;
            let is_person = registry.entity(registry.entity_of(before)).kind == SpeakerKind::Person;
            if is_person && !between.clone().any(|at| text.is(at, Classes::ANY_VERB.or(Classes::AUXILIARY))) {
                return Some(Meaning::Entity(registry.entity_of(before)));
            }
        }
        let words = (low..start - 1).rev().take_while(|&at| text.is_word(at));
        let noun =
            words.clone().find(|&at| text.is(at, Classes::DETERMINER)).filter(|&noun| noun + 2 < start)?;
        self.nominal(&(noun..end))
    }

    /// Whether these tokens say more of the name before them: ", a doctor from Ohio".
    fn is_apposition(&self, tokens: Range) -> bool {
        let text = self.context.text;
        tokens.len() < 15
            && text.is(tokens.start, Classes::COMMA)
            && text.is(tokens.start + 1, Classes::DETERMINER.or(Classes::ROLE).or(Classes::TITLE))
    }

    /// The name that a source is headed by: not one inside its prepositional or possessive parts.
    fn head_name(&self, source: &Range) -> Option<usize> {
        let text = self.context.text;
        let names = self.context.names;
        let mut mention = self.context.names_ending_by(source.start);
        let closing = OnceCell::new();
        let closing_from =
            |at: usize| closing.get_or_init(|| self.closing_comma(source)).filter(|comma| *comma >= at);
        let mut head = None;
        let mut at = source.start;
        while at < source.end {
            if let Some(name) = names.get(mention).filter(|name| name.end() <= source.end) {
                let start = name.titled_start().max(source.start);
                if at >= start {
                    at = name.end();
                    head = (!text.is(at, Classes::CLITIC) || at + 1 >= source.end).then_some(mention);
                    mention += 1;
                    continue;
                }
            }
            let stops = text.is(at, Classes::COMMA)
                || text.is(at, Classes::PREPOSITION.or(Classes::RELATIVE).or(Classes::CONJUNCTION));
            if stops && at > source.start {
                if head.is_some() {
                    return head;
                }
                match closing_from(at) {
                    Some(comma) => {
                        at = comma;
                        mention = self.context.names_ending_by(comma);
                    }
                    None if !text.is(at, Classes::COMMA) => return None,
                    None => {}
                }
            } else if matches!(text.text_of(at), "(" | "—" | "–" | "--") && head.is_some() {
                return head;
            } else if text.is_word(at)
                && !text.is(at, Classes::SUFFIX.or(Classes::OBJECT).or(Classes::CLITIC))
            {
                head = None;
            }
            at += 1;
        }
        head
    }

    /// "the prosecutor for the court, Karim Khan": the last comma behind which a name closes the source, unless it
    /// is that of a place: "a lawyer in Portland, Maine".
    fn closing_comma(&self, source: &Range) -> Option<usize> {
        let Context { text, names, registry, .. } = &self.context;
        source.clone().rev().find(|&at| {
            let closes = |mention: usize| {
                let name = &names[mention];
                name.titled_start() == at + 1
                    && name.end() + 1 >= source.end
                    && !registry.entity(registry.entity_of(mention)).is_place
            };
            text.is(at, Classes::COMMA) && {
                let next = self.context.names_before(at + 1);
                next < names.len() && closes(next)
            }
        })
    }

    /// A source without a name: "the senator" is the one last so titled, "a senior official" himself.
    fn nominal(&mut self, source: &Range) -> Option<Meaning> {
        let text = self.context.text;
        if self.is_the(source.start) {
            self.titles.read_to(source.start, &self.context);
            if let Some(meaning) = self.described(source) {
                return Some(meaning);
            }
        }
        let source = &self.plain(source);
        let words = Word::of(text.slice(source.clone()));
        if let Some(speaker) = self.unnamed.get(&words) {
            return Some(Meaning::Unnamed(*speaker as usize));
        }
        let name = one_line(text.slice(source.clone()));
        let speaker = self.introduce(name, unnamed_kind(text, source));
        if let Some(head) = self.phrase(source.clone()).last().filter(|_| !self.is_the(source.start)) {
            self.by_noun.insert(Word::at(text, head), speaker as u32);
        }
        self.unnamed.insert(words, speaker as u32);
        Some(Meaning::Unnamed(speaker))
    }

    fn is_the(&self, token: usize) -> bool {
        self.context.text.text_of(token).eq_ignore_ascii_case("the")
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

    /// The entity that a definite description means: the one last given that role, or one that shares
    /// its country or body ("the U.N. chief"), or the one that the text speaks of most here.
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
        let of = |at: usize| text.is_capitalised(at) && at != head;
        let (before, modifier) = (source.start, phrase.clone().filter(|&at| of(at)).last());
        // "The union" is no "Union President".
        let is_body = classes.any(Classes::ORGANISATION) && !classes.any(person.or(Classes::TITLE));
        let may_bear = |entity: &usize| !is_body || self.is_body(*entity);
        let titled = self.titles.last_bearer(text, head, modifier, before).filter(may_bear);
        let related = || self.titles.last_bearer(text, modifier?, None, before);
        let salient = || {
            let bare = head + 1 >= source.end || text.is(head + 1, Classes::COMMA);
            let person = classes.any(person).then(|| Gender::of(classes));
            // "the Clinton campaign" is a body of its own, "the campaign" the one spoken of.
            (bare && (person.is_some() || modifier.is_none()))
                .then(|| self.context.antecedent(source.start, person, self.last))
                .flatten()
                .filter(|entity| self.spoke_last(*entity) || self.was_named_near(*entity, source.start))
                .filter(|entity| match person {
                    Some(_) => !self.titles.has_role(*entity),
                    None => self.is_named_body(*entity),
                })
        };
        let unnamed = || self.by_noun.get(&Word::at(text, head)).map(|speaker| *speaker as usize);
        match titled {
            Some(entity) => Some(Meaning::Entity(entity)),
            None => match unnamed() {
                Some(speaker) => Some(Meaning::Unnamed(speaker)),
                None => related().or_else(salient).map(Meaning::Entity),
            },
        }
    }

    /// The words of a noun phrase up to its first preposition or relative clause.
    fn phrase(&self, tokens: Range) -> impl Iterator<Item = usize> + Clone + use<'_, 't> {
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

    /// The speaker that an entity is.
    fn speaker(&mut self, entity: usize) -> usize {
        if self.of_entity[entity] == NOBODY {
            let known = self.context.registry.entity(entity);
            let name = one_line(self.context.text.slice(known.name()));
            self.of_entity[entity] = self.introduce(name, known.kind) as u32;
        }
        self.of_entity[entity] as usize
    }

    fn introduce(&mut self, name: Cow<'t, str>, kind: SpeakerKind) -> usize {
        let speaker = Speaker { name, kind, titles: Vec::new(), mentions: Spans::default() };
        lists::push(&mut self.speakers, speaker);
        self.speakers.len() - 1
    }

    fn known_speaker(&mut self, name: &Arc<str>, source: &Range) -> usize {
        let speaker = match self.by_known_name.get(name) {
            Some(speaker) => *speaker,
            None => {
                let speaker = self.introduce(Cow::Owned(name.to_string()), SpeakerKind::Person);
                self.by_known_name.insert(name.clone(), speaker);
                speaker
            }
        };
        let span = self.context.text.document.span(source.clone());
        self.speakers[speaker].mentions.push(span);
        speaker
    }

    /// The speakers in the order of their first mention, each with its titles and all its mentions; where each
    /// of those that [`Self::resolve`] gave stands among them; and the index of titles, for another text.
    pub(super) fn finish(self) -> (Vec<Speaker<'t>>, Vec<u32>, Index<Bearer>) {
        let Resolver { context, titles, mut speakers, of_entity, .. } = self;
        let bearers = titles.into_index();
        for (entity, speaker) in of_entity.iter().enumerate() {
            if let Some(speaker) = speakers.get_mut(*speaker as usize) {
                speaker.mentions.reserve(context.registry.entity(entity).mentions());
            }
        }
        let document = &context.text.document;
        let mut known_titles: ByWord<()> = ByWord::default();
        for (mention, name) in context.names.iter().enumerate() {
            let at = of_entity[context.registry.entity_of(mention)] as usize;
            let Some(speaker) = speakers.get_mut(at) else { continue };
            speaker.mentions.push(document.span(name.name()));
            for title in [name.title(), name.apposition()].into_iter().filter(|title| !title.is_empty()) {
                let title = one_line(document.slice(title));
                if known_titles.insert(Word::of_bearer(&title, at), ()).is_none() {
                    speaker.titles.push(title);
                }
            }
        }
        let (speakers, place) = in_order_of_mention(speakers);
        (speakers, place, bearers)
    }
}

/// Puts the speakers in order, and tells where each of them went.
fn in_order_of_mention(mut speakers: Vec<Speaker<'_>>) -> (Vec<Speaker<'_>>, Vec<u32>) {
    for speaker in &mut speakers {
        speaker.mentions.sort();
    }
    let mut order: Vec<u32> = (0..speakers.len() as u32).collect();
    order.sort_by_key(|&at| speakers[at as usize].mentions.as_slice().first().copied());
    let mut place = vec![0; speakers.len()];
    for (to, &from) in order.iter().enumerate() {
        place[from as usize] = to as u32;
    }
    let mut goes_to = order;
    goes_to.copy_from_slice(&place);
    for at in 0..speakers.len() {
        while goes_to[at] as usize != at {
            let to = goes_to[at] as usize;
            speakers.swap(at, to);
            goes_to.swap(at, to);
        }
    }
    (speakers, place)
}

fn unnamed_kind(text: &Tagged<'_>, source: &Range) -> SpeakerKind {
    let mut kind = SpeakerKind::Other;
    for at in source.clone() {
        let classes = text.classes(at);
        if classes.any(Classes::PREPOSITION.or(Classes::RELATIVE)) && kind != SpeakerKind::Other {
            break;
        }
        if classes.any(Classes::ORGANISATION) {
            kind = SpeakerKind::Organisation;
        } else if classes.any(Classes::PLURAL.or(Classes::QUANTIFIER)) {
            kind = SpeakerKind::Group;
        } else if classes.any(Classes::ROLE) {
            kind = SpeakerKind::Person;
        }
    }
    kind
}

/// A name that was broken over two lines, on one.
fn one_line(words: &str) -> Cow<'_, str> {
    if words.contains(['\n', '\r', '\u{a0}', '\t']) {
        Cow::Owned(words.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(words)
    }
}
