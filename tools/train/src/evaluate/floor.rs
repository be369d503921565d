//! Lower bounds of figures, given on the command line.

use std::fmt;
use std::str::FromStr;

use super::measure::{Count, Measure, Tally};

/// A lower bound of a figure, such as `quoted=0.8` or `chars.recall=0.75`.
#[derive(Debug, Clone, Copy)]
pub struct Floor {
    pub measure: Measure,
    figure: Figure,
    bound: f64,
}

#[derive(Debug, Clone, Copy)]
enum Figure {
    F1,
    Precision,
    Recall,
}

impl Floor {
    /// The message for a figure below the floor; `None` if the floor is reached.
    pub fn missed_by(&self, tally: &Tally) -> Option<String> {
        let reached = self.figure.of(tally[self.measure]);
        let bound = self.bound;
        (reached < bound).then(|| format!("{self} reached {reached:.4}, wanted {bound}"))
    }
}

impl fmt::Display for Floor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.measure.key(), self.figure.suffix())
    }
}

impl FromStr for Floor {
    type Err = String;

    fn from_str(floor: &str) -> Result<Self, String> {
        let (key, value) = floor.split_once('=').ok_or("expected KEY=VALUE")?;
        let (measure, figure) = parse_key(key).ok_or_else(|| unknown_key(key))?;
        let bound = value.parse().ok().filter(|bound| (0.0..=1.0).contains(bound));
        let bound = bound.ok_or_else(|| format!("{value:?} is not a number from 0 to 1"))?;
        Ok(Floor { measure, figure, bound })
    }
}

fn unknown_key(key: &str) -> String {
    let known = Measure::ALL.map(Measure::key).join(", ");
    format!("unknown figure {key:?}; known are {known}, each also with .precision or .recall")
}

fn parse_key(key: &str) -> Option<(Measure, Figure)> {
    let suffixed = [Figure::Precision, Figure::Recall]
        .into_iter()
        .find_map(|figure| Some((key.strip_suffix(figure.suffix())?, figure)));
    let (name, figure) = suffixed.unwrap_or((key, Figure::F1));
    let measure = Measure::ALL.into_iter().find(|measure| measure.key() == name)?;
    Some((measure, figure))
}

impl Figure {
    fn suffix(self) -> &'static str {
        match self {
            Figure::F1 => "",
            Figure::Precision => ".precision",
            Figure::Recall => ".recall",
        }
    }

    fn of(self, count: Count) -> f64 {
        match self {
            Figure::F1 => count.f1(),
            Figure::Precision => count.precision(),
            Figure::Recall => count.recall(),
        }
    }
}
