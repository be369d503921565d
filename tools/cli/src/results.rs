//! `whosaid speakers` and `whosaid compare`: tables over the results of a corpus.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use whosaid_results::{for_each_line, Comparer, Document, Format, Line, SpeakerTable, DEFAULT_MAX_LINE};

use crate::failure::{about, report, shown, Failure};
use crate::options::{format_of, CompareOptions, ResultsOptions, SpeakersOptions, TableFormat};
use crate::{destination, input};

/// Returns the number of documents that the results say were refused.
pub fn speakers(options: &SpeakersOptions) -> Result<u64, Failure> {
    let mut table = SpeakerTable::new();
    let refused = read(&options.results, |document| table.add(document))?;
    let speakers = table.finish();
    let (format, mut output) = output(&options.results)?;
    if options.genders {
        speakers.write_genders(format, &mut output)?;
    } else {
        speakers.write(format, &mut output)?;
    }
    output.flush()?;
    Ok(refused)
}

/// Returns the number of documents that the results say were refused.
pub fn compare(options: &CompareOptions) -> Result<u64, Failure> {
    let mut comparer = Comparer::new(options.min_words);
    let refused = read(&options.results, |document| comparer.add(document))?;
    let comparison = comparer.finish();
    let (format, mut output) = output(&options.results)?;
    comparison.write(format, &mut output)?;
    output.flush()?;
    Ok(refused)
}

fn read(options: &ResultsOptions, mut add: impl FnMut(&Document<'_>)) -> Result<u64, Failure> {
    let (mut documents, mut refused) = (0_u64, 0);
    for path in &options.results {
        let opened = input::open(path).map_err(|error| about(path, &error))?;
        let lines = for_each_line(BufReader::new(opened.reader), DEFAULT_MAX_LINE, |line| match line {
            Line::Document(document) => {
                documents += 1;
                add(&document);
            }
            Line::Refused => refused += 1,
        });
        lines.map_err(|error| refusal(path, &error.to_string()))?;
    }
    if documents == 0 {
        let paths: Vec<_> = options.results.iter().map(|path| shown(path)).collect();
        return Err(Failure::Reason(format!("{}: no results found", paths.join(", "))));
    }
    if refused > 0 {
        report(&format!("{refused} of the documents were refused and are not counted"));
    }
    Ok(refused)
}

fn refusal(path: &Path, reason: &str) -> Failure {
    Failure::Reason(format!(
        "{}: {reason}; results are the JSON Lines that \"whosaid corpus\" writes",
        shown(path)
    ))
}

fn output(options: &ResultsOptions) -> Result<(Format, BufWriter<Box<dyn Write>>), Failure> {
    let path = options.output.output.as_deref();
    let format = match format_of(options.format, path, TableFormat::Text) {
        TableFormat::Text => Format::Text,
        TableFormat::Csv => Format::Csv,
        TableFormat::Json => Format::Json,
    };
    let writer: Box<dyn Write> = match path {
        None => Box::new(io::stdout()),
        Some(path) => Box::new(file(path, options)?),
    };
    Ok((format, BufWriter::new(writer)))
}

fn file(path: &Path, options: &ResultsOptions) -> io::Result<File> {
    destination::check_is_no_input(path, options.results.iter().map(PathBuf::as_path))?;
    destination::create(path, options.output.force, "")
}
