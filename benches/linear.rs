//! Running time is linear in the length of the text, for texts of several megabytes that are hard to read.
//!
//! ```text
//! cargo bench --bench linear
//! cargo bench --bench linear -- "opening marks"
//! ```
//!
//! Each round reads a text four times and one that is four times as long once, and the minimum time of each counts.
//! Other load on the machine only lengthens measurements, and both are long enough to be affected equally often. Exits
//! with 1 if the long text takes more than [`MAX_RATIO`] times as long. An argument selects the texts whose names
//! contain it. `tests/linear.rs` has more and smaller texts, for a debug build.

use std::process::ExitCode;
use std::time::{Duration, Instant};

#[path = "texts/articles.rs"]
mod articles;
#[path = "texts/pathological.rs"]
mod pathological;

/// The size of the smaller text in bytes, and the size of the larger one as a multiple of it.
const SMALL: usize = 1_000_000;
const TIMES: usize = 4;

/// The maximum ratio of the times of the two texts.
const MAX_RATIO: f64 = 4.6;

/// The number of rounds for every text, and the maximum for one whose ratio is too high.
const ROUNDS: usize = 3;
const MAX_ROUNDS: usize = 9;

fn main() -> ExitCode {
    let filter = filter();
    println!("{:24} {:>12} {:>12} {:>8} {:>8}", "", "n, ms", "4 n, ms", "ratio", "MB/s");
    let texts = texts(SMALL).into_iter().zip(texts(TIMES * SMALL));
    let slow = texts.filter(|((name, _), _)| name.contains(&filter)).filter(|((name, small), (_, large))| {
        let timed = time_in_turn(small, large);
        let speed = large.len() as f64 / 1e6 / timed.large.as_secs_f64();
        let (small, large) = (milliseconds(timed.small), milliseconds(timed.large));
        println!("{name:24} {small:>12.1} {large:>12.1} {:>8.2} {speed:>8.1}", timed.ratio());
        timed.ratio() > MAX_RATIO
    });
    match slow.count() {
        0 => ExitCode::SUCCESS,
        slow => {
            eprintln!("{slow} texts are slower than linear");
            ExitCode::FAILURE
        }
    }
}

/// Returns the first argument that is not an option, since cargo adds options.
fn filter() -> String {
    std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default()
}

/// Returns texts of about `bytes` bytes with their names.
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

/// Joins a text to one paragraph and wraps its lines.
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

/// The minimum times of two texts.
struct Timed {
    /// The time of one reading, measured over [`TIMES`] readings in a row.
    small: Duration,
    large: Duration,
    /// The size of the larger text divided by that of the smaller one.
    growth: f64,
}

impl Timed {
    /// The ratio of the two times, scaled to a larger text of exactly [`TIMES`] the size.
    fn ratio(&self) -> f64 {
        self.large.as_secs_f64() / self.small.as_secs_f64() * TIMES as f64 / self.growth
    }
}

fn time_in_turn(small: &str, large: &str) -> Timed {
    let growth = large.len() as f64 / small.len() as f64;
    let mut timed = Timed { small: Duration::MAX, large: Duration::MAX, growth };
    for round in 0..MAX_ROUNDS {
        if round >= ROUNDS && timed.ratio() <= MAX_RATIO {
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
