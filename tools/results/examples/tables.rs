//! Prints a table over results: `tables (speakers | genders | compare) (text | csv | json) RESULTS`.

use std::error::Error;
use std::fs::File;
use std::io::{self, BufReader};

use whosaid_results::{for_each_line, Comparer, Format, Line, SpeakerTable, DEFAULT_MAX_LINE};

const USAGE: &str = "usage: tables (speakers | genders | compare) (text | csv | json) RESULTS";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [table, format, path] = arguments.as_slice() else { return Err(USAGE.into()) };
    let format: Format = format.parse()?;
    let input = BufReader::new(File::open(path)?);
    if table == "compare" {
        let mut comparer = Comparer::default();
        for_each_line(input, DEFAULT_MAX_LINE, |line| {
            if let Line::Document(document) = line {
                comparer.add(&document);
            }
        })?;
        return Ok(comparer.finish().write(format, io::stdout().lock())?);
    }
    let mut speakers = SpeakerTable::new();
    for_each_line(input, DEFAULT_MAX_LINE, |line| {
        if let Line::Document(document) = line {
            speakers.add(&document);
        }
    })?;
    let speakers = speakers.finish();
    match table.as_str() {
        "speakers" => speakers.write(format, io::stdout().lock())?,
        "genders" => speakers.write_genders(format, io::stdout().lock())?,
        _ => return Err(USAGE.into()),
    }
    Ok(())
}
