//! Decisions: the questions, how their answers are described, and the fitted models that choose among them.
//!
//! May import `text` alone.

pub(crate) mod buckets;
pub(crate) mod calibration;
pub(crate) mod decider;
pub(crate) mod exponential;
pub(crate) mod fields;
pub(crate) mod fitted;
mod layout;
#[macro_use]
pub(crate) mod linear;
pub(crate) mod overruled;
pub(crate) mod schemas;
pub(crate) mod target;
pub(crate) mod value;
pub(crate) mod values;
pub(crate) mod weights;

pub(crate) use decider::{Decider, Parts, Question, Ruling, TurnAnswer};
pub(crate) use fitted::FittedModels;
pub(crate) use linear::{Description, Schema};
pub(crate) use value::{value, Value};
