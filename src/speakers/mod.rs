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

mod kind;
pub(crate) mod mention;
pub(crate) mod names;
pub(crate) mod registry;
pub(crate) mod words;

pub use kind::SpeakerKind;

use crate::language::{Classes, Language};
use crate::speakers::mention::NameMention;
use crate::speakers::names::read_names;
use crate::speakers::registry::{Indices, Registry};
use crate::speakers::words::NameWord;
use crate::text::lists;
use crate::text::span::Span;
use crate::words::{Tagged, Words};

/// Finds the names of the next paragraph and what is known of their words.
pub(crate) fn read_with_words(
    words: &Words<'_, '_>,
    names: &mut Vec<NameMention>,
    of_names: &mut Vec<NameWord>,
) {
    let before = names.len();
    read_names(words, names);
    for name in &mut names[before..] {
        name.set_words(of_names.len());
        for token in name.name() {
            lists::push(of_names, NameWord::at(words, token));
        }
    }
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
    let text = Tagged::new(text, &Language::default());
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

    pub(crate) fn conflicts(self, other: Option<Gender>) -> bool {
        other.is_some_and(|other| other != self)
    }
}
