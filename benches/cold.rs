//! How much longer the first `attribute` of a process takes than a later one.
//!
//! ```text
//! cargo bench --bench cold
//! ```
//!
//! Starts itself again and again; each child measures its first call and the median of later ones. Fails where the
//! median difference is over the bar.

use std::hint::black_box;
use std::process::{Command, ExitCode};
use std::time::Instant;
use std::{env, error, str};

const TEXT: &str = include_str!("../examples/data/security_council.txt");

/// The argument of a child.
const CHILD: &str = "child";

/// How many processes are started.
const PROCESSES: usize = 31;

/// How many later calls a child measures.
const LATER: usize = 31;

/// The maximum difference between the first call and a later one, in microseconds.
const BAR: f64 = 1000.0;

fn main() -> ExitCode {
    if env::args().any(|argument| argument == CHILD) {
        measure();
        return ExitCode::SUCCESS;
    }
    match run() {
        Ok(difference) if difference <= BAR => ExitCode::SUCCESS,
        Ok(difference) => {
            eprintln!("{difference:.0} µs are over the bar of {BAR:.0} µs");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints the time of the first call and the median of later ones, in microseconds.
fn measure() {
    let mut times = (0..=LATER).map(|_| {
        let start = Instant::now();
        black_box(whosaid::attribute(black_box(TEXT)));
        start.elapsed().as_secs_f64() * 1e6
    });
    let first = times.next().unwrap_or_default();
    println!("{first} {}", median(times.collect()));
}

fn run() -> Result<f64, Box<dyn error::Error>> {
    let (mut firsts, mut laters, mut differences) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..PROCESSES {
        let output = Command::new(env::current_exe()?).arg(CHILD).output()?;
        let line = str::from_utf8(&output.stdout)?.trim();
        let (first, later) = line.split_once(' ').ok_or("a child printed no times")?;
        let (first, later): (f64, f64) = (first.parse()?, later.parse()?);
        firsts.push(first);
        laters.push(later);
        differences.push(first - later);
    }
    let (first, later, difference) = (median(firsts), median(laters), median(differences));
    println!("one article of {} bytes, medians of {PROCESSES} processes", TEXT.len());
    println!("first call  {first:8.0} µs");
    println!("later call  {later:8.0} µs");
    println!("difference  {difference:8.0} µs");
    Ok(difference)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
