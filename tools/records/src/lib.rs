//! Texts and answers as JSON Lines: reads `{"id": ..., "text": ...}` and writes one record per line.

mod answer;
mod lines;
mod request;

pub use answer::{write_error, write_record, Answered};
pub use lines::{Line, Lines, DEFAULT_MAX_LINE};
pub use request::Request;
pub use whosaid::request::{KnownSpeaker, Options};
