//! The weights of the models, compiled from `src/language/english/models/*.tsv`.

use crate::models::linear::Weights;

include!(concat!(env!("OUT_DIR"), "/weights.rs"));
