//! Decisions: what is asked, how answers are described, and the fitted models that choose among them.
//!
//! May import `text` alone.

pub(crate) mod buckets;
pub(crate) mod decider;
pub(crate) mod fields;
mod layout;
#[macro_use]
pub(crate) mod linear;
pub(crate) mod schemas;
pub(crate) mod value;
pub(crate) mod values;
pub(crate) mod weights;

pub(crate) use decider::{Choose, Models, Named, Question};
pub(crate) use linear::{Description, Schema};
pub(crate) use value::{value, Value};
