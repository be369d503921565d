//! Where an earlier run stopped.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Seek, SeekFrom};
use std::path::Path;

use records::Answered;

use crate::documents::Documents;
use crate::summary::Summary;

/// What every line of an output begins with.
const BEGINNING: &[u8] = b"{\"id\":";

/// Takes from `documents` what the whole lines of `file` answer and cuts off a torn last line, so that the
/// run goes on where it stopped. Fails, and leaves the file alone, where it answers something else.
pub fn go_on(file: &mut File, path: &Path, documents: &mut Documents) -> io::Result<Summary> {
    let mut lines = BufReader::new(&*file);
    let (mut line, mut whole, mut number) = (Vec::new(), 0_u64, 0_u64);
    let mut earlier = Summary::default();
    while lines.read_until(b'\n', &mut line)? > 0 {
        number += 1;
        let problem = |problem: &str| io::Error::other(format!("{path:?}: line {number} {problem}"));
        if line.last() != Some(&b'\n') {
            if !begins_an_answer(&line) {
                return Err(problem("is torn, but no line that this program writes"));
            }
            break;
        }
        let answered = Answered::parse(&line).ok_or_else(|| problem("is no record"))?;
        let document =
            documents.next().transpose()?.ok_or_else(|| problem("stands behind the end of the input"))?;
        if !document.is_answered_by(&answered) {
            return Err(problem("answers another document than the input has in its place"));
        }
        earlier.earlier += 1;
        earlier.earlier_bytes += document.bytes();
        earlier.refused += u64::from(answered.error.is_some());
        whole += line.len() as u64;
        line.clear();
    }
    file.set_len(whole)?;
    file.seek(SeekFrom::Start(whole))?;
    Ok(earlier)
}

/// Anything else is somebody's file and not to be cut.
fn begins_an_answer(line: &[u8]) -> bool {
    line.starts_with(BEGINNING) || BEGINNING.starts_with(line)
}
