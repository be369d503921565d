//! Speakers that a caller knows beforehand, and which of them a name means.
//!
//! Names are compared without regard to capitals, accents, points and articles. May import `text`, `language`,
//! `tokenizer` and the other files of `speakers`.

use std::collections::HashMap;
use std::sync::Arc;

use crate::language::{Classes, Language};
use crate::speakers::name::Name;
use crate::speakers::Gender;
use crate::text::index::{KnownId, TokenIdx};
use crate::text::letters::unaccented;
use crate::tokenizer::Document;

/// The known speakers. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(crate) struct KnownSpeakers(Arc<Known>);

#[derive(Debug, Clone, Default)]
struct Known {
    speakers: Vec<KnownSpeaker>,
    /// By every name and alias in small letters.
    by_spelling: HashMap<String, KnownId>,
    /// By the words of every name and alias; of two speakers with the same words the first.
    by_alias: HashMap<String, Alias>,
    /// The number of words of the longest alias.
    longest: usize,
    /// By every alias without its titles.
    by_bare: HashMap<String, Vec<KnownId>>,
    /// By every word of an alias that is no title.
    by_word: HashMap<String, Vec<KnownId>>,
}

#[derive(Debug, Clone)]
struct KnownSpeaker {
    name: Arc<str>,
    /// The id that the caller gave.
    id: Option<Arc<str>>,
    gender: Option<Gender>,
    is_married: bool,
    is_unmarried: bool,
}

/// Whom the words of an alias mean.
#[derive(Debug, Clone, Copy)]
struct Alias {
    speaker: KnownId,
    /// Whether it describes one of several: "a waiter".
    is_indefinite: bool,
}

/// The words of a name as they are compared, and what its titles show.
struct Form {
    words: Vec<String>,
    bare: Vec<String>,
    is_indefinite: bool,
    gender: Option<Gender>,
    /// The gender that a given name before a surname shows.
    given: Option<Gender>,
    is_married: bool,
    is_unmarried: bool,
}

impl Form {
    fn of(name: &str, language: &Language) -> Self {
        let (mut words, mut bare) = (Vec::new(), Vec::new());
        let mut titles = Classes::NONE;
        let (mut is_indefinite, mut given) = (false, None);
        for written in name.split(|c: char| c.is_whitespace() || c == '_').filter(|word| !word.is_empty()) {
            let classes = language.classes(language.id_of(&written.to_lowercase()));
            let word = plain(written);
            let is_article = words.is_empty() && classes.any(Classes::DETERMINER);
            if word.is_empty() || is_article {
                is_indefinite |= classes.any(Classes::INDEFINITE_ARTICLE);
                continue;
            }
            if bare.is_empty() && classes.any(Classes::GIVEN) {
                given = Gender::of(classes);
            }
            match classes.any(Classes::TITLE) && !classes.any(Classes::GIVEN) {
                true => titles = titles.or(classes),
                false => bare.push(word.clone()),
            }
            words.push(word);
        }
        Form {
            given: given.filter(|_| bare.len() > 1),
            words,
            bare,
            is_indefinite,
            gender: Gender::of(titles),
            is_married: titles.any(Classes::MARRIED),
            is_unmarried: titles.any(Classes::UNMARRIED),
        }
    }
}

/// A word in small letters without accents and marks.
fn plain(word: &str) -> String {
    let letters = word.chars().flat_map(char::to_lowercase);
    letters.filter_map(|c| if c.is_alphanumeric() { Some(unaccented(c)) } else { None }).collect()
}

/// The maximum number of words before a name that may belong to an alias.
const MOST_MORE_WORDS: usize = 6;

impl KnownSpeakers {
    /// Adds a speaker, which has this id for the caller, and returns its place.
    pub(crate) fn add(&mut self, name: &str, id: Option<&str>) -> KnownId {
        let known = Arc::make_mut(&mut self.0);
        let (name, id) = (Arc::from(name), id.map(Arc::from));
        let new = KnownSpeaker { name, id, gender: None, is_married: false, is_unmarried: false };
        known.speakers.push(new);
        KnownId::new(known.speakers.len() - 1)
    }

    /// Adds an alias of a speaker. Returns `false` if it is an alias of another speaker already.
    pub(crate) fn insert(&mut self, alias: &str, speaker: KnownId, language: &Language) -> bool {
        let form = Form::of(alias, language);
        let known = Arc::make_mut(&mut self.0);
        if let Some(record) = known.speakers.get_mut(speaker.get()) {
            record.gender = record.gender.or(form.gender).or(form.given);
            record.is_married |= form.is_married;
            record.is_unmarried |= form.is_unmarried;
        }
        let push = |map: &mut HashMap<String, Vec<KnownId>>, key: String| {
            let list = map.entry(key).or_default();
            if !list.contains(&speaker) {
                list.push(speaker);
            }
        };
        if !form.bare.is_empty() {
            push(&mut known.by_bare, form.bare.join(" "));
        }
        form.bare.into_iter().for_each(|word| push(&mut known.by_word, word));
        known.longest = known.longest.max(form.words.len());
        let meant = Alias { speaker, is_indefinite: form.is_indefinite };
        known.by_alias.entry(form.words.join(" ")).or_insert(meant);
        let before = known.by_spelling.insert(alias.trim().to_lowercase(), speaker);
        before.is_none_or(|before| before == speaker)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.speakers.is_empty()
    }

    /// The name under which a speaker is shown.
    pub(crate) fn name(&self, speaker: KnownId) -> &Arc<str> {
        &self.0.speakers[speaker.get()].name
    }

    /// The id that the caller gave for a speaker.
    pub(crate) fn caller_id(&self, speaker: KnownId) -> Option<&Arc<str>> {
        self.0.speakers[speaker.get()].id.as_ref()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.speakers.len()
    }

    /// The speaker that has exactly these words as a name or an alias.
    pub(crate) fn with_alias(&self, words: &str, language: &Language) -> Option<KnownId> {
        Some(self.alias(words, language)?.1.speaker)
    }

    /// The speaker that a description means like a name, since it is an alias: "the barman", but "the waiter" not for
    /// "a waiter".
    pub(crate) fn named_by(&self, description: &str, language: &Language) -> Option<KnownId> {
        let (form, alias) = self.alias(description, language)?;
        (form.is_indefinite == alias.is_indefinite).then_some(alias.speaker)
    }

    fn alias(&self, words: &str, language: &Language) -> Option<(Form, Alias)> {
        if self.is_empty() {
            return None;
        }
        let form = Form::of(words, language);
        let alias = *self.0.by_alias.get(&form.words.join(" "))?;
        Some((form, alias))
    }

    /// The speaker with the longest alias that ends with a name and has more words than the name: "the Thin Man" for
    /// "Man".
    fn with_more_words(&self, document: &Document<'_>, name: &Name, words: usize) -> Option<KnownId> {
        let more = 1..=self.0.longest.saturating_sub(words).min(MOST_MORE_WORDS);
        let starts = more.map_while(|count| name.titled_start().get().checked_sub(count).map(TokenIdx::new));
        let starts = starts.take_while(|&start| document.is_word(start));
        let aliases = starts.filter_map(|start| {
            let (form, alias) = self.alias(document.slice(start.to(name.end())), &document.language)?;
            (form.words.len() > words).then_some(alias.speaker)
        });
        aliases.last()
    }

    /// The speaker that a name means: the one with that alias; or else the only one that has it without titles; or
    /// else the only one with that word in an alias. Titles must not contradict.
    pub(crate) fn meant(&self, document: &Document<'_>, name: &Name) -> Option<KnownId> {
        if self.is_empty() {
            return None;
        }
        let form = Form::of(document.slice(name.with_title()), &document.language);
        let alone = Form::of(document.slice(name.tokens()), &document.language);
        if let Some(found) = self.with_more_words(document, name, form.words.len()) {
            return Some(found);
        }
        let exact = |form: &Form| Some(self.0.by_alias.get(&form.words.join(" "))?.speaker);
        if let Some(found) = exact(&form) {
            return Some(found);
        }
        if let Some(found) = exact(&alone).filter(|found| self.may_be(*found, &form)) {
            return Some(found);
        }
        let bare = self.0.by_bare.get(&alone.bare.join(" "));
        let word =
            alone.bare.last().filter(|_| alone.bare.len() == 1).and_then(|word| self.0.by_word.get(word));
        bare.and_then(|found| self.only(found, &form))
            .or_else(|| word.and_then(|found| self.only(found, &form)))
    }

    /// The only one of some speakers that titles do not contradict.
    fn only(&self, speakers: &[KnownId], form: &Form) -> Option<KnownId> {
        let mut fitting = speakers.iter().copied().filter(|speaker| self.may_be(*speaker, form));
        fitting.next().filter(|_| fitting.next().is_none())
    }

    /// Whether the titles of a name fit a speaker.
    fn may_be(&self, speaker: KnownId, form: &Form) -> bool {
        let known = &self.0.speakers[speaker.get()];
        let is_other_gender = form.gender.is_some_and(|gender| gender.conflicts(known.gender));
        let is_only_unmarried = known.is_unmarried && !known.is_married;
        let is_only_married = known.is_married && !known.is_unmarried;
        let is_other_woman = form.is_married && is_only_unmarried || form.is_unmarried && is_only_married;
        !is_other_gender && !is_other_woman
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_are_compared_without_accents_points_and_articles() {
        let language = Language::default();
        let mut known = KnownSpeakers::default();
        let id = known.add("António Guterres", None);
        assert!(known.insert("António Guterres", id, &language));
        assert!(known.insert("the U.N. chief", id, &language));
        for words in ["Antonio Guterres", "ANTÓNIO GUTERRES", "the UN chief", "U.N. Chief"] {
            assert_eq!(known.with_alias(words, &language), Some(id), "{words}");
        }
        assert_eq!(known.with_alias("the chief", &language), None);
    }

    #[test]
    fn a_description_means_the_speaker_who_has_it_as_an_alias() {
        let language = Language::default();
        let mut known = KnownSpeakers::default();
        let (porter, man) = (known.add("The Porter", None), known.add("A Man", None));
        known.insert("The Porter", porter, &language);
        known.insert("A Man", man, &language);
        assert_eq!(known.named_by("the porter", &language), Some(porter));
        assert_eq!(known.named_by("a man", &language), Some(man));
        assert_eq!(known.named_by("the man", &language), None);
    }
}
