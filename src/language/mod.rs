//! Languages: their words and models, compiled from the data files of a folder each.
//!
//! `build.rs` turns the files into static tables and refuses a malformed line. A [`Language`] refers to the tables and
//! owns the words that a caller adds. No other module names a word of a language.
//!
//! May import `text` and `models`.

/// Declares the modules of the languages, each with its static tables, and the functions that return the languages.
macro_rules! languages {
    ($($(#[$attribute:meta])* $visibility:vis $name:ident;)*) => {
        $(
            $(#[$attribute])*
            mod $name {
                use crate::language::classes::Classes;
                use crate::language::inflection::{InflectionRule, VerbForm};
                use crate::language::lexicon::Lexicon;
                use crate::language::nicknames::Nicknames;
                use crate::language::phrases::Phrases;
                use crate::language::tables::Tables;
                use crate::language::wider_roles::WiderRoles;
                use crate::language::word_list::WordList;
                use crate::models::weights::WEIGHTS;
                use crate::models::Value;

                include!(concat!(env!("OUT_DIR"), "/", stringify!($name), ".rs"));
            }
        )*

        impl crate::language::Language {
            $(
                $(#[$attribute])*
                #[must_use]
                $visibility fn $name() -> Self {
                    crate::language::Language { tables: &$name::LANGUAGE, added: None }
                }
            )*
        }
    };
}

mod added;
mod added_cues;
mod classes;
mod fold;
mod hash;
mod inflection;
mod languages;
mod lexicon;
mod morphology;
mod nicknames;
mod phrases;
mod tables;
mod tags;
mod wider_roles;
mod word_list;

pub(crate) use crate::language::added_cues::Refused;
pub(crate) use crate::language::classes::Classes;
pub(crate) use crate::language::fold::{folded_hash, hash_packed};
pub(crate) use crate::language::hash::hash;
pub(crate) use crate::language::lexicon::{WordId, UNKNOWN};
pub(crate) use crate::language::morphology::Ending;
pub(crate) use crate::language::phrases::Phrase;
pub(crate) use crate::language::tables::CLOSED;

use std::fmt;
use std::sync::Arc;

use crate::language::added::Added;
use crate::language::fold::{fold, LONGEST_WORD};
use crate::language::tables::Tables;
use crate::models::linear::Weights;
use crate::models::Value;
use crate::text::letters::Letters;

/// The words of a language, and the models that decide in it.
///
/// Cheap to clone: it refers to tables that are part of the program.
///
/// ```
/// use whosaid::{Attributor, Language};
///
/// # fn main() -> Result<(), whosaid::BuildError> {
/// let attributor = Attributor::builder().language(Language::english()).build()?;
/// assert_eq!(attributor.attribute(r#""We won," said Wang Yi."#).speakers().len(), 1);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Language {
    tables: &'static Tables,
    /// Words that a caller added.
    added: Option<Arc<Added>>,
}

impl Language {
    /// The number of a word, in whatever case. A compound that has no entry of its own is like its last part.
    pub(crate) fn id_of(&self, word: &str) -> WordId {
        match Letters::of(word.as_bytes()).map(|letters| self.id_of_letters(letters, word.len())) {
            Some(UNKNOWN) | None => {
                fold(word, &mut [0; LONGEST_WORD]).map_or(UNKNOWN, |folded| self.id_of_folded(folded))
            }
            Some(id) => id,
        }
    }

    /// The number of a word of so many letters of ASCII.
    #[inline]
    pub(crate) fn id_of_letters(&self, letters: Letters, len: usize) -> WordId {
        let known = self.tables.lexicon.id_of_letters(letters, len);
        match &self.added {
            None => known,
            Some(added) => added.position_of_letters(letters, len).map_or(known, |at| self.added_id(at)),
        }
    }

    /// The number of a mark of ASCII.
    #[inline]
    pub(crate) fn id_of_mark(&self, mark: u8) -> WordId {
        self.tables.lexicon.id_of_mark(mark)
    }

    fn id_of_folded(&self, word: &[u8]) -> WordId {
        if let Some(at) = self.added.as_ref().and_then(|added| added.position(word)) {
            return self.added_id(at);
        }
        let lexicon = self.tables.lexicon;
        match (lexicon.id(word), word.iter().rposition(|&byte| byte == b'-')) {
            (UNKNOWN, Some(hyphen)) => {
                let head = self.head_before_genitive(&word[..hyphen]).unwrap_or(&word[hyphen + 1..]);
                lexicon.compound(lexicon.id(head))
            }
            (id, _) => id,
        }
    }

    /// Whether a word says how many children somebody has: "mother-of-three".
    pub(crate) fn is_compound_with_genitive(&self, word: &str) -> bool {
        let hyphen = word.bytes().rposition(|byte| byte == b'-');
        hyphen.is_some_and(|hyphen| self.head_before_genitive(&word.as_bytes()[..hyphen]).is_some())
    }

    /// The head of a compound of three words, whose last one is left out: "mother" of "mother-of-three".
    fn head_before_genitive<'w>(&self, word: &'w [u8]) -> Option<&'w [u8]> {
        let hyphen = word.iter().rposition(|&byte| byte == b'-')?;
        let joint = self.tables.lexicon.id(&word[hyphen + 1..]);
        self.classes(joint).any(Classes::GENITIVE).then_some(&word[..hyphen])
    }

    /// Words that a caller added are numbered after those of the tables.
    fn added_id(&self, at: usize) -> WordId {
        WordId::after(self.tables.lexicon.len(), at)
    }

    /// The place of a word among those added.
    fn added_at(&self, id: WordId) -> Option<usize> {
        id.get().checked_sub(self.tables.lexicon.len())
    }

    /// The word of the tables that an added word was before.
    fn origin(&self, id: WordId) -> WordId {
        match (self.added_at(id), &self.added) {
            (Some(at), Some(added)) => added.origin(at),
            _ => id,
        }
    }

    /// The classes of a word.
    #[inline]
    pub(crate) fn classes(&self, id: WordId) -> Classes {
        match self.tables.lexicon.classes(id) {
            Some(classes) => classes,
            None => self.added_classes(id),
        }
    }

    #[cold]
    fn added_classes(&self, id: WordId) -> Classes {
        match (self.added_at(id), &self.added) {
            (Some(at), Some(added)) => added.classes(at),
            _ => Classes::NONE,
        }
    }

    /// The value of a word as the models know it; [`Value::NONE`] for the unknown word.
    #[inline]
    pub(crate) fn value_of(&self, id: WordId) -> Value {
        match self.tables.lexicon.value(id) {
            Some(value) => value,
            None => match self.origin(id) {
                UNKNOWN => Value::NAMELESS,
                origin => self.value_of(origin),
            },
        }
    }

    /// The tag of a word; [`Value::NONE`] where its classes show none.
    #[inline]
    pub(crate) fn tag_of(&self, id: WordId) -> Value {
        match self.tables.lexicon.tag(id) {
            Some(tag) => tag,
            None => tables::tag(self.added_classes(id)),
        }
    }

    /// The value of the verb that a word is a form of; [`Value::NONE`] where it is a form of none.
    #[inline]
    pub(crate) fn lemma_of(&self, id: WordId) -> Value {
        self.value_of(self.tables.lexicon.lemma(self.origin(id)))
    }

    /// The weights of the models.
    pub(crate) fn weights(&self) -> &'static Weights {
        self.tables.weights
    }

    /// Its name in English. Two languages of one name have the same tables.
    pub(crate) fn name(&self) -> &'static str {
        self.tables.name
    }

    /// Every word of the tables with its value.
    pub(crate) fn words(&self) -> impl Iterator<Item = (Value, String)> {
        let lexicon = self.tables.lexicon;
        lexicon.words().filter_map(|(id, word)| Some((lexicon.value(id)?, word)))
    }
}

impl Default for Language {
    fn default() -> Self {
        Language::english()
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.added.as_ref().map_or(0, |added| added.len()) {
            0 => write!(f, "Language({})", self.tables.name),
            added => write!(f, "Language({} and {added} words)", self.tables.name),
        }
    }
}

#[cfg(test)]
mod tests;
