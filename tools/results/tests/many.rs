//! A million quotations: planted variants are found, and the time grows with their number.
//!
//! ```sh
//! cargo test --release -p whosaid-results --test many -- --ignored --nocapture
//! ```

use std::collections::BTreeSet;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use serde_json::json;
use whosaid_results::{parse, Comparer, Comparison, Line};

/// A small generator of numbers that look random.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % bound
    }

    /// A word; some are far more frequent than others, as in a language.
    fn word(&mut self) -> String {
        let bound = 1 << (1 + self.below(15));
        let mut number = self.below(bound);
        let mut word = String::new();
        while word.len() < 4 || number > 0 {
            word.push(char::from(b"bdfgklmnprstvz"[number % 14]));
            word.push(char::from(b"aeiou"[number / 14 % 5]));
            number /= 70;
        }
        word
    }

    fn quotation(&mut self) -> Vec<String> {
        let length = 12 + self.below(24);
        (0..length).map(|_| self.word()).collect()
    }
}

/// A variant of a quotation: marks and capitals, an ellipsis, a bracket, a cut, another word.
fn variant(words: &[String], kind: usize) -> String {
    let mut words = words.to_vec();
    match kind % 5 {
        0 => return words.join(", ").to_uppercase(),
        1 => words.splice(5..8, ["...".to_owned()]).count(),
        2 => words.splice(6..7, ["[someone]".to_owned()]).count(),
        3 => words.drain(..3).count(),
        _ => words.splice(7..8, ["otherwise".to_owned()]).count(),
    };
    words.join(" ")
}

fn add(comparer: &mut Comparer, id: usize, texts: &[String]) {
    let attribution = json!({"speaker": 0, "speaker_confidence": 0.5});
    let quotations: Vec<_> = texts.iter().map(|text| json!({"text": text, "attribution": 0})).collect();
    let speakers = json!([{"name": format!("Marta Holt{}", id % 1000), "kind": "person"}]);
    let line =
        json!({"id": id, "quotations": quotations, "attributions": [attribution], "speakers": speakers})
            .to_string();
    match parse(line.as_bytes()) {
        Ok(Line::Document(document)) => comparer.add(&document),
        other => panic!("{other:?}"),
    }
}

/// The number of quotations of a document, and how many of them are variants of an earlier one.
const QUOTATIONS: usize = 10;
const EVERY: usize = 10;

/// The time of comparing this many quotations, and the numbers of planted, found and other shared ones.
fn planted(count: usize) -> (Duration, usize, usize, usize) {
    let mut numbers = Numbers(17);
    let mut comparer = Comparer::default();
    let mut last = numbers.quotation();
    let mut pairs = BTreeSet::new();
    for id in 0..count / QUOTATIONS {
        let mut texts: Vec<String> = Vec::new();
        for place in 0..QUOTATIONS {
            if place == 0 && id % (EVERY / 5) == 0 {
                texts.push(variant(&last, id / 2));
                pairs.extend((id > 0).then(|| id.to_string()));
                continue;
            }
            let new = numbers.quotation();
            texts.push(new.join(" "));
            last = new;
        }
        add(&mut comparer, id, &texts);
    }
    let start = now();
    let table = comparer.finish();
    let time = now() - start;
    let ends =
        |shared: &whosaid_results::SharedQuotation| shared.uses.last().map(|used| used.document.clone());
    let found: BTreeSet<String> = table.quotations.iter().filter_map(ends).collect();
    let right = found.intersection(&pairs).count();
    (time, pairs.len(), right, table.quotations.len() - right)
}

/// The time of comparing texts that are made to be slow.
fn hostile(count: usize, text: impl Fn(usize, &mut Numbers) -> String) -> (Duration, Comparison) {
    let mut numbers = Numbers(5);
    let mut comparer = Comparer::default();
    for id in 0..count / QUOTATIONS {
        let texts: Vec<String> =
            (0..QUOTATIONS).map(|place| text(id * QUOTATIONS + place, &mut numbers)).collect();
        add(&mut comparer, id, &texts);
    }
    let start = now();
    let table = comparer.finish();
    (now() - start, table)
}

/// The time that this thread has had a processor, which other programs do not lengthen; the time of day where the
/// system does not tell.
fn now() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    let start = START.get_or_init(Instant::now);
    let schedule = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = schedule.and_then(|line| line.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| start.elapsed(), Duration::from_nanos)
}

/// Four times as many quotations may take at most this many times as long: four, and what sorting and caches
/// add. Quadratic time would be sixteen times as long.
const MOST: f64 = 8.0;

fn assert_linear(name: &str, small: Duration, large: Duration) {
    let ratio = large.as_secs_f64() / small.as_secs_f64();
    println!("{name}: {small:.2?}, four times as many {large:.2?}, ratio {ratio:.1}");
    assert!(ratio < MOST, "{name}: {ratio}");
}

fn check(count: usize) {
    let (small, ..) = planted(count / 4);
    let (large, planted, found, others) = planted(count);
    println!("{count} quotations: {planted} planted, {found} found, {others} others");
    assert!(planted * 20 >= count / QUOTATIONS, "only {planted} were planted");
    assert!(found * 100 >= planted * 99, "{found} of {planted}");
    assert_eq!(others, 0);
    assert_linear("variants", small, large);

    type Text = fn(usize, &mut Numbers) -> String;
    let cases: [(&str, Text, std::ops::RangeInclusive<usize>); 5] = [
        ("all the same", |_, _| "the dam holds and the town is safe tonight".into(), 1..=1),
        ("very short", |number, _| ["Yes.", "No.", "I don’t know."][number % 3].into(), 0..=0),
        ("one word again and again", |number, _| "never ".repeat(6 + number % 40), 0..=usize::MAX),
        ("the same opening", |_, numbers| format!("{} {}", OPENING, numbers.quotation().join(" ")), 0..=0),
        (
            "few words",
            |_, numbers| (0..20).map(|_| ["the ", "dam ", "holds "][numbers.below(3)]).collect(),
            0..=usize::MAX,
        ),
    ];
    for (name, text, expected) in cases {
        let (small, _) = hostile(count / 4, text);
        let (large, table) = hostile(count, text);
        println!("{name}: {} groups", table.quotations.len());
        assert!(expected.contains(&table.quotations.len()), "{name}: {} groups", table.quotations.len());
        // What takes no time is no measure.
        if large > Duration::from_millis(50) {
            assert_linear(name, small, large);
        }
    }
}

const OPENING: &str = "we have always said that this town and its people deserve";

#[test]
fn variants_are_found_among_many_quotations_in_linear_time() {
    // Without optimisation it takes long.
    check(if cfg!(debug_assertions) { 8_000 } else { 40_000 });
}

#[test]
#[ignore = "takes a minute and a gigabyte, and needs --release"]
fn variants_are_found_among_a_million_quotations_in_linear_time() {
    check(1_000_000);
}
