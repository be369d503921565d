//! Prints the report of texts: `cargo run -p whosaid-report --example page -- FILE... > report.html`.
//!
//! The browser test of this package opens what it prints.

use std::error::Error;
use std::{env, fs};

use whosaid::Attributor;
use whosaid_report::{Document, Report};

fn main() -> Result<(), Box<dyn Error>> {
    let paths: Vec<String> = env::args().skip(1).collect();
    let texts = paths.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    let attributor = Attributor::default();
    let explanations: Vec<_> = texts.iter().map(|text| attributor.explain(text)).collect();
    let mut report = Report::new(match paths.as_slice() {
        [path] => path.as_str(),
        _ => "Several texts",
    });
    for (path, explanation) in paths.iter().zip(&explanations) {
        report = report.with(Document::explained(path.as_str(), explanation));
    }
    print!("{}", report.to_html());
    Ok(())
}
