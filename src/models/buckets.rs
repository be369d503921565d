//! Counts as values: the models see only roughly how many there are.

use crate::models::value::{value, Value};

/// The value of each count; larger counts have the last.
pub(crate) type Buckets = [Value; COUNTS];

const COUNTS: usize = 32;

/// The value of a count. A look-up, since no processor could predict a comparison.
#[inline]
pub(crate) fn bucket(count: usize, buckets: &Buckets) -> Value {
    buckets[count.min(COUNTS - 1)]
}

/// The table of upper bounds with the value of each, in order.
const fn buckets(bounds: &[(usize, Value)]) -> Buckets {
    let mut buckets = [Value::NONE; COUNTS];
    let (mut count, mut at) = (0, 0);
    while count < COUNTS {
        while count > bounds[at].0 {
            at += 1;
        }
        buckets[count] = bounds[at].1;
        count += 1;
    }
    buckets
}

/// The value of a condition.
pub(crate) fn yes(holds: bool) -> Value {
    if holds {
        value!("yes")
    } else {
        value!("no")
    }
}

/// Words in a quotation.
pub(crate) static WORDS: Buckets = buckets(&[
    (0, value!("-")),
    (1, value!("1")),
    (2, value!("2")),
    (3, value!("3")),
    (5, value!("4-5")),
    (9, value!("6-9")),
    (19, value!("10-19")),
    (usize::MAX, value!("20+")),
]);

/// Units between a quotation and its cue or source.
pub(crate) static GAPS: Buckets = buckets(&[
    (0, value!("0")),
    (1, value!("1")),
    (2, value!("2")),
    (4, value!("3-4")),
    (8, value!("5-8")),
    (15, value!("9-15")),
    (usize::MAX, value!("16+")),
]);

/// Units of a source.
pub(crate) static LENGTHS: Buckets = buckets(&[
    (0, value!("-")),
    (1, value!("1")),
    (2, value!("2")),
    (4, value!("3-4")),
    (8, value!("5-8")),
    (usize::MAX, value!("9+")),
]);

/// Units between source and cue.
pub(crate) static REACHES: Buckets = buckets(&[
    (0, value!("0")),
    (2, value!("1-2")),
    (5, value!("3-5")),
    (10, value!("6-10")),
    (usize::MAX, value!("11+")),
]);

/// Units from a cue to a word near it.
pub(crate) static NEAR: Buckets = buckets(&[
    (0, value!("0")),
    (1, value!("1")),
    (2, value!("2")),
    (4, value!("3-4")),
    (7, value!("5-7")),
    (12, value!("8-12")),
    (usize::MAX, value!("13+")),
]);

/// Units of a content, or between it and its cue.
pub(crate) static CONTENT_LENGTHS: Buckets = buckets(&[
    (0, value!("0")),
    (1, value!("1")),
    (2, value!("2")),
    (4, value!("3-4")),
    (7, value!("5-7")),
    (12, value!("8-12")),
    (20, value!("13-20")),
    (usize::MAX, value!("21+")),
]);

/// Paragraphs between two turns of a dialogue.
pub(crate) static GAPS_OF_TURNS: Buckets =
    buckets(&[(0, value!("0")), (1, value!("1")), (2, value!("2")), (usize::MAX, value!("3+"))]);

/// Places in a list of the last characters.
pub(crate) static FEW: Buckets = buckets(&[
    (0, value!("0")),
    (1, value!("1")),
    (2, value!("2")),
    (3, value!("3")),
    (4, value!("4")),
    (usize::MAX, value!("5")),
]);

/// Binary digits of a count.
pub(crate) static DOUBLINGS: Buckets = buckets(&[
    (0, value!("0")),
    (1, value!("1")),
    (2, value!("2")),
    (3, value!("3")),
    (4, value!("4")),
    (5, value!("5")),
    (6, value!("6")),
    (7, value!("7")),
    (8, value!("8")),
    (usize::MAX, value!("9")),
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_up_to_a_bound_have_its_value() {
        let values = [0, 1, 3, 4, 12, 13, 1000].map(|count| bucket(count, &NEAR));
        let names = ["0", "1", "3-4", "3-4", "8-12", "13+", "13+"];
        assert_eq!(values, names.map(Value::named));
    }
}
