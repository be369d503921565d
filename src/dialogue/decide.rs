//! Chooses the speaker of each turn, in two passes over the text.

use crate::dialogue::candidates::{Before, Place, Surroundings};
use crate::dialogue::characters::Characters;
use crate::dialogue::describe::{describe_candidate, describe_turn, Ahead, OpenFields};
use crate::dialogue::paragraphs::Paragraphs;
use crate::dialogue::tags::Pronoun;
use crate::dialogue::turns::Turns;
use crate::dialogue::Scene;
use crate::models::exponential::ln;
use crate::models::linear::{Open, Settled};
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

    /// The speakers of these turns, the last one first.
    pub(super) fn back(&self) -> impl Iterator<Item = Option<CharacterId>> + '_ {
        self.list.iter().rev().map(|answer| answer.map(|(speaker, _)| speaker))
    }

    /// Becomes these answers with one more.
    fn follow(&mut self, before: &Answers, answer: Option<(CharacterId, f32)>) {
        self.first = before.first;
        self.list.clear();
        self.list.extend_from_slice(&before.list);
        self.list.push(answer);
    }
}

/// The number of ways to read the last turns that are followed.
const READINGS: usize = 4;

/// The number of turns after which the most probable reading decides.
const OPEN_TURNS: usize = 24;

/// An answer with a smaller share of the probability begins no reading of its own.
const LEAST: f32 = 0.1;

/// A sum of weights, in hundredths, that is lower than the best one by more than this gives a probability below [`LEAST`],
/// since no two candidates have the same name: `e` to the power of -2.31 is less.
const FAR: i32 = 231;

/// The probability that the narrator speaks beside a sentence whose only subject is "I".
const BESIDE_I: f32 = 0.9;

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
    let near: Vec<Surroundings> = (0..turns.list.len()).map(|at| place(at).surroundings()).collect();
    let settled = |answers: &Answers| {
        let answer = |(at, answer): (usize, &Option<(CharacterId, f32)>)| {
            let ((speaker, probability), about) = ((*answer)?, place(at).tokens());
            Some(TurnAnswer { about, source: characters.get(speaker).name, probability })
        };
        answers.list.iter().enumerate().filter_map(answer).collect()
    };
    let first = search(schemas::Turn, &near, place, None, decider);
    decider.settle_turns(|| settled(&first));
    let second = search(schemas::Review, &near, place, Some(&first), decider);
    decider.settle_turns(|| settled(&second));
    second.list
}

/// The most probable speakers of all turns, given those of the first pass for the turns after.
///
/// A beam search: of the ways to read the last turns only the most probable are followed. Linear in the turns.
fn search<'a, 't: 'a, S: Schema>(
    schema: S,
    near: &'a [Surroundings],
    place: impl Fn(usize) -> Place<'a, 't>,
    first_pass: Option<&Answers>,
    decider: &mut impl Decider,
) -> Answers {
    let mut settled = Answers::default();
    let mut readings = vec![Reading { answers: Answers::default(), score: 0.0 }];
    // Lists of readings that are followed no longer.
    let mut spare: Vec<Answers> = Vec::new();
    let mut possible = Possible::default();
    let mut longer = Vec::new();
    for (at, near) in near.iter().enumerate() {
        let question = TurnQuestion::new(schema, place(at), near, first_pass);
        possible.clear();
        longer.clear();
        for (number, reading) in readings.iter().enumerate() {
            for answer in question.possible(&reading.answers, &mut possible, decider) {
                // The minimum keeps the logarithm finite.
                let score = answer.map_or(0.0, |(_, probability)| ln(probability.max(1e-6)));
                longer.push((reading.score + score, number, *answer));
            }
        }
        longer.sort_by(|one, other| other.0.total_cmp(&one.0));
        longer.truncate(READINGS);
        let follow = |(score, number, answer): &(f32, usize, _)| {
            let mut answers = spare.pop().unwrap_or_default();
            answers.follow(&readings[*number].answers, *answer);
            Reading { answers, score: *score }
        };
        let followed = longer.iter().map(follow).collect();
        let before = std::mem::replace(&mut readings, followed);
        spare.extend(before.into_iter().map(|reading| reading.answers));
        if readings[0].answers.list.len() > OPEN_TURNS {
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

/// The possible speakers of a turn, each with its probability; `None` where there is no candidate.
type Speakers = Vec<Option<(CharacterId, f32)>>;

/// What was found about a turn.
#[derive(Default)]
struct Possible {
    /// The possible speakers, given the speakers before. Most ways to read the turns before agree about these.
    speakers: Vec<(Before, Speakers)>,
    candidates: Vec<CharacterId>,
    /// The sum of the weights of each.
    sums: Vec<i32>,
    /// The candidates that were described.
    described: Vec<Described>,
}

/// A candidate as far as it does not depend on the speakers before.
struct Described {
    candidate: CharacterId,
    description: Description,
    settled_sum: i32,
    /// What the answers for other turns showed last, and the sum of all weights then.
    last: Option<(OpenFields, i32)>,
}

impl Possible {
    fn clear(&mut self) {
        self.speakers.clear();
        self.described.clear();
    }
}

/// The question who speaks a turn.
struct TurnQuestion<'a, 't, S> {
    schema: S,
    place: Place<'a, 't>,
    near: &'a Surroundings,
    /// The speakers of the turns after by the first pass.
    ahead: Option<Ahead>,
    base: Description,
}

impl<'a, 't, S: Schema> TurnQuestion<'a, 't, S> {
    fn new(schema: S, place: Place<'a, 't>, near: &'a Surroundings, first_pass: Option<&Answers>) -> Self {
        let ahead = first_pass.map(|answers| Ahead::of(place, answers));
        let base = describe_turn(place, near);
        TurnQuestion { schema, place, near, ahead, base }
    }

    /// The possible speakers, the most probable first, given the answers for the turns before.
    fn possible<'p>(
        &self,
        answers: &Answers,
        possible: &'p mut Possible,
        decider: &mut impl Decider,
    ) -> &'p Speakers {
        let before = self.place.before(self.near, answers);
        let known = possible.speakers.iter().position(|(known, _)| *known == before);
        let at = known.unwrap_or_else(|| {
            let speakers = self.decide(&before, possible, decider);
            possible.speakers.push((before, speakers));
            possible.speakers.len() - 1
        });
        &possible.speakers[at].1
    }

    fn decide(&self, before: &Before, possible: &mut Possible, decider: &mut impl Decider) -> Speakers {
        let (place, ahead) = (self.place, self.ahead.as_ref());
        // Whoever says "I" tells the story.
        if let (Some(Pronoun::I), Some(narrator)) = (place.turn().tag_pronoun(), place.characters.narrator) {
            return vec![Some((narrator, 1.0))];
        }
        if let Some(narrator) = place.characters.narrator.filter(|_| place.turn().is_beside_i()) {
            return vec![Some((narrator, BESIDE_I))];
        }
        place.candidates(self.near, before, &mut possible.candidates);
        let Possible { candidates, sums, described, .. } = possible;
        if candidates.is_empty() {
            return vec![None];
        }
        let sum = |(place, candidate): (usize, &CharacterId)| {
            self.sum(place, *candidate, before, described, decider)
        };
        sums.clear();
        sums.extend(candidates.iter().enumerate().map(sum));
        let question = Question {
            schema: self.schema,
            about: place.tokens(),
            answers: candidates.len(),
            first_is_no: false,
            base: &self.base,
            varies: true,
            describe: |answer: usize, description: &mut Description| {
                let candidate = candidates[answer];
                describe_candidate(place, self.near, ahead, candidate, description);
                OpenFields::of(before, ahead, candidate).add_to(description);
            },
            parts: |answer: usize| parts(place, candidates[answer]),
        };
        let best = decider.decide_by_sums(&question, sums);
        let answer = |answer: usize| (candidates[answer], decider.confidence(&question, answer));
        let is_near = |answer: &usize| *answer != best && sums[*answer] >= sums[best] - FAR;
        let others = (0..candidates.len()).filter(is_near).map(answer);
        let probable = others.filter(|(_, probability)| *probability >= LEAST);
        std::iter::once(answer(best)).chain(probable).map(Some).collect()
    }

    /// The sum of the weights of a candidate, given its place among the candidates.
    fn sum(
        &self,
        place: usize,
        candidate: CharacterId,
        before: &Before,
        described: &mut Vec<Described>,
        decider: &impl Decider,
    ) -> i32 {
        let ahead = self.ahead.as_ref();
        let is_same = |known: &Described| known.candidate == candidate;
        // Most lists of candidates for a turn begin alike.
        let known = match described.get(place).is_some_and(is_same) {
            true => Some(place),
            false => described.iter().position(is_same),
        };
        let at = known.unwrap_or_else(|| {
            let mut description = self.base;
            describe_candidate(self.place, self.near, ahead, candidate, &mut description);
            let settled_sum = decider.sum::<Settled, S>(self.schema, &description);
            described.push(Described { candidate, description, settled_sum, last: None });
            described.len() - 1
        });
        let Described { description, settled_sum, last, .. } = &mut described[at];
        let open = OpenFields::of(before, ahead, candidate);
        match last {
            // Whoever spoke none of the last turns, whatever the answers.
            Some((known, sum)) if *known == open => *sum,
            _ => {
                let mut description = *description;
                open.add_to(&mut description);
                let sum = *settled_sum + decider.sum::<Open, S>(self.schema, &description);
                last.insert((open, sum)).1
            }
        }
    }
}

/// The name of a candidate, or the words that describe it.
fn parts(place: Place<'_, '_>, candidate: CharacterId) -> Parts {
    Parts { cue: None, source: Some(place.characters.get(candidate).name), content: None }
}
