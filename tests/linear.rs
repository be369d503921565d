//! Time grows with the text and no faster, whatever the text.

use std::time::{Duration, Instant};

/// Sizes of the two texts that are compared, in bytes.
const SMALL: usize = 24_000;
const LARGE: usize = 4 * SMALL;

/// Quadratic time would take sixteen times as long; a busy machine may take somewhat more than four.
const MOST: u32 = 9;

/// What each text repeats.
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
];

/// No text of that size takes so long, however slow the machine and the build.
const LONGEST: Duration = Duration::from_secs(20);

#[test]
fn time_is_linear_in_any_text() {
    let slow: Vec<_> = UNITS.iter().filter(|unit| !is_linear(unit)).collect();
    assert!(slow.is_empty(), "slower than linear over repetitions of {slow:?}");
}

/// A machine that is busy elsewhere makes single measurements long, never short: any of three will do.
fn is_linear(unit: &str) -> bool {
    let small = unit.repeat(SMALL / unit.len());
    let large = unit.repeat(LARGE / unit.len());
    grows_no_faster(&small, &large)
}

fn grows_no_faster(small: &str, large: &str) -> bool {
    (0..3).any(|_| {
        let longest = time(large);
        longest < LONGEST && longest < MOST * time(small)
    })
}

#[test]
fn time_is_linear_in_a_quotation_of_many_paragraphs_and_what_follows() {
    let text = |count: usize| {
        let quotation = "“Not yet.\n\n".repeat(count) + "“Now.”\n\n";
        quotation + &"Writing the song “Salt Road” and writing.\n\n".repeat(count)
    };
    assert!(grows_no_faster(&text(1_000), &text(4_000)));
}

#[test]
fn time_is_linear_in_a_quotation_within_a_source() {
    let text = |count: usize| format!("The “{}” leader, Ann Wu, said that it was so.", "of ".repeat(count));
    assert!(grows_no_faster(&text(5_000), &text(20_000)));
}

/// Pronouns that all stand for one source with a long quotation in it.
#[test]
fn time_is_linear_in_pronouns_for_a_long_source() {
    let text = |size: usize| {
        let source = format!("The “{}” thing said that this was so. ", "of ".repeat(size / 6));
        source + &"It said that it was so. ".repeat(size / 48)
    };
    assert!(grows_no_faster(&text(4 * SMALL), &text(4 * LARGE)));
}

fn time(text: &str) -> Duration {
    let start = Instant::now();
    assert!(whosaid::attribute(text).quotations().len() <= text.len());
    start.elapsed()
}
