//! From the words that name a source to a speaker of the text.

mod anaphora;
mod descriptions;
mod heads;
pub(crate) mod pronouns;
pub(crate) mod titles;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use crate::analysis::Speaker;
use crate::language::Classes;
use crate::quotes::Quotes;
use crate::resolution::pronouns::{Context, LastSpeaker};
use crate::resolution::titles::{Bearer, Titles};
use crate::speakers::mention::NameMention;
use crate::speakers::read_with_words;
use crate::speakers::registry::Indices;
use crate::speakers::registry::Registry;
use crate::speakers::words::NameWord;
use crate::speakers::words::{ByWord, Index, Word};
use crate::speakers::Gender;
use crate::speakers::SpeakerKind;
use crate::text::compact::RecordIndex;
use crate::text::compact::Spans;
use crate::text::lists;
use crate::tokenizer::Range;
use crate::words::Tagged;
use crate::words::Words;

/// The lists that the names of a text fill.
#[derive(Default)]
pub(crate) struct Lists {
    names: Vec<NameMention>,
    words: Vec<NameWord>,
    indices: Indices,
    bearers: Index<Bearer>,
}

impl Lists {
    /// Finds the names of the next paragraph.
    pub(crate) fn read_names(&mut self, words: &Words<'_, '_>) {
        read_with_words(words, &mut self.names, &mut self.words);
    }
}

/// The speakers of a text in the order of their first mention, and whom of them each of these sources means,
/// as an index. The names are those in these lists; the sources stand in the order of the text. Linear in the
/// length of the text.
pub(crate) fn resolve<'t>(
    text: &Tagged<'t>,
    quotes: &Quotes,
    memory: &mut Lists,
    known: &KnownSpeakers,
    sources: impl ExactSizeIterator<Item = Option<Range>>,
) -> (Vec<Speaker<'t>>, Vec<RecordIndex>) {
    let Lists { names, words, indices, bearers } = memory;
    if sources.len() == 0 {
        lists::empty(words);
        lists::empty(names);
        return (Vec::new(), Vec::new());
    }
    let registry = Registry::new(text, names, words, indices);
    lists::empty(words);
    mark_quoted(names, quotes);
    let mut resolver = Resolver::new(text, names, &registry, known, std::mem::take(bearers));
    let mut meant: Vec<RecordIndex> =
        sources.map(|source| resolver.resolve(&source?)).map(RecordIndex::from).collect();
    let (speakers, place, index) = resolver.finish();
    for speaker in &mut meant {
        *speaker = speaker.get().map(|speaker| place[speaker] as usize).into();
    }
    *bearers = index;
    drop(registry);
    lists::empty(names);
    (speakers, meant)
}

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
pub(crate) struct Resolver<'a, 't> {
    context: Context<'a, 't>,
    titles: Titles,
    known: &'a KnownSpeakers,
    speakers: Vec<Speaker<'t>>,
    /// The speaker that each entity is.
    of_entity: Vec<u32>,
    /// Those who are not named, by the words that spoke of them.
    unnamed: ByWord<u32>,
    /// The last of them that each noun was said of without "the".
    by_noun: ByWord<u32>,
    by_known_name: HashMap<Arc<str>, usize>,
    last: Option<LastSpeaker>,
    last_unnamed: Option<LastUnnamed>,
}

/// The last who spoke and is not named.
#[derive(Clone, Copy, Debug)]
struct LastUnnamed {
    speaker: usize,
    /// Where the source ends that says so.
    source_end: usize,
    /// Whether a sentence is about them: not where they speak in a clause within another one.
    is_main: bool,
    /// Whether "he" or "she" may mean them.
    is_person: bool,
    /// Whether "it" may.
    is_thing: bool,
    gender: Option<Gender>,
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
    pub(crate) fn new(
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
                self.last_unnamed = Some(self.spoke_unnamed(speaker, source));
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
        if first.any(Classes::PRONOUN.or(Classes::OBJECT)) && !first.any(Classes::POSSESSIVE) && alone {
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
    pub(crate) fn finish(self) -> (Vec<Speaker<'t>>, Vec<u32>, Index<Bearer>) {
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

/// A name that was broken over two lines, on one.
fn one_line(words: &str) -> Cow<'_, str> {
    if words.contains(['\n', '\r', '\u{a0}', '\t']) {
        Cow::Owned(words.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(words)
    }
}
