//! Who tells a story in the first person.

use std::cmp::Reverse;

use crate::dialogue::Scene;
use crate::language::Classes;
use crate::text::index::{EntityId, TokenIdx, TokenRange};

/// Who tells the story.
pub(super) enum Narrator {
    /// Nobody in it.
    None,
    /// A character whom others call by name.
    Entity(EntityId),
    /// Somebody whose name the text does not show with certainty; the token is an "I" outside quotations.
    Unnamed(TokenIdx),
}

/// A story is in the first person if "I" outside quotations is this frequent, for each hundred of "he" and "she".
const FIRST_PERSON: usize = 20;

/// The minimum number of times that others call the narrator by name.
const CALLS: usize = 3;

impl Narrator {
    /// Finds the narrator: the character whom others address most, but whom the narration hardly names.
    pub(super) fn find(scene: Scene<'_, '_>, passages: &[TokenRange]) -> Narrator {
        let Some(pronoun) = first_person(scene, passages) else { return Narrator::None };
        let count = scene.registry.len();
        let (mut called, mut narrated) = (vec![0_usize; count], vec![0_usize; count]);
        for mention in scene.names.range().iter() {
            let entity = scene.registry.entity_of(mention).get();
            if !scene.names[mention].is_quoted {
                narrated[entity] += 1;
            } else if scene.is_address(mention) {
                called[entity] += 1;
            }
        }
        // The square favours those who are addressed often over those who are named once.
        let rank = |entity: usize| {
            let (called, narrated) = (called[entity], narrated[entity]);
            1000 * called * called / (called + 4 * narrated + 1)
        };
        let best = (0..count).max_by_key(|&entity| (rank(entity), Reverse(entity)));
        match best.filter(|&entity| called[entity] >= CALLS && called[entity] > narrated[entity]) {
            Some(entity) => Narrator::Entity(EntityId::new(entity)),
            None => Narrator::Unnamed(pronoun),
        }
    }
}

/// An "I" outside quotations, if the narration has enough of them.
fn first_person(scene: Scene<'_, '_>, passages: &[TokenRange]) -> Option<TokenIdx> {
    let document = scene.document;
    let (mut first, mut firsts, mut others) = (None, 0, 0);
    let outside = passages.iter().flat_map(|passage| scene.quotes.outside(*passage));
    for at in outside.flat_map(TokenRange::iter) {
        let classes = document.classes(at);
        if classes.any(Classes::PRONOUN) {
            if classes.any(Classes::FIRST_PERSON) && !classes.any(Classes::PLURAL) {
                first = first.or(Some(at));
                firsts += 1;
            } else if classes.any(Classes::MALE.or(Classes::FEMALE)) {
                others += 1;
            }
        }
    }
    first.filter(|_| 100 * firsts > FIRST_PERSON * others)
}
