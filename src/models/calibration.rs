//! Corrects the probabilities of a model that is too certain, or not certain enough.

use crate::models::exponential::{exp, ln};

/// How the logarithm of the odds that a model gives is corrected (Platt 1999).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Calibration {
    pub scale: f32,
    pub shift: f32,
}

impl Calibration {
    /// The corrected probability.
    pub(crate) fn of(self, probability: f32) -> f32 {
        let bounded = probability.clamp(1e-4, 1.0 - 1e-4);
        let odds = self.scale * ln(bounded / (1.0 - bounded)) + self.shift;
        (1.0 / (1.0 + exp(-odds))) as f32
    }
}
