//! The output of answers, which always consists of complete lines.

use std::fs::File;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{process, thread};

use indicatif::ProgressBar;

use crate::corpus::answers::Shape;

/// The conventional exit status of a program that Ctrl-C stopped.
const INTERRUPTED: i32 = 130;

/// A writer behind a lock. While the lock is free, only complete lines have been written.
pub struct Output(Mutex<Box<dyn Write + Send>>);

impl Output {
    /// An output that is empty, or holds a header.
    pub fn new(output: impl Write + Send + 'static, shape: Shape) -> io::Result<Self> {
        let output = Self(Mutex::new(Box::new(output)));
        if let Shape::Table(table) = shape {
            output.write(&table.header())?;
        }
        Ok(output)
    }

    /// A file with the answers of an earlier run.
    pub fn after(file: File) -> Self {
        Self(Mutex::new(Box::new(file)))
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
