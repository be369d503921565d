//! The case files of `tests/spec`.

use std::fs;
use std::path::{Path, PathBuf};

/// A case file and its path below `tests/spec` without ".toml", with "/" between folders.
pub struct SpecFile {
    pub name: String,
    pub toml: String,
}

/// Reads all case files, at any depth, in the order of their names.
pub fn read_all() -> Vec<SpecFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let mut files: Vec<SpecFile> = toml_paths(&root)
        .iter()
        .map(|path| {
            let below = path.strip_prefix(&root).expect("the path is below the root").with_extension("");
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            let toml = fs::read_to_string(path).expect("a case file is UTF-8");
            SpecFile { name: parts.join("/"), toml }
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

fn toml_paths(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of tests/spec can be read");
    entries
        .map(|entry| entry.expect("an entry of tests/spec can be read").path())
        .flat_map(|path| match path.extension() {
            _ if path.is_dir() => toml_paths(&path),
            Some(extension) if extension == "toml" => vec![path],
            _ => Vec::new(),
        })
        .collect()
}
