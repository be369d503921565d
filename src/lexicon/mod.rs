//! Word knowledge: data files read once into one table, one lookup a word.

mod classes;
mod idioms;
mod inflect;
mod nicknames;
mod symbol;
mod table;
mod tagged;
mod tags;
mod verbs;
mod words;

pub(crate) use classes::Classes;
pub(crate) use idioms::is_in_idiom;
pub(crate) use nicknames::same_given_name;
pub(crate) use symbol::{hash, symbol, Symbol};
pub(crate) use tagged::Tagged;
pub(crate) use tags::CLOSED;
pub(crate) use words::Words;

use std::sync::Arc;

use once_cell::sync::Lazy;

use crate::tokenizer::{Letters, Numbering, WordId, UNKNOWN};
use table::{fold, Table, Value, LONGEST_WORD};

/// The data files, and what every word of each is besides its classes there.
const FILES: &[(&str, Classes)] = &[
    (include_str!("data/function_words.tsv"), Classes::NONE),
    (include_str!("data/given_names.tsv"), Classes::GIVEN),
    (include_str!("data/naming_words.tsv"), Classes::NONE),
    (include_str!("data/speech_nouns.tsv"), Classes::NONE),
    (include_str!("data/cue_words.tsv"), Classes::NONE),
    (include_str!("data/titles.tsv"), Classes::NONE),
    (include_str!("data/roles.tsv"), Classes::NONE),
    (include_str!("data/organisations.tsv"), Classes::NONE),
    (include_str!("data/demonyms.tsv"), Classes::NONE),
    (include_str!("data/places.tsv"), Classes::NONE),
    (include_str!("data/calendar.tsv"), Classes::NONE),
    (include_str!("data/common_words.tsv"), Classes::NONE),
];

const VERBS: &str = include_str!("data/verbs.tsv");

/// What a compound takes from its last part.
const NOUNS: Classes = Classes::ROLE
    .or(Classes::TITLE)
    .or(Classes::ORGANISATION)
    .or(Classes::DOCUMENT)
    .or(Classes::PLURAL)
    .or(Classes::MALE)
    .or(Classes::FEMALE);

/// About how many words the files hold.
const WORDS: usize = 32_000;

static BUILT_IN: Lazy<Lexicon> = Lazy::new(|| {
    let mut table = Table::with_capacity(WORDS);
    for (file, shared) in FILES {
        // Most lines say the same as the one before.
        let mut before = ("", *shared);
        for (word, fields) in entries(file) {
            if fields != before.0 {
                before = (fields, classes(fields) | *shared);
            }
            table.insert(word.as_bytes(), before.1);
        }
    }
    for (lemma, fields) in entries(VERBS) {
        insert_verb(&mut table, lemma, fields);
    }
    table.link_compounds(NOUNS);
    Lexicon { table: Arc::new(table) }
});

/// What is known of the words of English news, and of those that a caller adds.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    table: Arc<Table>,
}

impl Default for Lexicon {
    fn default() -> Self {
        BUILT_IN.clone()
    }
}

impl Lexicon {
    /// This lexicon with one more cue verb, in exactly the form given.
    /// None where the word is longer than any that the lexicon looks up.
    pub(crate) fn with_cue(mut self, cue: &str) -> Option<Self> {
        let mut buffer = [0; LONGEST_WORD];
        let word = fold(cue, &mut buffer)?;
        Arc::make_mut(&mut self.table).insert(word, Classes::SPEECH | Classes::PAST);
        Some(self)
    }

    /// The number of a word. A compound that is no entry of its own is what its last part is.
    fn id(&self, word: &[u8]) -> WordId {
        match (self.table.id(word), word.iter().rposition(|&byte| byte == b'-')) {
            (UNKNOWN, Some(hyphen)) => self.table.compound(self.table.id(&word[hyphen + 1..])),
            (id, _) => id,
        }
    }

    #[inline]
    fn classes(&self, id: WordId) -> Classes {
        self.table.classes(id)
    }

    #[inline]
    fn value(&self, id: WordId) -> Value {
        self.table.value(id)
    }

    fn lemma(&self, id: WordId) -> WordId {
        self.table.lemma(id)
    }

    /// Every word that is known, for those who read the names of symbols.
    #[cfg(feature = "training")]
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.table.words()
    }
}

impl Numbering for Lexicon {
    #[inline]
    fn of_letters(&self, letters: Letters, len: usize) -> WordId {
        self.table.id_of_short(letters, len)
    }

    fn of(&self, word: &str) -> WordId {
        match Letters::of(word.as_bytes()).map(|letters| self.table.id_of_short(letters, word.len())) {
            Some(UNKNOWN) | None => {
                fold(word, &mut [0; LONGEST_WORD]).map_or(UNKNOWN, |folded| self.id(folded))
            }
            Some(id) => id,
        }
    }
}

/// A hash of a word that is the same whatever its capitals and apostrophes are like.
pub(crate) fn folded_hash(word: &str) -> u64 {
    if let Some(hash) = table::hash_of_short(word) {
        return hash;
    }
    match fold(word, &mut [0; LONGEST_WORD]) {
        Some(folded) => symbol::hash(folded),
        None => symbol::hash(word.to_lowercase().as_bytes()),
    }
}

fn entries(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

fn classes(names: &str) -> Classes {
    names.split(',').filter_map(Classes::named).fold(Classes::NONE, Classes::or)
}

/// The forms of a verb: those that its line gives, the regular ones for the rest.
fn insert_verb(table: &mut Table, lemma: &str, fields: &str) {
    let mut fields = fields.split('\t');
    let class = classes(fields.next().unwrap_or(""));
    let mut form = |regular: fn(&str) -> String| fields.next().map_or_else(|| regular(lemma), str::to_owned);
    let past = form(inflect::past);
    let participle = form(|_| String::new());
    let gerund = form(inflect::gerund);
    let participle = if participle.is_empty() { past.clone() } else { participle };
    let number = table.insert(lemma.as_bytes(), class);
    for (word, form) in [
        (lemma.to_owned(), Classes::BASE),
        (inflect::third(lemma), Classes::THIRD),
        (past, Classes::PAST),
        (participle, Classes::PARTICIPLE),
        (gerund, Classes::GERUND),
    ] {
        table.insert_form(word.as_bytes(), class | form, number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_in_the_data_files_is_known() {
        for (file, _) in FILES {
            for (word, names) in entries(file) {
                for name in names.split(',') {
                    assert!(Classes::named(name).is_some(), "{word}: no class is called {name:?}");
                }
            }
        }
    }

    #[test]
    fn irregular_and_regular_verbs_have_their_forms() {
        let lexicon = Lexicon::default();
        for (word, form) in [
            ("said", Classes::PAST),
            ("says", Classes::THIRD),
            ("quipping", Classes::GERUND),
            ("written", Classes::PARTICIPLE),
        ] {
            let known = lexicon.classes(lexicon.id(word.as_bytes()));
            assert!(known.any(form) && known.any(Classes::SPEECH), "{word}");
        }
    }
}
