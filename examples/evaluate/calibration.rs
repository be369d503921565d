//! Whether the confidence of an attribution is how often such ones are right.

use std::fmt;

/// What was answered: with which confidence, and whether rightly.
#[derive(Debug, Default)]
pub struct Calibration {
    answers: Vec<(f64, bool)>,
    gold: usize,
}

const BINS: usize = 10;
/// The precision for which a threshold is sought.
const WANTED: f64 = 0.98;
/// The width of a full bar of the diagram, in characters.
const BAR: usize = 40;

#[derive(Debug, Default, Clone, Copy)]
struct Bin {
    count: usize,
    confidence: f64,
    right: usize,
}

impl Calibration {
    pub fn add_answer(&mut self, confidence: f64, is_right: bool) {
        self.answers.push((confidence, is_right));
    }

    /// Adds what was to be answered.
    pub fn add_gold(&mut self, count: usize) {
        self.gold += count;
    }

    fn bins(&self) -> [Bin; BINS] {
        let mut bins = [Bin::default(); BINS];
        for &(confidence, right) in &self.answers {
            let bin = &mut bins[((confidence * BINS as f64) as usize).min(BINS - 1)];
            bin.count += 1;
            bin.confidence += confidence;
            bin.right += usize::from(right);
        }
        bins
    }

    /// The expected calibration error (Naeini, Cooper and Hauskrecht 2015): the mean distance between
    /// the confidence of a bin and the share of it that is right.
    fn expected_error(&self) -> f64 {
        let distance: f64 = self.bins().iter().map(|bin| (bin.confidence - bin.right as f64).abs()).sum();
        distance / self.answers.len().max(1) as f64
    }

    /// The lowest threshold whose answers reach the wanted precision, with that precision and the share
    /// of all that is to be answered that is rightly answered above it.
    fn threshold(&self) -> Option<(f64, f64, f64)> {
        let mut answers = self.answers.clone();
        answers.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut right = 0;
        let mut best = None;
        for (at, &(confidence, is_right)) in answers.iter().enumerate() {
            right += usize::from(is_right);
            let precision = right as f64 / (at + 1) as f64;
            let ends_tie = answers.get(at + 1).is_none_or(|next| next.0 < confidence);
            if ends_tie && precision >= WANTED {
                best = Some((confidence, precision, right as f64 / self.gold.max(1) as f64));
            }
        }
        best
    }
}

impl fmt::Display for Calibration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "confidence   answers    mean   right")?;
        for (at, bin) in self.bins().iter().enumerate().filter(|(_, bin)| bin.count > 0) {
            let right = bin.right as f64 / bin.count as f64;
            let mean = bin.confidence / bin.count as f64;
            let (low, high) = (at as f64 / BINS as f64, (at + 1) as f64 / BINS as f64);
            let bar = "█".repeat((right * BAR as f64).round() as usize);
            writeln!(
                f,
                "{low:.1} to {high:.1} {:>9} {:>7.1} {:>7.1}  {bar}",
                bin.count,
                100.0 * mean,
                100.0 * right
            )?;
        }
        writeln!(f, "expected calibration error over {BINS} bins: {:.3}", self.expected_error())?;
        match self.threshold() {
            Some((threshold, precision, coverage)) => writeln!(
                f,
                "from confidence {threshold:.3} on: precision {:.1}, {:.1}% of what there is rightly answered",
                100.0 * precision,
                100.0 * coverage
            ),
            None => writeln!(f, "no threshold reaches precision {:.0}", 100.0 * WANTED),
        }
    }
}
