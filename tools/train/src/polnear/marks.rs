//! The double quotation marks of the corpus.
//!
//! This table is independent of the library's, so that a change of the library cannot change what it is
//! measured against.

/// What a double quotation mark does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Opening,
    Closing,
    /// A straight mark, which opens or closes.
    Neutral,
}

impl Mark {
    pub fn of(char: char) -> Option<Mark> {
        match char {
            '“' | '«' | '„' => Some(Mark::Opening),
            '”' | '»' => Some(Mark::Closing),
            '"' => Some(Mark::Neutral),
            _ => None,
        }
    }
}
