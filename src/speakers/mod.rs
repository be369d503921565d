//! Speaker detection: names with their titles, and the entity that each mention means.
//!
//! Names are found paragraph by paragraph, before attribution, which reads them. May import `text`, `language`,
//! `tokenizer` and `words`.
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

mod finding;
mod full_names;
mod gender;
mod honorifics;
pub(crate) mod keys;
mod kind;
pub(crate) mod known;
mod misspelt;
pub(crate) mod name;
pub(crate) mod names;
mod openers;
mod organisations;
pub(crate) mod pronouns;
pub(crate) mod registry;
mod single_words;
pub(crate) mod source;

pub use gender::Gender;
pub use kind::SpeakerKind;
pub(crate) use known::KnownSpeakers;
pub(crate) use names::Names;
pub(crate) use single_words::is_called_thing;
pub(crate) use source::{DirectMentions, Source};

use crate::language::Language;
use crate::speakers::keys::NameWord;
use crate::speakers::name::{Name, NameWordIdx};
use crate::speakers::registry::{Indices, Registry};
use crate::text::lists;
use crate::text::span::Span;
use crate::tokenizer::Document;
use crate::words::Words;

/// Finds the names of the next paragraph, marks their words, and collects facts about them.
pub(crate) fn find_names(words: &mut Words<'_, '_>, names: &mut Vec<Name>, name_words: &mut Vec<NameWord>) {
    let before = names.len();
    finding::find_names(words, names);
    for name in &mut names[before..] {
        words.mark_name(name.with_title());
        name.set_words(NameWordIdx::new(name_words.len()));
        for token in name.tokens() {
            lists::push(name_words, NameWord::at(words, token));
        }
    }
}

/// A name at one place of a text.
///
/// ```
/// use whosaid::{speakers::name_mentions, SpeakerKind};
///
/// let text = "Mayor Marta Holt left. Holt was tired.";
/// let second = name_mentions(text)[1].clone();
/// assert_eq!((second.name.of(text), second.title), (Some("Holt"), None));
/// assert_eq!((second.full_name.of(text), second.kind), (Some("Marta Holt"), SpeakerKind::Person));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Mention {
    /// The name, without titles.
    pub name: Span,
    /// The titles and roles directly before it.
    pub title: Option<Span>,
    /// The fullest name that the text gives to the same person, organisation or place.
    pub full_name: Span,
    /// What it names, judged by its words.
    pub kind: SpeakerKind,
}

/// Finds every name in `text`, in order, with the person, organisation or place it means. Linear in the length
/// of the text.
///
/// ```
/// use whosaid::speakers::name_mentions;
///
/// let text = "Mayor Marta Holt met Robert Pike.";
/// let names: Vec<_> = name_mentions(text).iter().filter_map(|mention| mention.name.of(text)).collect();
/// assert_eq!(names, ["Marta Holt", "Robert Pike"]);
/// ```
#[must_use]
pub fn name_mentions(text: &str) -> Vec<Mention> {
    name_mentions_in(text, &Language::default())
}

/// Finds every name in `text` like [`name_mentions`], with the titles, roles and given names of a language.
///
/// ```
/// use whosaid::{speakers::name_mentions_in, Language};
///
/// let text = "Mayor Ann Wu resigned.";
/// let mentions = name_mentions_in(text, &Language::english());
/// assert_eq!(mentions[0].name.of(text), Some("Ann Wu"));
/// ```
#[must_use]
pub fn name_mentions_in(text: &str, language: &Language) -> Vec<Mention> {
    let document = Document::new(text, language);
    let (mut names, mut name_words) = (Vec::new(), Vec::new());
    let mut words = Words::new(&document, Vec::new());
    for tokens in document.paragraphs() {
        words.read(tokens);
        find_names(&mut words, &mut names, &mut name_words);
    }
    let (mut indices, mut direct) = (Indices::default(), DirectMentions::default());
    let registry = Registry::new(
        &document,
        &mut names,
        &name_words,
        &mut indices,
        &mut direct,
        &KnownSpeakers::default(),
        &[],
    );
    let mention = |(name, entity): (&Name, _)| Mention {
        name: document.span(name.tokens()),
        title: (!name.title().is_empty()).then(|| document.span(name.title())),
        full_name: document.span(registry.entity(entity).shown()),
        kind: registry.entity(entity).kind,
    };
    names.iter().zip(registry.entities_of_mentions()).map(mention).collect()
}
