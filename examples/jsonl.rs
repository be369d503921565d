//! Attributes JSON Lines: `{"id": ..., "text": ...}` in, one record a line out, in the same order.
//!
//! ```sh
//! cargo run --release --example jsonl < articles.jsonl > said.jsonl
//! ```

use std::io::{self, BufWriter, Read, Write};
use std::process::ExitCode;

use clap::Parser;
use records::{Lines, LONGEST_LINE};
use whosaid::Attributor;

/// Reads {"id": ..., "text": ...} lines on standard input and writes who said what, one record a line.
///
/// A line that is no such object is answered by {"id": null, "error": "line 7: ..."}, and the exit
/// status is 1 at the end. Lines of white space are skipped.
#[derive(Parser)]
#[command(name = "jsonl")]
struct Options {
    /// How many bytes a line may have; a longer one is refused without being held
    #[arg(long, value_name = "BYTES", default_value_t = LONGEST_LINE)]
    longest_line: usize,
}

fn main() -> ExitCode {
    let Options { longest_line } = Options::parse();
    match answer_lines(Lines::new(io::stdin().lock(), longest_line), io::stdout().lock()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        // The reader has seen enough, as `head` has.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to be told where standard error is closed.
            let _ = writeln!(io::stderr(), "jsonl: {error}");
            ExitCode::from(2)
        }
    }
}

/// Answers every line of the input and gives the number of those that it refused.
fn answer_lines(mut lines: Lines<impl Read>, output: impl Write) -> io::Result<usize> {
    let mut output = BufWriter::new(output);
    let attributor = Attributor::default();
    let mut refused = 0;
    while let Some(line) = lines.next().transpose()? {
        match line.request() {
            Ok(request) => {
                records::write_record(&mut output, request.id, attributor.attribute(&request.text))?;
            }
            Err(reason) => {
                refused += 1;
                records::write_refusal(&mut output, &reason)?;
            }
        }
        // A program that waits for this answer before it sends the next line must get it.
        if !lines.another_waits() {
            output.flush()?;
        }
    }
    output.flush()?;
    Ok(refused)
}
