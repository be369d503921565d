//! Decisions: what is asked, how answers are described, and the fitted models that choose among them.

pub(crate) mod buckets;
pub(crate) mod decider;
pub(crate) mod fields;
pub(crate) mod linear;

pub(crate) use decider::{Choose, Models, Named, Question};
pub(crate) use linear::Description;
