//! The measures, and the counts that their figures are computed from.

use std::ops::{Index, IndexMut};

/// A measure, which is one row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Quoted,
    Name,
    FullName,
    ContentLoose,
    ContentStrict,
    AnyLoose,
    AnyStrict,
    Chars,
}

impl Measure {
    /// All measures in the order of the table, which is also the order of declaration.
    pub const ALL: [Measure; 8] = [
        Measure::Quoted,
        Measure::Name,
        Measure::FullName,
        Measure::ContentLoose,
        Measure::ContentStrict,
        Measure::AnyLoose,
        Measure::AnyStrict,
        Measure::Chars,
    ];

    /// The name on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Measure::Quoted => "quoted",
            Measure::Name => "name",
            Measure::FullName => "full-name",
            Measure::ContentLoose => "content-0.5",
            Measure::ContentStrict => "content-0.8",
            Measure::AnyLoose => "any-0.5",
            Measure::AnyStrict => "any-0.8",
            Measure::Chars => "chars",
        }
    }

    /// The label in the table.
    pub fn label(self) -> &'static str {
        match self {
            Measure::Quoted => "quoted: who said it",
            Measure::Name => "quoted: a name of theirs",
            Measure::FullName => "quoted: their full name",
            Measure::ContentLoose => "any: content at 0.5",
            Measure::ContentStrict => "any: content at 0.8",
            Measure::AnyLoose => "any: content and who, 0.5",
            Measure::AnyStrict => "any: content and who, 0.8",
            Measure::Chars => "chars: content",
        }
    }

    /// Whether the measure requires gold names.
    pub fn needs_names(self) -> bool {
        matches!(self, Measure::Name | Measure::FullName)
    }
}

/// The numbers of correct predictions, of all predictions and of gold items.
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

/// The counts of every measure.
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
