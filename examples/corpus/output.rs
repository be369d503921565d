//! Where the records go, in whole lines whatever happens.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{process, thread};

use indicatif::ProgressBar;

use crate::documents::Documents;
use crate::resume;
use crate::summary::Summary;

/// What the shell has a program end with that Ctrl-C stopped.
const INTERRUPTED: i32 = 130;

/// Whoever has the lock finds whole lines written.
pub struct Output(Mutex<Box<dyn Write + Send>>);

/// Where the output begins.
pub enum Begin<'d> {
    /// With the first document, in an empty file.
    Afresh,
    /// Behind what an earlier run left, with the first of these documents that it did not answer.
    Behind(&'d mut Documents),
}

impl Output {
    pub fn stdout() -> Self {
        Self(Mutex::new(Box::new(io::stdout())))
    }

    /// Also gives what an earlier run did.
    pub fn file(path: &Path, input: &Path, begin: Begin<'_>) -> io::Result<(Self, Summary)> {
        let named = |error: io::Error| io::Error::new(error.kind(), format!("{path:?}: {error}"));
        if fs::canonicalize(path).is_ok_and(|path| fs::canonicalize(input).is_ok_and(|input| path == input)) {
            return Err(io::Error::other(format!("{path:?} is the input")));
        }
        let (file, earlier) = match begin {
            Begin::Afresh => (File::create(path).map_err(named)?, Summary::default()),
            Begin::Behind(documents) => {
                let mut options = OpenOptions::new();
                options.read(true).write(true).create(true).truncate(false);
                let mut file = options.open(path).map_err(named)?;
                let earlier = resume::go_on(&mut file, path, documents)?;
                (file, earlier)
            }
        };
        Ok((Self(Mutex::new(Box::new(file))), earlier))
    }

    /// Nothing of it stays in a buffer.
    pub fn write(&self, lines: &[u8]) -> io::Result<()> {
        let mut output = self.lock();
        output.write_all(lines)?;
        output.flush()
    }

    fn lock(&self) -> MutexGuard<'_, Box<dyn Write + Send>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Has Ctrl-C end the program between two lines. Asked again, it ends at once, which it must where nobody
/// takes what it writes.
pub fn stop_on_interrupt(output: &Arc<Output>, progress: &ProgressBar) -> io::Result<()> {
    let (output, progress) = (Arc::clone(output), progress.clone());
    let asked = AtomicBool::new(false);
    ctrlc::set_handler(move || {
        if asked.swap(true, Ordering::Relaxed) {
            process::exit(INTERRUPTED);
        }
        let (output, progress) = (Arc::clone(&output), progress.clone());
        thread::spawn(move || {
            let _whole_lines = output.lock();
            progress.finish_and_clear();
            process::exit(INTERRUPTED);
        });
    })
    .map_err(io::Error::other)
}
