//! Texts and answers as JSON Lines: `{"id": ..., "text": ...}` in, one record a line out.

mod answer;
mod lines;
mod request;

pub use answer::{write_record, write_refusal, Answered};
pub use lines::{Line, Lines, LONGEST_LINE};
pub use request::Request;
