//! Counts the most frequent names in bounded memory.

use std::cmp::Reverse;
use std::collections::HashMap;

/// The number of names kept when the table holds more than twice as many.
const KEPT: usize = 50_000;

/// Counts of names (Misra and Gries 1982). Counts are exact up to `2 * KEPT` names. Beyond that, rare names are
/// dropped and each count may be too low by up to [`max_error`](Self::max_error).
#[derive(Default)]
pub struct Tally {
    counts: HashMap<String, u64>,
    max_error: u64,
}

impl Tally {
    pub fn add(&mut self, name: &str, times: u64) {
        match self.counts.get_mut(name) {
            Some(count) => *count += times,
            None => {
                self.counts.insert(name.to_owned(), times);
            }
        }
        if self.counts.len() > 2 * KEPT {
            self.shrink();
        }
    }

    pub fn add_all(&mut self, other: &Tally) {
        for (name, times) in &other.counts {
            self.add(name, *times);
        }
        self.max_error += other.max_error;
    }

    /// The maximum by which a count is too low.
    pub fn max_error(&self) -> u64 {
        self.max_error
    }

    /// Returns the most frequent names; equally frequent names are in alphabetical order.
    pub fn most_frequent(&self, number: usize) -> Vec<(&str, u64)> {
        let mut names: Vec<_> = self.counts.iter().map(|(name, &count)| (name.as_str(), count)).collect();
        names.sort_unstable_by_key(|&(name, count)| (Reverse(count), name));
        names.truncate(number);
        names
    }

    /// Subtracts the count of name number `KEPT + 1` from every count and drops the names without a count.
    fn shrink(&mut self) {
        let mut counts: Vec<u64> = self.counts.values().copied().collect();
        let (_, &mut subtracted, _) = counts.select_nth_unstable_by_key(KEPT, |&count| Reverse(count));
        self.counts.retain(|_, count| {
            *count = count.saturating_sub(subtracted);
            *count > 0
        });
        self.max_error += subtracted;
    }
}
