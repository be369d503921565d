//! The command without a name: who said what in a few texts.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anstream::StripStream;
use records::DEFAULT_MAX_LINE;
use whosaid::{Analysis, Attributor};

use crate::failure::{self, Failure};
use crate::formats::{self, Answered, Layout, Rejected};
use crate::options::{format_of, Format, TextOptions};
use crate::rows::Wanted;
use crate::{destination, input, terminal};

/// The endings of files that hold many texts.
const CORPORA: &[&str] = &["jsonl", "ndjson", "csv", "tsv"];

/// Returns the number of files that were refused.
pub fn run(options: &TextOptions) -> Result<u64, Failure> {
    let attributor = options.reading.attributor()?;
    let format = format_of(options.format, options.output.output.as_deref(), Format::Text);
    let layout = Layout {
        wanted: Wanted { statements: options.statements, unattributed: !options.reading.leaves_out() },
        evidence: options.evidence,
        several: options.files.len() > 1,
        offsets: options.reading.offsets,
        columns: terminal::columns(),
    };
    let mut output = output(options, format)?;
    let mut writer = formats::writer(format, layout);
    writer.begin(&mut output)?;
    let mut refused = 0;
    for path in &options.files {
        let text = match read(path) {
            Ok(text) => text,
            Err(reason) => {
                // In the order of the answers, if both go to a terminal.
                output.flush()?;
                failure::report(&format!("{}: {reason}", failure::shown(path)));
                refused += 1;
                continue;
            }
        };
        let (analysis, rejected) = answer(&attributor, &text, format);
        let name = path.to_string_lossy();
        let answered = Answered { name: &name, text: &text, analysis: &analysis, rejected: &rejected };
        writer.add(&answered, &mut output)?;
    }
    writer.end(&mut output)?;
    output.flush()?;
    Ok(refused)
}

/// A page also shows what was rejected. An explanation takes about ten times as long as the analysis alone, but a
/// text of the size of an article still takes milliseconds. Its lines are kept, not the explanation, which is large.
fn answer<'t>(attributor: &Attributor, text: &'t str, format: Format) -> (Analysis<'t>, Vec<Rejected>) {
    if format != Format::Html {
        return (attributor.attribute(text), Vec::new());
    }
    let explanation = attributor.explain(text);
    let rejected = whosaid_report::rejected(&explanation).collect();
    (explanation.into_analysis(), rejected)
}

/// Only text has colours, and only text is without the escape sequences that a document may hold.
fn output(options: &TextOptions, format: Format) -> Result<Box<dyn Write>, Failure> {
    let has_colors = format == Format::Text;
    let Some(path) = &options.output.output else {
        return Ok(if has_colors {
            Box::new(BufWriter::new(terminal::stdout(options.color)))
        } else {
            Box::new(BufWriter::new(io::stdout()))
        });
    };
    destination::check_is_no_input(path, options.files.iter().map(PathBuf::as_path))?;
    let file = destination::create(path, options.output.force, "")?;
    Ok(if has_colors {
        Box::new(BufWriter::new(StripStream::new(file)))
    } else {
        Box::new(BufWriter::new(file))
    })
}

fn read(path: &Path) -> Result<String, String> {
    if path.is_dir() {
        return Err("a folder; \"whosaid corpus\" reads folders".to_owned());
    }
    let is_corpus = |ending: &str| CORPORA.iter().any(|corpus| ending.eq_ignore_ascii_case(corpus));
    if path.extension().and_then(|ending| ending.to_str()).is_some_and(is_corpus) {
        return Err("a file of many texts; \"whosaid corpus\" reads those".to_owned());
    }
    input::read_text(path, DEFAULT_MAX_LINE).map_err(|error| failure::reason(&error))
}
