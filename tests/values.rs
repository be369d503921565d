//! Every feature value in the code has a name in the weights file.

use std::fs;
use std::path::{Path, PathBuf};

/// Returns all Rust files below a folder.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the library") {
        let path = entry.expect("an entry of it").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

#[test]
fn every_symbol_is_listed_as_a_feature_value() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let fields = fs::read_to_string(root.join("models/fields.rs")).expect("the list of fields");
    let symbol = regex::Regex::new(r#"symbol!\("([^"]+)"\)"#).expect("a valid pattern");
    let mut missing = Vec::new();
    let mut count = 0;
    for path in rust_files(&root) {
        let code = fs::read_to_string(&path).expect("a source file");
        for found in symbol.captures_iter(&code) {
            count += 1;
            if !fields.contains(&format!("    \"{}\",\n", &found[1])) {
                missing.push(format!("{}: {}", path.display(), &found[1]));
            }
        }
    }
    assert!(count > 100, "only {count} symbols were found");
    assert_eq!(missing, [""; 0]);
}
