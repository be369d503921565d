//! The library alone, for `bench/pace.py`: for each line of standard input it reads all texts once, and prints the
//! seconds that this took.

use std::error::Error;
use std::io::{stdin, BufRead};
use std::time::Instant;
use std::{env, fs};

use whosaid::Attributor;

fn main() -> Result<(), Box<dyn Error>> {
    let texts = env::args_os().skip(1).map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    let attributor = Attributor::default();
    for line in stdin().lock().lines() {
        line?;
        let start = Instant::now();
        let found: usize = texts.iter().map(|text| attributor.attribute(text).quotations().len()).sum();
        println!("{} {found}", start.elapsed().as_secs_f64());
    }
    Ok(())
}
