//! Calibration: compares the confidence of answers with the share of them that is right.

use std::fmt;

/// The confidence of each answer and whether it is right, and the number of expected answers.
#[derive(Debug, Default)]
pub struct Calibration {
    answers: Vec<(f64, bool)>,
    gold: usize,
}

const BINS: usize = 10;
/// The precision that the reported threshold reaches.
const TARGET_PRECISION: f64 = 0.98;
/// The width of a full bar in the diagram, in characters.
const BAR_WIDTH: usize = 40;

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

    /// Adds to the number of expected answers.
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
    /// the mean confidence of a bin and the share of its answers that is right, weighted by bin size.
    fn expected_error(&self) -> f64 {
        let distance: f64 = self.bins().iter().map(|bin| (bin.confidence - bin.right as f64).abs()).sum();
        distance / self.answers.len().max(1) as f64
    }

    /// The lowest confidence threshold at which precision reaches [`TARGET_PRECISION`], with the precision
    /// and the recall at that threshold.
    fn threshold(&self) -> Option<(f64, f64, f64)> {
        let mut answers = self.answers.clone();
        answers.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut right = 0;
        let mut best = None;
        for (at, &(confidence, is_right)) in answers.iter().enumerate() {
            right += usize::from(is_right);
            let precision = right as f64 / (at + 1) as f64;
            // A threshold cannot separate answers of equal confidence.
            let ends_tie = answers.get(at + 1).is_none_or(|next| next.0 < confidence);
            if ends_tie && precision >= TARGET_PRECISION {
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
            let bar = "█".repeat((right * BAR_WIDTH as f64).round() as usize);
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
            Some((threshold, precision, recall)) => writeln!(
                f,
                "from confidence {threshold:.3} on: precision {:.1}, {:.1}% of what there is rightly answered",
                100.0 * precision,
                100.0 * recall
            ),
            None => writeln!(f, "no threshold reaches precision {:.0}", 100.0 * TARGET_PRECISION),
        }
    }
}
