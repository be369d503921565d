//! Speed of the library relative to splitting the text into words, in one run on one core.
//!
//! ```text
//! CORPUS=../shared/polnear/train/text cargo bench --bench ratios
//! ```
//!
//! Each round times every contender once, so that temporary load on the machine affects all of them. The figures are
//! medians over the rounds. Without `CORPUS`, the text is the bundled article, repeated with other names.

use std::hint::black_box;
use std::time::{Duration, Instant};

#[path = "texts/articles.rs"]
mod articles;
mod contenders;

use contenders::CONTENDERS;

const ROUNDS: usize = 15;

/// The minimum total size of the articles.
const BYTES: usize = 1_000_000;

/// Indices of the contenders with which the others are compared.
const REGEX: usize = 1;
const UNICODE: usize = 2;

fn main() {
    let articles = articles::articles(BYTES);
    let joined = vec![articles.join("\n\n")];
    for contender in &CONTENDERS {
        contender.expected(&joined[0]);
    }
    measure("joined", &joined);
    measure("one by one", &articles);
}

fn measure(name: &str, texts: &[String]) {
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut times = vec![Vec::with_capacity(ROUNDS); CONTENDERS.len()];
    let counts: Vec<usize> =
        CONTENDERS.iter().map(|contender| texts.iter().map(|text| (contender.count)(text)).sum()).collect();
    for _ in 0..ROUNDS {
        for ((times, contender), expected) in times.iter_mut().zip(&CONTENDERS).zip(&counts) {
            let start = Instant::now();
            let count: usize = black_box(texts).iter().map(|text| (contender.count)(text)).sum();
            assert_eq!(count, *expected);
            times.push(start.elapsed());
        }
    }
    let speeds: Vec<f64> =
        times.into_iter().map(|times| bytes as f64 / 1e6 / median(times).as_secs_f64()).collect();
    println!("\n{name}: {} texts, {bytes} bytes", texts.len());
    println!("{:24} {:>10} {:>8} {:>10} {:>14}", "", "found", "MB/s", "to regex", "to unicode");
    for ((at, contender), found) in CONTENDERS.iter().enumerate().zip(&counts) {
        let ratio = |other: usize| speeds[at] / speeds[other];
        let (name, to_regex, to_unicode) = (contender.name, ratio(REGEX), ratio(UNICODE));
        println!("{name:24} {found:>10} {:>8.1} {to_regex:>10.2} {to_unicode:>14.2}", speeds[at]);
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
