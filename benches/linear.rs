//! Time grows with the text and no faster, over megabytes of the worst that a text can be.
//!
//! ```text
//! cargo bench --bench linear
//! cargo bench --bench linear -- "opening marks"
//! ```
//!
//! A text is read four times, one four times as long once, in turn, and the best of each counts: a machine
//! that is busy elsewhere makes measurements long, never short, and so both are long enough to meet that
//! equally often. Exits with 1 where the long text takes more than [`MOST`] times as long. With an argument,
//! only the texts with that in their names. `tests/linear.rs` has more texts, smaller ones, for a debug build.

use std::process::ExitCode;
use std::time::{Duration, Instant};

#[path = "texts/articles.rs"]
mod articles;
#[path = "texts/pathological.rs"]
mod pathological;

/// The size of the smaller text, in bytes, and how many times as long the larger one is.
const SMALL: usize = 1_000_000;
const TIMES: usize = 4;

/// The most that the larger text may cost, in times of the smaller.
const MOST: f64 = 4.6;

/// Rounds for every text, and for one that seems slow.
const ROUNDS: usize = 3;
const MOST_ROUNDS: usize = 9;

fn main() -> ExitCode {
    let wanted = wanted();
    println!("{:24} {:>12} {:>12} {:>8} {:>8}", "", "n, ms", "4 n, ms", "ratio", "MB/s");
    let texts = texts(SMALL).into_iter().zip(texts(TIMES * SMALL));
    let slow = texts.filter(|((name, _), _)| name.contains(&wanted)).filter(|((name, small), (_, large))| {
        let timed = time_in_turn(small, large);
        let speed = large.len() as f64 / 1e6 / timed.large.as_secs_f64();
        let (small, large) = (milliseconds(timed.small), milliseconds(timed.large));
        println!("{name:24} {small:>12.1} {large:>12.1} {:>8.2} {speed:>8.1}", timed.ratio());
        timed.ratio() > MOST
    });
    match slow.count() {
        0 => ExitCode::SUCCESS,
        slow => {
            eprintln!("{slow} texts are slower than linear");
            ExitCode::FAILURE
        }
    }
}

/// What stands in the names of the texts that are wanted; cargo itself adds options.
fn wanted() -> String {
    std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default()
}

/// Texts of about so many bytes, with their names.
fn texts(bytes: usize) -> Vec<(&'static str, String)> {
    let news = news(bytes);
    let mut texts = pathological::pathological(bytes);
    texts.push(("one paragraph", wrapped(&news)));
    texts.push(("no newline at all", news.replace('\n', " ")));
    texts.push(("news", news));
    texts
}

fn news(bytes: usize) -> String {
    let mut news = articles::articles(bytes).join("\n\n");
    let end = (bytes..news.len()).find(|&at| news.is_char_boundary(at)).unwrap_or(news.len());
    news.truncate(end);
    news
}

/// The text as one paragraph, in lines as wide as a page's.
fn wrapped(text: &str) -> String {
    const WIDTH: usize = 72;
    let mut wrapped = String::with_capacity(text.len());
    let mut line = 0;
    for word in text.split_whitespace() {
        wrapped.push_str(word);
        line += word.len() + 1;
        wrapped.push(if line > WIDTH { '\n' } else { ' ' });
        line = if line > WIDTH { 0 } else { line };
    }
    wrapped
}

/// The best times of two texts.
struct Timed {
    /// Of one of [`TIMES`] readings in a row.
    small: Duration,
    large: Duration,
    /// How much longer the larger text is.
    growth: f64,
}

impl Timed {
    /// How many times as long the larger text took, had it been exactly [`TIMES`] as long.
    fn ratio(&self) -> f64 {
        self.large.as_secs_f64() / self.small.as_secs_f64() * TIMES as f64 / self.growth
    }
}

fn time_in_turn(small: &str, large: &str) -> Timed {
    let growth = large.len() as f64 / small.len() as f64;
    let mut timed = Timed { small: Duration::MAX, large: Duration::MAX, growth };
    for round in 0..MOST_ROUNDS {
        if round >= ROUNDS && timed.ratio() <= MOST {
            break;
        }
        timed.small = timed.small.min(time(small, TIMES) / TIMES as u32);
        timed.large = timed.large.min(time(large, 1));
    }
    timed
}

fn time(text: &str, readings: usize) -> Duration {
    let start = Instant::now();
    for _ in 0..readings {
        assert!(whosaid::attribute(text).quotations().len() <= text.len());
    }
    start.elapsed()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
