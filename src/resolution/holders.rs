//! Holders of titles, so that "the senator" and "the U.N. chief" find their person.

use crate::language::Classes;
use crate::resolution::discourse::Discourse;
use crate::resolution::facts::facts;
use crate::speakers::keys::{Index, WordKey};
use crate::speakers::name::Name;
use crate::text::index::{EntityId, MentionIdx, TokenIdx};
use crate::tokenizer::Document;

/// The maximum number of holders of one word that are examined: the latest.
const RIVALS: usize = 12;

/// The number of letters of a title that its abbreviation keeps: "Sen.".
const ABBREVIATION: usize = 3;

/// The words of titles, of other facts about people and of the names of organisations, each with the entities that
/// hold it, as far as the text has been read.
pub(super) struct TitleHolders {
    holders: Index<EntityId>,
    /// The next name to be read.
    next: MentionIdx,
    /// For each entity, whether the text gives it a role besides a form of address, anywhere.
    has_role: Vec<bool>,
}

impl TitleHolders {
    /// Linear in the length of all titles.
    pub(super) fn new(discourse: &Discourse<'_, '_>, holders: Index<EntityId>) -> Self {
        let Discourse { document, names, registry, .. } = discourse;
        let mut has_role = vec![false; registry.len()];
        for mention in names.range() {
            if title_words(document, &names[mention]).any(|word| document.is(word, Classes::ROLE)) {
                has_role[registry.entity_of(mention).get()] = true;
            }
        }
        TitleHolders { holders, next: MentionIdx::START, has_role }
    }

    /// The index, emptied for another text.
    pub(super) fn into_index(self) -> Index<EntityId> {
        self.holders.emptied()
    }

    /// Whether the text says what an entity is.
    pub(super) fn has_role(&self, entity: EntityId) -> bool {
        self.has_role[entity.get()]
    }

    /// Reads the names before a token. Tokens should be asked about roughly in the order of the text.
    pub(super) fn read_to(&mut self, token: TokenIdx, discourse: &Discourse<'_, '_>) {
        while let Some(name) = discourse.names.get(self.next).filter(|name| name.start() < token) {
            let entity = discourse.registry.entity_of(self.next);
            let document = discourse.document;
            let mut add = |word| self.add(document, word, entity);
            title_words(document, name).for_each(&mut add);
            facts(document, name, add);
            self.next += 1;
        }
    }

    /// Adds the word at a token, and those that say less, to what the text says of an entity.
    pub(super) fn add(&mut self, document: &Document<'_>, word: TokenIdx, entity: EntityId) {
        let key = key(document, word);
        self.holders.push(key, entity);
        for wider in key.wider(&document.language) {
            self.holders.push(wider, entity);
        }
    }

    /// The last entities that hold the word at a token, as far as names have been read.
    pub(super) fn holders(
        &self,
        document: &Document<'_>,
        word: TokenIdx,
    ) -> impl Iterator<Item = EntityId> + '_ {
        self.holders.latest_first(key(document, word)).take(RIVALS)
    }

    /// The last entities that hold a narrower word than the one at a token: a senator, for "the lawmaker".
    pub(super) fn holders_of_narrower(
        &self,
        document: &Document<'_>,
        word: TokenIdx,
    ) -> impl Iterator<Item = EntityId> + '_ {
        self.holders.latest_first(WordKey::at(document, word).as_wider()).take(RIVALS)
    }

    /// The last entities that hold a word, or else those that hold a narrower one.
    pub(super) fn all_holders(
        &self,
        document: &Document<'_>,
        word: TokenIdx,
    ) -> impl Iterator<Item = EntityId> + '_ {
        let is_held = self.holders(document, word).next().is_some();
        let narrower = self.holders_of_narrower(document, word).filter(move |_| !is_held);
        self.holders(document, word).chain(narrower)
    }
}

/// The words that describe a name: its title, its apposition, and the last word of the name of an organisation
/// ("the ministry").
fn title_words<'n>(document: &Document<'_>, name: &'n Name) -> impl Iterator<Item = TokenIdx> + 'n {
    let is_organisation = document.is(name.last(), Classes::ORGANISATION);
    let head = (name.end() - usize::from(is_organisation)).to(name.end());
    name.title().iter().chain(name.apposition()).chain(head)
}

/// One key for a title and its abbreviation: "Sen." and "senator".
fn key(document: &Document<'_>, token: TokenIdx) -> WordKey {
    let word = document.text_of(token);
    let abbreviation = match word.strip_suffix('.') {
        Some(letters) => Some(letters).filter(|letters| letters.len() == ABBREVIATION),
        None if document.is(token, Classes::TITLE) && document.is(token, Classes::ABBREVIATED_TITLE) => {
            word.get(..ABBREVIATION)
        }
        None => None,
    };
    abbreviation.map_or_else(|| WordKey::at(document, token), WordKey::of)
}
