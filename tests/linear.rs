//! Running time is linear in the length of any text.

use std::time::{Duration, Instant};

use whosaid::Attributor;

/// The sizes of the two texts that are compared, in bytes.
const SMALL: usize = 24_000;
const LARGE: usize = 4 * SMALL;

/// The maximum ratio of the two times. Linear time gives 4, or more on a busy machine; quadratic time gives 16.
const MAX_RATIO: u32 = 9;

/// How often the two times are compared until their ratio is small enough.
const ATTEMPTS: usize = 8;

/// The string that each text repeats.
const UNITS: &[&str] = &[
    "\" ",
    "\"",
    "“a ",
    "“a\n\n",
    "“a” ",
    "«a» ‘b’ ",
    "\"word\" said ",
    "“We won,” Ann Wu said. She was glad. ",
    "word and word, ",
    "Ann Wu Kofi Mensah ",
    "Ann Wu, ",
    "said ",
    "he she they ",
    "“Q,” they said. ",
    "Mr. ",
    "“a ‘b ",
    "« ",
    "“Q”, ",
    ") said (“Q” ",
    "&#8220;a ",
    "a\u{ad}\u{ad}",
    "the officer said “Q”.\n\n",
    "and, said ",
    "And, said and, said and, said and, said and, said and, said “no way,” ok.\n\n",
    "“Q,” said new minister Ann Wu. ",
    "ANN WU: Yes.\n\n",
    "Ann Wu: Yes.\n",
    "Q. Why?\nA. Because I did.\n",
    "[10:31] <ann> yes\n",
    "ANN\nYes.\n\n",
    "> Ann Wu wrote:\n> yes\n",
    "— Why? asked Ann Wu. — Yes.\n",
    "Do you know?\n\nI do, Ann Wu.\n\n",
    "“I said so and so again”\n\n",
    "Ann Wu smiled. “Yes.”\n\n",
    "“I said, ‘She told me, “Go.”’” ",
];

/// An upper bound for a text of `LARGE` bytes, also on a slow machine and without optimisation.
const MAX_TIME: Duration = Duration::from_secs(20);

#[test]
fn time_is_linear_in_any_text() {
    let slow: Vec<_> = UNITS.iter().filter(|unit| !is_linear(unit)).collect();
    assert!(slow.is_empty(), "slower than linear over repetitions of {slow:?}");
}

fn is_linear(unit: &str) -> bool {
    let small = unit.repeat(SMALL / unit.len());
    let large = unit.repeat(LARGE / unit.len());
    is_linear_between(&small, &large)
}

/// Compares the times of two texts, the second four times as long as the first.
///
/// Other load on the machine can only lengthen a measurement, so one of some attempts is enough.
fn is_linear_between(small: &str, large: &str) -> bool {
    is_linear_with(&Attributor::default(), small, large)
}

fn is_linear_with(attributor: &Attributor, small: &str, large: &str) -> bool {
    (0..ATTEMPTS).any(|_| {
        let large_time = time(attributor, large);
        large_time < MAX_TIME && large_time < MAX_RATIO * time(attributor, small)
    })
}

#[test]
fn time_is_linear_in_statements_within_statements() {
    let attributor = Attributor::builder().nested_statements(true).build().expect("a configuration");
    for unit in
        ["Ann Wu said that ", "Ann Wu said, ", "“I think that it rained,” ", "“I said, ‘She told me so.’” "]
    {
        let text = |size: usize| unit.repeat(size / unit.len());
        assert!(is_linear_with(&attributor, &text(SMALL), &text(LARGE)), "slower than linear over {unit:?}");
    }
}

#[test]
fn time_is_linear_in_a_quotation_of_many_paragraphs_and_the_text_after_it() {
    let text = |count: usize| {
        let quotation = "“Not yet.\n\n".repeat(count) + "“Now.”\n\n";
        quotation + &"Writing the song “Salt Road” and writing.\n\n".repeat(count)
    };
    assert!(is_linear_between(&text(1_000), &text(4_000)));
}

#[test]
fn time_is_linear_in_a_quotation_inside_a_source() {
    let text = |count: usize| format!("The “{}” leader, Ann Wu, said that it was so.", "of ".repeat(count));
    assert!(is_linear_between(&text(5_000), &text(20_000)));
}

/// All pronouns refer to one source that contains a long quotation.
#[test]
fn time_is_linear_in_pronouns_for_a_long_source() {
    let text = |size: usize| {
        let source = format!("The “{}” thing said that this was so. ", "of ".repeat(size / 6));
        source + &"It said that it was so. ".repeat(size / 48)
    };
    assert!(is_linear_between(&text(4 * SMALL), &text(4 * LARGE)));
}

fn time(attributor: &Attributor, text: &str) -> Duration {
    let start = Instant::now();
    assert!(attributor.attribute(text).quotations().len() <= text.len());
    start.elapsed()
}
