//! Metamorphic tests: transformations that keep the meaning of a text must keep its answer.
//!
//!     cargo test --test metamorphic -- --nocapture
//!
//! prints the table of `docs/robustness.md`. With `SHOW=straight` in the environment, it also prints the differences
//! of the transformations whose name contains "straight".

mod characters;
mod lines;
mod losses;
mod marks;
mod names;
mod pairs;
#[path = "../spec_files/mod.rs"]
mod spec_files;
mod texts;

use unicode_normalization::UnicodeNormalization;

use characters::{with_entities, with_inserted_in_words, with_zero_width_spaces, Entities};
use marks::restyle;
use pairs::{Agreement, Pair};

/// The minimum share of pairs that a transformation must keep.
const MIN_SHARE: f64 = 0.99;

/// The pairs of a text before and after a transformation.
struct Comparison {
    /// The text after the transformation.
    text: String,
    /// The pairs that must stay, found before and after it.
    before: Vec<Pair>,
    after: Vec<Pair>,
}

/// Compares all pairs. Returns nothing if the transformation did not change the text.
fn compare_all(text: &str, changed: String) -> Vec<Comparison> {
    if changed == text {
        return Vec::new();
    }
    let (before, after) = (pairs::of(text), pairs::of(&changed));
    vec![Comparison { text: changed, before, after }]
}

type Compare = fn(&str) -> Vec<Comparison>;

const TRANSFORMATIONS: &[(&str, Compare)] = &[
    ("straight marks", |text| compare_all(text, restyle(text, marks::STRAIGHT))),
    ("curly marks", |text| compare_all(text, restyle(text, marks::CURLY))),
    ("single marks, double inside", |text| compare_all(text, restyle(text, marks::BRITISH))),
    ("the same, straight", |text| compare_all(text, restyle(text, marks::STRAIGHT_BRITISH))),
    ("``LaTeX''", |text| compare_all(text, restyle(text, marks::LATEX))),
    ("«guillemets»", |text| compare_all(text, restyle(text, marks::GUILLEMETS))),
    ("« guillemets »", |text| compare_all(text, restyle(text, marks::SPACED_GUILLEMETS))),
    ("„low“", |text| compare_all(text, restyle(text, marks::LOW))),
    ("「corner」", |text| compare_all(text, restyle(text, marks::CORNERS))),
    ("Windows line endings", |text| compare_all(text, characters::with_windows_line_endings(text))),
    ("no-break spaces", |text| compare_all(text, text.replace(' ', "\u{a0}"))),
    ("thin spaces", |text| compare_all(text, text.replace(' ', "\u{2009}"))),
    ("composed accents (NFC)", |text| compare_all(text, text.nfc().collect())),
    ("decomposed accents (NFD)", |text| compare_all(text, text.nfd().collect())),
    ("a byte order mark", |text| compare_all(text, format!("\u{feff}{text}"))),
    ("zero-width spaces beside marks and spaces", |text| compare_all(text, with_zero_width_spaces(text))),
    ("zero-width spaces in words", |text| compare_all(text, with_inserted_in_words(text, "\u{200b}"))),
    ("zero-width joiners in words", |text| compare_all(text, with_inserted_in_words(text, "\u{200d}"))),
    ("soft hyphens in words", |text| compare_all(text, with_inserted_in_words(text, "\u{ad}"))),
    ("words divided at the ends of lines", |text| compare_all(text, with_inserted_in_words(text, "-\n"))),
    ("the same with soft hyphens", |text| compare_all(text, with_inserted_in_words(text, "\u{ad}\r\n  "))),
    ("named entities", |text| compare_all(text, with_entities(text, Entities::Named))),
    ("decimal entities", |text| compare_all(text, with_entities(text, Entities::Decimal))),
    ("hexadecimal entities", |text| compare_all(text, with_entities(text, Entities::Hexadecimal))),
    ("lines of 72 characters", |text| compare_all(text, lines::wrapped(text))),
    ("one line per paragraph", |text| compare_all(text, lines::one_line_per_paragraph(text))),
    ("speakers renamed", names::renamed),
    ("each closing mark dropped", losses::without_closing_marks),
    ("each paragraph removed", losses::without_paragraphs),
];

#[test]
fn transformations_keep_speakers_and_quotations() {
    let shown = std::env::var("SHOW").ok();
    let texts = texts::all();
    let mut failed = Vec::new();
    println!("| transformation | pairs compared | pairs equal | share |\n|---|---|---|---|");
    for (name, compare) in TRANSFORMATIONS {
        let mut agreement = Agreement::default();
        for comparison in texts.iter().flat_map(|text| compare(text)) {
            agreement.add(Agreement::of(&comparison.before, &comparison.after));
            if shown.as_deref().is_some_and(|shown| name.contains(shown)) {
                show(&comparison);
            }
        }
        let Agreement { compared, equal } = agreement;
        println!("| {name} | {compared} | {equal} | {:.1}% |", 100.0 * agreement.share());
        if agreement.share() < MIN_SHARE {
            failed.push(*name);
        }
    }
    assert!(failed.is_empty(), "less than {MIN_SHARE} of the pairs are kept: {failed:?}");
}

/// The styles of marks in which novels are printed.
const STYLES_OF_NOVELS: &[(&str, marks::Style)] =
    &[("curly", marks::CURLY), ("British", marks::BRITISH), ("guillemets", marks::GUILLEMETS)];

/// The minimum share of the speakers of a dialogue that other marks must keep.
const MIN_SHARE_OF_DIALOGUE: f64 = 0.98;

#[test]
fn dialogues_keep_their_speakers_in_other_marks() {
    let texts = texts::dialogues();
    for (name, style) in STYLES_OF_NOVELS {
        let mut agreement = Agreement::default();
        for text in &texts {
            let (before, after) = (pairs::of_narrative(text), pairs::of_narrative(&restyle(text, *style)));
            agreement.add(Agreement::of(&before, &after));
        }
        assert!(agreement.compared >= MIN_DIALOGUE, "{name}: only {} pairs", agreement.compared);
        assert!(agreement.share() >= MIN_SHARE_OF_DIALOGUE, "{name}: {:.3}", agreement.share());
    }
}

/// The minimum number of quotations in these dialogues.
const MIN_DIALOGUE: usize = 50;

/// Prints the pairs that differ.
fn show(comparison: &Comparison) {
    let Comparison { text, before, after } = comparison;
    let (lost, new) = (pairs::difference(before, after), pairs::difference(after, before));
    if !lost.is_empty() || !new.is_empty() {
        println!("{text:?}\n  - {lost:?}\n  + {new:?}");
    }
}
