//! What the names of organisations, things and places show: "Bank of England", "the Holt Bridge", "the American Legion".
//!
//! May import `text`, `language` and the other files of `speakers`.

use crate::language::Classes;
use crate::speakers::keys::WordKey;
use crate::speakers::name::{Name, NameKind};
use crate::speakers::registry::{Builder, RIVALS};
use crate::text::index::{EntityId, TokenRange};

impl Builder<'_, '_> {
    /// Whether a name of several words is that of an organisation, a place or a numbered thing: "Flight MS804".
    pub(super) fn is_no_person(&self, name: &Name) -> bool {
        matches!(name.kind, NameKind::Organisation | NameKind::Place) || self.is_numbered(name)
    }

    /// Whether a name has a number after its first word: "Flight MS804".
    pub(super) fn is_numbered(&self, name: &Name) -> bool {
        let has_digit = |at| self.document.text_of(at).contains(|letter: char| letter.is_ascii_digit());
        name.tokens().iter().skip(1).any(has_digit)
    }

    /// Whether the name of an organisation says at its end of what or for whom it is: "Bank of England".
    pub(super) fn ends_with_complement(&self, name: &Name) -> bool {
        let joint = Classes::GENITIVE.or(Classes::NAME_PREPOSITION);
        name.kind == NameKind::Organisation
            && name.tokens().iter().skip(1).any(|at| self.document.is(at, joint))
            && !self.document.is(name.last(), Classes::ORGANISATION)
    }

    /// The organisation whose name begins with this one and continues with its purpose: "Holt Center for Justice" for
    /// "Holt Center".
    pub(super) fn organisation_beginning_with(&self, name: &Name) -> Option<EntityId> {
        let (short, document) = (name.words().of(self.words), self.document);
        let last = short.last().filter(|_| name.kind == NameKind::Organisation)?;
        let joint = Classes::GENITIVE.or(Classes::NAME_PREPOSITION);
        self.by_first.latest_first(last.key).take(RIVALS).find(|entity| {
            let entity = &self.entities[entity.get()];
            let long = self.stem(entity.words());
            let begins = long.iter().zip(short).all(|(one, other)| one.key == other.key);
            long.len() > short.len() && begins && document.is(entity.name().start + short.len(), joint)
        })
    }

    /// "Northern Fisheries Board" → "nfb".
    pub(super) fn initials(&self, name: TokenRange) -> WordKey {
        let capitals = name.iter().filter(|&at| self.document.is_capitalised(at));
        let initials: String = capitals.filter_map(|at| self.document.text_of(at).chars().next()).collect();
        WordKey::of(&initials)
    }

    /// The word for a people between "the" or the start of a sentence and a name of one word; empty if there is none.
    pub(super) fn people_before(&self, name: &Name) -> TokenRange {
        let document = self.document;
        let title = name.title();
        // "the so-called Islamic State"
        let is_article = |back: usize| document.is(title.start - back, Classes::DEFINITE_ARTICLE);
        let is_whole = document.begins_sentence(title.start) || is_article(1) || is_article(2);
        let is_people = title.len() == 1
            && title.end == name.start()
            && document.is(title.start, Classes::DEMONYM)
            && !document.is(name.start(), Classes::GIVEN);
        match name.len() == 1 && is_people && is_whole {
            true => title,
            false => name.start().to(name.start()),
        }
    }

    /// Whether a name of several words is that of a thing or a place, whose words alone do not mean it: "the Holt
    /// Bridge", "Hotel Holt".
    pub(super) fn is_thing(&self, name: &Name) -> bool {
        let document = self.document;
        let (first, last) = (name.start(), name.last());
        let has_article =
            || first.before().is_some_and(|before| document.is(before, Classes::DEFINITE_ARTICLE));
        let follows_head =
            || document.is(first, Classes::ORGANISATION) && !document.is(last, Classes::ORGANISATION);
        let is_pair = name.len() == 2
            && name.title().is_empty()
            && !document.is(first, Classes::GIVEN)
            && match name.kind {
                NameKind::Organisation => follows_head(),
                NameKind::Unknown => has_article(),
                NameKind::Person | NameKind::Place => false,
            };
        is_pair || self.is_numbered(name)
    }
}
