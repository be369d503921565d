//! Speaker detection: names with their titles, and whom each mention means.
//!
//! ```
//! use whosaid::speakers::name_mentions;
//!
//! let text = "Ireland's Foreign Minister Simon Coveney met Ursula von der Leyen.";
//! let names: Vec<_> = name_mentions(text)
//!     .into_iter()
//!     .map(|mention| (mention.name.of(text).unwrap(), mention.title.and_then(|title| title.of(text))))
//!     .collect();
//! assert!(names.contains(&("Simon Coveney", Some("Foreign Minister"))));
//! assert!(names.contains(&("Ursula von der Leyen", None)));
//! ```

mod mention;
mod names;
mod pronouns;
mod registry;
mod resolver;
mod titles;
mod words;

pub(crate) use resolver::KnownSpeakers;

use crate::analysis::{Speaker, SpeakerKind};
use crate::compact::RecordIndex;
use crate::lexicon::{Classes, Lexicon, Tagged, Words};
use crate::lists;
use crate::quotes::Quotes;
use crate::span::Span;
use crate::tokenizer::Range;
use mention::NameMention;
use names::read_names;
use registry::{Indices, Registry};
use resolver::{mark_quoted, Resolver};
use titles::Bearer;
use words::{Index, NameWord};

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

/// Finds the names of the next paragraph and what is known of their words.
fn read_with_words(words: &Words<'_, '_>, names: &mut Vec<NameMention>, of_names: &mut Vec<NameWord>) {
    let before = names.len();
    read_names(words, names);
    for name in &mut names[before..] {
        name.set_words(of_names.len());
        for token in name.name() {
            lists::push(of_names, NameWord::at(words, token));
        }
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

/// A name where it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The name, without titles.
    pub name: Span,
    /// The titles and roles right before it.
    pub title: Option<Span>,
    /// The fullest name that the text gives to whom this one means.
    pub full_name: Span,
    /// What it names, as far as its words tell.
    pub kind: SpeakerKind,
}

/// Every name in `text`, in order, with whom it means. Linear in the length of the text.
#[must_use]
pub fn name_mentions(text: &str) -> Vec<Mention> {
    let text = Tagged::new(text, &Lexicon::default());
    let (mut classes, mut names, mut of_names) = (Vec::new(), Vec::new(), Vec::new());
    let mut words = Words::new(&text, &mut classes);
    for tokens in text.document.paragraphs() {
        words.read(tokens);
        read_with_words(&words, &mut names, &mut of_names);
    }
    let registry = Registry::new(&text, &mut names, &of_names, &mut Indices::default());
    (names.iter().zip(registry.entities_of_mentions()))
        .map(|(mention, entity)| Mention {
            name: text.document.span(mention.name()),
            title: (!mention.title().is_empty()).then(|| text.document.span(mention.title())),
            full_name: text.document.span(registry.entity(entity).name()),
            kind: registry.entity(entity).kind,
        })
        .collect()
}

/// Grammatical gender, as names, titles and pronouns show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Male,
    Female,
}

impl Gender {
    /// The gender that these classes tell; none where they tell both or neither.
    pub(crate) fn of(classes: Classes) -> Option<Gender> {
        match (classes.any(Classes::MALE), classes.any(Classes::FEMALE)) {
            (true, false) => Some(Gender::Male),
            (false, true) => Some(Gender::Female),
            _ => None,
        }
    }

    fn conflicts(self, other: Option<Gender>) -> bool {
        other.is_some_and(|other| other != self)
    }
}
