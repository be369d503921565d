//! Linear models whose features a person can read.
//!
//! A candidate is described by a few fields, each with a value that has a name. Some combinations of fields, the
//! templates of a model (`schemas.rs`), have a weight for each combination of values that training has seen often
//! enough. A conditional logit: each candidate gets the sum of the weights of its features, the highest wins, and
//! its share of the exponentials is its probability.
//!
//! The build script turns the files of weights into static tables. Each field has a small number for each value
//! that some weight is for. The numbers of a template's fields make up a key; the key gives the place of the weight
//! in a plain list, or the row and the column of a cell. No name is compared or made while a text is read, and no
//! feature has the weight of another.

use crate::models::fields::{Field, FIELDS};
use crate::models::layout::{Bits, Template};
use crate::models::value::Value;

include!(concat!(env!("OUT_DIR"), "/layout.rs"));

/// A model: the templates that have weights.
pub(crate) trait Schema: Copy {
    /// The name of its file of weights.
    #[cfg(feature = "training")]
    const NAME: &'static str;
    /// The combinations of fields that have weights.
    const TEMPLATES: &'static [&'static [Field]];

    /// The sum of the weights of a candidate's features, one a template, in hundredths.
    fn sum(description: &Description, weights: &Weights) -> i32;
}

/// Declares the models: for each its name and the fields of each template.
macro_rules! schemas {
    ($($(#[$doc:meta])* $model:ident = $name:literal: $([$($field:ident),+])*;)*) => {
        /// The places of the models among the tables.
        enum Number { $($model),* }

        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug)]
            pub(crate) struct $model;

            impl $crate::models::linear::Schema for $model {
                #[cfg(feature = "training")]
                const NAME: &'static str = $name;
                const TEMPLATES: &'static [&'static [$crate::models::fields::Field]] =
                    &[$(&[$($crate::models::fields::Field::$field),+]),*];

                #[inline]
                fn sum(
                    description: &$crate::models::linear::Description,
                    weights: &$crate::models::linear::Weights,
                ) -> i32 {
                    use $crate::models::fields::Field;
                    let table = &weights.tables[Number::$model as usize];
                    let mut sum = 0;
                    $({
                        const TEMPLATE: $crate::models::layout::Template = $crate::models::layout::Template::of(
                            <$model as $crate::models::linear::Schema>::TEMPLATES,
                            &[$(Field::$field),+],
                            &$crate::models::linear::BITS,
                        );
                        let numbers = [$(weights.number(Field::$field, description)),+];
                        sum += table.weight(TEMPLATE, TEMPLATE.key(numbers));
                    })*
                    sum
                }
            }
        )*

        /// How many models there are.
        pub(crate) const MODELS: usize = [$($name),*].len();
    };
}

/// The values of all fields of one candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Description {
    values: [Value; FIELDS],
    /// What the candidate weighs, in hundredths, as long as no weight is for the value of its field [`Field::Rule`].
    prior: i32,
}

impl Description {
    /// A description without any values.
    pub(crate) const NOTHING: Description = Description { values: [Value::NONE; FIELDS], prior: 0 };

    #[inline]
    pub(crate) fn set(&mut self, field: Field, value: Value) {
        self.values[field as usize] = value;
    }

    /// Sets the rule that proposes the candidate, and what it weighs before any weight is fitted for that rule.
    #[inline]
    pub(crate) fn set_rule(&mut self, rule: Value, prior: i32) {
        self.set(Field::Rule, rule);
        self.prior = prior;
    }

    /// The names of its features: for each template the model with the fields, and the values. `name` gives the
    /// names of values.
    #[cfg(feature = "training")]
    pub(crate) fn feature_names<S: Schema>(&self, name: impl Fn(Value) -> String) -> Vec<(String, String)> {
        let words = |template: &&[Field], word: &dyn Fn(&Field) -> String| {
            template.iter().map(word).collect::<Vec<_>>().join(" ")
        };
        let of_template = |template: &&[Field]| {
            let fields = words(template, &|field| format!("{field:?}"));
            let values = words(template, &|field| name(self.values[*field as usize]));
            (format!("{} {fields}", S::NAME), values)
        };
        S::TEMPLATES.iter().map(of_template).collect()
    }
}

/// The weights of all models of a language.
#[derive(Debug)]
pub(crate) struct Weights {
    /// The number of each value of each field; zero for a value that no weight is for.
    pub ids: &'static [u16; ALL_PLACES],
    pub tables: [Table; super::schemas::MODELS],
}

/// The weights of one model.
#[derive(Debug)]
pub(crate) struct Table {
    /// Where each row starts among the cells.
    pub rows: &'static [u16],
    /// The column in the high half, the weight in hundredths in the low half. Rows overlap; no two start at the same
    /// cell, so that the column tells whether a cell belongs to a row.
    pub cells: &'static [u32],
    /// The weights of templates with few keys.
    pub dense: &'static [i16],
}

const HUNDREDTHS: f32 = 100.0;

impl Weights {
    /// The score of a candidate: the sum of the weights of its features.
    #[inline]
    pub(crate) fn score<S: Schema>(&self, _schema: S, description: &Description) -> f32 {
        let is_fitted = description.prior == 0 || self.number(Field::Rule, description) != 0;
        let prior = if is_fitted { 0 } else { description.prior };
        (S::sum(description, self) + prior) as f32 / HUNDREDTHS
    }

    /// The number of the value of a field. Values after the last that a weight is for share one place.
    #[inline]
    pub(crate) fn number(&self, field: Field, description: &Description) -> usize {
        let (first, last) = PLACES[field as usize];
        usize::from(self.ids[first + usize::from(description.values[field as usize].0).min(last)])
    }
}

impl Table {
    /// The weight of a key of a template, zero where it has none. Found without a branch that depends on the key: every
    /// other feature has no weight, which no processor could predict.
    #[inline]
    pub(crate) fn weight(&self, template: Template, key: usize) -> i32 {
        if template.is_dense() {
            return i32::from(self.dense[template.start + key]);
        }
        let (row, column) = (template.row(key), template.column(key));
        let cell = self.cells[usize::from(self.rows[template.start + row]) + column];
        let holds = -i32::from((cell >> 16) as usize == column);
        i32::from(cell as i16) & holds
    }
}
