//! Prints the report of texts: `cargo run -p whosaid-report --example page -- FILE... > report.html`.
//!
//! The browser test of this package opens what it prints.

use std::error::Error;
use std::{env, fs};

use whosaid_report::Report;

fn main() -> Result<(), Box<dyn Error>> {
    let paths: Vec<String> = env::args().skip(1).collect();
    let texts = paths.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    let analyses: Vec<_> = texts.iter().map(|text| whosaid::attribute(text)).collect();
    let mut report = Report::new(match paths.as_slice() {
        [path] => path.as_str(),
        _ => "Several texts",
    });
    for ((path, text), analysis) in paths.iter().zip(&texts).zip(&analyses) {
        report = report.document(path.as_str(), text, analysis);
    }
    print!("{}", report.to_html());
    Ok(())
}
