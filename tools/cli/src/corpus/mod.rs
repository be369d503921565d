//! Attributes a whole corpus on all cores and writes the answers in its order.
//!
//! It reads ahead at most a few megabytes per thread, or one text per thread if texts are larger. Of a folder it keeps
//! the names in memory.

mod answers;
mod documents;
mod earlier;
mod folder;
mod id;
mod output;
mod pipeline;
mod requests;
mod resume;
mod summary;
mod table;
mod tally;

use std::io::{self, IsTerminal};
use std::iter;
use std::sync::Arc;
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};

use crate::destination;
use crate::failure::Failure;
use crate::formats::{Kind, Table};
use crate::options::{format_of, CorpusFormat, CorpusOptions};

use answers::{Answerer, Shape};
use documents::Documents;
use output::Output;
use pipeline::Pipeline;
use requests::Requests;
use summary::Summary;

/// Returns the number of texts that were refused.
pub fn run(options: &CorpusOptions) -> Result<u64, Failure> {
    let answerer = answerer(options)?;
    let mut documents = Documents::open(options)?;
    if !documents.has_more()? {
        return Err(documents::none_found(options).into());
    }
    let (output, mut summary) = output(options, &answerer, &mut documents)?;
    let output = Arc::new(output);
    let progress = progress(options, documents.total_bytes()).with_position(summary.earlier_bytes);
    output::stop_on_interrupt(&output, &progress)?;
    let pipeline = Pipeline::new(answerer, options.threads)?;
    let start = Instant::now();
    let run = pipeline.run(documents, |answers| {
        output.write(&answers.lines)?;
        progress.inc(answers.input_bytes);
        summary.add(answers.summary);
        Ok(())
    });
    progress.finish_and_clear();
    run?;
    // A closed standard error is not a failure.
    let _ = summary.print(start.elapsed(), io::stderr().lock());
    Ok(summary.rejected)
}

fn answerer(options: &CorpusOptions) -> Result<Answerer, Failure> {
    let reading = &options.reading;
    let offsets = reading.offsets;
    let output = options.output.output.as_deref();
    let shape = match format_of(options.format, output, CorpusFormat::Jsonl) {
        CorpusFormat::Jsonl => Shape::Lines,
        CorpusFormat::Csv => Shape::Table(Table::new(Kind::Csv, offsets)),
        CorpusFormat::Tsv => Shape::Table(Table::new(Kind::Tsv, offsets)),
    };
    Ok(Answerer { requests: Requests::new(reading)?, shape })
}

/// Opens the output, and continues an earlier one if that is wanted. Also returns the summary of that.
fn output(
    options: &CorpusOptions,
    answerer: &Answerer,
    documents: &mut Documents,
) -> Result<(Output, Summary), Failure> {
    let Some(path) = &options.output.output else {
        return Ok((Output::new(io::stdout(), answerer.shape)?, Summary::default()));
    };
    destination::check_is_no_input(path, iter::once(options.input.as_path()))?;
    if options.resume && path.exists() {
        let (file, summary) = resume::resume(path, documents, answerer)?;
        return Ok((Output::after(file), summary));
    }
    let file = destination::create(path, options.output.force, ", --resume continues it")?;
    Ok((Output::new(file, answerer.shape)?, Summary::default()))
}

/// A progress bar over the bytes of the input. Hidden unless standard error is a terminal that does not also show the
/// records.
fn progress(options: &CorpusOptions, total: Option<u64>) -> ProgressBar {
    let records_shown = options.output.output.is_none() && io::stdout().is_terminal();
    if records_shown || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let (bar, template) = match total {
        Some(total) => (
            ProgressBar::new(total),
            "{elapsed} {wide_bar} {bytes} of {total_bytes} ({bytes_per_sec}, {eta} to go)",
        ),
        None => (ProgressBar::new_spinner(), "{elapsed} {spinner} {bytes} ({bytes_per_sec})"),
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
