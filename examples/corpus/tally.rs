//! Who is quoted most, in memory that does not grow with the corpus.

use std::cmp::Reverse;
use std::collections::HashMap;

/// How many names are kept when there are more than twice as many.
const KEPT: usize = 50_000;

/// How often each name was counted (Misra and Gries 1982). Exact as long as there are few enough names;
/// beyond, the rare ones are dropped and a count may be too low by [`missing`](Self::missing).
#[derive(Default)]
pub struct Tally {
    counts: HashMap<String, u64>,
    missing: u64,
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
        self.missing += other.missing;
    }

    /// By how much a count may be too low.
    pub fn missing(&self) -> u64 {
        self.missing
    }

    /// The most frequent names, equally frequent ones in the order of their letters.
    pub fn most(&self, number: usize) -> Vec<(&str, u64)> {
        let mut names: Vec<_> = self.counts.iter().map(|(name, &count)| (name.as_str(), count)).collect();
        names.sort_unstable_by_key(|&(name, count)| (Reverse(count), name));
        names.truncate(number);
        names
    }

    /// Takes the count of the first name beyond those kept from every name.
    fn shrink(&mut self) {
        let mut counts: Vec<u64> = self.counts.values().copied().collect();
        let (_, &mut taken, _) = counts.select_nth_unstable_by_key(KEPT, |&count| Reverse(count));
        self.counts.retain(|_, count| {
            *count = count.saturating_sub(taken);
            *count > 0
        });
        self.missing += taken;
    }
}
