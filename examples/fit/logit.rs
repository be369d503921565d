//! A conditional logit: the probability of an answer is its share of the exponentials of the scores.

use crate::choices::Problem;

const STEP: f64 = 0.2;

/// From how many orders of the problems weights are fitted.
const ORDERS: u64 = 4;

/// Weights that make the right answers probable: the mean of those after each round of the second half (Polyak and
/// Juditsky 1992), over several orders of the problems, on which they depend the less.
pub fn fit(problems: &[&Problem], features: usize, rounds: usize, penalty: f64) -> Vec<f64> {
    let shrink = shares(problems, features, penalty);
    let mut sums = vec![0.0; features];
    for seed in 1..=ORDERS {
        descend_all(problems, rounds, &shrink, Random(seed), &mut sums);
    }
    let count = (rounds - rounds / 2) as f64 * ORDERS as f64;
    sums.into_iter().map(|sum| sum / count).collect()
}

/// Adds up the weights after each round of the second half.
fn descend_all(problems: &[&Problem], rounds: usize, shrink: &[f64], mut random: Random, sums: &mut [f64]) {
    let mut weights = vec![0.0; sums.len()];
    let mut squares = vec![1e-6; sums.len()];
    let mut order: Vec<usize> = (0..problems.len()).collect();
    for round in 0..rounds {
        random.shuffle(&mut order);
        for &at in &order {
            descend(problems[at], &mut weights, &mut squares, shrink);
        }
        if round >= rounds / 2 {
            sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += weight);
        }
    }
}

/// The penalty on each feature, spread over the answers that have it.
fn shares(problems: &[&Problem], features: usize, penalty: f64) -> Vec<f64> {
    let mut counts = vec![0.0_f64; features];
    for &feature in problems.iter().flat_map(|problem| problem.answers.iter().flatten()) {
        counts[feature] += 1.0;
    }
    counts.into_iter().map(|count| penalty / count.max(1.0)).collect()
}

fn descend(problem: &Problem, weights: &mut [f64], squares: &mut [f64], shrink: &[f64]) {
    let probable = probabilities(&problem.answers, weights);
    let right: f64 = problem.right.iter().map(|&answer| probable[answer]).sum();
    for (at, answer) in problem.answers.iter().enumerate() {
        let share = if problem.right.contains(&at) { probable[at] / right.max(1e-12) } else { 0.0 };
        let slope = probable[at] - share;
        for &feature in answer {
            let slope = slope + shrink[feature] * weights[feature];
            squares[feature] += slope * slope;
            weights[feature] -= STEP * slope / f64::sqrt(squares[feature]);
        }
    }
}

/// The most probable answer, and its probability.
pub fn answer(problem: &Problem, weights: &[f64]) -> (usize, f64) {
    let probable = probabilities(&problem.answers, weights);
    let mut best = 0;
    for at in 1..probable.len() {
        if probable[at] > probable[best] {
            best = at;
        }
    }
    (best, probable[best])
}

/// The probability of each answer.
fn probabilities(answers: &[Vec<usize>], weights: &[f64]) -> Vec<f64> {
    let scores: Vec<f64> =
        answers.iter().map(|answer| answer.iter().map(|&feature| weights[feature]).sum()).collect();
    let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let exponentials: Vec<f64> = scores.iter().map(|score| (score - most).exp()).collect();
    let total: f64 = exponentials.iter().sum();
    exponentials.into_iter().map(|exponential| exponential / total).collect()
}

/// Numbers that look drawn but are the same each time: xorshift64 (Marsaglia 2003).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            order.swap(at, self.below(at + 1));
        }
    }
}
