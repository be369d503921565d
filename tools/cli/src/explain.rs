//! `whosaid explain`: why the answer to a text is what it is.

use std::io::{self, BufWriter, Write};

use records::DEFAULT_MAX_LINE;

use crate::failure::{self, Failure};
use crate::input;
use crate::options::{ExplainOptions, Explained};

/// Returns the number of texts that were refused, which is none: without its text there is nothing to explain.
pub fn run(options: &ExplainOptions) -> Result<u64, Failure> {
    let attributor = options.reading.attributor()?;
    let text = input::read_text(&options.file, DEFAULT_MAX_LINE)
        .map_err(|error| failure::about(&options.file, &error))?;
    let explanation = attributor.explain(&text);
    let mut output = BufWriter::new(io::stdout().lock());
    let shown = match options.format {
        Explained::Json => {
            serde_json::to_writer(&mut output, &explanation).map_err(io::Error::from)?;
            String::from("\n")
        }
        Explained::Text if options.all => shown(&format!("{explanation:#}")),
        Explained::Text => shown(&explanation.to_string()),
    };
    output.write_all(shown.as_bytes())?;
    output.flush()?;
    Ok(0)
}

/// The lines without control characters, which a text may hold.
fn shown(lines: &str) -> String {
    lines.replace(|character: char| character.is_control() && character != '\n', "\u{FFFD}")
}
