//! The exponential and the logarithm with the same last digit on every system.
//!
//! Each system has its own functions, which differ in the last bit. In double precision that bit is lost when the result
//! is rounded to single precision.

/// Not rounded yet, so that sums can be rounded once at their end.
pub(crate) fn exp(power: f32) -> f64 {
    f64::from(power).exp()
}

pub(crate) fn ln(number: f32) -> f32 {
    f64::from(number).ln() as f32
}
