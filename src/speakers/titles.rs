//! Who bears which title, so that "the senator" and "the U.N. chief" can be told.

use super::names::NameMention;
use super::registry::Registry;
use super::words::{ByWord, Word};
use crate::lexicon::{Classes, Tagged};
use crate::tokenizer::Range;

/// How many bearers of one word are looked at: the latest.
const RIVALS: usize = 12;

/// The words of titles, roles and bodies' names, each with those that bear it, in the order of the text.
pub(super) struct Titles {
    bearers: ByWord<Vec<Bearer>>,
    /// Whether the text gives each entity a role besides a form of address.
    roles: Vec<bool>,
}

struct Bearer {
    /// The first token of the name that the word stands with.
    at: usize,
    entity: usize,
}

impl Titles {
    /// Linear in the length of all titles.
    pub(super) fn new(text: &Tagged<'_>, names: &[NameMention], registry: &Registry) -> Self {
        let mut bearers: ByWord<Vec<Bearer>> = ByWord::default();
        let mut roles = vec![false; registry.len()];
        for (mention, name) in names.iter().enumerate() {
            let body = body_words(text, &name.name());
            for word in name.title().chain(name.apposition()).chain(body) {
                roles[registry.entity_of(mention)] |= text.is(word, Classes::ROLE);
                let bearer = Bearer { at: name.start(), entity: registry.entity_of(mention) };
                bearers.entry(key(text.text_of(word))).or_default().push(bearer);
            }
        }
        Titles { bearers, roles }
    }

    /// Whether the text tells what an entity is.
    pub(super) fn has_role(&self, entity: usize) -> bool {
        self.roles[entity]
    }

    /// The last entity before this place that bears the word at a token, and a second one where asked for.
    pub(super) fn last_bearer(
        &self,
        text: &Tagged<'_>,
        word: usize,
        with: Option<usize>,
        before: usize,
    ) -> Option<usize> {
        let earlier = |word: usize| {
            let bearers = self.bearers.get(&key(text.text_of(word))).map_or(&[][..], Vec::as_slice);
            let end = bearers.partition_point(|bearer| bearer.at < before);
            bearers[end.saturating_sub(RIVALS)..end].iter().rev().map(|bearer| bearer.entity)
        };
        earlier(word).find(|entity| with.is_none_or(|with| earlier(with).any(|other| other == *entity)))
    }
}

/// The last word of a body's name stands for it: "the ministry".
fn body_words(text: &Tagged<'_>, name: &Range) -> Range {
    let start = if text.is(name.end - 1, Classes::ORGANISATION) { name.end - 1 } else { name.end };
    start..name.end
}

/// One key for a title and its abbreviation: "Sen." and "senator".
fn key(word: &str) -> Word {
    match word.strip_suffix('.') {
        Some(short) if short.len() == ABBREVIATION => Word::of(short),
        Some(_) => Word::of(word),
        None => match word.get(..ABBREVIATION) {
            Some(short) if ABBREVIATED.iter().any(|title| word.eq_ignore_ascii_case(title)) => {
                Word::of(short)
            }
            _ => Word::of(word),
        },
    }
}

/// How many letters of a title its abbreviation keeps.
const ABBREVIATION: usize = 3;

/// Titles that are written short before a name by their first letters.
const ABBREVIATED: &[&str] = &["general", "governor", "representative", "senator"];
