//! Who bears which title, so that "the senator" and "the U.N. chief" can be told.

use crate::language::Classes;
use crate::resolution::pronouns::Context;
use crate::speakers::mention::NameMention;
use crate::speakers::registry::Registry;
use crate::speakers::words::{Index, Word};
use crate::words::Tagged;

/// How many bearers of one word are looked at: the latest.
const RIVALS: usize = 12;

/// The words of titles, roles and bodies' names, each with those that bear it, as far as the text is read.
pub(crate) struct Titles {
    bearers: Index<Bearer>,
    /// The next name to be read.
    next: usize,
    /// Whether the text gives each entity a role besides a form of address, anywhere.
    roles: Vec<bool>,
}

#[derive(Clone, Copy)]
pub(crate) struct Bearer {
    /// The first token of the name that the word stands with.
    at: u32,
    entity: u32,
}

impl Titles {
    /// Linear in the length of all titles.
    pub(crate) fn new(
        text: &Tagged<'_>,
        names: &[NameMention],
        registry: &Registry,
        bearers: Index<Bearer>,
    ) -> Self {
        let mut roles = vec![false; registry.len()];
        for (mention, name) in names.iter().enumerate() {
            if words(text, name).any(|word| text.is(word, Classes::ROLE)) {
                roles[registry.entity_of(mention)] = true;
            }
        }
        Titles { bearers, next: 0, roles }
    }

    /// Its index, emptied for another text.
    pub(crate) fn into_index(self) -> Index<Bearer> {
        self.bearers.emptied()
    }

    /// Whether the text tells what an entity is.
    pub(crate) fn has_role(&self, entity: usize) -> bool {
        self.roles[entity]
    }

    /// Reads the names before a token. Places that come later in the text are to be asked about later, or
    /// soon after.
    pub(crate) fn read_to(&mut self, token: usize, context: &Context<'_, '_>) {
        while let Some(name) = context.names.get(self.next).filter(|name| name.start() < token) {
            let entity = context.registry.entity_of(self.next) as u32;
            for word in words(context.text, name) {
                let bearer = Bearer { at: name.start() as u32, entity };
                self.bearers.push(key(context.text, word), bearer);
            }
            self.next += 1;
        }
    }

    /// The last entity before this place that may and does bear the word at a token, and a second one where asked
    /// for.
    pub(crate) fn last_bearer(
        &self,
        text: &Tagged<'_>,
        word: usize,
        with: Option<usize>,
        before: usize,
        may_bear: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let earlier = |word: usize| {
            let bearers = self.bearers.latest_first(key(text, word));
            let earlier = bearers.filter(move |bearer| (bearer.at as usize) < before);
            earlier.take(RIVALS).map(|bearer| bearer.entity as usize)
        };
        let bears_both = |entity: usize| with.is_none_or(|with| earlier(with).any(|other| other == entity));
        earlier(word).find(|entity| may_bear(*entity) && bears_both(*entity))
    }
}

/// The words that a name bears: of its title, its apposition, and the last one of a body's name, which stands
/// for it ("the ministry").
fn words<'n>(text: &Tagged<'_>, name: &'n NameMention) -> impl Iterator<Item = usize> + 'n {
    let of_body = text.is(name.end() - 1, Classes::ORGANISATION);
    let body = name.end() - usize::from(of_body)..name.end();
    name.title().chain(name.apposition()).chain(body)
}

/// One key for a title and its abbreviation: "Sen." and "senator".
fn key(text: &Tagged<'_>, token: usize) -> Word {
    let word = text.text_of(token);
    let short = match word.strip_suffix('.') {
        Some(short) => Some(short).filter(|short| short.len() == ABBREVIATION),
        None if text.is(token, Classes::TITLE) => abbreviated(word),
        None => None,
    };
    short.map_or_else(|| Word::at(text, token), Word::of)
}

fn abbreviated(word: &str) -> Option<&str> {
    let is_written_short = ABBREVIATED.iter().any(|title| word.eq_ignore_ascii_case(title));
    is_written_short.then(|| word.get(..ABBREVIATION)).flatten()
}

/// How many letters of a title its abbreviation keeps.
const ABBREVIATION: usize = 3;

/// Titles that are written short before a name by their first letters.
const ABBREVIATED: &[&str] = &["general", "governor", "representative", "senator"];
