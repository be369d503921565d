//! The persons without a name who do something in the narration: "My mother-in-law arrived", "a driver was leaning".
//!
//! A narrative whose persons have no names would leave "she said" to nobody. They may speak where nobody with a name can be
//! meant: the models weigh names, which novels have for everybody who matters.

use crate::dialogue::characters::Characters;
use crate::dialogue::paragraphs::Paragraphs;
use crate::dialogue::tags::{Who, DESCRIPTION};
use crate::dialogue::Scene;
use crate::language::{Classes, Ending};
use crate::text::index::{CharacterId, TokenIdx, TokenRange};

const VERB: Classes = Classes::PAST.or(Classes::THIRD).or(Classes::AUXILIARY);

/// The described persons who do something, in the order of the text.
pub(super) struct Actors(Vec<(TokenIdx, CharacterId)>);

impl Actors {
    /// Finds them in the narration. Linear in its length.
    pub(super) fn find(scene: Scene<'_, '_>, paragraphs: &Paragraphs, characters: &mut Characters) -> Self {
        let mut list = Vec::new();
        for (_, paragraph) in paragraphs.iter() {
            for at in scene.quotes.outside(paragraph.tokens).flat_map(TokenRange::iter) {
                let Some(words) = description(scene, at.to(paragraph.tokens.end)) else { continue };
                if let Some(Who::Described(_, character)) = Who::of(scene, words, characters) {
                    list.push((at, character));
                }
            }
        }
        Actors(list)
    }

    /// The actors among these tokens, the last one first, with their places.
    pub(super) fn within(&self, tokens: TokenRange) -> impl Iterator<Item = (TokenIdx, CharacterId)> + '_ {
        let start = self.0.partition_point(|(at, _)| *at < tokens.start);
        let end = self.0.partition_point(|(at, _)| *at < tokens.end);
        self.0[start..end.max(start)].iter().rev().copied()
    }
}

/// The description at the start of some words, if its person does something: a verb or "who" follows.
fn description(scene: Scene<'_, '_>, words: TokenRange) -> Option<TokenRange> {
    let document = scene.document;
    if !document.is(words.start, Classes::DETERMINER.or(Classes::POSSESSIVE)) {
        return None;
    }
    let mut after = (words.start + 1).to(words.end.min(words.start + 1 + DESCRIPTION)).iter();
    let noun = after.find(|&at| document.is(at, Classes::ROLE) || !document.is_word(at))?;
    let is_person = document.is(noun, Classes::ROLE) && !document.is(noun, Classes::PLURAL);
    let next = noun + 1 + usize::from(document.is(noun + 1, Classes::COMMA));
    let is_verb = |at| document.is(at, VERB) || document.ends_like(at, Ending::Past);
    let acts = document.is(next, Classes::RELATIVE) || next == noun + 1 && is_verb(next);
    (is_person && acts && !document.is_capitalised(noun)).then(|| words.start.to(noun + 1))
}
