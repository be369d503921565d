//! Chooses the speaker of each turn, in two passes over the text.

use crate::dialogue::candidates::{Place, Surroundings};
use crate::dialogue::characters::Characters;
use crate::dialogue::describe::{describe, describe_turn, Ahead};
use crate::dialogue::paragraphs::Paragraphs;
use crate::dialogue::tags::Pronoun;
use crate::dialogue::turns::Turns;
use crate::dialogue::Scene;
use crate::models::{schemas, Decider, Description, Parts, Question, Schema};
use crate::text::index::CharacterId;

/// The speaker of each turn so far, with the probability of the answer.
#[derive(Default)]
pub(super) struct Answers(pub Vec<Option<(CharacterId, f32)>>);

impl Answers {
    /// The speaker of a turn.
    pub(super) fn at(&self, turn: usize) -> Option<CharacterId> {
        self.0.get(turn).copied().flatten().map(|(speaker, _)| speaker)
    }
}

/// The speakers of all turns; `None` for a turn without candidates.
pub(super) fn speakers(
    scene: Scene<'_, '_>,
    paragraphs: &Paragraphs,
    turns: &Turns,
    characters: &Characters,
    decider: &mut impl Decider,
) -> Vec<Option<(CharacterId, f32)>> {
    let place = |at| Place { scene, paragraphs, turns, characters, at };
    let mut first = Answers::default();
    for at in 0..turns.list.len() {
        let answer = decide(schemas::Turn, place(at), &first, None, decider);
        first.0.push(answer);
    }
    let mut second = Answers::default();
    for at in 0..turns.list.len() {
        let answer = decide(schemas::Review, place(at), &second, Some(&first), decider);
        second.0.push(answer);
    }
    second.0
}

/// The most probable speaker of a turn, given the answers for the turns before, and those of the first pass for the
/// turns after.
fn decide<S: Schema>(
    schema: S,
    place: Place<'_, '_>,
    answers: &Answers,
    first_pass: Option<&Answers>,
    decider: &mut impl Decider,
) -> Option<(CharacterId, f32)> {
    let turn = place.turn();
    // Whoever says "I" tells the story.
    if let (Some(Pronoun::I), Some(narrator)) = (turn.tag_pronoun(), place.characters.narrator) {
        return Some((narrator, 1.0));
    }
    let near = place.surroundings(answers);
    if near.candidates.is_empty() {
        return None;
    }
    let ahead = first_pass.map(|answers| Ahead::of(place, answers));
    let base = describe_turn(place, &near);
    let question = Question {
        schema,
        about: place.scene.quotes.piece(turn.pieces.start).tokens(),
        answers: near.candidates.len(),
        first_is_no: false,
        base: &base,
        varies: true,
        describe: |answer: usize, description: &mut Description| {
            describe(place, &near, ahead.as_ref(), near.candidates[answer], description);
        },
        parts: |answer: usize| parts(place, &near, answer),
    };
    let answer = decider.decide(&question);
    Some((near.candidates[answer], decider.confidence(&question, answer)))
}

/// The name of a candidate, or the words that describe it.
fn parts(place: Place<'_, '_>, near: &Surroundings, answer: usize) -> Parts {
    let source = place.characters.get(near.candidates[answer]).name;
    Parts { cue: None, source: Some(source), content: None }
}
