//! Linear models whose features a person can read.
//!
//! A candidate is described by a few fields, each with a value that has a name. Some combinations of fields, the
//! templates of a model (`schemas.rs`), have a weight for each combination of values that training has seen often
//! enough. A conditional logit: each candidate gets the sum of the weights of its features, the highest wins, and
//! its share of the exponentials is its probability.
//!
//! The build script turns the files of weights into static tables. Each field has a small number for each value
//! with a weight. The numbers of a template's fields make up the position of the weight in a plain list, or the row and
//! the column of a cell. No name is compared or made while a text is read, and there are no
//! collisions: no feature has the weight of another.

use crate::models::fields::{Field, FIELDS};
use crate::models::layout::Template;
use crate::models::value::Value;

include!(concat!(env!("OUT_DIR"), "/layout.rs"));

/// A model: the templates that have weights.
pub(crate) trait Schema: Copy {
    /// The position of the model in [`MODELS`](super::schemas::MODELS) and of its table in [`Weights`].
    const NUMBER: usize;
    /// What the model decides about an attribution.
    const DECIDES: super::target::Target;
    /// The combinations of fields that have weights.
    const TEMPLATES: &'static [&'static [Field]];

    /// Passes the weight of each feature of a candidate, in hundredths, to `add`, in the order of the templates.
    /// Returns what the last call returned, or `start`.
    fn fold_weights<T>(
        description: &Description,
        weights: &Weights,
        start: T,
        add: impl Fn(T, i32) -> T,
    ) -> T {
        Self::fold_part::<T, Whole>(description, weights, start, add)
    }

    /// The same for the templates of a part of the model.
    fn fold_part<T, P: Part>(
        description: &Description,
        weights: &Weights,
        start: T,
        add: impl Fn(T, i32) -> T,
    ) -> T;
}

/// A part of the templates of a model.
pub(crate) trait Part {
    /// Whether it has the templates of which a field depends on the answers for other turns, and the others.
    const HAS_OPEN: bool;
    const HAS_SETTLED: bool;
}

/// All templates.
pub(crate) struct Whole;

/// Those of which a field depends on the answers for other turns.
pub(crate) struct Open;

/// The others.
pub(crate) struct Settled;

impl Part for Whole {
    const HAS_OPEN: bool = true;
    const HAS_SETTLED: bool = true;
}

impl Part for Open {
    const HAS_OPEN: bool = true;
    const HAS_SETTLED: bool = false;
}

impl Part for Settled {
    const HAS_OPEN: bool = false;
    const HAS_SETTLED: bool = true;
}

/// Whether one of these fields depends on the answers for other turns, where the speaker of a turn is sought.
pub(crate) const fn is_open(fields: &[Field]) -> bool {
    use Field::{AddressedBefore, Alternation, Around, Chain, Circle, LastTurns, Spoke};
    let mut at = 0;
    while at < fields.len() {
        if matches!(fields[at], AddressedBefore | Alternation | Around | Chain | Circle | LastTurns | Spoke) {
            return true;
        }
        at += 1;
    }
    false
}

/// Where the weights of a template of a model are.
pub(crate) const fn layout_of<S: Schema>(fields: &[Field]) -> Template {
    let mut at = 0;
    while !are_same(S::TEMPLATES[at], fields) {
        at += 1;
    }
    LAYOUTS[S::NUMBER][at]
}

/// Whether two templates have the same fields.
const fn are_same(one: &[Field], other: &[Field]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] as usize != other[at] as usize {
            return false;
        }
        at += 1;
    }
    true
}

/// Declares the models: for each its name, what it decides and the fields of each template.
macro_rules! schemas {
    ($($(#[$doc:meta])* $model:ident = $name:literal decides $target:ident: $([$($field:ident),+])*;)*) => {
        /// The positions of the models.
        enum Number { $($model),* }

        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug)]
            pub(crate) struct $model;

            impl $crate::models::linear::Schema for $model {
                const NUMBER: usize = Number::$model as usize;
                const DECIDES: $crate::models::target::Target = $crate::models::target::Target::$target;
                const TEMPLATES: &'static [&'static [$crate::models::fields::Field]] =
                    &[$(&[$($crate::models::fields::Field::$field),+]),*];

                #[inline]
                fn fold_part<T, P: $crate::models::linear::Part>(
                    description: &$crate::models::linear::Description,
                    weights: &$crate::models::linear::Weights,
                    start: T,
                    add: impl Fn(T, i32) -> T,
                ) -> T {
                    use $crate::models::fields::Field;
                    let mut result = start;
                    $({
                        const TEMPLATE: $crate::models::layout::Template =
                            $crate::models::linear::layout_of::<$model>(&[$(Field::$field),+]);
                        const IS_OPEN: bool = $crate::models::linear::is_open(&[$(Field::$field),+]);
                        if IS_OPEN && P::HAS_OPEN || !IS_OPEN && P::HAS_SETTLED {
                            let numbers = [$(weights.number(Field::$field, description)),+];
                            result = add(result, weights.weight(TEMPLATE, numbers));
                        }
                    })*
                    result
                }
            }
        )*

        /// The name of each model, which is that of its file of weights.
        pub(crate) const MODELS: [&str; [$($name),*].len()] = [$($name),*];
    };
}

/// The description of one candidate: the values of all fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Description {
    values: [Value; FIELDS],
    /// The weight of the candidate's rule, in hundredths, that counts as long as no weight is fitted for that rule.
    prior: i32,
}

impl Description {
    /// A description without any values.
    pub(crate) const NOTHING: Description = Description { values: [Value::NONE; FIELDS], prior: 0 };

    #[inline]
    pub(crate) fn set(&mut self, field: Field, value: Value) {
        self.values[field as usize] = value;
    }

    /// Sets the rule that proposes the candidate, and its weight in hundredths before any is fitted for that rule.
    #[inline]
    pub(crate) fn set_rule(&mut self, rule: Value, prior: i32) {
        self.set(Field::Rule, rule);
        self.prior = prior;
    }

    /// The value of a field.
    #[inline]
    pub(crate) fn value(&self, field: Field) -> Value {
        self.values[field as usize]
    }
}

/// The weights of all models. The length of each list is known, and numbers are cut to the bits that they need, so that
/// the compiler knows each look-up to be within its list.
#[derive(Debug)]
pub(crate) struct Weights {
    /// The number of each value of each field; zero for a value without a weight.
    pub ids: &'static [u16; ALL_PLACES],
    /// Where each row starts among the cells of its model.
    pub rows: &'static [u16; ROWS],
    /// The column in the high half, the weight in hundredths in the low half. Rows overlap; no two start at the same
    /// place, so that the column tells whether a cell belongs to a row.
    pub cells: &'static [u32; CELLS],
    /// The weights of templates with few rows.
    pub dense: &'static [i16; DENSE],
}

/// Weights are kept in hundredths.
pub(crate) const HUNDREDTHS: f32 = 100.0;

impl Weights {
    /// The score of a candidate: the sum of the weights of its features and of its prior weight.
    #[inline]
    pub(crate) fn score<S: Schema>(&self, _schema: S, description: &Description) -> f32 {
        let sum = S::fold_weights(description, self, self.prior(description), |sum, weight| sum + weight);
        sum as f32 / HUNDREDTHS
    }

    /// The prior weight of a candidate, in hundredths: zero if a weight is fitted for its rule.
    #[inline]
    pub(crate) fn prior(&self, description: &Description) -> i32 {
        let is_fitted = description.prior == 0 || self.number(Field::Rule, description) != 0;
        if is_fitted {
            0
        } else {
            description.prior
        }
    }

    /// The number of the value of a field. Values after the last with a weight share one place.
    #[inline]
    pub(crate) fn number(&self, field: Field, description: &Description) -> usize {
        let (first, last) = PLACES[field as usize];
        usize::from(self.ids[first + usize::from(description.value(field).0).min(last)])
            & MASKS[field as usize]
    }

    /// The weight of a feature of a template, zero if it has none. No branch depends on the feature: every other one has
    /// no weight, so that the processor could not predict the branch.
    #[inline(always)]
    pub(crate) fn weight<const N: usize>(&self, template: Template, numbers: [usize; N]) -> i32 {
        let (row, column) = (template.row(numbers), template.column(numbers));
        if template.is_dense {
            return i32::from(self.dense[row]);
        }
        let place = usize::from(self.rows[row]) & template.places;
        let cell = self.cells[template.cells + place + column];
        let holds = -i32::from((cell >> 16) as usize == column);
        i32::from(cell as i16) & holds
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::schemas::Quotation;
    use crate::models::weights::WEIGHTS;

    /// The scores of a quotation's answer by a rule, without and with a prior weight of 40 hundredths.
    fn scores(rule: Value) -> [f32; 2] {
        [0, 40].map(|prior| {
            let mut description = Description::NOTHING;
            description.set_rule(rule, prior);
            WEIGHTS.score(Quotation, &description)
        })
    }

    #[test]
    fn a_rule_without_fitted_weights_has_its_prior_weight() {
        let [without, with] = scores(Value::NAMELESS);
        assert!((with - without - 0.4).abs() < 0.001, "{without} {with}");
    }

    #[test]
    fn the_prior_of_a_rule_with_fitted_weights_does_not_count() {
        let [without, with] = scores(Value::of_rule("quote-cue-source"));
        assert_eq!(without, with);
    }
}
