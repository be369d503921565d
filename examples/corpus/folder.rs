//! The *.txt files of a folder, at any depth.

use std::ffi::{OsStr, OsString};
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};
use std::{io, vec};

use crate::documents::{Document, TextFile};

/// A depth-first iterator over the text files of a folder, ordered by the bytes of their names. It follows links to
/// files but not to folders, which could form a cycle.
pub struct Folder {
    root: PathBuf,
    /// The remaining entries of each folder on the path from the root to the current folder.
    open: Vec<Listing>,
    max_bytes: usize,
}

struct Listing {
    folder: PathBuf,
    entries: vec::IntoIter<Entry>,
}

struct Entry {
    name: OsString,
    kind: Kind,
}

enum Kind {
    Folder,
    Text,
}

impl Folder {
    pub fn open(root: &Path, max_bytes: usize) -> io::Result<Self> {
        Ok(Self { root: root.to_owned(), open: vec![Listing::of(root.to_owned())?], max_bytes })
    }

    fn file(&self, path: PathBuf) -> TextFile {
        let bytes = fs::metadata(&path).map_or(0, |file| file.len());
        let id = self.relative(&path.with_extension(""));
        TextFile { id, path, bytes, max_bytes: self.max_bytes }
    }

    /// Returns the path relative to the root, joined by "/" on every platform.
    fn relative(&self, path: &Path) -> String {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        let parts: Vec<_> = below.iter().map(OsStr::to_string_lossy).collect();
        parts.join("/")
    }
}

impl Iterator for Folder {
    type Item = Document;

    fn next(&mut self) -> Option<Document> {
        loop {
            let listing = self.open.last_mut()?;
            let Some(entry) = listing.entries.next() else {
                self.open.pop();
                continue;
            };
            let path = listing.folder.join(entry.name);
            match entry.kind {
                Kind::Text => return Some(Document::File(self.file(path))),
                Kind::Folder => match Listing::of(path.clone()) {
                    Ok(listing) => self.open.push(listing),
                    Err(error) => {
                        return Some(Document::Unreadable(format!("{}: {error}", self.relative(&path))))
                    }
                },
            }
        }
    }
}

impl Listing {
    fn of(folder: PathBuf) -> io::Result<Self> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(&folder)? {
            entries.extend(Entry::of(&entry?)?);
        }
        entries.sort_unstable_by(|a, b| a.name.cmp(&b.name));
        Ok(Self { folder, entries: entries.into_iter() })
    }
}

impl Entry {
    /// Returns `None` for anything but folders and *.txt files.
    fn of(entry: &DirEntry) -> io::Result<Option<Self>> {
        let name = entry.file_name();
        let kind = if entry.file_type()?.is_dir() {
            Kind::Folder
        } else if Path::new(&name).extension() == Some(OsStr::new("txt")) {
            Kind::Text
        } else {
            return Ok(None);
        };
        Ok(Some(Self { name, kind }))
    }
}

/// Returns the total size of the text files in bytes.
pub fn total_bytes(root: &Path) -> Option<u64> {
    Some(Folder::open(root, usize::MAX).ok()?.map(|document| document.bytes()).sum())
}
