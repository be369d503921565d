//! What is measured, and the figures.

use std::ops::{Index, IndexMut};

/// One row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Quoted,
    Name,
    FullName,
    ContentHalf,
    ContentMost,
    AnyHalf,
    AnyMost,
    Chars,
}

impl Measure {
    /// All of them, in the order of the table, which is that of their declaration.
    pub const ALL: [Measure; 8] = [
        Measure::Quoted,
        Measure::Name,
        Measure::FullName,
        Measure::ContentHalf,
        Measure::ContentMost,
        Measure::AnyHalf,
        Measure::AnyMost,
        Measure::Chars,
    ];

    /// Its name on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Measure::Quoted => "quoted",
            Measure::Name => "name",
            Measure::FullName => "full-name",
            Measure::ContentHalf => "content-0.5",
            Measure::ContentMost => "content-0.8",
            Measure::AnyHalf => "any-0.5",
            Measure::AnyMost => "any-0.8",
            Measure::Chars => "chars",
        }
    }

    /// Its name in the table.
    pub fn label(self) -> &'static str {
        match self {
            Measure::Quoted => "quoted: who said it",
            Measure::Name => "quoted: a name of theirs",
            Measure::FullName => "quoted: their full name",
            Measure::ContentHalf => "any: content at 0.5",
            Measure::ContentMost => "any: content at 0.8",
            Measure::AnyHalf => "any: content and who, 0.5",
            Measure::AnyMost => "any: content and who, 0.8",
            Measure::Chars => "chars: content",
        }
    }

    /// Whether it can only be measured where the gold names are known.
    pub fn needs_names(self) -> bool {
        matches!(self, Measure::Name | Measure::FullName)
    }
}

/// How many were predicted, how many there are, and how many of the predicted are right.
#[derive(Debug, Clone, Copy, Default)]
pub struct Count {
    pub correct: usize,
    pub predicted: usize,
    pub gold: usize,
}

impl Count {
    pub fn precision(self) -> f64 {
        ratio(self.correct, self.predicted)
    }

    pub fn recall(self) -> f64 {
        ratio(self.correct, self.gold)
    }

    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if self.correct == 0 {
            return 0.0;
        }
        2.0 * precision * recall / (precision + recall)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        return 0.0;
    }
    part as f64 / whole as f64
}

/// The counts behind every measure.
#[derive(Debug, Default)]
pub struct Tally([Count; Measure::ALL.len()]);

impl Index<Measure> for Tally {
    type Output = Count;

    fn index(&self, measure: Measure) -> &Count {
        &self.0[measure as usize]
    }
}

impl IndexMut<Measure> for Tally {
    fn index_mut(&mut self, measure: Measure) -> &mut Count {
        &mut self.0[measure as usize]
    }
}
