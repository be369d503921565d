//! Continues an earlier run, and tries again what it refused.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::corpus::answers::{Answerer, Answers, Shape};
use crate::corpus::documents::{Document, Documents};
use crate::corpus::earlier::{EarlierLines, EarlierRows, Entry};
use crate::corpus::summary::Summary;
use crate::failure::{about, shown};
use crate::formats::Table;

/// What the name of the file ends with that replaces an output in which answers have changed.
const NEW: &str = ".new";

/// Skips the documents that the complete answers in the file answer, and removes an incomplete last one. Returns the
/// file with the place for the next answer.
///
/// # Errors
///
/// Fails without changing the file if an answer is not that of its document.
pub fn resume(path: &Path, documents: &mut Documents, answerer: &Answerer) -> io::Result<(File, Summary)> {
    let named = |error: io::Error| about(path, &error);
    let open = || OpenOptions::new().read(true).write(true).open(path).map_err(named);
    let mut run = Resumed {
        path,
        file: open()?,
        documents,
        answerer,
        new: None,
        complete: 0,
        summary: Summary::default(),
    };
    let skipped = match answerer.shape {
        Shape::Lines => run.skip_lines(EarlierLines::new(open()?)),
        Shape::Table(table) => run.skip_rows(open()?, table),
    };
    skipped.map_err(named)?;
    run.finish().map_err(named)
}

struct Resumed<'r> {
    path: &'r Path,
    file: File,
    documents: &'r mut Documents,
    answerer: &'r Answerer,
    /// The file that will replace the output.
    new: Option<New>,
    /// How many bytes of the file are complete answers.
    complete: u64,
    summary: Summary,
}

/// A file that is removed unless it replaces the output.
struct New {
    path: PathBuf,
    file: Option<File>,
}

impl Drop for New {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            // Nothing is lost if it stays: the next run writes it anew.
            let _ = fs::remove_file(&self.path);
        }
    }
}

impl Resumed<'_> {
    /// Every document has a line.
    fn skip_lines(&mut self, mut earlier: EarlierLines) -> io::Result<()> {
        while let Some(entry) = earlier.next()? {
            let problem = |problem: &str| io::Error::other(format!("line {} {problem}", earlier.number()));
            let document = self.documents.next().transpose()?;
            let document = document.ok_or_else(|| problem("is after the end of the input"))?;
            if !entry.answers(&document) {
                return Err(problem("answers another document than the one at its place in the input"));
            }
            self.keep(&entry, &document)?;
        }
        Ok(())
    }

    /// Not every document has rows: those before the one that an entry answers have none.
    fn skip_rows(&mut self, file: File, table: Table) -> io::Result<()> {
        let Some(mut earlier) = EarlierRows::new(file, table)? else {
            self.file.set_len(0)?;
            self.file.write_all(&table.header())?;
            self.complete = table.header().len() as u64;
            return Ok(());
        };
        self.complete = table.header().len() as u64;
        while let Some(entry) = earlier.next()? {
            loop {
                let Some(document) = self.documents.next().transpose()? else {
                    return Err(io::Error::other("it answers a document that is not in the input"));
                };
                if entry.answers(&document) {
                    self.keep(&entry, &document)?;
                    break;
                }
                self.skip(&document);
            }
        }
        Ok(())
    }

    fn skip(&mut self, document: &Document) {
        self.summary.earlier += 1;
        self.summary.earlier_bytes += document.bytes();
    }

    /// Keeps an answer, or replaces it if the document was refused and no longer is.
    fn keep(&mut self, entry: &Entry, document: &Document) -> io::Result<()> {
        let mut again = Answers::default();
        if entry.error.is_some() {
            self.answerer.answer(document, &mut again)?;
        }
        if again.summary.documents == 0 {
            self.copy(entry)?;
            self.skip(document);
            self.summary.rejected += again.summary.rejected;
        } else {
            self.start_new(entry.start)?;
            self.write_new(&again.lines)?;
            self.summary.add(again.summary);
            self.summary.earlier_bytes += document.bytes();
        }
        self.complete = entry.end;
        Ok(())
    }

    /// Begins the file that replaces the output, with what is before the first answer that has changed.
    fn start_new(&mut self, complete: u64) -> io::Result<()> {
        if self.new.is_some() {
            return Ok(());
        }
        let mut name = OsString::from(self.path);
        name.push(NEW);
        let path = PathBuf::from(name);
        let mut file = File::create(&path)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", shown(&path))))?;
        file.set_permissions(self.file.metadata()?.permissions())?;
        self.file.rewind()?;
        io::copy(&mut Read::take(&mut self.file, complete), &mut file)?;
        self.new = Some(New { path, file: Some(file) });
        Ok(())
    }

    fn write_new(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self.new.as_mut().and_then(|new| new.file.as_mut()) {
            Some(file) => file.write_all(bytes),
            None => Ok(()),
        }
    }

    fn copy(&mut self, entry: &Entry) -> io::Result<()> {
        let Some(file) = self.new.as_mut().and_then(|new| new.file.as_mut()) else { return Ok(()) };
        self.file.seek(SeekFrom::Start(entry.start))?;
        io::copy(&mut Read::take(&mut self.file, entry.end - entry.start), file)?;
        Ok(())
    }

    fn finish(mut self) -> io::Result<(File, Summary)> {
        let mut file = match self.new.take() {
            Some(mut new) => {
                fs::rename(&new.path, self.path)?;
                // Taken, it stays when `new` is dropped.
                drop(new.file.take());
                OpenOptions::new().write(true).open(self.path)?
            }
            None => {
                self.file.set_len(self.complete)?;
                self.file
            }
        };
        file.seek(SeekFrom::End(0))?;
        Ok((file, self.summary))
    }
}
