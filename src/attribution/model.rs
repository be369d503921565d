//! Linear models whose features a person can read.
//!
//! A candidate is described by a few fields, each with a value that has a name; some combinations of
//! fields have weights, which stand under those names in `data/weights.tsv`, fitted on the train split of
//! PolNeAR by `tools/train`. A conditional logit: each candidate gets the sum of the weights of its
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
    #[cfg(feature = "training")]
    pub name: &'static str,
    #[cfg(feature = "training")]
    pub(super) templates: &'static [&'static [Field]],
    /// The sum of the weights of a candidate's features, one a template, in hundredths.
    pub(super) score: fn(&Description, &Weights) -> i32,
}

/// Declares a schema: its name, and the fields of each template.
macro_rules! schema {
    ($(#[$doc:meta])* $vis:vis $name:ident = $section:literal: $([$($field:ident),+])*) => {
        $(#[$doc])*
        $vis const $name: $crate::attribution::model::Schema = $crate::attribution::model::Schema {
            #[cfg(feature = "training")]
            name: $section,
            #[cfg(feature = "training")]
            templates: &[$(&[$($crate::attribution::fields::Field::$field),+]),*],
            score: |description, weights| {
                weights.sum(&[$(
                    $crate::lexicon::symbol!($section)
                        $(.with(description.part($crate::attribution::fields::Field::$field)))+
                ),*])
            },
        };
    };
}
pub(super) use schema;

/// The values of all fields of one candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Description([Symbol; FIELDS]);

impl Description {
    /// Of a candidate of which nothing is said yet.
    pub(super) const NOTHING: Description = Description([Symbol::NONE; FIELDS]);

    pub(super) fn set(&mut self, field: Field, value: Symbol) {
        self.0[field as usize] = value;
    }

    /// A field with its value.
    #[inline]
    pub(super) fn part(&self, field: Field) -> Symbol {
        field.symbol().with(self.0[field as usize])
    }

    /// The names of the features as the file of weights has them: what stands over the line of each, and
    /// with what it starts; `name` tells those of values.
    #[cfg(feature = "training")]
    pub(crate) fn feature_names(
        &self,
        schema: &Schema,
        name: impl Fn(Symbol) -> String,
    ) -> Vec<(String, String)> {
        let words = |template: &&[Field], word: &dyn Fn(&Field) -> String| {
            template.iter().map(word).collect::<Vec<_>>().join(" ")
        };
        let of_template = |template: &&[Field]| {
            let fields = words(template, &|field| field.name().to_owned());
            let values = words(template, &|field| name(self.0[*field as usize]));
            (format!("{} {fields}", schema.name), values)
        };
        schema.templates.iter().map(of_template).collect()
    }
}

/// The weights of all features by the hashes of their names.
///
/// A hash tells the bucket, and all of a bucket is looked at: without a branch that the processor could
/// guess wrongly, since every other feature that is asked for has no weight.
#[derive(Debug, Clone)]
pub(super) struct Weights {
    buckets: Vec<Bucket>,
}

const PLACES: usize = 16;

/// A line of the processor's cache.
#[derive(Debug, Clone, Default)]
#[repr(align(64))]
struct Bucket {
    /// The low half of each feature's hash, never zero where a weight stands. Of some ten thousand features that
    /// have no weight, one is taken for another.
    checks: [u16; PLACES],
    /// In hundredths.
    weights: [i16; PLACES],
}

const HUNDREDTHS: f32 = 100.0;

/// More than any weight, in hundredths, and so little that those of all features of a candidate add up to a number
/// of two bytes.
const MOST: i16 = 900;

/// How many features a bucket has on average: few enough that none is ever full.
const FILLED: usize = 4;

static FITTED: Lazy<Weights> = Lazy::new(|| Weights::read(include_str!("data/weights.tsv")));

impl Weights {
    pub(super) fn fitted() -> &'static Weights {
        &FITTED
    }

    /// Reads what [`Description::feature_names`] gives: under a line with the names of a model and of some
    /// of its fields, lines of values of those fields, a tab and their weight.
    fn read(file: &str) -> Weights {
        let mut weights = Weights { buckets: vec![Bucket::default(); file.lines().count() / FILLED + 1] };
        let (mut section, mut fields) = (Symbol::NONE, Vec::new());
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split(' ').map(|word| Symbol::of(word.as_bytes()));
            match line.split_once('\t') {
                Some((values, weight)) => {
                    let values = values.split(' ').map(|value| Symbol::of(value.as_bytes()));
                    let parts =
                        fields.iter().zip(values).map(|(field, value): (&Symbol, _)| field.with(value));
                    weights.insert(parts.fold(section, Symbol::with), weight.parse().unwrap_or(0.0));
                }
                None => {
                    section = words.next().unwrap_or(Symbol::NONE);
                    fields = words.collect();
                }
            }
        }
        weights
    }

    fn insert(&mut self, feature: Symbol, weight: f32) {
        let (at, check) = self.place(feature);
        let bucket = &mut self.buckets[at];
        if let Some(free) = bucket.checks.iter().position(|known| *known == 0 || *known == check) {
            bucket.checks[free] = check;
            bucket.weights[free] = ((weight * HUNDREDTHS).round() as i16).clamp(-MOST, MOST);
        }
    }

    /// The bucket of a feature, and its check.
    #[inline]
    fn place(&self, feature: Symbol) -> (usize, u16) {
        let hash = feature.number();
        let at = (u64::from(hash) * self.buckets.len() as u64) >> u32::BITS;
        (at as usize, hash as u16 | 1)
    }

    /// The sum of the weights of some features, in hundredths.
    #[inline(never)]
    pub(super) fn sum(&self, features: &[Symbol]) -> i32 {
        debug_assert!(features.len() * MOST as usize <= i16::MAX as usize);
        let mut sums = [0; PLACES];
        for feature in features {
            let (at, check) = self.place(*feature);
            let bucket = &self.buckets[at];
            for (place, sum) in sums.iter_mut().enumerate() {
                let holds = -i16::from(bucket.checks[place] == check);
                *sum = i16::wrapping_add(*sum, bucket.weights[place] & holds);
            }
        }
        sums.into_iter().map(i32::from).sum()
    }

    pub(super) fn score(&self, schema: &Schema, description: &Description) -> f32 {
        (schema.score)(description, self) as f32 / HUNDREDTHS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_weight_hides_another() {
        let file = include_str!("data/weights.tsv");
        let listed = file.lines().filter(|line| line.contains('\t')).count();
        let checks = Weights::fitted().buckets.iter().flat_map(|bucket| bucket.checks);
        let held = checks.filter(|check| *check != 0).count();
        assert!(listed - held <= listed / 10_000, "{held} of {listed} weights have a slot of their own");
    }

    schema! {
        TEST = "test":
        [Gap]
        [Words, Gap]
    }

    #[test]
    fn a_feature_is_found_by_its_name() {
        let mut description = Description::NOTHING;
        description.set(Field::Gap, Symbol::of(b"yes"));
        let weights = Weights::read("# A test.\ntest Gap\nyes\t1.5\nno\t3\ntest Words Gap\n- yes\t-0.25\n");
        assert_eq!(weights.score(&TEST, &description), 1.25);
    }
}
