//! How fast the library is beside splitting the words, in one run on one core.
//!
//! ```text
//! CORPUS=../shared/polnear/train/text cargo bench --bench ratios
//! ```
//!
//! Each round times every contender once, so that a machine that is busy for a while is so for all of
//! them; the figures are medians over the rounds. Without `CORPUS` the bundled article is repeated.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use regex::Regex;
use unicode_segmentation::UnicodeSegmentation;
use whosaid::{AttributionKind, Attributor};

const ARTICLE: &str = include_str!("../examples/data/security_council.txt");

const ROUNDS: usize = 15;

/// A contender: its name, and what it counts in the texts.
type Contender<'a> = (&'a str, Box<dyn Fn(&[String]) -> usize + 'a>);

fn main() {
    let articles = articles();
    let joined = vec![articles.join("\n\n")];
    let words = Regex::new(r"\w+|[^\w\s]").expect("a constant, valid pattern");
    let kinds = [AttributionKind::Direct, AttributionKind::Mixed];
    let quoted = Attributor::builder().kinds(kinds).build().expect("a valid configuration");
    let whole = Attributor::default();
    let contenders: Vec<Contender<'_>> = vec![
        ("memchr over the marks", Box::new(|texts| sum(texts, marks))),
        (r"regex \w+|[^\w\s]", Box::new(|texts| sum(texts, |text| words.find_iter(text).count()))),
        ("unicode_words", Box::new(|texts| sum(texts, |text| text.unicode_words().count()))),
        ("tokenizer", Box::new(|texts| sum(texts, |text| whosaid::tokenizer::tokens(text).count()))),
        ("quotations alone", Box::new(|texts| sum(texts, |text| quoted.attribute(text).quotations().len()))),
        ("the whole", Box::new(|texts| sum(texts, |text| whole.attribute(text).attributions().len()))),
    ];
    for (name, texts) in [("joined", &joined), ("one by one", &articles)] {
        measure(name, texts, &contenders);
    }
}

fn articles() -> Vec<String> {
    let Some(folder) = std::env::var_os("CORPUS") else { return vec![ARTICLE.to_owned(); 200] };
    let mut paths: Vec<_> = fs::read_dir(Path::new(&folder))
        .expect("CORPUS is a folder")
        .map(|entry| entry.expect("an entry of CORPUS can be read").path())
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("the texts of CORPUS are UTF-8")).collect()
}

fn sum(texts: &[String], count: impl Fn(&str) -> usize) -> usize {
    texts.iter().map(|text| count(text)).sum()
}

fn marks(text: &str) -> usize {
    memchr::memchr3_iter(b'"', b'\'', 0xe2, text.as_bytes()).count()
}

fn measure(name: &str, texts: &[String], contenders: &[Contender<'_>]) {
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut times = vec![Vec::with_capacity(ROUNDS); contenders.len()];
    let counts: Vec<usize> = contenders.iter().map(|(_, count)| count(texts)).collect();
    for _ in 0..ROUNDS {
        for ((times, (_, count)), expected) in times.iter_mut().zip(contenders).zip(&counts) {
            let start = Instant::now();
            assert_eq!(count(black_box(texts)), *expected);
            times.push(start.elapsed());
        }
    }
    let speeds: Vec<f64> =
        times.into_iter().map(|times| bytes as f64 / 1e6 / median(times).as_secs_f64()).collect();
    println!("\n{name}: {} texts, {bytes} bytes", texts.len());
    println!("{:24} {:>10} {:>8} {:>10} {:>14}", "", "found", "MB/s", "to regex", "to unicode");
    for ((at, (contender, _)), found) in contenders.iter().enumerate().zip(&counts) {
        let ratio = |other: usize| speeds[at] / speeds[other];
        println!("{contender:24} {found:>10} {:>8.1} {:>10.2} {:>14.2}", speeds[at], ratio(1), ratio(2));
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
