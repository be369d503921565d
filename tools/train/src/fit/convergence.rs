//! Fits a conditional logit to all choices at once, until it changes no more.
//!
//! Its loss with a penalty has one minimum, which no order of the choices moves. The steps are those of L-BFGS (Liu
//! and Nocedal 1989).

use std::collections::VecDeque;

use rayon::prelude::*;

use super::numbered::Choices;

/// The number of earlier steps that the next one knows.
const MEMORY: usize = 8;

/// The maximum number of steps.
const STEPS: usize = 150;

/// The fit ends if a step lowers the loss by a smaller share.
const LEAST: f64 = 2e-5;

/// The maximum number of times that a step is halved.
const HALVINGS: usize = 20;

/// The weights with the least loss, from `weights` on.
pub fn fit(texts: &[Choices], weights: Vec<f64>, penalty: f64) -> Vec<f64> {
    let mut weights = weights;
    let (mut loss, mut slope) = loss_and_slope(texts, &weights, penalty);
    let mut memory: VecDeque<Step> = VecDeque::new();
    for _ in 0..STEPS {
        let direction = direction(&slope, &memory);
        let descent = dot(&direction, &slope);
        let mut length = if memory.is_empty() { 1.0 / dot(&slope, &slope).sqrt().max(1.0) } else { 1.0 };
        let mut found = None;
        for _ in 0..HALVINGS {
            let next: Vec<f64> =
                weights.iter().zip(&direction).map(|(weight, step)| weight + length * step).collect();
            let (less, after) = loss_and_slope(texts, &next, penalty);
            if less <= loss + 1e-4 * length * descent {
                found = Some((next, less, after));
                break;
            }
            length /= 2.0;
        }
        let Some((next, less, after)) = found else { break };
        let step = Step::between(&weights, &next, &slope, &after);
        if step.product > 1e-10 {
            memory.push_back(step);
        }
        if memory.len() > MEMORY {
            memory.pop_front();
        }
        let share = (loss - less) / loss.max(1.0);
        (weights, loss, slope) = (next, less, after);
        if share < LEAST {
            break;
        }
    }
    weights
}

/// A step, and how it changed the slope.
struct Step {
    moved: Vec<f64>,
    turned: Vec<f64>,
    product: f64,
}

impl Step {
    fn between(weights: &[f64], next: &[f64], slope: &[f64], after: &[f64]) -> Self {
        let difference = |one: &[f64], two: &[f64]| one.iter().zip(two).map(|(one, two)| two - one).collect();
        let (moved, turned): (Vec<f64>, Vec<f64>) = (difference(weights, next), difference(slope, after));
        let product = dot(&moved, &turned);
        Step { moved, turned, product }
    }
}

/// The direction of the next step: the slope, corrected by what the last steps showed of the curvature.
fn direction(slope: &[f64], memory: &VecDeque<Step>) -> Vec<f64> {
    let mut direction: Vec<f64> = slope.iter().map(|slope| -slope).collect();
    let mut shares = Vec::with_capacity(memory.len());
    for step in memory.iter().rev() {
        let share = dot(&step.moved, &direction) / step.product;
        add(&mut direction, -share, &step.turned);
        shares.push(share);
    }
    if let Some(last) = memory.back() {
        let scale = last.product / dot(&last.turned, &last.turned);
        direction.iter_mut().for_each(|step| *step *= scale);
    }
    for (step, share) in memory.iter().zip(shares.into_iter().rev()) {
        let back = dot(&step.turned, &direction) / step.product;
        add(&mut direction, share - back, &step.moved);
    }
    direction
}

/// The loss with the penalty, and its slope by each weight.
fn loss_and_slope(texts: &[Choices], weights: &[f64], penalty: f64) -> (f64, Vec<f64>) {
    let of_text = |text: &Choices| {
        let mut slope = vec![0.0; weights.len()];
        (text.loss(weights, &mut slope), slope)
    };
    // Summed in the order of the texts, so that each run has the same sum.
    let of_texts: Vec<(f64, Vec<f64>)> = texts.par_iter().map(of_text).collect();
    let mut loss = penalty / 2.0 * dot(weights, weights);
    let mut slope: Vec<f64> = weights.iter().map(|weight| penalty * weight).collect();
    for (of_text, slope_of_text) in of_texts {
        loss += of_text;
        add(&mut slope, 1.0, &slope_of_text);
    }
    (loss, slope)
}

fn dot(one: &[f64], two: &[f64]) -> f64 {
    one.iter().zip(two).map(|(one, two)| one * two).sum()
}

/// Adds a multiple of some numbers to others.
fn add(to: &mut [f64], times: f64, numbers: &[f64]) {
    to.iter_mut().zip(numbers).for_each(|(to, number)| *to += times * number);
}

#[cfg(test)]
mod tests {
    use super::*;
    use whosaid::training::choices;
    use whosaid::Genre;

    /// Where "said" is right, the weights prefer it, and a second fit from there on changes nothing.
    #[test]
    fn finds_the_minimum() {
        let mut text = Choices::default();
        for number in 0..20 {
            choices("“We won,” said Wang Yi. “We lost,” Ann Wu said.", Genre::News, |choice| {
                if choice.answers.len() > 1 {
                    text.add(&choice, &[choice.answers.len() - 1 - usize::from(number % 4 == 0)]);
                }
                choice.answers.len() - 1
            });
        }
        let mut texts = [text];
        let numbers = super::super::numbered::number_alike(&mut texts, 1);
        let weights = fit(&texts, vec![0.0; numbers.len()], 1.0);
        let (loss, slope) = loss_and_slope(&texts, &weights, 1.0);
        assert!(loss < loss_and_slope(&texts, &vec![0.0; numbers.len()], 1.0).0);
        assert!(dot(&slope, &slope).sqrt() < 0.1, "{}", dot(&slope, &slope).sqrt());
    }
}
