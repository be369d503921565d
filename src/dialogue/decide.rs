//! Chooses the speaker of each turn, in two passes over the text.

use crate::dialogue::candidates::{Place, Surroundings};
use crate::dialogue::characters::Characters;
use crate::dialogue::describe::{describe, describe_turn, Ahead};
use crate::dialogue::paragraphs::Paragraphs;
use crate::dialogue::tags::Pronoun;
use crate::dialogue::turns::Turns;
use crate::dialogue::Scene;
use crate::models::exponential::ln;
use crate::models::{schemas, Decider, Description, Parts, Question, Schema, TurnAnswer};
use crate::text::index::CharacterId;

/// The speakers of consecutive turns, each with the probability of the answer.
#[derive(Default)]
pub(super) struct Answers {
    /// The number of the first of these turns.
    first: usize,
    list: Vec<Option<(CharacterId, f32)>>,
}

impl Answers {
    /// The speaker of a turn.
    pub(super) fn at(&self, turn: usize) -> Option<CharacterId> {
        let answer = self.list.get(turn.checked_sub(self.first)?)?;
        answer.map(|(speaker, _)| speaker)
    }
}

/// The number of ways to read the last turns that are followed.
const READINGS: usize = 4;

/// The number of turns after which the most probable reading decides.
const OPEN: usize = 24;

/// An answer with a smaller share of the probability begins no reading of its own.
const LEAST: f32 = 0.1;

/// A way to read the turns so far.
struct Reading {
    answers: Answers,
    /// The sum of the logarithms of the probabilities.
    score: f32,
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
    let settled = |answers: &Answers| {
        let answer = |(at, answer): (usize, &Option<(CharacterId, f32)>)| {
            let ((speaker, probability), about) = ((*answer)?, place(at).tokens());
            Some(TurnAnswer { about, source: characters.get(speaker).name, probability })
        };
        answers.list.iter().enumerate().filter_map(answer).collect()
    };
    let first = search(turns, place, |place, near, answers| {
        decide(schemas::Turn, place, near, answers, None, decider)
    });
    decider.settle_turns(|| settled(&first));
    let second = search(turns, place, |place, near, answers| {
        decide(schemas::Review, place, near, answers, Some(&first), decider)
    });
    decider.settle_turns(|| settled(&second));
    second.list
}

/// The most probable speakers of all turns, given the possible ones of a turn after the answers before it.
///
/// A beam search: of the ways to read the last turns only the most probable are followed. Linear in the turns.
fn search<'a, 't: 'a>(
    turns: &Turns,
    place: impl Fn(usize) -> Place<'a, 't>,
    mut possible: impl FnMut(Place<'a, 't>, &mut Surroundings, &Answers) -> Vec<Option<(CharacterId, f32)>>,
) -> Answers {
    let mut settled = Answers::default();
    let mut readings = vec![Reading { answers: Answers::default(), score: 0.0 }];
    for at in 0..turns.list.len() {
        let place = place(at);
        let (mut longer, mut near) = (Vec::new(), place.surroundings());
        for (number, reading) in readings.iter().enumerate() {
            for answer in possible(place, &mut near, &reading.answers) {
                let score = answer.map_or(0.0, |(_, probability)| ln(probability.max(1e-6)));
                longer.push((reading.score + score, number, answer));
            }
        }
        longer.sort_by(|one, other| other.0.total_cmp(&one.0));
        longer.truncate(READINGS);
        let follow = |(score, number, answer): &(f32, usize, _)| {
            let Answers { first, list } = &readings[*number].answers;
            let list = list.iter().chain([answer]).copied().collect();
            Reading { answers: Answers { first: *first, list }, score: *score }
        };
        readings = longer.iter().map(follow).collect();
        if readings[0].answers.list.len() > OPEN {
            settle(&mut readings, &mut settled);
        }
    }
    settled.list.append(&mut readings[0].answers.list);
    settled
}

/// Settles the first open turn as the most probable reading has it, and drops the readings that have another answer.
fn settle(readings: &mut Vec<Reading>, settled: &mut Answers) {
    let best = readings[0].answers.list[0];
    let who = |answer: Option<(CharacterId, f32)>| answer.map(|(speaker, _)| speaker);
    readings.retain(|reading| who(reading.answers.list[0]) == who(best));
    for reading in readings {
        reading.answers.list.remove(0);
        reading.answers.first += 1;
    }
    settled.list.push(best);
}

/// The possible speakers of a turn, the most probable first, given the answers for the turns before, and those of the
/// first pass for the turns after.
fn decide<S: Schema>(
    schema: S,
    place: Place<'_, '_>,
    near: &mut Surroundings,
    answers: &Answers,
    first_pass: Option<&Answers>,
    decider: &mut impl Decider,
) -> Vec<Option<(CharacterId, f32)>> {
    let turn = place.turn();
    // Whoever says "I" tells the story.
    if let (Some(Pronoun::I), Some(narrator)) = (turn.tag_pronoun(), place.characters.narrator) {
        return vec![Some((narrator, 1.0))];
    }
    place.follow(near, answers);
    if near.candidates.is_empty() {
        return vec![None];
    }
    let ahead = first_pass.map(|answers| Ahead::of(place, answers));
    let base = describe_turn(place, near);
    let question = Question {
        schema,
        about: place.tokens(),
        answers: near.candidates.len(),
        first_is_no: false,
        base: &base,
        varies: true,
        describe: |answer: usize, description: &mut Description| {
            describe(place, near, ahead.as_ref(), near.candidates[answer], description);
        },
        parts: |answer: usize| parts(place, near, answer),
    };
    let best = decider.decide(&question);
    let answer = |answer: usize| (near.candidates[answer], decider.confidence(&question, answer));
    let others = (0..near.candidates.len()).filter(|answer| *answer != best).map(answer);
    let probable = others.filter(|(_, probability)| *probability >= LEAST);
    std::iter::once(answer(best)).chain(probable).map(Some).collect()
}

/// The name of a candidate, or the words that describe it.
fn parts(place: Place<'_, '_>, near: &Surroundings, answer: usize) -> Parts {
    let source = place.characters.get(near.candidates[answer]).name;
    Parts { cue: None, source: Some(source), content: None }
}
