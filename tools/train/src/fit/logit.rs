//! A conditional logit: the probabilities of the answers are the softmax of their scores.

use super::problem::Problem;

/// The size of the first AdaGrad step.
const STEP: f64 = 0.2;

/// The number of random orders of the problems.
const ORDERS: u64 = 4;

/// Fits the weights of all features.
///
/// The result is the mean of the weights after each round of the second half (Polyak and Juditsky 1992), over
/// several orders of the problems. The mean depends less on the order than the weights of a single run.
pub fn fit(problems: &[&Problem], features: usize, rounds: usize, penalty: f64) -> Vec<f64> {
    let shrinkage = penalties(problems, features, penalty);
    let mut sums = vec![0.0; features];
    for seed in 1..=ORDERS {
        descend_all(problems, rounds, &shrinkage, Random(seed), &mut sums);
    }
    let count = (rounds - rounds / 2) as f64 * ORDERS as f64;
    sums.into_iter().map(|sum| sum / count).collect()
}

/// Descends along all problems, and adds the weights after each round of the second half to `sums`.
fn descend_all(
    problems: &[&Problem],
    rounds: usize,
    shrinkage: &[f64],
    mut random: Random,
    sums: &mut [f64],
) {
    let mut weights = vec![0.0; sums.len()];
    let mut squares = vec![1e-6; sums.len()];
    let mut order: Vec<usize> = (0..problems.len()).collect();
    for round in 0..rounds {
        random.shuffle(&mut order);
        for &at in &order {
            descend(problems[at], &mut weights, &mut squares, shrinkage);
        }
        if round >= rounds / 2 {
            sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += weight);
        }
    }
}

/// The penalty on each feature in each answer that has it.
fn penalties(problems: &[&Problem], features: usize, penalty: f64) -> Vec<f64> {
    let mut counts = vec![0.0_f64; features];
    for &feature in problems.iter().flat_map(|problem| problem.answers.iter().flatten()) {
        counts[feature] += 1.0;
    }
    counts.into_iter().map(|count| penalty / count.max(1.0)).collect()
}

/// Takes one gradient step for one problem.
fn descend(problem: &Problem, weights: &mut [f64], squares: &mut [f64], shrinkage: &[f64]) {
    let probability = probabilities(&problem.answers, weights);
    let right_total: f64 = problem.right.iter().map(|&answer| probability[answer]).sum();
    for (at, answer) in problem.answers.iter().enumerate() {
        let target = if problem.right.contains(&at) { probability[at] / right_total.max(1e-12) } else { 0.0 };
        let slope = problem.weight * (probability[at] - target);
        for &feature in answer {
            let slope = slope + shrinkage[feature] * weights[feature];
            squares[feature] += slope * slope;
            weights[feature] -= STEP * slope / f64::sqrt(squares[feature]);
        }
    }
}

/// The index of the most probable answer, the first of equals.
pub fn best_answer(problem: &Problem, weights: &[f64]) -> usize {
    let probability = probabilities(&problem.answers, weights);
    let mut best = 0;
    for at in 1..probability.len() {
        if probability[at] > probability[best] {
            best = at;
        }
    }
    best
}

/// The probability of each answer.
fn probabilities(answers: &[Vec<usize>], weights: &[f64]) -> Vec<f64> {
    let scores: Vec<f64> =
        answers.iter().map(|answer| answer.iter().map(|&feature| weights[feature]).sum()).collect();
    let max = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let exponentials: Vec<f64> = scores.iter().map(|score| (score - max).exp()).collect();
    let total: f64 = exponentials.iter().sum();
    exponentials.into_iter().map(|exponential| exponential / total).collect()
}

/// A pseudorandom number generator with a fixed sequence: xorshift64 (Marsaglia 2003).
struct Random(u64);

impl Random {
    /// The next number, less than `limit`.
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
