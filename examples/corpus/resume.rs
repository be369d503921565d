//! Continues an earlier run.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Seek, SeekFrom};
use std::path::Path;

use records::Answered;

use crate::documents::Documents;
use crate::summary::Summary;

/// The start of every output line.
const LINE_START: &[u8] = b"{\"id\":";

/// Skips the documents that the complete lines of `file` answer, and removes an incomplete last line.
///
/// # Errors
///
/// Fails without changing the file if a line is not the answer to its document.
pub fn skip_answered(file: &mut File, path: &Path, documents: &mut Documents) -> io::Result<Summary> {
    let mut lines = BufReader::new(&*file);
    let (mut line, mut complete_bytes, mut number) = (Vec::new(), 0_u64, 0_u64);
    let mut earlier = Summary::default();
    while lines.read_until(b'\n', &mut line)? > 0 {
        number += 1;
        let problem = |problem: &str| io::Error::other(format!("{path:?}: line {number} {problem}"));
        if line.last() != Some(&b'\n') {
            if !is_start_of_answer(&line) {
                return Err(problem("is incomplete and not a line of this program"));
            }
            break;
        }
        let answered = Answered::parse(&line).ok_or_else(|| problem("is not a record"))?;
        let document =
            documents.next().transpose()?.ok_or_else(|| problem("is after the end of the input"))?;
        if !document.is_answered_by(&answered) {
            return Err(problem("answers another document than the one at its place in the input"));
        }
        earlier.earlier += 1;
        earlier.earlier_bytes += document.bytes();
        earlier.rejected += u64::from(answered.error.is_some());
        complete_bytes += line.len() as u64;
        line.clear();
    }
    file.set_len(complete_bytes)?;
    file.seek(SeekFrom::Start(complete_bytes))?;
    Ok(earlier)
}

/// Returns whether an incomplete line can be from this program. Any other file must not be truncated.
fn is_start_of_answer(line: &[u8]) -> bool {
    line.starts_with(LINE_START) || LINE_START.starts_with(line)
}
