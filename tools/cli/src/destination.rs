//! Files that are written: never over another without being asked.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use crate::failure::{about, shown};

/// Creates the file; `others` says what can be done if there is one already.
pub fn create(path: &Path, force: bool, others: &str) -> io::Result<File> {
    let created = if force { File::create(path) } else { File::create_new(path) };
    created.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            io::Error::other(format!("{} is already there: --force replaces it{others}", shown(path)))
        }
        _ => about(path, &error),
    })
}

/// Refuses an output that is one of the inputs.
pub fn check_is_no_input<'p>(output: &Path, mut inputs: impl Iterator<Item = &'p Path>) -> io::Result<()> {
    let Ok(canonical) = fs::canonicalize(output) else { return Ok(()) };
    if inputs.any(|input| fs::canonicalize(input).is_ok_and(|input| input == canonical)) {
        return Err(io::Error::other(format!("{} is the input", shown(output))));
    }
    Ok(())
}
