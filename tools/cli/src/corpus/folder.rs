//! The texts of a folder, at any depth.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};
use std::{io, vec};

use crate::corpus::documents::{Document, TextFile, COMPRESSED};
use crate::failure;

/// The endings of the texts in a folder, without the point.
#[derive(Clone)]
pub struct Endings(Vec<String>);

impl Endings {
    pub fn new(endings: &[String]) -> Self {
        Self(endings.iter().map(|ending| ending.trim_start_matches('.').to_lowercase()).collect())
    }

    /// The name without its ending; `None` if the file is no text. With several endings it is kept, so that "a.txt" and
    /// "a.md" differ.
    fn id_of(&self, name: &str) -> Option<String> {
        let plain = without_compression(name);
        // A name of nothing but an ending is hidden, and left out before.
        let (stem, ending) = plain.rsplit_once('.')?;
        let is_text = self.0.contains(&ending.to_lowercase());
        is_text.then(|| if self.0.len() > 1 { plain } else { stem }.to_owned())
    }
}

fn without_compression(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((plain, ending)) if COMPRESSED.iter().any(|one| ending.eq_ignore_ascii_case(one)) => plain,
        _ => name,
    }
}

/// A depth-first iterator over the texts of a folder, ordered by the bytes of their names. It leaves out what is hidden,
/// and follows links to files but not to folders, which could form a cycle.
pub struct Folder {
    root: PathBuf,
    endings: Endings,
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
    /// With the name without its ending.
    Text(String),
}

impl Folder {
    pub fn open(root: &Path, endings: Endings, max_bytes: usize) -> io::Result<Self> {
        let open = vec![Listing::of(root.to_owned(), &endings)?];
        Ok(Self { root: root.to_owned(), endings, open, max_bytes })
    }

    fn file(&self, path: PathBuf, stem: &str) -> TextFile {
        let bytes = fs::metadata(&path).map_or(0, |file| file.len());
        let id = self.relative(&path.with_file_name(stem));
        TextFile { id, name: self.relative(&path), path, bytes, max_bytes: self.max_bytes }
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
                Kind::Text(stem) => return Some(Document::File(self.file(path, &stem))),
                Kind::Folder => match Listing::of(path.clone(), &self.endings) {
                    Ok(listing) => self.open.push(listing),
                    Err(error) => {
                        let reason = failure::reason(&error);
                        return Some(Document::Unreadable { path: self.relative(&path), reason });
                    }
                },
            }
        }
    }
}

impl Listing {
    fn of(folder: PathBuf, endings: &Endings) -> io::Result<Self> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(&folder)? {
            entries.extend(Entry::of(&entry?, endings)?);
        }
        entries.sort_unstable_by(|a, b| a.name.cmp(&b.name));
        Ok(Self { folder, entries: entries.into_iter() })
    }
}

impl Entry {
    /// Returns `None` for anything but folders and texts, and for what is hidden.
    fn of(entry: &DirEntry, endings: &Endings) -> io::Result<Option<Self>> {
        let name = entry.file_name();
        let shown = name.to_string_lossy();
        if shown.starts_with('.') {
            return Ok(None);
        }
        let kind = if entry.file_type()?.is_dir() {
            Kind::Folder
        } else if let Some(stem) = endings.id_of(&shown) {
            Kind::Text(stem)
        } else {
            return Ok(None);
        };
        Ok(Some(Self { name, kind }))
    }
}

/// Returns the total size of the texts in bytes.
pub fn total_bytes(root: &Path, endings: &Endings) -> Option<u64> {
    let folder = Folder::open(root, endings.clone(), usize::MAX).ok()?;
    Some(folder.map(|document| document.bytes()).sum())
}

/// How many endings are named to somebody who looked for another one.
const OTHERS_NAMED: usize = 3;

/// The most frequent endings of the files directly in the folder.
pub fn other_endings(root: &Path) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for entry in fs::read_dir(root).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || entry.path().is_dir() {
            continue;
        }
        if let Some((_, ending)) = without_compression(&name).rsplit_once('.') {
            *counts.entry(ending.to_lowercase()).or_default() += 1;
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.into_iter().take(OTHERS_NAMED).map(|(ending, _)| ending).collect()
}
