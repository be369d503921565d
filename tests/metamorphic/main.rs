//! Changes to a text that leave who said what as it was, and how well the answers bear them.
//!
//!     cargo test --test metamorphic -- --nocapture
//!
//! prints the table of `docs/robustness.md`; with `SHOW=straight` in the environment, also the pairs that
//! the transformations of that name change.

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

use characters::{entities, within_words, zero_width_spaces, Entities};
use marks::restyle;
use pairs::{Agreement, Pair};

/// The share of pairs that every transformation has to leave as they were.
const FLOOR: f64 = 0.99;

/// One change and what came of it.
struct Comparison {
    /// The text after the change.
    text: String,
    /// The pairs that have to stay, before and after.
    before: Vec<Pair>,
    after: Vec<Pair>,
}

/// Every pair has to stay; nothing to compare where the text is as it was.
fn whole(text: &str, changed: String) -> Vec<Comparison> {
    if changed == text {
        return Vec::new();
    }
    let (before, after) = (pairs::of(text), pairs::of(&changed));
    vec![Comparison { text: changed, before, after }]
}

type Compare = fn(&str) -> Vec<Comparison>;

const TRANSFORMATIONS: &[(&str, Compare)] = &[
    ("straight marks", |text| whole(text, restyle(text, marks::STRAIGHT))),
    ("curly marks", |text| whole(text, restyle(text, marks::CURLY))),
    ("single marks, double inside", |text| whole(text, restyle(text, marks::BRITISH))),
    ("the same, straight", |text| whole(text, restyle(text, marks::STRAIGHT_BRITISH))),
    ("``LaTeX''", |text| whole(text, restyle(text, marks::LATEX))),
    ("«guillemets»", |text| whole(text, restyle(text, marks::GUILLEMETS))),
    ("« guillemets »", |text| whole(text, restyle(text, marks::SPACED_GUILLEMETS))),
    ("„low“", |text| whole(text, restyle(text, marks::LOW))),
    ("「corner」", |text| whole(text, restyle(text, marks::CORNERS))),
    ("Windows line ends", |text| whole(text, characters::windows_line_ends(text))),
    ("no-break spaces", |text| whole(text, text.replace(' ', "\u{a0}"))),
    ("thin spaces", |text| whole(text, text.replace(' ', "\u{2009}"))),
    ("composed accents (NFC)", |text| whole(text, text.nfc().collect())),
    ("decomposed accents (NFD)", |text| whole(text, text.nfd().collect())),
    ("a byte order mark", |text| whole(text, format!("\u{feff}{text}"))),
    ("zero-width spaces beside marks and spaces", |text| whole(text, zero_width_spaces(text))),
    ("zero-width spaces in words", |text| whole(text, within_words(text, '\u{200b}'))),
    ("zero-width joiners in words", |text| whole(text, within_words(text, '\u{200d}'))),
    ("soft hyphens in words", |text| whole(text, within_words(text, '\u{ad}'))),
    ("named entities", |text| whole(text, entities(text, Entities::Named))),
    ("decimal entities", |text| whole(text, entities(text, Entities::Decimal))),
    ("hexadecimal entities", |text| whole(text, entities(text, Entities::Hexadecimal))),
    ("lines of 72 characters", |text| whole(text, lines::wrapped(text))),
    ("one line a paragraph", |text| whole(text, lines::one_line_a_paragraph(text))),
    ("speakers renamed", names::renamed),
    ("each closing mark dropped", losses::closing_marks),
    ("each paragraph removed", losses::paragraphs),
];

#[test]
fn the_answers_bear_what_leaves_the_meaning() {
    let wanted = std::env::var("SHOW").ok();
    let texts = texts::all();
    let mut fallen = Vec::new();
    println!("| transformation | pairs compared | pairs equal | share |\n|---|---|---|---|");
    for (name, compare) in TRANSFORMATIONS {
        let mut agreement = Agreement::default();
        for comparison in texts.iter().flat_map(|text| compare(text)) {
            agreement.add(Agreement::of(&comparison.before, &comparison.after));
            if wanted.as_deref().is_some_and(|wanted| name.contains(wanted)) {
                show(&comparison);
            }
        }
        let Agreement { compared, equal } = agreement;
        println!("| {name} | {compared} | {equal} | {:.1}% |", 100.0 * agreement.share());
        if agreement.share() < FLOOR {
            fallen.push(*name);
        }
    }
    assert!(fallen.is_empty(), "less than {FLOOR} of the pairs stay as they were: {fallen:?}");
}

/// Prints what is not as it was.
fn show(comparison: &Comparison) {
    let Comparison { text, before, after } = comparison;
    let (lost, new) = (pairs::difference(before, after), pairs::difference(after, before));
    if !lost.is_empty() || !new.is_empty() {
        println!("{text:?}\n  - {lost:?}\n  + {new:?}");
    }
}
