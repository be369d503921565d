//! Surnames that a text writes with one letter wrong: "Wines" for Leslie Wimes.
//!
//! May import `text`, `language` and the other files of `speakers`.

use std::cell::OnceCell;

use crate::language::Classes;
use crate::speakers::honorifics::Status;
use crate::speakers::keys::{Index, WordKey};
use crate::speakers::kind::SpeakerKind;
use crate::speakers::name::{Name, NameKind};
use crate::speakers::registry::{Builder, RIVALS};
use crate::text::index::EntityId;

/// The minimum length of a surname in letters: with one letter changed, a shorter one is often another name.
const SHORTEST: usize = 5;

/// The number of letters at the start and at the end of a surname by which it is found. One wrong letter leaves those at
/// one side unchanged.
const KEPT: usize = 2;

/// The persons with a full name under the letters that a slip leaves, collected when they are first asked for.
#[derive(Default)]
pub(super) struct Surnames(OnceCell<Index<EntityId>>);

impl Builder<'_, '_> {
    /// The only person named before whose surname differs from a single word by one letter. The word itself is nobody's
    /// name.
    pub(super) fn misspelt(&self, name: &Name) -> Option<EntityId> {
        if !self.may_be_misspelt(name) {
            return None;
        }
        let surnames = self.surnames.0.get_or_init(|| self.surnames());
        let word = self.document.text_of(name.start());
        let status = Status::of(self.document, name);
        let is_meant = |id: &EntityId| {
            let entity = &self.entities[id.get()];
            let differs = || is_slip(self.surname(*id), word);
            entity.mentions() > 0 && !entity.conflicts(name.gender, status) && differs()
        };
        let near = kept(word).into_iter().flat_map(|letters| surnames.latest_first(letters).take(RIVALS));
        let mut meant = near.filter(is_meant);
        let first = meant.next()?;
        meant.all(|other| other == first).then_some(first)
    }

    /// Whether a name is a single unknown word that nothing but a polite form of address introduces.
    fn may_be_misspelt(&self, name: &Name) -> bool {
        let has_rank = || !name.title().is_empty() && Status::of(self.document, name).is_none();
        self.is_news
            && name.len() == 1
            && !name.is_doubtful
            && matches!(name.kind, NameKind::Unknown | NameKind::Person)
            && name.apposition().is_empty()
            && !self.document.is(name.start(), Classes::GIVEN)
            && !has_rank()
            && self.document.text_of(name.start()).chars().count() >= SHORTEST
    }

    /// The last word of the fullest name of an entity, suffixes left out.
    fn surname(&self, entity: EntityId) -> &str {
        let entity = &self.entities[entity.get()];
        let last = self.stem(entity.words()).len().saturating_sub(1);
        self.document.text_of(entity.name().start + last)
    }

    fn surnames(&self) -> Index<EntityId> {
        let mut surnames = Index::default();
        for (id, entity) in self.entities.iter().enumerate() {
            let id = EntityId::new(id);
            if entity.kind == SpeakerKind::Person && !entity.is_place && entity.name().len() > 1 {
                for letters in kept(self.surname(id)) {
                    surnames.push(letters, id);
                }
            }
        }
        surnames
    }
}

/// Keys of the letters at the start and at the end of a word. That of the end differs from that of a start with the same
/// letters.
fn kept(word: &str) -> [WordKey; 2] {
    let head: String = word.chars().take(KEPT).collect();
    let tail: String = word.chars().rev().take(KEPT).collect();
    let tail = WordKey::of(&tail);
    [WordKey::of(&head), WordKey::of_sequence([tail, tail].into_iter())]
}

/// Whether two words differ by one letter: a wrong one, one too many or too few, or two that changed places.
/// One more at its end is an ending: "the Holts".
fn is_slip(one: &str, other: &str) -> bool {
    let small = |word: &str| -> Vec<char> { word.chars().flat_map(char::to_lowercase).collect() };
    let (one, other) = (small(one), small(other));
    let same_start = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[same_start..], &other[same_start..]);
    let same_end = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[..one.len() - same_end], &other[..other.len() - same_end]);
    match (one, other) {
        ([_], [_]) | ([_], []) => true,
        ([], [_]) => same_end > 0,
        ([first, second], [third, fourth]) => first == fourth && second == third,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_is_a_slip_and_two_are_another_name() {
        for other in ["Wines", "Wimmes", "Wims", "Wiems"] {
            assert!(is_slip("Wimes", other), "{other}");
            assert!(kept("Wimes").into_iter().zip(kept(other)).any(|(one, other)| one == other), "{other}");
        }
        for other in ["Wimes", "Wimess", "Winds", "Wim", "Mimas"] {
            assert!(!is_slip("Wimes", other), "{other}");
        }
    }
}
