//! The *.txt files of a folder, at any depth.

use std::ffi::{OsStr, OsString};
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};
use std::{io, vec};

use crate::documents::{Document, TextFile};

/// Goes through a folder, entry by entry in the order of their names' bytes, into each folder where it
/// stands. Links to files are followed; links to folders are not, so that the way ends.
pub struct Folder {
    root: PathBuf,
    /// From the root to where it is: the entries of each folder that are still to come.
    open: Vec<Listing>,
    longest: usize,
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
    pub fn open(root: &Path, longest: usize) -> io::Result<Self> {
        Ok(Self { root: root.to_owned(), open: vec![Listing::of(root.to_owned())?], longest })
    }

    fn file(&self, path: PathBuf) -> TextFile {
        let bytes = fs::metadata(&path).map_or(0, |file| file.len());
        let id = self.within(&path.with_extension(""));
        TextFile { id, path, bytes, longest: self.longest }
    }

    /// The path below the root, its parts joined by "/" on every system.
    fn within(&self, path: &Path) -> String {
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
                    Err(error) => return Some(Document::Closed(format!("{}: {error}", self.within(&path)))),
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
    /// None for what is neither a folder nor called *.txt.
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

/// The bytes of all its files.
pub fn total_bytes(root: &Path) -> Option<u64> {
    Some(Folder::open(root, usize::MAX).ok()?.map(|document| document.bytes()).sum())
}
