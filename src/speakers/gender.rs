//! Grammatical gender. May import `text`, `language` and `tokenizer`.

use crate::language::Classes;
use crate::text::index::TokenRange;
use crate::text::named::{public_name, unknown_is_refused, written_by_name};
use crate::tokenizer::{Document, TokenKind};

/// Grammatical gender, as names, titles and pronouns show it.
///
/// ```
/// use whosaid::Gender;
///
/// let analysis = whosaid::attribute("“We won,” she said. “Who lost?” asked Mr. Li.");
/// let genders: Vec<_> = analysis.speakers().map(|speaker| speaker.gender()).collect();
/// assert_eq!(genders.last(), Some(&Some(Gender::Male)));
/// assert_eq!(Gender::Male.to_string(), "male");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Gender {
    /// "he", "Mr.", "John".
    Male,
    /// "she", "Mrs.", "Joan".
    Female,
}

impl Gender {
    /// Every gender.
    pub const ALL: &'static [Gender] = &[Gender::Male, Gender::Female];

    /// The name in small letters, as in JSON.
    ///
    /// ```
    /// assert_eq!(whosaid::Gender::Female.name(), "female");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Gender::Male => public_name!("male"),
            Gender::Female => public_name!("female"),
        }
    }

    /// The gender that these classes show; `None` if they show both or neither.
    pub(crate) fn of(classes: Classes) -> Option<Gender> {
        match (classes.any(Classes::MALE), classes.any(Classes::FEMALE)) {
            (true, false) => Some(Gender::Male),
            (false, true) => Some(Gender::Female),
            _ => None,
        }
    }

    /// The gender that a source shows: that of a pronoun or of the head noun of a description.
    pub(crate) fn of_source(document: &Document<'_>, source: TokenRange) -> Option<Gender> {
        let after_head = Classes::PREPOSITION.or(Classes::RELATIVE);
        let is_inside = |at: &_| document.kind(*at) == Some(TokenKind::Word) && !document.is(*at, after_head);
        let head = source.iter().take_while(is_inside).last()?;
        Gender::of(document.classes(head))
    }

    pub(crate) fn conflicts(self, other: Option<Gender>) -> bool {
        other.is_some_and(|other| other != self)
    }
}

written_by_name!(Gender, public_name!("gender"), Gender::ALL);
unknown_is_refused!(Gender);
