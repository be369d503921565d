//! The output of records, which always consists of complete lines.

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

/// The conventional exit status of a program that Ctrl-C stopped.
const INTERRUPTED: i32 = 130;

/// A writer behind a lock. While the lock is free, only complete lines have been written.
pub struct Output(Mutex<Box<dyn Write + Send>>);

/// The state of the output file at the start of a run.
pub enum Start<'d> {
    /// The file is emptied and the run starts with the first document.
    Empty,
    /// The run continues after the lines of an earlier run, with the first of these documents that it did not answer.
    Resume(&'d mut Documents),
}

impl Output {
    pub fn stdout() -> Self {
        Self(Mutex::new(Box::new(io::stdout())))
    }

    /// Opens an output file. Also returns the summary of the earlier run if there is one.
    pub fn file(path: &Path, input: &Path, start: Start<'_>) -> io::Result<(Self, Summary)> {
        let with_path = |error: io::Error| io::Error::new(error.kind(), format!("{path:?}: {error}"));
        if fs::canonicalize(path).is_ok_and(|path| fs::canonicalize(input).is_ok_and(|input| path == input)) {
            return Err(io::Error::other(format!("{path:?} is the input")));
        }
        let (file, earlier) = match start {
            Start::Empty => (File::create(path).map_err(with_path)?, Summary::default()),
            Start::Resume(documents) => {
                let mut options = OpenOptions::new();
                options.read(true).write(true).create(true).truncate(false);
                let mut file = options.open(path).map_err(with_path)?;
                let earlier = resume::skip_answered(&mut file, path, documents)?;
                (file, earlier)
            }
        };
        Ok((Self(Mutex::new(Box::new(file))), earlier))
    }

    /// Writes and flushes complete lines.
    pub fn write(&self, lines: &[u8]) -> io::Result<()> {
        let mut output = self.lock();
        output.write_all(lines)?;
        output.flush()
    }

    fn lock(&self) -> MutexGuard<'_, Box<dyn Write + Send>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Makes Ctrl-C end the program between two lines. A second Ctrl-C ends it at once, for the case that the reader of its
/// output is blocked.
pub fn stop_on_interrupt(output: &Arc<Output>, progress: &ProgressBar) -> io::Result<()> {
    let (output, progress) = (Arc::clone(output), progress.clone());
    let interrupted = AtomicBool::new(false);
    ctrlc::set_handler(move || {
        if interrupted.swap(true, Ordering::Relaxed) {
            process::exit(INTERRUPTED);
        }
        let (output, progress) = (Arc::clone(&output), progress.clone());
        thread::spawn(move || {
            let _complete_lines = output.lock();
            progress.finish_and_clear();
            process::exit(INTERRUPTED);
        });
    })
    .map_err(io::Error::other)
}
