//! Linear models whose features a person can read.
//!
//! A candidate is described by a few fields, each with a value that has a name; some combinations of
//! fields have weights, which stand under those names in `data/weights.tsv`, fitted on the train split of
//! PolNeAR by `examples/fit`. A conditional logit: each candidate gets the sum of the weights of its
//! features, the highest wins, and its share of the exponentials is its probability.
//!
//! The file is read into one table of hashed names, and candidates are looked up by the hashes of theirs:
//! no names are compared or made while a text is read.

use once_cell::sync::Lazy;

use super::fields::{Field, FIELDS};
use crate::lexicon::Symbol;

/// What a model sees: the combinations of fields that have weights.
pub(crate) struct Schema {
    /// What its lines in the file of weights start with.
    pub name: &'static str,
    pub(super) templates: &'static [&'static [Field]],
}

/// The values of all fields of one candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Description([Symbol; FIELDS]);

impl Description {
    /// Of a candidate of which nothing is said: it weighs nothing.
    pub(super) const NOTHING: Description = Description([Symbol::NONE; FIELDS]);

    pub(super) fn set(&mut self, field: Field, value: Symbol) {
        self.0[field as usize] = value;
    }

    fn features<'a>(&'a self, schema: &'a Schema) -> impl Iterator<Item = Symbol> + 'a {
        let section = Symbol::of(schema.name.as_bytes());
        let feature = move |template: &&[Field]| {
            template.iter().fold(section, |to, &field| to.with(field.symbol().with(self.0[field as usize])))
        };
        schema.templates.iter().map(feature)
    }

    /// The names of the features as they stand in the file of weights; `name` tells those of values.
    pub(crate) fn feature_names(&self, schema: &Schema, name: impl Fn(Symbol) -> String) -> Vec<String> {
        if *self == Description::NOTHING {
            return Vec::new();
        }
        let part = |&field: &Field| format!(" {}={}", field.name(), name(self.0[field as usize]));
        let feature =
            |template: &&[Field]| schema.name.to_owned() + &template.iter().map(part).collect::<String>();
        schema.templates.iter().map(feature).collect()
    }
}

/// The weights of all features by the hashes of their names: open addressing.
#[derive(Debug, Clone)]
pub(crate) struct Weights {
    slots: Vec<Slot>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    /// One more than the hash of the feature's name, zero where the slot is empty.
    key: u32,
    weight: f32,
}

static FITTED: Lazy<Weights> = Lazy::new(|| Weights::read(include_str!("data/weights.tsv")));

impl Weights {
    pub(crate) fn fitted() -> &'static Weights {
        &FITTED
    }

    /// Reads lines of a section's name, the parts of a feature's name, a tab and its weight.
    fn read(file: &str) -> Weights {
        // The shortest lines have some twenty bytes.
        let mut weights =
            Weights { slots: vec![Slot::default(); (file.len() / 12 + 16).next_power_of_two()] };
        for (name, weight) in file.lines().filter_map(|line| line.split_once('\t')) {
            if let Ok(weight) = weight.parse() {
                weights.insert(hash_of_name(name), weight);
            }
        }
        weights
    }

    fn insert(&mut self, feature: Symbol, weight: f32) {
        let key = feature.number() | 1;
        let mut at = self.home(key);
        while self.slots[at].key != 0 && self.slots[at].key != key {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = Slot { key, weight };
    }

    fn home(&self, key: u32) -> usize {
        (key >> 1) as usize & (self.slots.len() - 1)
    }

    fn get(&self, feature: Symbol) -> f32 {
        let key = feature.number() | 1;
        let mut at = self.home(key);
        loop {
            let slot = self.slots[at];
            if slot.key == key {
                return slot.weight;
            }
            if slot.key == 0 {
                return 0.0;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    pub(super) fn score(&self, schema: &Schema, description: &Description) -> f32 {
        match *description == Description::NOTHING {
            true => 0.0,
            false => description.features(schema).map(|feature| self.get(feature)).sum(),
        }
    }

    /// The probability of each of these candidates.
    pub(super) fn probabilities(&self, schema: &Schema, candidates: &[Description]) -> Vec<f32> {
        let scores: Vec<f32> = candidates.iter().map(|candidate| self.score(schema, candidate)).collect();
        let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let exponentials: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
        let total: f32 = exponentials.iter().sum();
        exponentials.into_iter().map(|exponential| exponential / total).collect()
    }
}

/// "cue Lemma=say Next=that": what [`Description::features`] gives for it.
fn hash_of_name(name: &str) -> Symbol {
    let mut parts = name.split(' ');
    let section = Symbol::of(parts.next().unwrap_or("").as_bytes());
    parts.fold(section, |to, part| {
        let (field, value) = part.split_once('=').unwrap_or((part, ""));
        to.with(Symbol::of(field.as_bytes()).with(Symbol::of(value.as_bytes())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_is_found_by_its_name() {
        let schema = Schema { name: "test", templates: &[&[Field::Gap], &[Field::Words, Field::Gap]] };
        let mut description = Description::NOTHING;
        description.set(Field::Gap, Symbol::of(b"yes"));
        let weights =
            Weights::read("# of a test\ntest Gap=yes\t1.5\ntest Words=- Gap=yes\t-0.25\ntest Words=-\t8\n");
        assert_eq!(weights.score(&schema, &description), 1.25);
    }
}
